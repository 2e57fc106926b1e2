"""The judge against the plainest words for the model, on random plans of random workspaces."""
import random
import tempfile
import unittest
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any, Dict, List, Optional

import judge
from brute import Brute, Spot, Thing, length
from random_facts import facts, told
from random_workspaces import FEATURES, drawn, write

WANTED = ["placement", "venue", "team", "community", "order", "apart", "fixed", "make-up", "noted",
          "restored", "pinned left out", "crowding", "quiet week", "closeness", "moved", "dropped",
          "unevenness", "joint", "month", "quarter", "start", "zone", "turnaround", "cancelled"]
WITHOUT_TASKS = [feature for feature in FEATURES if feature != "following"]


def any_spot(brute: Brute, thing: Thing, draw: random.Random) -> Optional[Spot]:
    """Mostly one that is allowed, sometimes any, sometimes none."""
    roll, spots = draw.random(), brute.spots(thing)
    if roll < 0.15:
        return None
    if roll < 0.8 and spots:
        return draw.choice(spots)
    if roll < 0.9 and brute.stood(thing.id, draw.choice(["", "or"])):
        return brute.stood(thing.id) or brute.stood(thing.id, "or")
    need = brute.needs[thing.need]
    day = draw.choice(sorted(thing.days) + brute.period)
    minute = draw.choice([0, 30, 60, 120, 150, 180, 240, 480, 510, 525, 540, 600, 660])
    roles = sorted(need.get("teams", {}))
    venue = draw.choice([None] + sorted(brute.venues)) if "venue" in need else None
    spot = Spot(day, minute, venue,
                tuple((role, draw.choice(sorted(brute.teams))) for role in roles))
    shown = brute.shown(brute.instant(day, minute))
    return spot if shown == (day, minute) else None  # what never is no JSON can tell


def document(brute: Brute, plan: Dict[str, Spot]) -> Dict[str, Any]:
    """The plan's JSON."""
    listed = []
    for thing in brute.active:
        pinned = [field for entry in brute.why(thing.id) if entry["why"] == "pinned"
                  for field in entry["fields"]]
        entry = {"id": thing.id, "requirement": thing.need, "community": thing.owner,
                 "name": brute.needs[thing.need]["name"], "pinned": pinned, "overrides": [],
                 "sequence": 0, "status": "planned" if thing.id in plan else "unplaced"}
        if thing.id in plan:
            spot = plan[thing.id]
            end = brute.instant(spot.day, spot.minute) + timedelta(
                minutes=length(brute.needs[thing.need]["duration"]))
            entry.update(told(brute, spot), end=end.astimezone(brute.zone).isoformat())
        listed.append(entry)
    given = {key: value for key, value in brute.facts.items() if key != "activities"}
    return {"id": "drawn", "score": {}, **given,
            "activities": listed + brute.facts.get("activities", [])}


def uses(brute: Brute) -> List[str]:
    """What the workspace has of what is rare."""
    needs = brute.needs.values()
    return (["joint"] * any(len(thing.members) > 1 for thing in brute.active)
            + [need["every"] for need in needs if "every" in need]
            + ["start"] * any("start" in need for need in needs)
            + ["zone"] * ("time-zone" in brute.plan) + ["cancelled"] * bool(brute.cancelled)
            + ["turnaround"] * any(venue["turnaround"] for venue in brute.venues.values()))


class RandomPlans(unittest.TestCase):
    """Which plans are valid, and what they are worth."""

    def test_judge_and_brute_force_agree(self) -> None:
        seen: Counter = Counter()
        for seed in range(300):
            workspace = drawn(seed, WITHOUT_TASKS)
            brute, draw = Brute(workspace, facts(workspace, seed)), random.Random(seed)
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                write(workspace, Path(folder), seed)
                space = judge.Workspace(Path(folder))
                for _ in range(10):
                    spots = {thing.id: any_spot(brute, thing, draw) for thing in brute.active}
                    plan = {name: spot for name, spot in spots.items() if spot is not None}
                    found = judge.Judge(space, document(brute, plan), None).run()
                    is_valid = brute.is_valid(plan)
                    worth = (found["pinnedUnplaced"], found["unplaced"], found["cost"],
                             -found["restored"])
                    self.assertEqual(worth, tuple(brute.worth(plan)), plan)
                    self.assertEqual(not found["violations"], is_valid, (found["violations"], plan))
                    seen.update(["valid" if is_valid else "broken"])
                    seen.update({fault["rule"] for fault in found["violations"]})
                    seen.update(part for part, cost in found["parts"].items() if cost)
                    seen.update(["noted"] * bool(found["notes"])
                                + ["restored"] * bool(found["restored"])
                                + ["pinned left out"] * bool(found["pinnedUnplaced"]))
                    seen.update(uses(brute))
        for what in WANTED:
            self.assertGreater(seen[what], 10, (what, seen))
        self.assertGreater(seen["valid"], 250)


if __name__ == "__main__":
    unittest.main()
