"""The hard rules as rows: venue, team, community, apart and order."""
from collections import defaultdict
from typing import Dict, List, Tuple

import numpy as np

from .dominance import private_venues
from .reading import ORGANIZER
from .placements import Placements
from .rows import Collector, spread


def overlaps(rows: Collector, column: np.ndarray, start: np.ndarray, end: np.ndarray,
             amount: np.ndarray, capacity: int) -> None:
    """At no moment more than the capacity of the intervals [start, end).

    A row a start tick, for the cliques of intervals are there; none for a tick whose row the next
    tick's holds, that is, unless something ends in between.
    """
    if not len(column):
        return
    ticks, ends = np.unique(start), np.sort(end)
    ended = np.searchsorted(ends, ticks, side="right")
    ticks = ticks[np.append(np.diff(ended) > 0, True)]
    entry, tick = spread(np.searchsorted(ticks, start), np.searchsorted(ticks, end))
    limits = np.full(len(ticks), capacity)
    rows.add(tick, column[entry], amount[entry], limits * -np.inf, limits)


def capacities(rows: Collector) -> None:
    """Venues at once, crews out at once, communities not at once."""
    table = rows.table
    workspace, columns = table.workspace, np.arange(len(table.group))
    sizes = range(len(table.groups))
    start, end = table.begins, table.ends
    one = np.ones(len(columns))
    private, venues, teams = private_venues(table), defaultdict(list), defaultdict(list)
    for place, (venue, crews) in enumerate(table.places):
        if not private[place]:
            venues[venue].append(place)
        for role, team in crews:
            teams[team].append(place)
    of_place = members(table.where, len(table.places))
    for venue, places in venues.items():
        at = np.concatenate([of_place[place] for place in places])
        overlaps(rows, at, start[at], end[at] + workspace.venues[venue].turnaround, one[at],
                 workspace.venues[venue].concurrent)
    for name, places in teams.items():
        team = workspace.teams[name]
        at = np.concatenate([of_place[place] for place in places])
        crews = np.array([table.need(group).teams[team.role] if team.role in
                          table.need(group).teams else 0 for group in sizes])
        overlaps(rows, at, start[at], end[at] + team.turnaround,
                 crews[table.group[at]], team.crews)
    communities(rows)


def communities(rows: Collector) -> None:
    """A community's blocking activities, and the organizer's that it attends, not at once."""
    table, of_group = rows.table, members(rows.table.group, len(rows.table.groups))
    for groups in blocked(table).values():
        at = np.concatenate([of_group[group] for group in groups])
        overlaps(rows, at, table.begins[at], table.ends[at], np.ones(len(at)), 1)


def blocked(table: Placements) -> Dict[str, List[int]]:
    """The groups that occupy each community, and the organizer's own under its name."""
    found: Dict[str, List[int]] = defaultdict(list)
    for number, group in enumerate(table.groups):
        need = table.need(number)
        if need.blocking:
            for owner in group.communities or sorted({ORGANIZER} | need.attends):
                found[owner].append(number)
    return found


def daily_limits(rows: Collector) -> None:
    """No more of a community's own blocking activities on a day than its limit."""
    table, of_group = rows.table, members(rows.table.group, len(rows.table.groups))
    own: Dict[str, List[int]] = defaultdict(list)
    for number, group in enumerate(table.groups):
        if table.need(number).blocking:
            for owner in group.communities:
                own[owner].append(number)
    for owner, groups in own.items():
        limit = table.workspace.communities[owner].max_per_day
        limit = table.workspace.per_day if limit is None else limit
        if limit is not None:
            at = np.concatenate([of_group[group] for group in groups])
            days, row = np.unique(table.day[at], return_inverse=True)
            limits = np.full(len(days), limit)
            rows.add(row, at, np.ones(len(at)), limits * -np.inf, limits)


def spacings(rows: Collector) -> None:
    """`apart`: at most one occurrence in each window of so many days."""
    table, of_group = rows.table, members(rows.table.group, len(rows.table.groups))
    kin: Dict[Tuple[str, str], List[int]] = defaultdict(list)
    for number, group in enumerate(table.groups):
        if table.need(number).apart:
            for owner in group.communities or (ORGANIZER,):
                kin[owner, group.requirement].append(number)
    for (_, name), groups in kin.items():
        at = np.concatenate([of_group[group] for group in groups])
        day = table.day[at]
        overlaps(rows, at, day, day + table.workspace.requirements[name].apart,
                 np.ones(len(at)), 1)


def orders(rows: Collector) -> None:
    """`after`: for each threshold, the later one before it or the earlier one from it on."""
    table, of_group = rows.table, members(rows.table.group, len(rows.table.groups))
    number_of = {name: number for number, group in enumerate(table.groups) for name in group.ids}
    for number, group in enumerate(table.groups):
        for before, days in table.need(number).after:
            for name in table.judge.predecessors(group.activity, before):
                if number_of.get(name, number) == number:
                    continue  # cancelled, or itself
                late, early = of_group[number], of_group[number_of[name]]
                if days:
                    ends, begins = table.day[early] + days, table.day[late]
                else:
                    ends, begins = table.ends[early], table.begins[late]
                precede(rows, early, ends, late, begins)


def precede(rows: Collector, early: np.ndarray, ends: np.ndarray, late: np.ndarray,
            begins: np.ndarray) -> None:
    """Not both: begins at or before t, and ends after t; for each t that something begins at."""
    ticks = np.unique(begins)
    first, tick_late = spread(np.searchsorted(ticks, begins), np.full(len(begins), len(ticks)))
    second, tick_early = spread(np.zeros(len(ends), int), np.searchsorted(ticks, ends))
    column = np.r_[late[first], early[second]]
    limits = np.ones(len(ticks))
    rows.add(np.r_[tick_late, tick_early], column, np.ones(len(column)), limits * -np.inf, limits)


def members(key: np.ndarray, count: int) -> List[np.ndarray]:
    """For each value of the key in [0, count) where it stands."""
    order = np.argsort(key, kind="stable")
    return np.split(order, np.searchsorted(key[order], np.arange(1, count)))
