"""The levels, one after the other: what is pinned and unplaced, the unplaced, the cost.

Last of all, among plans of equal cost, as many as possible stand where they stood before what was
taken back.

Each solver is imported where it is used, so that none pays for the start of another.
"""
import json
import math
import sys
from dataclasses import dataclass, replace
from typing import Optional, Tuple

import numpy as np

from .found import Clock, Found, Trace
from .model import Model, Rows


@dataclass
class Outcome:
    """What a solver says of a plan; bounds are proven, `columns` is None without a plan."""
    pinned_bound: int
    unplaced_bound: int
    bound: Optional[int]
    columns: Optional[np.ndarray]


def whole(bound: float) -> int:
    """The least integer not below a bound, which solvers state in doubles."""
    return max(0, math.ceil(bound - 1e-6))


def _traced(clock: Clock, unplaced: int, unplaced_bound: int) -> Trace:
    """Prints a line on stderr for each change at the second level."""
    def trace(value: float, bound: float) -> None:
        line = {"seconds": round(clock.spent, 3), "unplaced": unplaced,
                "unplacedBound": unplaced_bound, "cost": round(value),
                "bound": min(whole(bound), round(value))}
        print(json.dumps(line), file=sys.stderr, flush=True)
    return trace


def lp(model: Model, clock: Clock, threads: int) -> Outcome:
    """The LP's bounds alone: each beside as little as the levels before allow."""
    from . import highs

    rows, bounds = model.rows, []
    for objective in (model.pinned / model.unit, model.priority / model.unit, model.cost):
        value = highs.relaxation(model, objective, rows, threads=threads, seconds=clock.left)
        if value is None:
            bounds += [None] * (3 - len(bounds))
            break
        bounds.append(whole(value))
        rows = model.limited(rows, objective, bounds[-1])
    pinned, unplaced, cost = bounds
    return Outcome((pinned or 0) * model.unit, (unplaced or 0) * model.unit, cost, None)


def mip(model: Model, clock: Clock, threads: int) -> Outcome:
    """HiGHS: tries the LP's bound on the unplaced at once, for it is nearly always met."""
    from . import highs

    options = {"threads": threads}
    rows, pinned_bound, first = _pinned(model, clock, highs.minimise, options)
    if first is not None and first.columns is None:
        return Outcome(pinned_bound, 0, None, None)
    weights = model.priority / model.unit
    relaxed = highs.relaxation(model, weights, rows, seconds=clock.left, **options)
    if relaxed is None:
        return Outcome(pinned_bound, 0, None, None if first is None else first.columns)
    least = model.unplaced_bound(relaxed * model.unit)
    guess = highs.minimise(model, model.cost, model.with_unplaced(least, rows),
                           seconds=clock.left, patience=clock.left / 2,
                           trace=_traced(clock, least, least), **options)
    if guess.columns is not None:
        return _restored(model, clock, Outcome(pinned_bound, least, whole(guess.bound),
                                               guess.columns),
                         model.with_unplaced(least, rows), highs.minimise, options)
    fewest = highs.minimise(model, weights, rows, seconds=clock.left,
                            target=least / model.unit, **options)
    return _last(model, clock, rows, pinned_bound, fewest, least, highs.minimise, options)


def cp_sat(model: Model, clock: Clock, threads: int) -> Outcome:
    """CP-SAT, level by level."""
    from . import cpsat

    options = {"threads": threads}
    rows, pinned_bound, first = _pinned(model, clock, cpsat.minimise, options)
    if first is not None and first.columns is None:
        return Outcome(pinned_bound, 0, None, None)
    fewest = cpsat.minimise(model, model.priority / model.unit, rows, seconds=clock.left, **options)
    return _last(model, clock, rows, pinned_bound, fewest, 0, cpsat.minimise, options)


def _pinned(model: Model, clock: Clock, minimise: "callable",
            options: dict) -> Tuple[Rows, int, Optional[Found]]:
    """The rows after the level of what is pinned, its bound, and what was found there.

    Nothing is searched for where nothing is pinned.
    """
    if not model.pinned.any():
        return model.rows, 0, None
    weights = model.pinned / model.unit
    found = minimise(model, weights, model.rows, seconds=clock.left, **options)
    bound = model.unplaced_bound(found.bound * model.unit)
    if found.columns is None:
        return model.rows, bound, found
    rows = model.limited(model.rows, weights, found.value)
    return rows, min(bound, found.value * model.unit), found


def _last(model: Model, clock: Clock, rows: Rows, pinned_bound: int, fewest: Found, least: int,
          minimise: "callable", options: dict) -> Outcome:
    """The cost after `fewest` was found unplaced, of which `least` is known already."""
    least = max(least, model.unplaced_bound(fewest.bound * model.unit))
    if fewest.columns is None:
        return Outcome(pinned_bound, least, None, None)
    unplaced = fewest.value * model.unit
    rows = model.with_unplaced(unplaced, rows)
    found = minimise(model, model.cost, rows, seconds=clock.left, start=fewest.columns,
                     trace=_traced(clock, unplaced, least), **options)
    columns = fewest.columns if found.columns is None else found.columns
    outcome = Outcome(pinned_bound, min(least, unplaced), whole(found.bound), columns)
    return _restored(model, clock, outcome, rows, minimise, options)


def _restored(model: Model, clock: Clock, outcome: Outcome, rows: Rows, minimise: "callable",
              options: dict) -> Outcome:
    """Of equal cost, the plan in which the most stands where it stood before."""
    restoring = model.restoring
    if outcome.bound is None or not restoring.any():
        return outcome
    cost = model.level(model.cost, outcome.columns)
    found = minimise(model, -restoring, model.limited(rows, model.cost, cost), seconds=clock.left,
                     start=outcome.columns, **options)
    return outcome if found.columns is None else replace(outcome, columns=found.columns)


SOLVERS = {"highs-lp": lp, "highs": mip, "cp-sat": cp_sat}
