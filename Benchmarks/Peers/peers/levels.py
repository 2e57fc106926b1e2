"""Both levels, one after the other: first the unplaced, then the cost beside the fewest.

Each solver is imported where it is used, so that none pays for the start of another.
"""
import json
import math
import sys
from dataclasses import dataclass
from typing import Optional

import numpy as np

from .found import Clock, Found, Trace
from .model import Model


@dataclass
class Outcome:
    """What a solver says of a plan; bounds are proven, `columns` is None without a plan."""
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
    """The LP's bounds alone: that of the cost is beside as few unplaced as the first allows."""
    from . import highs

    first = highs.relaxation(model, model.priority / model.unit, model.rows, threads=threads,
                             seconds=clock.left)
    if first is None:
        return Outcome(0, None, None)
    least = model.unplaced_bound(first * model.unit)
    second = highs.relaxation(model, model.cost, model.with_unplaced(least), threads=threads,
                              seconds=clock.left)
    return Outcome(least, None if second is None else whole(second), None)


def mip(model: Model, clock: Clock, threads: int) -> Outcome:
    """HiGHS: tries the LP's bound on the unplaced at once, for it is nearly always met."""
    from . import highs

    options = {"threads": threads}
    weights = model.priority / model.unit
    first = highs.relaxation(model, weights, model.rows, seconds=clock.left, **options)
    if first is None:
        return Outcome(0, None, None)
    least = model.unplaced_bound(first * model.unit)
    guess = highs.minimise(model, model.cost, model.with_unplaced(least), seconds=clock.left,
                           patience=clock.left / 2, trace=_traced(clock, least, least), **options)
    if guess.columns is not None:
        return Outcome(least, whole(guess.bound), guess.columns)
    fewest = highs.minimise(model, weights, model.rows, seconds=clock.left,
                            target=least / model.unit, **options)
    return _second(model, clock, fewest, least, highs.minimise, options)


def cp_sat(model: Model, clock: Clock, threads: int) -> Outcome:
    """CP-SAT, level by level."""
    from . import cpsat

    options = {"threads": threads}
    fewest = cpsat.minimise(model, model.priority / model.unit, model.rows, seconds=clock.left,
                            **options)
    return _second(model, clock, fewest, 0, cpsat.minimise, options)


def _second(model: Model, clock: Clock, fewest: Found, least: int, minimise: "callable",
            options: dict) -> Outcome:
    """The second level after the first found `fewest`, of which `least` is known already."""
    least = max(least, model.unplaced_bound(fewest.bound * model.unit))
    if fewest.columns is None:
        return Outcome(least, None, None)
    unplaced = fewest.value * model.unit
    found = minimise(model, model.cost, model.with_unplaced(unplaced), seconds=clock.left,
                     start=fewest.columns, trace=_traced(clock, unplaced, least), **options)
    columns = fewest.columns if found.columns is None else found.columns
    return Outcome(min(least, unplaced), whole(found.bound), columns)


SOLVERS = {"highs-lp": lp, "highs": mip, "cp-sat": cp_sat}
