"""The levels and parts of the cost, and what the plan states of them."""
from typing import Any, List

from tiny import NOW, ONE, VENUES, Entry, JudgeCase, at, base, need


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

    def test_quiet_week_asks_for_crews(self) -> None:
        # No team has two crews at all, so it can be in no week.
        yaml = "requirements:\n" + need("teams: { fire: 2 }")
        self.assertEqual(self.judged(yaml, at("c1/x", None))["parts"]["quiet week"], 0)

    def test_moved(self) -> None:
        yaml = "requirements:\n" + need('venue: square, teams: { fire: 1 }')
        was = at("c1/x", "10T09:00", venue="sq1", fire="f1")
        held = {"base": base(was), "now": NOW}
        day = at("c1/x", "11T10:00", venue="sq1", fire="f1")
        start = at("c1/x", "10T10:00", venue="sq1", fire="f1")
        self.assertEqual(self.cost("moved", yaml, day, **held), 8)
        self.assertEqual(self.cost("moved", yaml, start, **held), 3)
        self.assertEqual(self.cost("moved", yaml, was, **held), 0)

    def test_away(self) -> None:
        venues = VENUES + "sq9,S,square,,,,\nsmall,T,tent,c1,9,,\n"
        yaml = "weights: { away: 5 }\nrequirements:\n" + need("venue: [square, tent], participants: 10")
        for given, venue, cost in ((venues, "sq9", 5), (venues, "sq1", 0),
                                   (venues.replace("sq1,S,square,c1", "sq1,S,square,c2"), "sq9", 0),
                                   (venues.replace("sq1,S,square,c1", "sq1,S,hall,c1"), "sq9", 0),
                                   (venues.replace("tent,c1,9", "tent,c1,10")
                                    .replace("sq1,S,square,c1", "sq1,S,hall,c1"), "sq9", 5),
                                   (venues.replace("square,c1,,,", "square,c1,,00:00-00:30,mon"),
                                    "sq9", 5)):
            self.assertEqual(self.cost("placement", yaml, at("c1/x", "03T09:00", venue=venue),
                                       files={"venues": given}), cost, given)

    def test_the_organizer_is_never_away(self) -> None:
        yaml = "requirements:\n" + need("venue: hall", wanted="organizer")
        self.assertEqual(self.cost("placement", yaml, at("organizer/x", "03T09:00", venue="hall")), 0)

    def test_moved_is_the_smaller_of_the_two(self) -> None:
        was, before = at("c1/x", "12T09:00"), at("c1/x", "13T14:00")
        held = {"base": {"c1/x": {**base(was)["c1/x"], "or": base(before)["c1/x"]}}, "now": NOW}
        for start, cost in (("12T09:00", 0), ("13T14:00", 0), ("12T10:00", 3), ("13T09:00", 3),
                            ("11T09:00", 8)):
            self.assertEqual(self.cost("moved", ONE, at("c1/x", start), **held), cost, start)

    def test_another_venue_is_a_move(self) -> None:
        yaml = "requirements:\n" + need("venue: square")
        files = {"venues": VENUES + "sq3,S,square,c1,,,\n"}
        held = {"base": base(at("c1/x", "12T09:00", venue="sq1")), "now": NOW, "files": files}
        self.assertEqual(self.cost("moved", yaml, at("c1/x", "12T09:00", venue="sq3"), **held), 3)

    def test_moved_from_nowhere_is_free(self) -> None:
        held = {"base": {"c1/x": {}}, "now": NOW}
        self.assertEqual(self.cost("moved", ONE, at("c1/x", "12T09:00"), **held), 0)
        for entry in ({**base(at("c1/x", "13T09:00"))["c1/x"], "or": None},
                      {"or": base(at("c1/x", "13T09:00"))["c1/x"]}):
            held["base"] = {"c1/x": entry}
            self.assertEqual(self.cost("moved", ONE, at("c1/x", "12T09:00"), **held), 0)

    def test_other_teams_are_no_move(self) -> None:
        yaml = "requirements:\n" + need("teams: { fire: 1 }")
        teams = {"teams": "id,name,role\nf1,F,fire\nf2,F,fire\n"}
        held = {"base": base(at("c1/x", "12T09:00", fire="f1")), "now": NOW, "files": teams}
        self.assertEqual(self.cost("moved", yaml, at("c1/x", "12T09:00", fire="f2"), **held), 0)

    def test_dropped(self) -> None:
        was = base(at("c1/x", "12T09:00"))["c1/x"]
        out, later = at("c1/x", None), {"now": NOW}
        for entry, cost in ((was, 24), ({}, 24), ({**was, "or": was}, 24), ({**was, "or": None}, 0),
                            ({"or": was}, 0)):
            found = self.cost("dropped", ONE, out, base={"c1/x": entry}, **later)
            self.assertEqual(found, cost, entry)
        self.assertEqual(self.cost("dropped", ONE, out, **later), 0)
        gone = at("c1/x", None, status="cancelled")
        self.assertEqual(self.cost("dropped", ONE, gone, base={"c1/x": was}, **later), 0)

    def test_unevenness(self) -> None:
        yaml = ("requirements:\n" + need(wanted="{}") + need(name="y", wanted="[ {}, organizer ]")
                + need(name="z", wanted="[ {}, organizer ]"))
        names = [f"{owner}/{x}" for owner in ("c1", "c2") for x in "xyz"]
        entries = [at(name, None) for name in names + ["organizer/y", "organizer/z"]]
        # Three each of c1 and c2, and the organizer's two, which are nobody's.
        self.assertEqual(self.cost("unevenness", yaml, *entries), 3 * (3 + 3))
        entries[0] = at("c1/x", None, status="cancelled")
        self.assertEqual(self.cost("unevenness", yaml, *entries), 3 * (1 + 3))
        entries[1:4] = [at("c1/y", "03T09:00"), at("c1/z", "03T11:00"), at("c2/x", "03T09:00")]
        self.assertEqual(self.cost("unevenness", yaml, *entries), 3 * (0 + 1))

    def test_pinned_come_first(self) -> None:
        yaml = "requirements:\n" + need("priority: 7") + need(name="y")
        entries = at("c1/x", None, pinned=["day"]), at("c1/y", None)
        found = self.judged(yaml, *entries)
        self.assertEqual((found["pinnedUnplaced"], found["unplaced"]), (7, 107))


class Score(JudgeCase):
    """What the plan states: each level, each bound, each part."""

    def disagreements(self, **changes: Any) -> List[str]:
        parts = {"placement": 0, "crowding": 0, "quiet week": 6, "closeness": 0, "moved": 0,
                 "dropped": 0, "unevenness": 0}
        score = {"pinnedUnplaced": 0, "pinnedUnplacedBound": 0, "unplaced": 0, "unplacedBound": 0,
                 "cost": 6, "bound": 6, "optimal": True, "parts": parts, **changes}
        return self.judged(ONE, at("c1/x", "03T09:00"), score=score)["disagreements"]

    def test_agreement(self) -> None:
        self.assertEqual(self.disagreements(), [])
        self.assertEqual(self.disagreements(bound=5, optimal=False), [])
        self.assertEqual(self.disagreements(optimal=False), [])

    def test_disagreements(self) -> None:
        self.assertEqual(self.disagreements(cost=7), ["cost is 6, not 7"])
        self.assertEqual(self.disagreements(pinnedUnplaced=1), ["pinnedUnplaced is 0, not 1"])
        for bound, over in (("pinnedUnplacedBound", 0), ("unplacedBound", 0), ("bound", 6)):
            self.assertEqual(self.disagreements(**{bound: over + 1, "optimal": False}),
                             [f"{bound} is {over + 1}, over {over}"])
        self.assertEqual(self.disagreements(bound=5),
                         ["optimal is stated, but the bounds do not meet"])
        self.assertEqual(len(self.disagreements(parts={})), 1)
        self.assertEqual(len(self.disagreements(parts={"quiet week": 6, "moved": 3})), 1)

    def test_the_bound_of_the_pinned_must_meet_too(self) -> None:
        score = {"pinnedUnplaced": 100, "pinnedUnplacedBound": 0, "unplaced": 100,
                 "unplacedBound": 100, "cost": 12, "bound": 12, "optimal": True,
                 "parts": {"quiet week": 12}}
        entry = at("c1/x", None, pinned=["day"])
        self.assertEqual(self.judged(ONE, entry, score=score)["disagreements"],
                         ["optimal is stated, but the bounds do not meet"])
        score["pinnedUnplacedBound"] = 100
        self.assertEqual(self.judged(ONE, entry, score=score)["disagreements"], [])
