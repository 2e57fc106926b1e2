"""The exact minimum of a replanning, from the workspace and what Muster's plan says it met.

The plan's JSON holds `now`, `base`, `fixed` and `blocks`; nothing else of it is used, but where a
pin has it, which every plan that meets the pins says alike.
"""
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, Optional, Tuple

import numpy as np

from peers.dominance import undominated
from peers.found import Clock
from peers.levels import mip
from peers.model import compiled
from peers.placements import Placements, enumerated
from peers.reading import DAY, Closure, Judge, Workspace


@dataclass(frozen=True)
class Minimum:
    """What HiGHS found: costs are None without a plan; `proven`: no plan is better."""
    unplaced: Optional[int]
    cost: Optional[int]
    bound: Optional[int]
    moved: Optional[int]
    seconds: float
    placements: int

    @property
    def proven(self) -> bool:
        """Whether cost and bound meet."""
        return self.cost is not None and self.cost == self.bound


def minimum(folder: Path, plan: Dict[str, Any], seconds: float, threads: int) -> Minimum:
    """The least unplaced, then the least cost."""
    clock = Clock(seconds)
    workspace = Workspace(folder)
    workspace.closures += [Closure.parsed(entry) for entry in plan["blocks"]]
    judge = Judge(workspace, plan, None)
    table = undominated(admitted(enumerated(workspace, merges=False), judge, plan))
    model = compiled(table)
    outcome = mip(model, clock, threads)
    if outcome.columns is None:
        return Minimum(None, None, outcome.bound, None, clock.spent, model.placements)
    picked = np.flatnonzero(np.round(outcome.columns[:model.placements]) >= 1)
    moved = sum(place(table, column)[:3] != at(judge, name)
                for column in picked
                for name in table.groups[table.group[column]].ids if name in judge.base)
    return Minimum(model.unplaced(outcome.columns), sum(model.parts(outcome.columns).values()),
                   outcome.bound, moved, clock.spent, model.placements)


def place(table: Placements, column: int) -> Tuple[int, int, Optional[str], Tuple]:
    """Day, start, venue and teams of a column."""
    venue, teams = table.places[table.where[column]]
    return int(table.day[column]), int(table.start[column]) % DAY, venue, teams


def at(judge: Judge, name: str) -> Tuple[int, int, Optional[str]]:
    """Day, start and venue where it is published."""
    base = judge.base[name]
    return base.day, base.minute, base.venue


def admitted(table: Placements, judge: Judge, plan: Dict[str, Any]) -> Placements:
    """Without the placements that now, freeze, fixings and make-up forbid; moving is priced."""
    workspace = judge.workspace
    now = datetime.fromisoformat(plan["now"])
    moment = now.date().toordinal() * DAY + now.hour * 60 + now.minute
    weights, keeps, cost = workspace.weights, np.zeros(len(table.group), bool), table.cost.copy()
    fixed = {entry["id"]: set(entry["fields"]) for entry in plan["fixed"]}
    stays = {entry["id"] for entry in plan["fixed"] if entry["why"] != "pinned"}
    displaced = {name for name, base in judge.base.items() if name in judge.activities and any(
        judge.closes(block, judge.activities[name], base) for block in judge.blocks)}
    for column in range(len(table.group)):
        name = table.groups[table.group[column]].ids[0]
        day, start, venue, teams = place(table, column)
        base = judge.base.get(name)
        held = base if name in stays else judge.placed.get(name)
        if name in fixed and held is not None:
            keeps[column] = (("day" not in fixed[name] or day == held.day)
                             and ("start" not in fixed[name] or start == held.minute)
                             and ("venue" not in fixed[name] or venue == held.venue)
                             and ("teams" not in fixed[name] or teams == held.teams))
        else:
            keeps[column] = True
        if name not in stays:
            earliest = moment + (workspace.freeze if base is not None else 0)
            keeps[column] &= day * DAY + start >= earliest
        if base is not None:
            if name in displaced:
                passed = workspace.working_days(range(base.day + 1, day + 1))
                keeps[column] &= passed <= workspace.make_up_within
            elsewhere = start != base.minute or venue != base.venue
            cost[column] += (weights["moved-day"] if day != base.day
                             else weights["moved-time"] if elsewhere else 0)
    return replace(table.kept(keeps), cost=cost[keeps])
