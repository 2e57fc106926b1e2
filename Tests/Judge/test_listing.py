"""What a plan must list."""
from typing import Any, List

import judge
from tiny import ONE, Entry, JudgeCase, at, base, calendar, need


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

    def test_ids_of_months_and_quarters(self) -> None:
        head = "period: { from: 2024-05-20, to: 2024-07-05 }\nrequirements:\n"
        self.assertEqual(self.ids(head + need("every: month, days: [mon]")),
                         ["c1/x/2024-05", "c1/x/2024-06", "c1/x/2024-07"])
        outside = need("every: month, dates: 2024-04-29..2024-06-03, days: [mon]")
        self.assertEqual(self.ids(head + outside),
                         ["c1/x/2024-04", "c1/x/2024-05", "c1/x/2024-06"])
        # No Saturday of July is in the period.
        self.assertEqual(self.ids(head + need("every: month, days: [sat], count: 2")),
                         ["c1/x/2024-05/1", "c1/x/2024-05/2", "c1/x/2024-06/1", "c1/x/2024-06/2"])
        self.assertEqual(self.ids(head + need("every: quarter")), ["c1/x/2024-q2", "c1/x/2024-q3"])

    def test_new_kinds_of_communities(self) -> None:
        table = "id,name,kind\n" + "".join(
            f"c{n},N{n},{kind}\n" for n, kind in enumerate(
                ["学校", "enterprise", "医院", "部门", "其他", "school"]))
        yaml = "requirements:\n" + need(wanted="{ kind: [school, department] }")
        self.assertEqual(self.ids(yaml, communities=table), ["c0/x", "c3/x", "c5/x"])

    def test_occurrences_are_numbered_by_their_days(self) -> None:
        yaml = "requirements:\n" + need("count: 3")
        fixed = [{"id": "c1/x/1", "why": "pinned", "fields": ["day"]}]
        first, second = at("c1/x/1", "05T09:00"), at("c1/x/2", "04T09:00")
        for entries, more, is_right in (
                ((first, at("c1/x/2", "06T09:00"), at("c1/x/3", None)), {}, True),
                ((first, second, at("c1/x/3", None)), {}, False),
                ((at("c1/x/1", "04T10:00"), second, at("c1/x/3", "05T09:00")), {}, False),
                ((first, at("c1/x/2", None), at("c1/x/3", "06T09:00")), {}, False),
                ((first, at("c1/x/2", "05T09:00"), at("c1/x/3", None)), {}, True),
                ((first, second, at("c1/x/3", None)), {"fixed": fixed}, True),
                ((at("c1/x/1", "05T09:00", pinned=["day"]), second, at("c1/x/3", None)), {}, True),
                ((at("c1/x/1", "05T09:00", status="done"), second, at("c1/x/3", None)), {}, True),
                ((at("c1/x/1", None, status="cancelled"), second, at("c1/x/3", None)), {}, True),
                ((first, second, at("c1/x/3", None)), {"base": base(second)}, True)):
            plan = {"id": "tiny", "activities": list(entries), "score": {}, **more}
            subject = judge.Judge(judge.Workspace(self.workspace(yaml)), plan, None)
            subject.check_numbers()
            self.assertEqual(subject.verdict.violations == [], is_right, entries)

    def test_every_key_of_the_form(self) -> None:
        plan = {"id": "tiny", "activities": [at("c1/x", "03T09:00")], "score": {}}
        found = judge.Judge(judge.Workspace(self.workspace(ONE)), plan, None).run(strict=True)
        places = [fault["what"].split(" lacks ")[0] for fault in found["violations"]]
        self.assertEqual(places, ["the plan", "score", "parts"])
        del plan["activities"][0]["sequence"]
        found = judge.Judge(judge.Workspace(self.workspace(ONE)), plan, None).run(strict=True)
        self.assertIn("lacks sequence", [fault["what"] for fault in found["violations"]])


class Following(JudgeCase):
    """A task for each activity of a requirement that is neither cancelled nor unplaced."""

    def check(self, deadline: str, task: Entry, *entries: Entry, fault: str = "",
              yaml: str = ONE, **more: Any) -> None:
        text = yaml + f"deadlines: [ {{ id: t, name: T, following: x, {deadline} }} ]\n"
        self.assertEqual(self.faults(text, *entries, tasks=[task] if task else [], **more),
                         [fault] if fault else [])

    def task(self, owner: str, due: str, suffix: str = "") -> Entry:
        return {"id": f"{owner}/t{suffix}", "community": owner, "name": "T", "due": due}

    def test_days_and_working_days_after_it(self) -> None:
        one = at("c1/x", "06T09:00")
        self.check("within: 5", self.task("c1", "2024-06-11"), one)
        self.check("within: 5", self.task("c1", "2024-06-12"), one, fault="due is '2024-06-12'")
        # Thursday the 6th: Friday the 7th, Monday the 10th.
        for form in ("workdays: 2", "within: { workdays: 2 }"):
            self.check(form, self.task("c1", "2024-06-10"), one)
            self.check(form, self.task("c1", "2024-06-08"), one, fault="due is '2024-06-08'")

    def test_none_for_what_is_unplaced_or_cancelled(self) -> None:
        self.check("within: 5", {}, at("c1/x", None))
        self.check("within: 5", {}, at("c1/x", None, status="cancelled"))
        self.check("within: 5", self.task("c1", "2024-06-11"), at("c1/x", None),
                   fault="should not be in tasks, or not twice")
        self.check("within: 5", {}, at("c1/x", "06T09:00"), fault="is missing from tasks")

    def test_when_a_done_one_was_held_the_plan_does_not_say(self) -> None:
        self.check("within: 5", self.task("c1", "2024-06-20"), at("c1/x", "06T09:00", status="done"))

    def test_its_id_is_the_activitys(self) -> None:
        yaml = "requirements:\n" + need("every: week, count: 2, days: sat")
        entries = at("c1/x/2024-06-13/1", "08T09:00"), at("c1/x/2024-06-13/2", None)
        self.check("within: 1", self.task("c1", "2024-06-09", "/2024-06-13/1"), *entries, yaml=yaml)

    def test_owed_by_those_whom_for_selects(self) -> None:
        yaml = "requirements:\n" + need("together: area", wanted="{}")
        one = at("c1/x", "06T09:00")
        self.check("within: 1, for: { communities: c2 }", self.task("c2", "2024-06-07"), one,
                   yaml=yaml)
        self.check("within: 1, for: { communities: c1 }", self.task("c1", "2024-06-07"), one,
                   yaml=yaml)
        self.check("within: 1", self.task("c1", "2024-06-07"), one, yaml=yaml,
                   fault="is missing from tasks")
        self.check("within: 1, for: organizer", {}, one, yaml=yaml)

    def test_a_holiday_makes_it_earlier(self) -> None:
        files = {"h_ics": calendar("DTSTART;VALUE=DATE:20240610\nSUMMARY:端午节")}
        yaml = "calendars: [ { file: h.ics, as: holidays } ]\n" + ONE
        one = at("c1/x", "06T09:00")
        for rule, due in (("earlier", "2024-06-07"), ("stay", "2024-06-10")):
            self.check(f"within: 4, if-holiday: {rule}", self.task("c1", due), one, yaml=yaml,
                       files=files)
