"""Rows of the model, collected and pruned."""
from dataclasses import dataclass
from typing import List, Tuple

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix

from .placements import Placements


@dataclass(frozen=True)
class Penalty:
    """A part of the cost that is counted over rows: by what is too many, or by none at all."""
    part: str
    rows: np.ndarray    # indices of rows
    comfortable: int    # how many cost nothing; -1: none at all costs the weight
    weight: int

    def cost(self, counts: np.ndarray) -> int:
        """What it costs where so many placements stand in each row."""
        if self.comfortable < 0:
            return self.weight * int((counts == 0).sum())
        excess = np.maximum(0, counts - self.comfortable)
        return self.weight * int((excess * (excess + 1) // 2).sum())


class Collector:
    """Rows and extra columns, beside one column of [0, 1] for each placement."""

    def __init__(self, table: Placements) -> None:
        self.table = table
        self.width = len(table.group)
        self.height = 0
        self.cost = np.zeros(0)   # of the extra columns
        self.upper = np.zeros(0)  # of the extra columns
        self.penalties: List[Penalty] = []
        self._entries: List[Tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        self._below: List[np.ndarray] = []
        self._above: List[np.ndarray] = []

    def columns(self, cost: np.ndarray, upper: np.ndarray) -> np.ndarray:
        """Add extra columns; returns their indices."""
        first = self.width + len(self.cost)
        self.cost, self.upper = np.append(self.cost, cost), np.append(self.upper, upper)
        return np.arange(first, first + len(cost))

    def add(self, row: np.ndarray, column: np.ndarray, value: np.ndarray, below: np.ndarray,
            above: np.ndarray, *, prunes: bool = True) -> np.ndarray:
        """Add rows by their entries, `row` counting from 0 over `below` and `above`.

        With `prunes`, rows of placements alone that can never pass `above` are left out. Returns
        each row's index in the model, -1 if it was left out.
        """
        above, below = np.asarray(above, float), np.asarray(below, float)
        kept = np.ones(len(above), bool)
        if prunes:
            kept = self.most(row, column, value, len(above)) > above
        index = np.full(len(above), -1)
        index[kept] = self.height + np.arange(kept.sum())
        entries = kept[row]
        self.extend(index[row[entries]], column[entries], value[entries])
        self.height += int(kept.sum())
        self._below.append(below[kept])
        self._above.append(above[kept])
        return index

    def extend(self, row: np.ndarray, column: np.ndarray,
               value: "np.ndarray | float" = 1.0) -> None:
        """More entries of rows that were added, by their index in the model."""
        self._entries.append((row, column, np.broadcast_to(np.asarray(value, float), row.shape)))

    def most(self, row: np.ndarray, column: np.ndarray, value: np.ndarray,
              height: int) -> np.ndarray:
        """The most that each row of placements can reach, by its groups' sizes alone."""
        sizes = np.array([len(group.ids) for group in self.table.groups])
        group = self.table.group[column]
        key, inverse = np.unique(row * len(sizes) + group, return_inverse=True)
        largest = np.zeros(len(key))
        np.maximum.at(largest, inverse, value)
        entries = np.bincount(inverse, minlength=len(key))
        most = largest * np.minimum(sizes[key % len(sizes)], entries)
        return np.bincount(key // len(sizes), most, minlength=height)

    def matrix(self) -> Tuple[csr_matrix, np.ndarray, np.ndarray]:
        """The matrix, and what each row lies between."""
        row, column, value = (np.concatenate(part) for part in zip(*self._entries))
        shape = (self.height, self.width + len(self.cost))
        return (coo_matrix((value, (row, column)), shape).tocsr(), np.concatenate(self._below),
                np.concatenate(self._above))


def spread(low: np.ndarray, high: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """For each entry all integers of [low, high): (which entry, integer), both flat."""
    length = np.maximum(high - low, 0)
    entry = np.repeat(np.arange(len(low)), length)
    offset = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
    return entry, low[entry] + offset
