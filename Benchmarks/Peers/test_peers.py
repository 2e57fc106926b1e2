"""python -m unittest: the peers against brute force over the judge, on tiny workspaces.

Run from Benchmarks/Peers in the virtual environment.
"""
import contextlib
import io
import math
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from typing import Any, Dict, List, Tuple

from comparison.running import progress_lines
from comparison.runs import Run
from comparison.table import growth, median, number
from peers.admission import admitted
from peers.dominance import undominated
from peers.found import Clock
from peers.levels import SOLVERS
from peers.model import compiled
from peers.placements import enumerated
from peers.plan import document
from peers.reading import Judge, Workspace

# The judge's folder is on the path since peers.reading.
from brute import Brute, Worth
from random_facts import facts as random_facts
from random_workspaces import FEATURES, drawn, write

WITHOUT_TASKS = [feature for feature in FEATURES if feature != "following"]
WANTED = {"something unplaced": 60, "a pin at stake": 10, "dropped": 10, "unevenness": 10,
          "moved": 20, "restored": 10, "joint": 20, "first plan": 30, "crowding": 5,
          "quiet week": 20, "closeness": 10}


class Peers(unittest.TestCase):
    """The peers' plans of tiny random workspaces, most of them replanned."""

    def test_brute_force(self) -> None:
        seen: Counter = Counter()
        for seed in range(235):
            workspace = drawn(seed, WITHOUT_TASKS)
            facts = random_facts(workspace, seed)
            brute = Brute(workspace, facts)
            size = math.prod(len(spots) for _, spots in brute.choices())
            if not brute.active or size > 30_000:
                continue
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                write(workspace, Path(folder), seed)
                least = brute.best()
                for plan in self.plans(Workspace(Path(folder)), facts):
                    self.check(Workspace(Path(folder)), plan, least)
                seen.update(["compared"])
                seen.update(kinds(brute, plan, least))
        self.assertGreaterEqual(seen["compared"], 200)
        for what, count in WANTED.items():
            self.assertGreaterEqual(seen[what], count, (what, seen))

    def plans(self, space: Workspace, facts: Dict[str, Any]) -> List[Dict[str, Any]]:
        """The HiGHS MIP's plan and CP-SAT's."""
        table = admitted(enumerated(space, {"id": "drawn", "activities": [], **facts}))
        model = compiled(undominated(table))
        with contextlib.redirect_stderr(io.StringIO()):
            outcomes = [SOLVERS[name](model, Clock(60), 1) for name in ("highs", "cp-sat")]
        return [document(model, outcome) for outcome in outcomes]

    def check(self, space: Workspace, plan: Dict[str, Any], least: Worth) -> None:
        """The plan is the best, proven so, and the judge agrees."""
        score = plan["score"]
        self.assertEqual((score["pinnedUnplaced"], score["unplaced"], score["cost"]), least[:3])
        self.assertTrue(score["optimal"])
        judge = Judge(space, plan, None)
        judge.check_numbers()
        verdict = judge.run()
        self.assertEqual((verdict["violations"], verdict["disagreements"]), ([], []))
        self.assertEqual(verdict["restored"], -least.restored)


def kinds(brute: Brute, plan: Dict[str, Any], least: Worth) -> List[str]:
    """What a best plan shows."""
    pinned = [thing for thing in brute.active if brute.is_pinned(thing.id)]
    return ([part for part, cost in plan["score"]["parts"].items() if cost]
            + ["something unplaced"] * bool(least.unplaced) + ["restored"] * bool(least.restored)
            + ["a pin at stake"] * bool(least.unplaced and pinned)
            + ["joint"] * any(len(thing.members) > 1 for thing in brute.active)
            + ["first plan"] * (not brute.facts))


class Reading(unittest.TestCase):
    def test_progress_lines(self) -> None:
        line = '{"seconds": 1, "unplaced": 0, "unplacedBound": 0, "cost": 9, "bound": 8}'
        self.assertEqual(progress_lines(f"warning\n{line}\n[1]\n{{}}\n"), [
            {"seconds": 1, "unplaced": 0, "unplacedBound": 0, "cost": 9, "bound": 8}])

    def test_medians(self) -> None:
        self.assertEqual(median([3, None, 1, 2]), 2)
        self.assertIsNone(median([None]))
        self.assertIsNone(median([1, None, None], of_all=3))

    def test_numbers(self) -> None:
        self.assertEqual([number(value) for value in (None, 0.1234, 12.345, 1234.5, 7.0)],
                         ["–", "0.123", "12.3", "1234", "7"])

    def test_the_gap_by_a_second_is_what_was_told_last_by_then(self) -> None:
        found = muster_run(1, [(1, 20, 10, 3_000_000), (3, 16, 12, 9_000_000)])
        self.assertIsNone(found.gap_at(0.5))
        self.assertEqual(found.gap_at(2), 0.5)
        self.assertEqual(found.gap_at(5), 0.25)
        self.assertEqual(found.moves_a_second, 3_000_000)

    def test_growth_is_the_exponent_between_the_least_and_the_largest_size(self) -> None:
        runs = [muster_run(areas, [(seconds / 2, 1000, 500, 1), (seconds, 1000, 995, 1)])
                for areas, seconds in [(1, 0.1), (5, 3), (100, 10)]]
        self.assertEqual(growth(runs), ["- normal: to 1 % by areas 1: 0.1 s, 5: 3 s, 100: 10 s;"
                                        " from 1 to 100 areas it grows as n^1.00."])


def muster_run(areas: int, told: List[Tuple[float, int, int, int]]) -> Run:
    """A run of Muster that told seconds, cost, bound and placements evaluated."""
    lines = [{"seconds": seconds, "unplaced": 0, "unplacedBound": 0, "cost": cost, "bound": bound,
              "evaluated": evaluated} for seconds, cost, bound, evaluated in told]
    return Run(areas, "normal", 1, "muster", 60, 2, 175, told[-1][0] + 9, 1, 50,
               {"unplaced": 0, "unplacedBound": 0, "cost": told[-1][1], "bound": told[-1][2]},
               {"valid": True}, lines)


if __name__ == "__main__":
    unittest.main()
