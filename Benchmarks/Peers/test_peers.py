"""python -m unittest: the peers against brute force over the judge, on tiny workspaces.

Run from Benchmarks/Peers in the virtual environment.
"""
import contextlib
import io
import itertools
import random
import tempfile
import unittest
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
from peers.reading import Judge, Workspace, activities

PLAN = """
id: tiny
period: {{ from: 2024-06-03, to: 2024-06-12 }}
grid: 60min
limits: {{ per-community-per-day: {per_day}, comfortable-drills-per-day: 1,
  comfortable-days-between-drills: {apart} }}
weights: {{ crowding: {crowding}, quiet-week: {quiet}, closeness: {close} }}
closures: [ {{ dates: 2024-06-05, hours: "08:00-10:00", teams: [fire] }} ]
requirements:
  - {{ id: brief, kind: meeting, name: b, for: organizer, attends: {{ communities: [c1] }},
      duration: 1h, dates: {first}, hours: "09:00-11:00", priority: {priority} }}
  - {{ id: fire, name: f, for: {{}}, duration: 1h, dates: [{dates}], hours: "08:00-11:00",
      teams: {{ fire: 1 }}, venue: [hall], after: [ {{ requirement: brief, days: {days} }} ],
      aim-by: 2024-06-04,
      prefer: [ {{ days: [tue, wed], weight: 2 }}, {{ hours: "09:00-10:00" }} ] }}
  - {{ id: study, kind: {kind}, name: s, for: {{ communities: [c1] }}, count: 2, apart: 2,
      duration: 2h, dates: [{others}], hours: "08:00-11:00", priority: 50 }}
"""
VENUES = "id,types,community,lat,lon\nh1,hall,,41.70,123.4\nh2,hall,c2,41.72,123.4\n"
TEAMS = "id,role,crews,turnaround\nfire,fire,1,60\n"
COMMUNITIES = "id,kind,area,population,lat,lon\n" + "".join(
    f"c{n},urban,a,100,41.7{n},123.4\n" for n in (1, 2))


def workspace(seed: int, folder: Path) -> Workspace:
    """A random workspace of five activities that uses every hard rule and cost."""
    draw = random.Random(seed)
    june = [f"2024-06-{day:02}" for day in range(3, 13)]
    dates = sorted(draw.sample(june, draw.choice([1, 2, 3])))
    text = PLAN.format(
        per_day=draw.choice([1, 2]), apart=draw.choice([0, 3, 6]), crowding=draw.choice([0, 4]),
        quiet=draw.choice([0, 6]), close=draw.choice([1, 2]), first=draw.choice(dates[:2]),
        dates=", ".join(dates), others=", ".join(sorted(draw.sample(june, 3))),
        days=draw.choice([0, 1]), kind=draw.choice(["drill", "meeting"]),
        priority=draw.choice([10, 1000]))
    for name, content in (("plan.yaml", text), ("communities.csv", COMMUNITIES),
                          ("venues.csv", VENUES), ("teams.csv", TEAMS)):
        (folder / name).write_text(content, encoding="utf-8")
    return Workspace(folder)


def best(space: Workspace) -> Tuple[int, int]:
    """The least (unplaced, cost) over all plans, by the judge alone."""
    judge = Judge(space, {"id": "tiny", "activities": []}, None)
    days = sorted(set().union(*(need.dates for need in space.requirements.values())))
    made = list(activities(space).values())
    choices = [[None] + [where for where in judge.candidates(activity, days)
                         if not judge.faults(activity, where)] for activity in made]
    found = (10 ** 9, 0)
    for plan in itertools.product(*choices):
        left = sum(judge.need(activity.id).priority
                   for activity, where in zip(made, plan) if where is None)
        if left > found[0]:
            continue
        judge.verdict = type(judge.verdict)()
        judge.placed = {activity.id: where for activity, where in zip(made, plan) if where}
        judge.check_venues_and_teams()
        judge.check_communities()
        judge.check_order_and_apart()
        if not judge.verdict.violations:
            judge.count_costs()
            found = min(found, (left, sum(judge.verdict.parts.values())))
    return found


class Peers(unittest.TestCase):
    def plans(self, space: Workspace) -> List[Dict[str, Any]]:
        """The HiGHS MIP's plan and CP-SAT's."""
        model = compiled(undominated(admitted(enumerated(space))))
        with contextlib.redirect_stderr(io.StringIO()):
            outcomes = [SOLVERS[name](model, Clock(60), 1) for name in ("highs", "cp-sat")]
        return [document(model, outcome) for outcome in outcomes]

    def test_brute_force(self) -> None:
        for seed in range(20):
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                space = workspace(seed, Path(folder))
                least = best(space)
                for plan in self.plans(space):
                    score = plan["score"]
                    self.assertEqual((score["unplaced"], score["cost"]), least)
                    self.assertTrue(score["optimal"])
                    verdict = Judge(space, plan, None).run()
                    self.assertEqual((verdict["violations"], verdict["disagreements"]), ([], []))


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
