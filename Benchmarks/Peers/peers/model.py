"""The time-indexed model of a plan: columns, rows and each level's objective."""
from collections import Counter
from dataclasses import dataclass
from functools import reduce
from math import gcd
from typing import Dict, List, Optional, Tuple

import numpy as np
from scipy.sparse import csr_matrix, vstack

from .couplings import capacities, daily_limits, orders, spacings
from .penalties import closeness, crowding, quiet_weeks, unevenness
from .placements import Placements
from .rows import Collector, Penalty


Rows = Tuple[csr_matrix, np.ndarray, np.ndarray]
"""The matrix, and what each of its rows lies between."""


@dataclass
class Model:
    """Minimise over lower ≤ columns ≤ upper with below ≤ matrix · columns ≤ above.

    The columns are the placements (integers), then for each group the number that stay unplaced,
    then the penalties' steps; the latter two are integral where the placements are.
    """
    table: Placements
    matrix: csr_matrix       # rows × columns
    below: np.ndarray        # a row
    above: np.ndarray        # a row
    lower: np.ndarray        # a column
    upper: np.ndarray        # a column
    cost: np.ndarray         # a column: the third level's objective
    priority: np.ndarray     # a column: the second level's objective
    pinned: np.ndarray       # a column: the first level's objective
    penalties: List[Penalty]
    unit: int                # what every sum of priorities is a multiple of

    @property
    def placements(self) -> int:
        """How many columns are placements."""
        return len(self.table.group)

    @property
    def rows(self) -> Rows:
        """The rows of the first level."""
        return self.matrix, self.below, self.above

    def limited(self, rows: Rows, objective: np.ndarray, most: float) -> Rows:
        """One row more: a level's objective ≤ most, for the levels after it."""
        matrix, below, above = rows
        return (vstack([matrix, csr_matrix(objective)], format="csr"), np.append(below, -np.inf),
                np.append(above, most))

    def with_unplaced(self, most: int, rows: Optional[Rows] = None) -> Rows:
        """The rows where no more than so much is unplaced."""
        return self.limited(rows or self.rows, self.priority / self.unit, most / self.unit)

    def parts(self, columns: np.ndarray) -> Dict[str, int]:
        """The cost of the columns by part, from the placements alone."""
        table = self.table
        placed = np.round(columns[:self.placements]).astype(int)
        moved = int(table.moved @ placed)
        found = {"placement": int(table.cost @ placed) - moved, "crowding": 0, "quiet week": 0,
                 "closeness": 0, "moved": moved, "dropped": 0, "unevenness": 0}
        counts = np.round(self.matrix[:, :self.placements] @ placed).astype(int)
        for penalty in self.penalties:
            found[penalty.part] += penalty.cost(counts[penalty.rows])
        weights, short = table.workspace.weights, Counter()
        for group, left in zip(table.groups, self.left_out(columns).tolist()):
            found["dropped"] += weights["dropped"] * left * table.judge.is_dropped(group.ids[0])
            short.update(dict.fromkeys(group.communities, left))
        found["unevenness"] = weights["unevenness"] * sum(u * (u - 1) // 2 for u in short.values())
        return found

    def left_out(self, columns: np.ndarray) -> np.ndarray:
        """How many of each group are unplaced."""
        groups = slice(self.placements, self.placements + len(self.table.groups))
        return np.round(columns[groups]).astype(int)

    def level(self, objective: np.ndarray, columns: np.ndarray) -> int:
        """A level's objective of the columns."""
        return round(float(objective @ np.round(columns)))

    @property
    def restoring(self) -> np.ndarray:
        """What to maximise last: those that stand where they stood before what was taken back."""
        found = np.zeros(len(self.cost))
        found[:self.placements] = self.table.restores
        judge = self.table.judge
        for number, group in enumerate(self.table.groups):
            name = group.ids[0]
            found[self.placements + number] = (name in judge.alternatives
                                               and judge.alternatives[name] is None)
        return found

    def unplaced_bound(self, value: float) -> int:
        """The least sum of priorities that is not below a lower bound on it."""
        return int(np.ceil(value / self.unit - 1e-6)) * self.unit


def compiled(table: Placements, *, ticks: bool = True) -> Model:
    """The model of the placements; without `ticks` nothing keeps apart what is at one time."""
    count, made, judge = len(table.group), len(table.groups), table.judge
    sizes = np.array([len(group.ids) for group in table.groups])
    rows = Collector(table)
    # Each group: those placed and those not are all of it.
    rows.add(table.group, np.arange(count), np.ones(count), sizes, sizes, prunes=False)
    rows.extend(np.arange(made), np.arange(made) + count)
    dropped = [judge.is_dropped(group.ids[0]) for group in table.groups]
    left_out = rows.columns(table.workspace.weights["dropped"] * np.array(dropped, float),
                            np.where(table.stays, 0, sizes))
    if ticks:
        capacities(rows)
    daily_limits(rows)
    spacings(rows)
    orders(rows)
    hard = rows.height
    crowding(rows)
    closeness(rows)
    unevenness(rows, left_out)
    quiet_weeks(rows)
    matrix, below, above = rows.matrix()
    lower = held(table, matrix.shape[1])
    # Rules broken among what is held alone are not counted.
    above[made:hard] = np.maximum(above[made:hard], (matrix @ lower)[made:hard])
    priority, pinned = np.zeros(matrix.shape[1]), np.zeros(matrix.shape[1])
    priorities = np.array([table.need(group).priority for group in range(made)], np.int64)
    priority[left_out] = priorities
    pinned[left_out] = priorities * [judge.is_pinned(group.ids[0]) for group in table.groups]
    return Model(table, matrix, below, above, lower, np.r_[np.ones(count), rows.upper],
                 np.r_[table.cost.astype(float), rows.cost], priority, pinned, rows.penalties,
                 reduce(gcd, priorities.tolist(), 0) or 1)


def held(table: Placements, width: int) -> np.ndarray:
    """A column: 1 where it is all that a group has which may not be left out, else 0."""
    found = np.zeros(width)
    only = np.bincount(table.group, minlength=len(table.groups)) == 1
    found[:len(table.group)] = (only & table.stays)[table.group]
    return found
