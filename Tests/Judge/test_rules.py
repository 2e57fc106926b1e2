"""Rules between activities."""
from tiny import COMMUNITIES, VENUES, ONE, TWO, JudgeCase, at, need


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

    def test_turnaround_of_a_venue_past_midnight_too(self) -> None:
        venues = "id,name,types,turnaround\nv,V,hall,90\n"
        yaml = "requirements:\n" + need("venue: hall", wanted="{}")
        for first, second, found in (
                ("03T09:00", "03T11:00", ["venue"]), ("03T09:00", "03T11:30", []),
                ("03T23:00", "04T01:00", ["venue"]), ("03T23:00", "04T01:30", [])):
            entries = at("c1/x", first, venue="v"), at("c2/x", second, venue="v")
            self.assertEqual(self.rules(yaml, *entries, files={"venues": venues}), found, second)

    def test_turnaround_of_a_venue_for_several_at_once(self) -> None:
        venues = "id,name,types,concurrent,turnaround\nv,V,hall,2,60\n"
        yaml = "requirements:\n" + need("venue: hall", wanted="{}") + need(
            "venue: hall", "y", "{ communities: [c2] }")
        one, other = at("c1/x", "03T09:00", venue="v"), at("c2/x", "03T09:30", venue="v")
        for third, found in (("03T10:30", ["venue"]), ("03T11:00", [])):
            self.assertEqual(self.rules(yaml, one, other, at("c2/y", third, venue="v"),
                                        files={"venues": venues}), found)

    def test_turnaround_may_overlap_a_closure_and_closing_time(self) -> None:
        venues = "id,name,types,turnaround,hours\nv,V,hall,90,08:00-10:00\n"
        yaml = ('closures: [ { hours: "10:00-11:00" } ]\nrequirements:\n' + need("venue: hall"))
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00", venue="v"),
                                    files={"venues": venues}), [])

    def test_order_by_the_month_and_the_quarter(self) -> None:
        for every, first, second in (("month", "2024-06", "2024-07"),
                                     ("quarter", "2024-q2", "2024-q3")):
            yaml = ("period: { from: 2024-06-03, to: 2024-07-13 }\nrequirements:\n"
                    + need(f"every: {every}") + need(f"every: {every}, after: x", "y"))
            july = at(f"c1/x/{second}", "13T09:00")
            july.update(start="2024-07-10T09:00:00+08:00", end="2024-07-10T10:00:00+08:00")
            late = at(f"c1/y/{second}", None)
            entries = [at(f"c1/x/{first}", "05T09:00"), july, late]
            # July's x is none of June's y's business.
            self.assertEqual(self.rules(yaml, *entries, at(f"c1/y/{first}", "06T09:00")), [])
            self.assertEqual(self.rules(yaml, *entries, at(f"c1/y/{first}", "04T09:00")), ["order"])

    def test_order_of_spans_that_differ_is_with_each_that_overlaps(self) -> None:
        # The reporting week of 4 July is from 28 June: it overlaps both months.
        yaml = ("period: { from: 2024-06-21, to: 2024-07-11 }\nrequirements:\n"
                + need("every: month") + need("every: week, after: x", "y"))
        june, july = at("c1/x/2024-06", "29T09:00"), at("c1/x/2024-07", "29T09:00")
        july.update(start="2024-07-02T09:00:00+08:00", end="2024-07-02T10:00:00+08:00")
        weeks = [at(f"c1/y/{week}", None) for week in ("2024-06-27", "2024-07-04", "2024-07-11")]
        for week, start, found in ((0, "26T09:00", ["order"]), (1, "30T09:00", ["order"])):
            entries = weeks[:week] + [at(weeks[week]["id"], start)] + weeks[week + 1:]
            self.assertEqual(self.rules(yaml, june, july, *entries), found)
        last = at("c1/y/2024-07-04", "29T09:00")
        last.update(start="2024-07-03T09:00:00+08:00", end="2024-07-03T10:00:00+08:00")
        self.assertEqual(self.rules(yaml, june, july, weeks[0], last, weeks[2]), [])

    def test_spans_that_share_one_day_overlap(self) -> None:
        # Monday the 1st of July is the last day of a reporting week and the first of the month.
        head = ("period: { from: 2024-06-25, to: 2024-07-08 }\nreporting-day: mon\n"
                "requirements:\n")
        for x, y in (("week", "month"), ("month", "week")):
            yaml = head + need(f"every: {x}") + need(f"every: {y}, after: x", "y")
            ids = {"week": ("2024-07-01", "2024-07-08"), "month": ("2024-07", "2024-06")}
            early, late = at(f"c1/x/{ids[x][0]}", "25T09:00"), at(f"c1/y/{ids[y][0]}", "25T11:00")
            for entry, hour in ((early, "11"), (late, "09")):
                entry.update(start=f"2024-07-01T{hour}:00:00+08:00",
                             end=f"2024-07-01T{int(hour) + 1:02}:00:00+08:00")
            rest = at(f"c1/x/{ids[x][1]}", None), at(f"c1/y/{ids[y][1]}", None)
            self.assertEqual(self.rules(yaml, early, late, *rest), ["order"])

    def test_order_with_one_that_does_not_recur_is_with_every(self) -> None:
        yaml = "requirements:\n" + need("every: week") + need("after: x", "y")
        entries = at("c1/x/2024-06-06", "03T09:00"), at("c1/x/2024-06-13", "12T09:00")
        self.assertEqual(self.rules(yaml, *entries, at("c1/y", "12T11:00")), ["order"])
        self.assertEqual(self.rules(yaml, *entries, at("c1/y", "13T11:00")), [])
