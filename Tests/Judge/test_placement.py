"""Where an activity is allowed: each filter on either side of its boundary."""
from typing import Any

from tiny import ONE, VENUES, Entry, JudgeCase, at, base, need


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
                         ["ends at 2024-06-04T06:00:00+08:00",
                          "an all-day activity starts at midnight"])

    def test_now_and_notices(self) -> None:
        now = "2024-06-05T10:00:00+08:00"
        self.check("", at("c1/x", "05T09:00"), "it starts before now", now=now)
        self.assertEqual(self.faults(ONE, at("c1/x", "05T10:00"), now=now), [])
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

    def test_a_start_of_its_own_instead_of_the_grid(self) -> None:
        self.check('start: "14:28"', at("c1/x", "03T14:00"), "the start is off the grid")
        yaml = "requirements:\n" + need('start: "14:28"')
        self.assertEqual(self.faults(yaml, at("c1/x", "03T14:28")), [])
        self.check('start: "14:28", hours: "14:00-15:00"', at("c1/x", "03T14:28"),
                   "it is outside its hours")

    def test_a_month_of_its_own(self) -> None:
        head = "period: { from: 2024-05-20, to: 2024-06-13 }\n"
        yaml = head + "requirements:\n" + need("every: month")
        may, june = at("c1/x/2024-05", "13T09:00"), at("c1/x/2024-06", "12T09:00")
        self.assertEqual(self.faults(yaml, may, june), ["the day is not in its month"])
        may.update(start="2024-05-31T09:00:00+08:00", end="2024-05-31T10:00:00+08:00")
        self.assertEqual(self.faults(yaml, may, june), [])

    def test_a_quarter_of_its_own(self) -> None:
        head = "period: { from: 2024-06-03, to: 2024-07-13 }\n"
        yaml = head + "requirements:\n" + need("every: quarter")
        second, third = at("c1/x/2024-q2", "13T09:00"), at("c1/x/2024-q3", "12T09:00")
        self.assertEqual(self.faults(yaml, second, third), ["the day is not in its quarter"])

    def test_closures_of_the_organizer(self) -> None:
        head = "closures: [ { dates: 2024-06-03, communities: organizer } ]\n"
        yaml = head + "requirements:\n" + need(wanted="[ organizer, { communities: c1 } ]")
        self.assertEqual(self.faults(yaml, at("c1/x", "03T09:00"), at("organizer/x", "04T09:00")),
                         [])
        self.assertEqual(self.faults(yaml, at("c1/x", "03T09:00"), at("organizer/x", "03T11:00")),
                         ["a closure overlaps it"])

    def test_a_closure_whose_list_is_empty_closes_all(self) -> None:
        self.check("", at("c1/x", "03T09:00"), "a closure overlaps it",
                   "closures: [ { dates: 2024-06-03, communities: [] } ]\n")

    def test_neither_notices_nor_freeze_bar_what_is_taken_back_to_but_the_past_does(self) -> None:
        yaml = "requirements:\n" + need("notices: [ { to: T, workdays: 3 } ]")
        now = "2024-06-05T10:00:00+08:00"
        was, before = at("c1/x", "13T09:00"), at("c1/x", "06T09:00")
        held = {"base": {"c1/x": {**base(was)["c1/x"], "or": base(before)["c1/x"]}}, "now": now}
        self.assertEqual(self.faults(yaml, before, **held), [])
        self.assertEqual(self.faults(yaml, at("c1/x", "06T10:00"), **held),
                         ["a notice comes too late",
                          "was published and starts before now + freeze"])
        past = at("c1/x", "05T09:30")
        held["base"]["c1/x"]["or"] = base(past)["c1/x"]
        self.assertEqual(self.faults(yaml, past, **held), ["it starts before now"])
