"""The time-indexed model of a first plan: columns, rows and both levels' objectives."""
from dataclasses import dataclass
from functools import reduce
from math import gcd
from typing import Dict, List, Tuple

import numpy as np
from scipy.sparse import csr_matrix, vstack

from .couplings import capacities, daily_limits, orders, spacings
from .penalties import closeness, crowding, quiet_weeks
from .placements import Placements
from .rows import Collector, Penalty


Rows = Tuple[csr_matrix, np.ndarray, np.ndarray]
"""The matrix, and what each of its rows lies between."""


@dataclass
class Model:
    """Minimise over 0 ≤ columns ≤ upper with below ≤ matrix · columns ≤ above.

    The columns are the placements (integers), then for each group the number that stay unplaced,
    then the penalties' steps; the latter two are integral where the placements are.
    """
    table: Placements
    matrix: csr_matrix       # rows × columns
    below: np.ndarray        # a row
    above: np.ndarray        # a row
    upper: np.ndarray        # a column
    cost: np.ndarray         # a column: the second level's objective
    priority: np.ndarray     # a column: the first level's objective
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

    def with_unplaced(self, most: int) -> Rows:
        """One row more for the second level: the first level's objective ≤ most."""
        row = csr_matrix(self.priority / self.unit)
        return (vstack([self.matrix, row], format="csr"), np.append(self.below, -np.inf),
                np.append(self.above, most / self.unit))

    def parts(self, columns: np.ndarray) -> Dict[str, int]:
        """The cost of the columns by part, from the placements alone."""
        placed = np.round(columns[:self.placements]).astype(int)
        found = {"placement": int(self.table.cost @ placed), "crowding": 0, "quiet week": 0,
                 "closeness": 0, "moved": 0}
        counts = np.round(self.matrix[:, :self.placements] @ placed).astype(int)
        for penalty in self.penalties:
            found[penalty.part] += penalty.cost(counts[penalty.rows])
        return found

    def unplaced(self, columns: np.ndarray) -> int:
        """The priorities of what the columns leave unplaced."""
        groups = slice(self.placements, self.placements + len(self.table.groups))
        return round(float(self.priority[groups] @ np.round(columns[groups])))

    def unplaced_bound(self, value: float) -> int:
        """The least sum of priorities that is not below a lower bound on it."""
        return int(np.ceil(value / self.unit - 1e-6)) * self.unit


def compiled(table: Placements, *, ticks: bool = True) -> Model:
    """The model of the placements; without `ticks` nothing keeps apart what is at one time."""
    count, made = len(table.group), len(table.groups)
    sizes = np.array([len(group.ids) for group in table.groups])
    rows = Collector(table)
    # Each group: those placed and those not are all of it.
    rows.add(table.group, np.arange(count), np.ones(count), sizes, sizes, prunes=False)
    rows.extend(np.arange(made), np.arange(made) + count)
    rows.columns(np.zeros(made), sizes)
    if ticks:
        capacities(rows)
    daily_limits(rows)
    spacings(rows)
    orders(rows)
    crowding(rows)
    closeness(rows)
    quiet_weeks(rows)
    matrix, below, above = rows.matrix()
    priorities = np.array([table.need(group).priority for group in range(made)], np.int64)
    priority = np.zeros(matrix.shape[1])
    priority[count:count + made] = priorities
    return Model(table, matrix, below, above, np.r_[np.ones(count), rows.upper],
                 np.r_[table.cost.astype(float), rows.cost], priority, rows.penalties,
                 reduce(gcd, priorities.tolist(), 0) or 1)
