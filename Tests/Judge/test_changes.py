"""What may change from the base."""
from typing import Any, Dict, List, Optional

from tiny import NOW, ONE, TEAMS, TWO, VENUES, Entry, JudgeCase, at, base, calendar, need


class Replanning(JudgeCase):
    def fixed(self, why: str, entry: Optional[Entry] = None, *fields: str) -> List[Entry]:
        """`c1/x` fixed, with the values of the entry."""
        values = {key: (entry or {}).get(key) for key in ("start", "venue", "teams")}
        return [{"id": "c1/x", "why": why, **values,
                 "fields": list(fields) or ["day", "start", "venue", "teams"]}]

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
        self.assertEqual(self.rules(TWO, one, other, fixed=pinned), ["community"])

    def test_what_is_cancelled_or_made_no_more_is_not_frozen(self) -> None:
        held = {"base": base(at("c1/x", "05T09:00"), at("c1/gone", "05T09:00")), "now": NOW}
        self.assertEqual(self.rules(ONE, at("c1/x", None, status="cancelled"), **held), [])

    def test_a_persons_move_thaws_where_it_overrides(self) -> None:
        was = at("c1/x", "05T09:00")
        for moved in ("10T09:00", "05T11:00"):
            free = at("c1/x", moved, overrides=["fixed"])
            held = {"base": base(was), "now": NOW, "fixed": self.fixed("frozen", free)}
            self.assertEqual(self.rules(ONE, free, **held), [])
            self.assertEqual(self.rules(ONE, at("c1/x", moved), **held), ["fixed"])

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


class Pinned(JudgeCase):
    """A pinned or moved activity keeps the fields that were pinned."""

    YAML = "requirements:\n" + need("venue: square, teams: { fire: 1 }")

    def check(self, field: str, good: Entry, bad: Entry) -> None:
        target = at("c1/x", "10T09:00", venue="sq1", fire="f1")
        fixed = [{"id": "c1/x", "why": "pinned", "fields": [field],
                  **{key: target[key] for key in ("start", "venue", "teams")}}]
        files = {"venues": VENUES + "sq3,S,square,c1,,,\n", "teams": TEAMS + "f3,F,fire,,,,,\n"}
        fault = f"its {field} is fixed and was changed"
        for entry, found in ((target, []), (good, []), (bad, [fault])):
            self.assertEqual(self.faults(self.YAML, entry, fixed=fixed, files=files), found)

    def test_day(self) -> None:
        self.check("day", at("c1/x", "10T14:00", venue="sq3", fire="f3"),
                   at("c1/x", "11T09:00", venue="sq1", fire="f1"))

    def test_start(self) -> None:
        self.check("start", at("c1/x", "11T09:00", venue="sq3", fire="f3"),
                   at("c1/x", "10T09:30", venue="sq1", fire="f1"))

    def test_venue(self) -> None:
        self.check("venue", at("c1/x", "11T14:00", venue="sq1", fire="f3"),
                   at("c1/x", "10T09:00", venue="sq3", fire="f1"))

    def test_teams(self) -> None:
        self.check("teams", at("c1/x", "11T14:00", venue="sq3", fire="f1"),
                   at("c1/x", "10T09:00", venue="sq1", fire="f3"))

    def test_it_may_stay_unplaced_at_a_level_of_its_own(self) -> None:
        fixed = [{"id": "c1/x", "why": "pinned", "fields": ["day"],
                  "start": "2024-06-10T09:00:00+08:00"}]
        found = self.judged(TWO, at("c1/x", None), at("c1/y", None), fixed=fixed)
        self.assertEqual((found["violations"], found["pinnedUnplaced"], found["unplaced"]),
                         ([], 100, 200))
        told = self.judged(TWO, at("c1/x", None, pinned=["day"]), at("c1/y", "03T09:00"))
        self.assertEqual(told["pinnedUnplaced"], 100)
        placed = self.judged(TWO, at("c1/x", "10T09:00"), at("c1/y", None), fixed=fixed)
        self.assertEqual((placed["pinnedUnplaced"], placed["unplaced"]), (0, 100))

    def test_a_cancelled_one_is_at_no_level(self) -> None:
        fixed = [{"id": "c1/x", "why": "pinned", "fields": ["day"]}]
        found = self.judged(ONE, at("c1/x", None, status="cancelled"), fixed=fixed)
        self.assertEqual((found["violations"], found["pinnedUnplaced"], found["unplaced"]),
                         ([], 0, 0))

    def test_what_fixed_may_say(self) -> None:
        for entry in ({"why": "wished", "fields": []}, {"why": "pinned", "fields": ["hour"]}):
            found = self.faults(ONE, at("c1/x", "03T09:00"), fixed=[{"id": "c1/x", **entry}])
            self.assertEqual(len(found), 1)


class Displaced(JudgeCase):
    """`displaced` is the day that a make-up deadline runs from."""

    YAML = "make-up-within: 3\n" + ONE

    def test_the_deadline_runs_from_the_day_that_is_told(self) -> None:
        # Published on the 10th by now, on the 5th when the block took it.
        held = {"base": base(at("c1/x", "10T09:00")), "now": NOW,
                "displaced": {"c1/x": "2024-06-05"}}
        self.assertEqual(self.rules(self.YAML, at("c1/x", "10T11:00"), **held), [])
        self.assertEqual(self.rules(self.YAML, at("c1/x", "11T09:00"), **held), ["make-up"])
        self.assertEqual(self.rules(self.YAML, at("c1/x", "11T09:00"),
                                    **{**held, "displaced": {}}), [])

    def test_a_block_that_takes_it_is_told(self) -> None:
        held = {"base": base(at("c1/x", "07T09:00")), "displaced": {}, "now": NOW,
                "blocks": [{"dates": ["2024-06-07"], "reason": "storm"}]}
        moved = at("c1/x", "10T09:00")
        self.assertEqual(self.faults(self.YAML, moved, **held), ["is displaced and not listed so"])
        for entry in (at("c1/x", None, status="cancelled"), at("c1/x", "07T09:00", status="done")):
            self.assertEqual(self.faults(self.YAML, entry, **held), [])

    def test_holidays_are_no_working_days(self) -> None:
        files = {"h_ics": calendar("DTSTART;VALUE=DATE:20240610\nSUMMARY:端午节")}
        yaml = "calendars: [ { file: h.ics, as: holidays } ]\n" + self.YAML
        held = {"displaced": {"c1/x": "2024-06-05"}, "now": NOW, "files": files}
        self.assertEqual(self.rules(yaml, at("c1/x", "11T09:00"), **held), [])
        self.assertEqual(self.rules(yaml, at("c1/x", "12T09:00"), **held), ["make-up"])


class TakenBack(JudgeCase):
    """A base entry with `or`, the placement before what was undone; or without a start."""

    def base(self, was: Optional[Entry], before: Optional[Entry]) -> Dict[str, Any]:
        entry = base(was)["c1/x"] if was else {}
        return {"c1/x": {**entry, "or": base(before)["c1/x"] if before else None}}

    def test_a_frozen_one_may_go_back_and_nowhere_else(self) -> None:
        was, before = at("c1/x", "05T09:00"), at("c1/x", "06T07:00")
        held = {"base": self.base(was, before), "now": NOW}
        for entry, found in ((was, []), (before, []), (at("c1/x", "06T07:30"), ["fixed"]),
                             (at("c1/x", "12T07:30"), ["fixed"]), (at("c1/x", None), ["fixed"])):
            self.assertEqual(self.rules(ONE, entry, **held), found)

    def test_a_frozen_one_may_not_go_back_where_nothing_may_be_now(self) -> None:
        was, before = at("c1/x", "05T09:00"), at("c1/x", "06T07:00")
        held = {"base": self.base(was, before), "now": NOW}
        closed = "closures: [ { dates: 2024-06-06 } ]\n" + ONE
        self.assertEqual(self.rules(closed, before, **held), ["placement"])
        past = at("c1/x", "03T09:00")
        held["base"] = self.base(was, past)
        self.assertEqual(self.rules(ONE, past, **held), ["placement"])

    def test_a_frozen_one_that_stood_nowhere_may_be_left_out(self) -> None:
        held = {"base": self.base(at("c1/x", "05T09:00"), None), "now": NOW}
        self.assertEqual(self.rules(ONE, at("c1/x", None), **held), [])

    def test_what_was_left_out_is_not_frozen_but_starts_after_the_freeze(self) -> None:
        held = {"base": {"c1/x": {}}, "now": NOW}
        self.assertEqual(self.rules(ONE, at("c1/x", None), **held), [])
        self.assertEqual(self.rules(ONE, at("c1/x", "06T08:00"), **held), [])
        self.assertEqual(self.rules(ONE, at("c1/x", "06T07:30"), **held), ["fixed"])

    def test_how_many_stand_where_they_stood(self) -> None:
        yaml = "requirements:\n" + need("teams: { fire: 1 }")
        files = {"teams": TEAMS + "f3,F,fire,,,,,\n"}
        was, before = at("c1/x", "12T09:00", fire="f1"), at("c1/x", "13T09:00", fire="f1")
        for entry, count in ((was, 0), (before, 1), (at("c1/x", "13T09:00", fire="f3"), 0)):
            found = self.judged(yaml, entry, base=self.base(was, before), now=NOW, files=files)
            self.assertEqual((found["restored"], found["violations"]), (count, []))
        nowhere = self.judged(yaml, at("c1/x", None), base=self.base(was, None), now=NOW)
        self.assertEqual(nowhere["restored"], 1)
