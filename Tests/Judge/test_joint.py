"""Joint activities: where they are allowed, and whose they are."""
from typing import Any, List

from tiny import COMMUNITIES, NOW, TEAMS, VENUES, Entry, JudgeCase, at, base, need


PAIR = "requirements:\n" + need("together: [[c1, c2]]", wanted="{}")


class Joint(JudgeCase):
    """A joint activity of c1, the host, 1000 people, urban, and c2, 250, rural; both of a1."""

    def joint(self, extra: str, *entries: Entry, head: str = "", **more: Any) -> List[str]:
        yaml = head + "requirements:\n" + need(f"together: [[c1, c2]], {extra}", wanted="{}")
        return self.faults(yaml, *entries, **more)

    def test_one_activity_in_place_of_one_each(self) -> None:
        self.assertEqual(self.faults(PAIR, at("c1/x", "03T09:00")), [])
        self.assertEqual(self.faults(PAIR, at("c1/x", "03T09:00"), at("c2/x", "04T09:00")),
                         ["is made by no requirement"])

    def test_the_first_of_the_list_is_the_host(self) -> None:
        yaml = PAIR.replace("[c1, c2]", "[D, C]")  # names do where ids do
        self.assertEqual(self.faults(yaml, at("c2/x", "03T09:00")), [])

    def test_by_area_the_first_in_the_table_is_the_host(self) -> None:
        yaml = PAIR.replace("[[c1, c2]]", "area")
        more = COMMUNITIES + "c3,E,rural,a2,10,\n"
        self.assertEqual(self.faults(yaml, at("c1/x", "03T09:00"), at("c3/x", "03T09:00"),
                                     files={"communities": more}), [])
        selected = yaml.replace("for: {}", "for: { kind: rural }")
        self.assertEqual(self.faults(selected, at("c2/x", "03T09:00"), at("c3/x", "03T09:00"),
                                     files={"communities": more}), [])

    def test_what_was_published_keeps_its_host(self) -> None:
        was = at("c2/x", "13T09:00")
        self.assertEqual(self.faults(PAIR, was, base=base(was), now=NOW), [])

    def test_a_venue_of_any_of_them_or_a_shared_one(self) -> None:
        for venue in ("sq1", "sq2"):
            self.assertEqual(self.joint("venue: square", at("c1/x", "03T09:00", venue=venue)), [])
        other = VENUES + "sq3,S,square,c3,,,\n"
        more = COMMUNITIES + "c3,E,rural,a2,10,\n"
        files = {"venues": other, "communities": more}
        self.assertEqual(self.joint("venue: square", at("c1/x", "03T09:00", venue="sq3"),
                                    at("c3/x", "04T09:00", venue="sq3"), files=files),
                         ["sq3 is not for it"])

    def test_a_percentage_is_of_their_sum(self) -> None:
        # 8 % of 1250 people are 100, 8.01 % are 101.
        entry = at("c1/x", "03T09:00", venue="hall")
        self.assertEqual(self.joint("venue: hall, participants: 8%", entry), [])
        self.assertEqual(self.joint("venue: hall, participants: 8.01%", entry),
                         ["hall seats 100, not 101"])

    def test_the_team_covers_each(self) -> None:
        self.assertEqual(self.joint("teams: { fire: 1 }", at("c1/x", "03T09:00", fire="f1")), [])
        self.assertEqual(self.joint("teams: { fire: 1 }", at("c1/x", "03T09:00", fire="f2")),
                         ["f2 does not cover it"])
        files = {"teams": TEAMS + "f3,F,fire,,,c1,,\n"}
        self.assertEqual(self.joint("teams: { fire: 1 }", at("c1/x", "03T09:00", fire="f3"),
                                    files=files), ["f3 does not cover it"])

    def test_a_closure_on_any_of_them_applies(self) -> None:
        entry = at("c1/x", "03T09:00")
        for scope, is_closed in (("kinds: rural", True), ("communities: [c2]", True),
                                 ("kinds: urban, communities: [c2]", False),
                                 ("kinds: [school, 医院]", False), ("areas: [a1]", True)):
            head = f"closures: [ {{ dates: 2024-06-03, {scope} }} ]\n"
            self.assertEqual(self.joint("", entry, head=head),
                             ["a closure overlaps it"] if is_closed else [], scope)


class JointRules(JudgeCase):
    """What holds for the host holds for the partner c2 alike."""

    def judge(self, own: str, *entries: Entry, extra: str = "", head: str = "",
              **more: Any) -> List[str]:
        yaml = (head + "requirements:\n" + need(f"together: [[c1, c2]], {extra}", wanted="{}")
                + need(own, "y", "{ communities: [c2] }"))
        return self.rules(yaml, *entries, **more)

    def test_overlap_with_what_the_partner_has(self) -> None:
        one = at("c1/x", "03T09:00")
        self.assertEqual(self.judge("", one, at("c2/y", "03T09:30")), ["community"])
        self.assertEqual(self.judge("", one, at("c2/y", "03T10:00")), [])
        self.assertEqual(self.judge("", one, at("c2/y", "03T09:30"), extra="blocking: false"), [])

    def test_daily_limit_of_the_partner(self) -> None:
        entries = at("c1/x", "03T09:00"), at("c2/y", "03T11:00")
        self.assertEqual(self.judge("", *entries, head="limits: { per-community-per-day: 1 }\n"),
                         ["community"])
        self.assertEqual(self.judge("", *entries, head="limits: { per-community-per-day: 2 }\n"),
                         [])

    def test_order_with_what_the_partner_has(self) -> None:
        one = at("c1/x", "04T09:00")
        self.assertEqual(self.judge("after: x", one, at("c2/y", "04T11:00")), ["order"])
        self.assertEqual(self.judge("after: x", one, at("c2/y", "05T08:00")), [])
        self.assertEqual(self.judge("", one, at("c2/y", "04T07:00"), extra="after: y"), ["order"])
        self.assertEqual(self.judge("", one, at("c2/y", "03T11:00"), extra="after: y"), [])

    def test_order_after_the_organizers_for_the_partner_that_has_none_of_its_own(self) -> None:
        yaml = ("requirements:\n" + need("together: [[c1, c2]], after: y", wanted="{}")
                + need("", "y", "[ organizer, { communities: [c1] } ]"))
        one, own = at("c1/x", "06T09:00"), at("c1/y", "04T09:00")
        self.assertEqual(self.rules(yaml, one, own, at("organizer/y", "06T08:00")), ["order"])
        self.assertEqual(self.rules(yaml, one, own, at("organizer/y", "05T08:00")), [])

    def test_apart_in_the_partner(self) -> None:
        yaml = "requirements:\n" + need("together: [[c1, c2]], count: 2, apart: 3", wanted="{}")
        self.assertEqual(self.rules(yaml, at("c1/x/1", "03T09:00"), at("c1/x/2", "05T09:00")),
                         ["apart"])

    def test_once_in_a_venue_and_once_for_a_team(self) -> None:
        yaml = "requirements:\n" + need("together: area, venue: hall, teams: { fire: 1 }",
                                        wanted="{}")
        self.assertEqual(self.rules(yaml, at("c1/x", "03T09:00", venue="hall", fire="f1")), [])


class JointCosts(JudgeCase):
    """Once where it is one, for each where it is everyone's."""

    def parts(self, yaml: str, *entries: Entry, **more: Any) -> Any:
        return self.judged(yaml, *entries, **more)["parts"]

    def test_quiet_week_of_the_partner(self) -> None:
        # Both could have it in both weeks and have it in the first.
        self.assertEqual(self.parts(PAIR, at("c1/x", "03T09:00"))["quiet week"], 12)
        self.assertEqual(self.parts(PAIR, at("c1/x", None))["quiet week"], 24)

    def test_crowding_counts_it_once_for_the_hosts_area(self) -> None:
        head = "limits: { comfortable-drills-per-day: 1 }\n"
        more = COMMUNITIES.replace("D,rural,a1", "D,rural,a2")
        yaml = head + PAIR + need(name="y") + need(name="z", wanted="{ communities: [c2] }")
        entries = [at("c1/x", "03T09:00"), at("c1/y", "03T10:00"), at("c2/z", "03T11:00")]
        self.assertEqual(self.parts(yaml, *entries, files={"communities": more})["crowding"], 4)
        self.assertEqual(self.parts(yaml, *entries)["crowding"], 12)

    def test_closeness_with_what_host_and_partner_have(self) -> None:
        head = "limits: { comfortable-days-between-drills: 3 }\n"
        yaml = head + PAIR + need(name="y") + need(name="z", wanted="{ communities: [c2] }")
        # y is 1 day from x, z 2 days; y and z are of different communities.
        found = self.parts(yaml, at("c1/x", "04T09:00"), at("c1/y", "05T09:00"),
                           at("c2/z", "06T09:00"))
        self.assertEqual(found["closeness"], 2 * 2 + 2 * 1)

    def test_unplaced_once_and_uneven_for_each(self) -> None:
        yaml = PAIR + need(name="y") + need(name="z", wanted="{ communities: [c2] }")
        found = self.judged(yaml, at("c1/x", None), at("c1/y", None), at("c2/z", None))
        self.assertEqual((found["unplaced"], found["parts"]["unevenness"]), (300, 6))

    def test_distance_is_the_hosts(self) -> None:
        # A degree of latitude is 111.195 km.
        files = {"communities": "id,name,kind,lat,lon\nc1,C,urban,41,123\nc2,D,urban,43,123\n",
                 "venues": "id,name,types,lat,lon\nhall,H,hall,42.5,123\n"}
        yaml = PAIR.replace("together", "venue: hall, together")
        found = self.parts(yaml, at("c1/x", "03T09:00", venue="hall"), files=files)
        self.assertEqual(found["placement"], 166)

    def test_away_where_one_of_them_owns_a_fit_venue(self) -> None:
        shared = VENUES + "sq9,S,square,,,,\n"
        yaml = PAIR.replace("together", "venue: square, participants: 20, together")
        for seats, venue, cost in (("20,20", "sq9", 1), ("20,20", "sq2", 0), ("19,19", "sq9", 0),
                                   ("20,19", "sq9", 1), ("19,20", "sq9", 1)):
            first, second = seats.split(",")
            venues = (shared.replace("square,c1,,", f"square,c1,{first},")
                      .replace("square,c2,,", f"square,c2,{second},"))
            found = self.parts(yaml, at("c1/x", "03T09:00", venue=venue), files={"venues": venues})
            self.assertEqual(found["placement"], cost, (seats, venue))
