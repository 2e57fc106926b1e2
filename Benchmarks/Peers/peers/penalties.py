"""The costs that couple placements, each as rows with steps of rising cost.

e things too many cost weight × e(e+1)/2, that is weight × k for the k-th of them: steps s_k in
[0, 1] of cost weight × k under Σ placements − Σ s_k ≤ comfortable. As the cost rises, the steps
fill in order and are integral where the placements are.
"""
from collections import defaultdict
from typing import Dict, List, Tuple

import numpy as np

from .couplings import members
from .rows import Collector, Penalty, spread


def stepped(rows: Collector, part: str, row: np.ndarray, column: np.ndarray, comfortable: int,
            weight: int, count: int) -> None:
    """`count` rows of placements, of which `comfortable` in each cost nothing."""
    if not len(column) or not weight:
        return
    limits = np.full(count, comfortable)
    index = rows.add(row, column, np.ones(len(column)), limits * -np.inf, limits)
    most = rows.most(row, column, np.ones(len(column)), count) - comfortable
    steps = np.where(index >= 0, most, 0).astype(int)
    entry, step = spread(np.ones(count, int), steps + 1)
    made = rows.columns(weight * step, np.ones(len(step)))
    rows.extend(index[entry], made, -1.0)
    rows.penalties.append(Penalty(part, index[index >= 0], comfortable, weight))


def drills(rows: Collector) -> np.ndarray:
    """Columns of the communities' drills."""
    table = rows.table
    return np.flatnonzero(table.per_group(
        [table.need(number).is_drill and bool(group.communities)
         for number, group in enumerate(table.groups)]))


def crowding(rows: Collector) -> None:
    """Too many drills of an area on a day; a joint one is of its host's area."""
    table, workspace = rows.table, rows.table.workspace
    if workspace.comfortable_drills is None:
        return
    at = drills(rows)
    areas = sorted({community.area for community in workspace.communities.values()})
    area = np.array([areas.index(workspace.communities[group.activity.owner].area)
                     if group.communities else -1 for group in table.groups], int)
    keys, row = np.unique(np.stack([area[table.group[at]], table.day[at]]), axis=1,
                          return_inverse=True)
    stepped(rows, "crowding", row, at, workspace.comfortable_drills,
            workspace.weights["crowding"], keys.shape[1])


def closeness(rows: Collector) -> None:
    """Drills of one community too near each other.

    Two drills g days apart share max(0, comfortable − g) of the windows of `comfortable` days, so
    n drills in a window cost weight × n(n−1)/2 there: a row a window, in which one costs nothing.
    """
    table, reach = rows.table, rows.table.workspace.comfortable_days
    weight, at = table.workspace.weights["closeness"], drills(rows)
    of_group = members(table.group[at], len(table.groups))
    owned: Dict[str, List[np.ndarray]] = defaultdict(list)
    for group, mine in zip(table.groups, of_group):
        for community in group.communities:
            owned[community].append(at[mine])
    for parts in owned.values():
        mine = np.concatenate(parts)
        if not len(mine) or not reach:
            continue
        day = table.day[mine]
        first = day.min() - reach + 1
        entry, window = spread(day - reach + 1 - first, day + 1 - first)
        stepped(rows, "closeness", window, mine[entry], 1, weight, int(day.max() - first + 1))


def unevenness(rows: Collector, unplaced: np.ndarray) -> None:
    """Communities that have much unplaced; `unplaced` are the groups' columns of how many are.

    u of a community cost weight × u(u−1)/2: steps again, of which the first costs nothing.
    """
    table, weight = rows.table, rows.table.workspace.weights["unevenness"]
    owned: Dict[str, List[int]] = defaultdict(list)
    for number, group in enumerate(table.groups):
        for community in group.communities:
            owned[community].append(number)
    for mine in owned.values() if weight else ():
        most = sum(len(table.groups[number].ids) for number in mine)
        if most > 1:
            at, none = unplaced[mine], np.zeros(len(mine), int)
            row = rows.add(none, at, np.ones(len(at)), np.array([-np.inf]), np.ones(1),
                           prunes=False)
            steps = rows.columns(weight * np.arange(1.0, most), np.ones(most - 1))
            rows.extend(np.repeat(row, len(steps)), steps, -1.0)


def quiet_weeks(rows: Collector) -> None:
    """A community's reporting week that could hold an activity and holds none."""
    table, workspace = rows.table, rows.table.workspace
    weight = workspace.weights["quiet-week"]
    cells: Dict[Tuple[str, int], List[int]] = {cell: [] for cell in sorted(table.possible)}
    for column, (group, day) in enumerate(zip(table.group.tolist(), table.day.tolist())):
        if day in workspace.period:
            for community in table.groups[group].communities:
                cell = cells.get((community, workspace.week_end(day)))
                if cell is not None:
                    cell.append(column)
    if not cells or not weight:
        return
    count = len(cells)
    row = np.repeat(np.arange(count), [len(cell) for cell in cells.values()])
    column = np.concatenate([np.array(cell, int) for cell in cells.values()])
    index = rows.add(row, column, np.ones(len(column)), np.ones(count), np.full(count, np.inf),
                     prunes=False)
    rows.extend(index, rows.columns(np.full(count, weight), np.ones(count)))
    rows.penalties.append(Penalty("quiet week", index, -1, weight))
