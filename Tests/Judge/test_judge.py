"""Tiny workspaces whose violations and costs were worked out by hand.

python3 -m unittest discover Tests/Judge

In June 2024 the 3rd and the 10th are Mondays; reporting weeks end on Thursday the 6th and the 13th.
"""
import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List, Optional, Union

import judge

HEAD = """
muster: 1
id: tiny
title: Tiny
organizer: { name: Office }
period: { from: 2024-06-03, to: 2024-06-13 }
"""
COMMUNITIES = "id,name,kind,area,population,hazards\nc1,C,urban,a1,1000,fire\nc2,D,rural,a1,250,\n"
VENUES = """id,name,types,community,capacity,hours,days
hall,H,hall,,100,08:00-18:00,any
sq1,S,square,c1,,,
sq2,S,square,c2,,,
"""
TEAMS = """id,name,role,crews,turnaround,covers,hours,days
f1,F,fire,1,60,a1,08:00-17:00,workdays
f2,F,fire,2,0,c2,,any
"""
Entry = Dict[str, Any]


def at(name: str, start: Optional[str], /, minutes: int = 60, venue: Optional[str] = None,
       **more: Any) -> Entry:
    """An activity of the plan's JSON, `start` as `03T09:00` in June; unplaced without one."""
    teams = {key: value for key, value in more.items() if key in ("fire", "medical")}
    owner, requirement = name.split("/")[:2]
    entry: Entry = {"id": name, "requirement": requirement, "community": owner, "name": "N",
                    "status": "planned" if start else "unplaced", "pinned": [], "overrides": [],
                    "sequence": 0}
    if start:
        day, hour, minute = int(start[:2]), int(start[3:5]), int(start[6:8])
        total = day * 1440 + hour * 60 + minute + minutes
        end = f"{total // 1440:02}T{total % 1440 // 60:02}:{total % 60:02}"
        entry.update(start=f"2024-06-{start}:00+08:00", end=f"2024-06-{end}:00+08:00",
                     venue=venue, teams=teams)
    entry.update({key: value for key, value in more.items() if key not in teams})
    return entry


def base(*entries: Entry) -> Dict[str, Entry]:
    """The entries as the plan's `base`."""
    return {e["id"]: {key: e[key] for key in ("start", "venue", "teams")} for e in entries}


class JudgeCase(unittest.TestCase):
    """Writes a workspace into a folder of its own and judges a plan against it."""

    def workspace(self, yaml: str, **files: Union[str, bytes]) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="judge"))
        self.addCleanup(lambda: [p.unlink() for p in folder.iterdir()] and folder.rmdir())
        texts = {"communities": COMMUNITIES, "venues": VENUES, "teams": TEAMS, **files}
        for name, text in texts.items():
            path = folder / (name.replace("_", ".") if "_" in name else f"{name}.csv")
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        (folder / "plan.yaml").write_text(HEAD + yaml, encoding="utf-8")
        return folder

    def judged(self, yaml: str, *entries: Entry, files: Optional[Dict[str, Any]] = None,
               **document: Any) -> Dict[str, Any]:
        plan = {"id": "tiny", "activities": list(entries), "score": {}, **document}
        folder = self.workspace(yaml, **(files or {}))
        return judge.Judge(judge.Workspace(folder), plan, None).run()

    def rules(self, *arguments: Any, **keywords: Any) -> List[str]:
        return [found["rule"] for found in self.judged(*arguments, **keywords)["violations"]]

    def faults(self, *arguments: Any, **keywords: Any) -> List[str]:
        return [found["what"] for found in self.judged(*arguments, **keywords)["violations"]]


def need(extra: str = "", name: str = "x", wanted: str = "{ communities: [c1] }") -> str:
    """A requirement of one hour that makes `c1/x`, unless told otherwise."""
    return f"  - {{ id: {name}, name: N, for: {wanted}, duration: 60min, {extra} }}\n"


ONE = "requirements:\n" + need()


class Placement(JudgeCase):
    def test_an_allowed_placement(self) -> None:
        self.assertEqual(self.rules(ONE, at("c1/x", "03T09:00")), [])

    def check(self, extra: str, entry: Entry, fault: str, head: str = "", **more: Any) -> None:
        found = self.faults(head + "requirements:\n" + need(extra), entry, **more)
        self.assertEqual(found, [fault])

    def test_dates(self) -> None:
        self.check("dates: 2024-06-04..2024-06-05", at("c1/x", "06T09:00"),
                   "the day is not in dates")

    def test_days(self) -> None:
        self.check("days: [tue, 周三]", at("c1/x", "06T09:00"), "the day does not pass days")
        self.check("days: weekends", at("c1/x", "07T09:00"), "the day does not pass days")
        self.assertEqual(self.faults("requirements:\n" + need("days: [tue, 周三]"),
                                     at("c1/x", "05T09:00")), [])

    def test_grid(self) -> None:
        self.check("", at("c1/x", "03T09:15"), "the start is off the grid")

    def test_hours_that_touch_are_two_ranges(self) -> None:
        self.check('hours: "08:00-09:00;09:00-10:00"', at("c1/x", "03T08:30"),
                   "it is outside its hours")

    def test_midnight_ends_the_day(self) -> None:
        self.check("", at("c1/x", "03T23:30"), "it is outside its hours")

    def test_venue_is_needed(self) -> None:
        self.check("venue: [square]", at("c1/x", "03T09:00"), "there is no venue None")
        self.check("", at("c1/x", "03T09:00", venue="sq1"), "it needs no venue but has sq1")

    def test_venue_type_owner_and_seats(self) -> None:
        self.check("venue: [hall]", at("c1/x", "03T09:00", venue="sq1"), "sq1 is of another type")
        self.check("venue: [square]", at("c1/x", "03T09:00", venue="sq2"), "sq2 is not for it")
        self.check("venue: [hall], participants: 10.01%", at("c1/x", "03T09:00", venue="hall"),
                   "hall seats 100, not 101")

    def test_venue_hours(self) -> None:
        self.check("venue: [hall]", at("c1/x", "03T17:30", venue="hall"), "hall is not open")
        self.check("venue: [hall]", at("c1/x", "03T09:00", venue="hall"), "hall is not open",
                   files={"venues": VENUES.replace("18:00,any", "18:00,tue;周三")})

    def test_team_role_cover_and_duty(self) -> None:
        self.check("teams: { fire: 1 }", at("c1/x", "03T09:00"), "its teams have the roles []")
        self.check("teams: { medical: 1 }", at("c1/x", "03T09:00", medical="f1"),
                   "f1 is no team of role medical")
        self.check("teams: { fire: 1 }", at("c1/x", "03T09:00", fire="f2"), "f2 does not cover it")
        self.check("teams: { fire: 1 }", at("c1/x", "08T09:00", fire="f1"), "f1 is not on duty")
        self.check("teams: { fire: 1 }", at("c1/x", "03T16:30", fire="f1"), "f1 is not on duty")

    def test_cover_by_community_and_for_the_organizer(self) -> None:
        both = "[ { kind: rural }, organizer ]"
        yaml = "requirements:\n" + need("teams: { fire: 1 }", wanted=both)
        self.assertEqual(self.faults(yaml, at("c2/x", "03T09:00", fire="f2"),
                                     at("organizer/x", "03T11:00", fire="f2")), [])

    def test_a_venues_own_activity_stays_there(self) -> None:
        yaml = "requirements:\n" + need("per: venue, venue: square")
        venues = VENUES + "sq3,S,square,c1,,,\n"
        self.assertEqual(self.faults(yaml, at("c1/x/sq1", "03T09:00", venue="sq1"),
                                     at("c1/x/sq3", "04T09:00", venue="sq1"),
                                     files={"venues": venues + "sq4,S,hall,c1,,,\n"}),
                         ["sq1 is not for it"])

    def test_the_organizers_venue_is_shared(self) -> None:
        yaml = "requirements:\n" + need("venue: [square, hall]", wanted="organizer")
        self.assertEqual(self.faults(yaml, at("organizer/x", "03T09:00", venue="sq1")),
                         ["sq1 is not for it"])
        self.assertEqual(self.faults(yaml, at("organizer/x", "03T09:00", venue="hall")), [])

    def test_closures(self) -> None:
        head = 'closures: [ { dates: 2024-06-03, hours: "10:00-11:00", kinds: urban } ]\n'
        self.check("", at("c1/x", "03T09:30"), "a closure overlaps it", head)
        self.assertEqual(self.faults(head + ONE, at("c1/x", "03T09:00")), [])
        self.assertEqual(self.faults(head + ONE, at("c1/x", "03T11:00")), [])
        self.assertEqual(self.faults(head.replace("urban", "rural") + ONE,
                                     at("c1/x", "03T09:30")), [])

    def test_closure_of_a_team_that_is_not_used(self) -> None:
        head = "closures: [ { teams: [f2] } ]\n"
        yaml = head + "requirements:\n" + need("teams: { fire: 1 }")
        self.assertEqual(self.faults(yaml, at("c1/x", "03T09:00", fire="f1")), [])

    def test_blocks_close_too(self) -> None:
        blocks = [{"dates": ["2024-06-03"], "hours": "08:00-18:00", "communities": ["c1"]}]
        self.check("", at("c1/x", "03T09:30"), "a closure overlaps it", blocks=blocks)

    def test_all_day_tests_days_and_not_hours(self) -> None:
        yaml = ("requirements:\n  - { id: x, name: N, for: { communities: c1 }, "
                "duration: all-day, venue: hall }\n")
        self.assertEqual(self.faults(yaml, at("c1/x", "03T00:00", 1440, venue="hall")), [])
        closed = 'closures: [ { dates: 2024-06-03, hours: "10:00-11:00" } ]\n' + yaml
        self.assertEqual(self.faults(closed, at("c1/x", "03T00:00", 1440, venue="hall")),
                         ["a closure overlaps it"])
        self.assertEqual(self.faults(yaml, at("c1/x", "03T06:00", 1440, venue="hall")),
                         ["an all-day activity starts at midnight"])

    def test_now_and_notices(self) -> None:
        now = "2024-06-05T10:00:00+08:00"
        self.check("", at("c1/x", "05T09:00"), "it starts before now", now=now)
        # Strictly between Wednesday the 5th and Monday the 10th lie two working days.
        extra = "notices: [ { to: T, workdays: 3 } ]"
        self.check(extra, at("c1/x", "10T09:00"), "a notice comes too late", now=now)
        self.check(extra.replace("3", "2"), at("c1/x", "07T09:00"), "a notice comes too late",
                   now=now)
        self.assertEqual(self.faults("requirements:\n" + need(extra.replace("3", "2")),
                                     at("c1/x", "10T09:00"), now=now), [])
        self.assertEqual(self.faults(ONE, at("c1/x", "05T09:00"),
                                     now="2024-06-14T00:00:00+08:00"), [])

    def test_a_week_of_its_own(self) -> None:
        yaml = "requirements:\n" + need("every: week, days: [fri, mon]")
        first, second = at("c1/x/2024-06-06", "07T09:00"), at("c1/x/2024-06-13", "10T09:00")
        self.assertEqual(self.faults(yaml, first, second), ["the day is not in its week"])


    def test_a_clipped_week_ends_with_the_period(self) -> None:
        yaml = ("reporting-day: sun\nrequirements:\n"
                + need("every: week, days: [thu, fri], dates: 2024-06-10..2024-06-16"))
        self.assertEqual(self.faults(yaml, at("c1/x/2024-06-16", "14T09:00")),
                         ["the day is not in its week"])


class Activities(JudgeCase):
    def ids(self, yaml: str, **files: str) -> List[str]:
        return sorted(judge.activities(judge.Workspace(self.workspace(yaml, **files))))

    def test_ids(self) -> None:
        self.assertEqual(self.ids("requirements:\n" + need("count: 2", wanted="{}")),
                         ["c1/x/1", "c1/x/2", "c2/x/1", "c2/x/2"])
        # Saturday the 8th is only in the week that ends on the 13th.
        self.assertEqual(self.ids("requirements:\n" + need("every: week, days: sat")),
                         ["c1/x/2024-06-13"])
        self.assertEqual(
            self.ids("requirements:\n" + need("per: venue, venue: square", wanted="{}")),
            ["c1/x/sq1", "c2/x/sq2"])
        self.assertEqual(
            self.ids("requirements:\n" + need(wanted="[ organizer, { hazards: [火灾] } ]")),
            ["c1/x", "organizer/x"])

    def test_a_clipped_week_keeps_its_reporting_day(self) -> None:
        yaml = "reporting-day: sun\nrequirements:\n" + need("every: week, days: thu")
        self.assertEqual(self.ids(yaml), ["c1/x/2024-06-09", "c1/x/2024-06-16"])

    def test_listing(self) -> None:
        self.assertEqual(self.faults(ONE), ["is missing"])
        self.assertEqual(self.faults(ONE, at("c1/x", None), at("c1/y", None)),
                         ["is made by no requirement"])
        self.assertEqual(self.faults(ONE, at("c1/x", None), at("c1/x", None)), ["is listed twice"])
        self.assertEqual(self.faults(ONE, at("c1/x", None, name="M")), ["name is 'M', not 'N'"])
        self.assertEqual(self.faults(ONE, at("c1/x", "03T09:00", 90)),
                         ["ends at 2024-06-03T10:30:00+08:00"])
        self.assertEqual(self.faults(ONE, at("c1/x", "03T09:00", status="cancelled")),
                         ["is cancelled but has a placement"])

    def test_listing_of_what_is_said(self) -> None:
        unplaced = at("c1/x", None)
        self.assertEqual(self.faults(ONE, unplaced, id="huge"), ["the plan's id is 'huge'"])
        self.assertEqual(self.faults(ONE, at("c1/x", None, status="lost")),
                         ["status is 'lost'", "is lost but has no start"])
        fixed = [{"id": "c1/y", "why": "done", "fields": []}]
        self.assertEqual(self.faults(ONE, unplaced, fixed=fixed),
                         ["is fixed but made by no requirement"])
        seconds = at("c1/x", "03T09:00", start="2024-06-03T09:00:30+08:00",
                     end="2024-06-03T10:00:30+08:00")
        self.assertIn("is not a whole minute", self.faults(ONE, seconds)[0])

    def test_offset(self) -> None:
        entry = at("c1/x", "03T09:00", start="2024-06-03T09:00:00+09:00")
        self.assertIn("does not have the offset", self.faults(ONE, entry)[0])

    def test_tasks_and_campaigns(self) -> None:
        yaml = ("requirements: []\n"
                "deadlines: [ { id: t, name: T, for: { communities: c1 }, every: thu } ]\n"
                "campaigns: [ { id: k, name: K, for: organizer } ]\n")
        tasks = [{"id": f"c1/t/2024-06-{d}", "community": "c1", "name": "T",
                  "due": f"2024-06-{d}"} for d in ("06", "13")]
        campaigns = [{"id": "organizer/k", "community": "organizer", "name": "K",
                      "from": "2024-06-03", "to": "2024-06-13"}]
        self.assertEqual(self.faults(yaml, tasks=tasks, campaigns=campaigns), [])
        self.assertEqual(self.faults(yaml, tasks=tasks[1:], campaigns=campaigns),
                         ["is missing from tasks"])
        campaigns[0]["to"] = "2024-06-12"
        self.assertEqual(self.faults(yaml, tasks=tasks, campaigns=campaigns),
                         ["to is '2024-06-12'"])

    def test_a_task_that_no_deadline_makes(self) -> None:
        tasks = [{"id": "c1/t/2024-06-06", "community": "c1", "name": "T", "due": "2024-06-06"}]
        self.assertEqual(self.faults("", tasks=tasks), ["should not be in tasks, or not twice"])

    def test_a_deadline_on_a_holiday(self) -> None:
        yaml = ("calendars: [ { file: h.ics, as: holidays } ]\n"
                "deadlines: [ { id: t, name: T, for: organizer, due: 2024-06-10, "
                "if-holiday: earlier } ]\n")
        files = {"h_ics": calendar("DTSTART;VALUE=DATE:20240610\nSUMMARY:端午节")}
        task = {"id": "organizer/t/2024-06-10", "community": "organizer", "name": "T",
                "due": "2024-06-07"}
        self.assertEqual(self.faults(yaml, tasks=[task], files=files), [])
        moved = {**task, "id": "organizer/t/2024-06-07"}
        self.assertEqual(self.faults(yaml, tasks=[moved], files=files), [])
        self.assertEqual(self.faults(yaml.replace("earlier", "stay"), tasks=[task], files=files),
                         ["due is '2024-06-07'"])

    def test_a_day_that_a_month_lacks_is_its_last(self) -> None:
        yaml = ("deadlines: [ { id: t, name: T, for: organizer, every: 31st, "
                "dates: 2024-06-01..2024-07-31 } ]\n")
        tasks = [{"id": f"organizer/t/{d}", "community": "organizer", "name": "T", "due": d}
                 for d in ("2024-06-30", "2024-07-31")]
        self.assertEqual(self.faults(yaml, tasks=tasks), [])


TWO = "requirements:\n" + need() + need(name="y")


class Rules(JudgeCase):
    def test_venue(self) -> None:
        yaml = "requirements:\n" + need("venue: hall", wanted="{}")
        one, other = at("c1/x", "03T09:00", venue="hall"), at("c2/x", "03T09:30", venue="hall")
        self.assertEqual(self.rules(yaml, one, other), ["venue"])
        twice = VENUES.replace("days\n", "days,concurrent\n").replace(
            "hall,H,hall,,100,08:00-18:00,any", "hall,H,hall,,100,08:00-18:00,any,2")
        self.assertEqual(self.rules(yaml, one, other, files={"venues": twice}), [])
        other = at("c2/x", "03T10:00", venue="hall")
        self.assertEqual(self.rules(yaml, one, other), [])

    def test_team_and_turnaround(self) -> None:
        yaml = "requirements:\n" + need("teams: { fire: 1 }", wanted="{}")
        one = at("c1/x", "03T09:00", fire="f1")
        self.assertEqual(self.rules(yaml, one, at("c2/x", "03T10:30", fire="f1")), ["team"])
        self.assertEqual(self.rules(yaml, one, at("c2/x", "03T11:00", fire="f1")), [])

    def test_turnaround_past_midnight(self) -> None:
        teams = "id,name,turnaround\nfire,F,90\n"
        yaml = "requirements:\n" + need("teams: { fire: 1 }", wanted="{}")
        one = at("c1/x", "03T23:00", fire="fire")
        found = self.rules(yaml, one, at("c2/x", "04T01:00", fire="fire"), files={"teams": teams})
        self.assertEqual(found, ["team"])
        self.assertEqual(self.rules(yaml, one, at("c2/x", "04T01:30", fire="fire"),
                                    files={"teams": teams}), [])

    def test_more_crews_than_the_team_has(self) -> None:
        yaml = "requirements:\n" + need("teams: { fire: 2 }")
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00", fire="f1")), ["team"])

    def test_community_overlap(self) -> None:
        one, other = at("c1/x", "03T09:00"), at("c1/y", "03T09:30")
        self.assertEqual(self.rules(TWO, one, other), ["community"])
        free = "requirements:\n" + need() + need("blocking: false", "y")
        self.assertEqual(self.rules(free, one, other), [])

    def test_attended_activities_block(self) -> None:
        yaml = "requirements:\n" + need() + need("attends: {}", "y", "organizer")
        one, other = at("c1/x", "03T09:00"), at("organizer/y", "03T09:30")
        self.assertEqual(self.rules(yaml, one, other), ["community"])
        self.assertEqual(self.rules(yaml.replace("attends: {}", "attends: { kind: rural }"),
                                    one, other), [])

    def test_daily_limit(self) -> None:
        one, other = at("c1/x", "03T09:00"), at("c1/y", "03T10:00")
        limits = "limits: { per-community-per-day: 1 }\n"
        self.assertEqual(self.rules(limits + TWO, one, other), ["community"])
        own = COMMUNITIES.replace("hazards\n", "hazards,max-per-day\n").replace("fire", "fire,2")
        self.assertEqual(self.rules(limits + TWO, one, other, files={"communities": own}), [])

    def test_order(self) -> None:
        yaml = "requirements:\n" + need() + need("after: x", "y")
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00"), at("c1/y", "03T10:00")),
                         ["order"])
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00"), at("c1/y", "04T08:00")), [])
        yaml = yaml.replace("after: x", "after: { requirement: x, days: 0 }")
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00"), at("c1/y", "03T10:00")), [])
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00"), at("c1/y", "03T09:30")),
                         ["community", "order"])

    def test_order_after_the_organizers(self) -> None:
        yaml = "requirements:\n" + need(wanted="organizer") + need("after: x", "y")
        self.assertEqual(self.rules(yaml, at("organizer/x", "04T09:00"), at("c1/y", "03T09:00")),
                         ["order"])

    def test_the_organizers_after_every_communitys(self) -> None:
        yaml = "requirements:\n" + need(wanted="{}") + need("after: x", "y", "organizer")
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00"), at("c2/x", "04T09:00"),
                                    at("organizer/y", "04T11:00")), ["order"])

    def test_weekly_order_is_within_the_week(self) -> None:
        yaml = "requirements:\n" + need("every: week") + need("every: week, after: x", "y")
        entries = [at("c1/x/2024-06-06", "03T09:00"), at("c1/x/2024-06-13", "12T09:00"),
                   at("c1/y/2024-06-06", "04T09:00")]
        self.assertEqual(self.rules(yaml, *entries, at("c1/y/2024-06-13", "13T09:00")), [])
        self.assertEqual(self.rules(yaml, *entries, at("c1/y/2024-06-13", "11T09:00")), ["order"])

    def test_apart(self) -> None:
        yaml = "requirements:\n" + need("count: 2, apart: 3")
        self.assertEqual(self.rules(yaml, at("c1/x/1", "03T09:00"), at("c1/x/2", "05T09:00")),
                         ["apart"])
        self.assertEqual(self.rules(yaml, at("c1/x/1", "06T09:00"), at("c1/x/2", "03T09:00")), [])

    def test_overrides(self) -> None:
        one = at("c1/x", "03T09:00")
        self.assertEqual(self.rules(TWO, one, at("c1/y", "03T09:30", overrides=["community"])), [])
        self.assertEqual(self.rules(ONE, at("c1/x", "03T09:15", overrides=["placement"])), [])

    def test_overrides_of_a_pair(self) -> None:
        yaml = "requirements:\n" + need("count: 2, apart: 3, after: y") + need(name="y")
        one, other = at("c1/x/1", "04T09:00"), at("c1/x/2", "05T09:00")
        self.assertEqual(self.rules(yaml, one, other, at("c1/y", "04T11:00")), ["order", "apart"])
        free = {**one, "overrides": ["order", "apart"]}
        self.assertEqual(self.rules(yaml, free, other, at("c1/y", "04T11:00")), [])
        self.assertEqual(self.rules(yaml, one, {**other, "overrides": ["apart"]},
                                    at("c1/y", "04T11:00", overrides=["order"])), [])

    def test_those_that_override_nothing_still_clash(self) -> None:
        yaml = TWO + need(name="z")
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00"), at("c1/y", "03T09:00"),
                                    at("c1/z", "03T09:00", overrides=["community"])),
                         ["community"])

    def test_order_of_a_weekly_after_one_that_is_not(self) -> None:
        yaml = "requirements:\n" + need() + need("every: week, after: x", "y")
        self.assertEqual(self.rules(yaml, at("c1/x", "11T09:00"), at("c1/y/2024-06-06", "03T09:00"),
                                    at("c1/y/2024-06-13", "12T09:00")), ["order"])

    def test_cancelled_takes_part_in_nothing(self) -> None:
        yaml = "requirements:\n" + need() + need("after: x", "y")
        verdict = self.judged(yaml, at("c1/x", None, status="cancelled"), at("c1/y", "03T09:00"))
        self.assertEqual((verdict["violations"], verdict["unplaced"]), ([], 0))


NOW = "2024-06-04T08:00:00+08:00"


class Replanning(JudgeCase):
    def fixed(self, why: str) -> List[Entry]:
        return [{"id": "c1/x", "why": why, "fields": ["day", "start", "venue", "teams"]}]

    def test_frozen_keeps_its_placement(self) -> None:
        was = at("c1/x", "06T07:30")
        held = {"base": base(was), "fixed": self.fixed("frozen"), "now": NOW}
        self.assertEqual(self.rules(ONE, was, **held), [])
        self.assertEqual(self.rules(ONE, at("c1/x", "10T09:00"), **held), ["fixed"])

    def test_frozen_is_listed_as_fixed(self) -> None:
        was = at("c1/x", "06T07:30")
        self.assertEqual(self.faults(ONE, was, base=base(was), now=NOW),
                         ["is frozen and not listed in fixed"])
        later = at("c1/x", "06T08:00")
        self.assertEqual(self.faults(ONE, later, base=base(later), now=NOW,
                                     fixed=self.fixed("frozen")),
                         ["is listed as frozen and is not"])

    def test_nothing_is_frozen_after_the_period(self) -> None:
        was = at("c1/x", "06T07:30")
        self.assertEqual(self.rules(ONE, was, base=base(was), now="2024-06-14T00:00:00+08:00"), [])

    def test_frozen_is_exempt_and_its_clashes_are_notes(self) -> None:
        one, other = at("c1/x", "05T09:00"), at("c1/y", "05T09:30")
        fixed = self.fixed("frozen") + [{"id": "c1/y", "why": "frozen", "fields": []}]
        verdict = self.judged(TWO, one, other, base=base(one, other), fixed=fixed, now=NOW)
        self.assertEqual((verdict["violations"], len(verdict["notes"])), ([], 1))
        pinned = self.fixed("pinned") + [{**self.fixed("pinned")[0], "id": "c1/y"}]
        verdict = self.judged(TWO, one, other, fixed=pinned)
        self.assertEqual((verdict["violations"], len(verdict["notes"])), ([], 1))
        pinned[1]["fields"] = ["day"]
        self.assertEqual(self.rules(TWO, one, other, fixed=pinned), ["community"])

    def test_what_is_cancelled_or_made_no_more_is_not_frozen(self) -> None:
        held = {"base": base(at("c1/x", "05T09:00"), at("c1/gone", "05T09:00")), "now": NOW}
        self.assertEqual(self.rules(ONE, at("c1/x", None, status="cancelled"), **held), [])

    def test_a_persons_move_thaws(self) -> None:
        was = at("c1/x", "05T09:00")
        moved = at("c1/x", "10T09:00")
        self.assertEqual(self.rules(ONE, moved, base=base(was), fixed=self.fixed("pinned"),
                                    now=NOW), [])
        free = at("c1/x", "05T11:00", overrides=["fixed"])
        self.assertEqual(self.rules(ONE, free, base=base(was), fixed=self.fixed("pinned"),
                                    now=NOW), [])

    def test_what_is_published_needs_no_more_notice(self) -> None:
        yaml = "requirements:\n" + need("notices: [ { to: T, workdays: 3 } ]")
        was = at("c1/x", "06T08:00")
        self.assertEqual(self.faults(yaml, was, base=base(was), now=NOW), [])
        self.assertEqual(self.faults(yaml, at("c1/x", "06T09:00"), base=base(was), now=NOW),
                         ["a notice comes too late"])

    def test_done_is_exempt_from_placement_and_freeze(self) -> None:
        was = at("c1/x", "05T09:15", status="done")
        self.assertEqual(self.rules(ONE, was, base=base(was), fixed=self.fixed("done"),
                                    now=NOW), [])
        self.assertEqual(self.rules(ONE, was), [])

    def test_done_keeps_its_placement(self) -> None:
        held = {"base": base(at("c1/x", "03T09:00")), "fixed": self.fixed("done"), "now": NOW}
        self.assertEqual(self.rules(ONE, at("c1/x", "03T10:00", status="done"), **held),
                         ["fixed"])
        held["now"] = "2024-06-14T08:00:00+08:00"
        self.assertEqual(self.rules(ONE, at("c1/x", "03T10:00", status="done"), **held),
                         ["fixed"])

    def test_nothing_published_moves_into_the_freeze(self) -> None:
        held = {"base": base(at("c1/x", "10T09:00")), "now": NOW}
        self.assertEqual(self.rules(ONE, at("c1/x", "06T07:30"), **held), ["fixed"])
        self.assertEqual(self.rules(ONE, at("c1/x", "06T08:00"), **held), [])
        self.assertEqual(self.rules(ONE, at("c1/x", "04T09:00"), now=NOW), [])

    def test_a_block_thaws_and_make_up_is_in_time(self) -> None:
        yaml = "make-up-within: 3\n" + ONE
        block = [{"dates": ["2024-06-05"], "reason": "storm"}]
        held = {"base": base(at("c1/x", "05T09:00")), "blocks": block, "now": NOW}
        # Working days after the 5th: the 6th, 7th and 10th.
        self.assertEqual(self.rules(yaml, at("c1/x", "10T09:00"), **held), [])
        self.assertEqual(self.rules(yaml, at("c1/x", "11T09:00"), **held), ["make-up"])
        self.assertEqual(self.rules(yaml, at("c1/x", "11T09:00", overrides=["make-up"]), **held),
                         [])
        self.assertEqual(self.rules(yaml, at("c1/x", None), **held), [])

    def test_rules_broken_among_fixed_alone_are_notes(self) -> None:
        one, other = at("c1/x", "03T09:00", status="done"), at("c1/y", "03T09:30", status="done")
        verdict = self.judged(TWO, one, other)
        self.assertEqual(verdict["violations"], [])
        self.assertEqual([note["rule"] for note in verdict["notes"]], ["community"])

    def test_published_in_the_past_is_not_asked_about_now(self) -> None:
        was = at("c1/x", "03T09:00")
        self.assertEqual(self.rules(ONE, was, base=base(was), fixed=self.fixed("frozen"),
                                    now=NOW), [])


class Costs(JudgeCase):
    def cost(self, part: str, yaml: str, *entries: Entry, **more: Any) -> int:
        parts = self.judged(yaml, *entries, **more)["parts"]
        others = {key: value for key, value in parts.items() if key not in (part, "quiet week")}
        self.assertEqual(set(others.values()), {0})
        return parts[part]

    def test_unplaced(self) -> None:
        yaml = "requirements:\n" + need() + need("priority: 7", "y")
        self.assertEqual(self.judged(yaml, at("c1/x", None), at("c1/y", None))["unplaced"], 107)

    def test_preferences(self) -> None:
        yaml = "requirements:\n" + need(
            'prefer: [ { days: mon, hours: "09:00-11:00", weight: 3 }, { dates: 2024-06-04 } ]')
        self.assertEqual(self.cost("placement", yaml, at("c1/x", "03T10:00")), 1)
        self.assertEqual(self.cost("placement", yaml, at("c1/x", "03T10:30")), 4)
        self.assertEqual(self.cost("placement", yaml, at("c1/x", "04T09:00")), 3)

    def test_lateness(self) -> None:
        yaml = "weights: { lateness: 2 }\nrequirements:\n" + need("aim-by: 2024-06-05")
        self.assertEqual(self.cost("placement", yaml, at("c1/x", "07T09:00")), 4)
        self.assertEqual(self.cost("placement", yaml, at("c1/x", "04T09:00")), 0)

    def test_distance(self) -> None:
        # A degree of latitude is 6371.0088 km x pi / 180 = 111.195 km.
        communities = "id,name,kind,lat,lon\nc1,C,urban,41,123\n"
        venues = "id,name,types,lat,lon\nhall,H,hall,42,123\n"
        yaml = "requirements:\n" + need("venue: hall")
        files = {"communities": communities, "venues": venues}
        entry = at("c1/x", "03T09:00", venue="hall")
        self.assertEqual(self.cost("placement", yaml, entry, files=files), 111)
        files["venues"] = "id,name,types\nhall,H,hall\n"
        self.assertEqual(self.cost("placement", yaml, entry, files=files), 0)

    def test_crowding(self) -> None:
        # Four drills of area a1 on one day, one is comfortable: e = 3, 4 x 3 x 4 / 2.
        yaml = ("limits: { comfortable-drills-per-day: 1 }\nrequirements:\n"
                + need(wanted="{}") + need(name="y", wanted="{}")
                + need("kind: meeting", "z", wanted="{}"))
        entries = [at(f"{c}/{r}", f"03T{h}:00") for c in ("c1", "c2")
                   for r, h in (("x", "09"), ("y", "10"), ("z", "11"))]
        self.assertEqual(self.cost("crowding", yaml, *entries), 24)

    def test_closeness(self) -> None:
        # Drills on the 3rd, 3rd and 5th: gaps 0, 2 and 2, so 2 x (4 + 2 + 2).
        yaml = ("limits: { comfortable-days-between-drills: 4 }\nrequirements:\n"
                + need() + need(name="y") + need(name="z"))
        self.assertEqual(self.cost("closeness", yaml, at("c1/x", "03T09:00"),
                                   at("c1/y", "03T10:00"), at("c1/z", "05T09:00")), 16)

    def test_quiet_week(self) -> None:
        # Two weeks; c1 is busy in the first, c2 has no activity at all.
        one = at("c1/x", "03T09:00")
        self.assertEqual(self.judged(ONE, one)["parts"]["quiet week"], 6)
        only = "requirements:\n" + need("dates: 2024-06-03..2024-06-06")
        self.assertEqual(self.judged(only, one)["parts"]["quiet week"], 0)
        closed = "closures: [ { dates: 2024-06-07..2024-06-13 } ]\n" + ONE
        self.assertEqual(self.judged(closed, one)["parts"]["quiet week"], 0)
        self.assertEqual(self.judged(ONE, at("c1/x", None))["parts"]["quiet week"], 12)
        cancelled = at("c1/x", None, status="cancelled")
        self.assertEqual(self.judged(ONE, cancelled)["parts"]["quiet week"], 0)
        # After the first week its placements are no longer allowed.
        unplaced = self.judged(ONE, at("c1/x", None), now="2024-06-07T00:00:00+08:00")
        self.assertEqual(unplaced["parts"]["quiet week"], 6)

    def test_quiet_week_asks_for_a_team(self) -> None:
        # f1 works on workdays; only f2, which does not cover c1, could come on a Saturday.
        yaml = "requirements:\n" + need("days: sat, teams: { fire: 1 }")
        self.assertEqual(self.judged(yaml, at("c1/x", None))["parts"]["quiet week"], 0)
        yaml = "requirements:\n" + need("venue: square, teams: { fire: 1 }")
        self.assertEqual(self.judged(yaml, at("c1/x", None))["parts"]["quiet week"], 12)

    def test_moved(self) -> None:
        yaml = "requirements:\n" + need('venue: square, teams: { fire: 1 }')
        was = at("c1/x", "10T09:00", venue="sq1", fire="f1")
        held = {"base": base(was), "now": NOW}
        day = at("c1/x", "11T10:00", venue="sq1", fire="f1")
        start = at("c1/x", "10T10:00", venue="sq1", fire="f1")
        self.assertEqual(self.cost("moved", yaml, day, **held), 8)
        self.assertEqual(self.cost("moved", yaml, start, **held), 3)
        self.assertEqual(self.cost("moved", yaml, was, **held), 0)


class Score(JudgeCase):
    def disagreements(self, **changes: Any) -> List[str]:
        parts = {"placement": 0, "crowding": 0, "quiet week": 6, "closeness": 0, "moved": 0}
        score = {"unplaced": 0, "unplacedBound": 0, "cost": 6, "bound": 6, "optimal": True,
                 "parts": parts, **changes}
        return self.judged(ONE, at("c1/x", "03T09:00"), score=score)["disagreements"]

    def test_agreement(self) -> None:
        self.assertEqual(self.disagreements(), [])
        self.assertEqual(self.disagreements(bound=5, optimal=False), [])

    def test_disagreements(self) -> None:
        self.assertEqual(self.disagreements(cost=7), ["cost is 6, not 7"])
        self.assertEqual(self.disagreements(bound=7, optimal=False), ["bound is 7, over 6"])
        self.assertEqual(self.disagreements(unplacedBound=1, optimal=False),
                         ["unplacedBound is 1, over 0"])
        self.assertEqual(self.disagreements(bound=5),
                         ["optimal is stated, but the bounds do not meet"])
        self.assertEqual(len(self.disagreements(parts={})), 1)


def calendar(*events: str) -> str:
    """A calendar of events, each given as its lines apart from the UID."""
    blocks = [f"BEGIN:VEVENT\nUID:{n}\n{event.strip()}\nEND:VEVENT\n"
              for n, event in enumerate(events)]
    text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(blocks) + "END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


class Reading(JudgeCase):
    def test_encodings_and_chinese_columns(self) -> None:
        text = '# 表\n\n编号,类型,名称,风险,人口\nc1,城市社区,"甲,乙",火灾；高层建筑,12\n'
        for data in (text.encode("utf-8-sig"), text.encode("gb18030"),
                     text.replace("甲,乙", "甲").replace(",", "\t").encode()):
            found = judge.Workspace(self.workspace(ONE, communities=data)).communities["c1"]
            self.assertEqual((found.kind, found.hazards, found.population, found.area),
                             ("urban", ["fire", "high-rise"], 12, "all-areas"))

    def test_holidays(self) -> None:
        ics = calendar("DTSTART;VALUE=DATE:20240607\nDTEND;VALUE=DATE:20240609\nSUMMARY:端午节",
                       "DTSTART;VALUE=DATE:20240612\nSUMMARY:夏至\nDTSTAMP;VALUE=DATE:20231025",
                       "DTSTART;VALUE=DATE:20240609\nSUMMARY:端午节（班）",
                       "DTSTART;VALUE=DATE:20240601\nSUMMARY:x\nCATEGORIES:A,MAKEUP-WORKDAY")
        yaml = "calendars: [ { file: h.ics, as: holidays } ]\n" + ONE
        workspace = judge.Workspace(self.workspace(yaml, h_ics=ics))
        days = [number for number in range(1, 14)
                if workspace.is_working(judge.parse_day(f"2024-06-{number:02}"))]
        self.assertEqual(days, [1, 3, 4, 5, 6, 9, 10, 11, 13])
        self.assertEqual(self.faults(yaml, at("c1/x", "07T09:00"), files={"h_ics": ics}),
                         ["the day is a holiday"])
        workdays = yaml + need("days: weekends", "y")
        self.assertEqual(self.faults(workdays, at("c1/x", "03T09:00"), at("c1/y", "09T09:00"),
                                     files={"h_ics": ics}), ["the day does not pass days"])
        allowed = yaml.replace("duration", "on-holidays: true, duration")
        self.assertEqual(self.faults(allowed, at("c1/x", "07T09:00"), files={"h_ics": ics}), [])

    def closed(self, *events: str) -> Dict[str, List[Any]]:
        yaml = "calendars: [ { file: b.ics, as: closure, venues: [hall] } ]\n" + ONE
        closure = judge.Workspace(self.workspace(yaml, b_ics=calendar(*events))).closures[0]
        self.assertEqual(closure.scope, {"venues": ["hall"]})
        return {judge.iso(day)[5:]: spans for day, spans in (closure.spans or {}).items() if spans}

    def test_recurring_closures(self) -> None:
        rule = """DTSTART;TZID=Asia/Shanghai:20240603T090000
DTEND;TZID=Asia/Shanghai:20240603T100000
RRULE:FREQ=DAILY;UNTIL=20240606T010000Z
EXDATE;TZID=Asia/Shanghai:20240604T090000"""
        self.assertEqual(self.closed(rule), {
            "06-03": [(540, 600)], "06-05": [(540, 600)], "06-06": [(540, 600)]})

    def test_zones_and_midnight(self) -> None:
        self.assertEqual(self.closed("DTSTART:20240603T150000Z\nDURATION:PT2H"),
                         {"06-03": [(1380, 1440)], "06-04": [(0, 60)]})
        self.assertEqual(self.closed("DTSTART;TZID=China Standard Time:20240603T230000\n"
                                     "DTEND;TZID=China Standard Time:20240604T000000"),
                         {"06-03": [(1380, 1440)]})
        self.assertEqual(self.closed("DTSTART;TZID=Nowhere/At All:20240603T230000\n"
                                     "DURATION:PT1H"), {})
        self.assertEqual(self.closed("DTSTART;VALUE=DATE:20240603"), {"06-03": [(0, 1440)]})

    def test_what_closes_nothing(self) -> None:
        when = "DTSTART:20240603T150000Z\nDURATION:PT2H\n"
        self.assertEqual(self.closed(when + "STATUS:CANCELLED", when + "TRANSP:TRANSPARENT",
                                     when + "RRULE:FREQ=HOURLY"), {})

    def test_a_moved_occurrence(self) -> None:
        rule = "DTSTART:20240603T010000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2"
        moved = "DTSTART:20240605T020000\nDURATION:PT1H\nRECURRENCE-ID:20240604T010000"
        text = calendar(rule, moved).replace("UID:1", "UID:0")
        yaml = "calendars: [ { file: b.ics, as: closure } ]\n" + ONE
        closure = judge.Workspace(self.workspace(yaml, b_ics=text)).closures[0]
        self.assertEqual({judge.iso(day): spans for day, spans in closure.spans.items()},
                         {"2024-06-03": [(60, 120)], "2024-06-05": [(120, 180)]})


class Command(JudgeCase):
    def run_on(self, document: Any, *options: str) -> int:
        folder = self.workspace(ONE)
        path = folder / "plan.json"
        path.write_text(document if isinstance(document, str) else json.dumps(document))
        with contextlib.redirect_stdout(io.StringIO()) as out, \
                contextlib.redirect_stderr(io.StringIO()):
            status = judge.main([str(folder), str(path), *options])
        if status != 2:
            self.assertEqual(json.loads(out.getvalue())["cost"], 6)
        return status

    def test_exit_status(self) -> None:
        parts = {"placement": 0, "crowding": 0, "quiet week": 6, "closeness": 0, "moved": 0}
        score = {"unplaced": 0, "unplacedBound": 0, "cost": 6, "bound": 6, "optimal": True,
                 "parts": parts}
        plan = {"id": "tiny", "activities": [at("c1/x", "03T09:00")], "score": score}
        self.assertEqual(self.run_on(plan), 0)
        self.assertEqual(self.run_on({**plan, "score": {}}), 1)
        self.assertEqual(self.run_on({**plan, "activities": [at("c1/x", "03T09:15")]}), 1)
        self.assertEqual(self.run_on("{"), 2)
        self.assertEqual(self.run_on(plan, "--now", "2024-06-03T10:00:00+08:00"), 1)


if __name__ == "__main__":
    unittest.main()
