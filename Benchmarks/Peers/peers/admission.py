"""What a plan to replan from admits: now, notices, freeze, pins, make-up, and what moving costs.

Rules that a person's move overrides are not known here.
"""
from dataclasses import replace
from typing import Dict, List, Tuple

import numpy as np

from .placements import COLUMNS, Place, Placements
from .reading import Placement


def admitted(table: Placements) -> Placements:
    """The placements that may be chosen, with what they cost from where things stand."""
    table = timely(table)
    table = replace(table, possible=possible(table))
    table = with_fixed(table)
    judge, count = table.judge, len(table.group)
    keeps, moved = np.ones(count, bool), np.zeros(count, np.int64)
    restores, stays = np.zeros(count, bool), table.stays.copy()
    bounds = np.searchsorted(table.group, np.arange(len(table.groups) + 1))
    for number, group in enumerate(table.groups):
        name = group.ids[0]
        if name not in judge.based and name not in judge.fixed and name not in (
                judge.displaced or ()):
            continue
        mine = range(bounds[number], bounds[number + 1])
        here = [placement(table, column) for column in mine]
        part = slice(mine.start, mine.stop)
        keeps[part] = [may_stand(table, name, where) for where in here]
        moved[part] = [judge.moving_cost(name, where) for where in here]
        restores[part] = [judge.alternatives.get(name) == where for where in here]
        stays[number] = is_held(table, name) and not (
            name in judge.alternatives and judge.alternatives[name] is None)
    table = replace(table, moved=moved, cost=table.cost + moved, restores=restores, stays=stays)
    return table.kept(keeps)


def placement(table: Placements, column: int) -> Placement:
    """A column as a placement."""
    venue, teams = table.places[table.where[column]]
    return Placement(int(table.day[column]), int(table.start[column]), venue, teams)


def is_held(table: Placements, name: str) -> bool:
    """Whether it is done or frozen."""
    return name in table.judge.frozen or (table.judge.is_done(name) and name in table.judge.base)


def timely(table: Placements) -> Placements:
    """Without what lies in the past or is too late for its notices."""
    judge = table.judge
    if not judge.is_before_end:
        return table
    days = range(judge.today + 1, int(table.day.max(initial=judge.today)) + 2)
    working = np.r_[0, np.cumsum([judge.workspace.is_working(day) for day in days])]
    before = working[np.clip(table.day - judge.today - 1, 0, len(working) - 1)]
    notice = table.per_group([table.need(number).notice for number in range(len(table.groups))])
    is_past, is_told = table.begins < judge.now, (before >= notice) | (notice == 0)
    keeps = ~is_past & is_told
    for column in np.flatnonzero(~keeps).tolist():
        name, where = table.groups[table.group[column]].ids[0], None
        if name in judge.base or name in judge.alternatives:
            where = placement(table, column)
            keeps[column] = judge.base.get(name) == where or (
                not is_past[column] and judge.alternatives.get(name) == where)
    return table.kept(keeps)


def possible(table: Placements) -> "set[Tuple[str, int]]":
    """The (community, reporting week) pairs that an allowed placement is in."""
    workspace = table.workspace
    pairs = {(group, day) for group, day, where in zip(
        table.group.tolist(), table.day.tolist(), table.where.tolist())
             if day in workspace.period and is_manned(table, group, where)}
    return {(community, workspace.week_end(day)) for group, day in pairs
            for community in table.groups[group].communities}


def is_manned(table: Placements, group: int, where: int) -> bool:
    """Whether each team of the place has as many crews as its role takes."""
    wanted = table.need(group).teams
    return all(table.workspace.teams[name].crews >= wanted[role]
               for role, name in table.places[where][1])


def with_fixed(table: Placements) -> Placements:
    """With the placements of done and frozen ones that nothing allows any more."""
    judge, workspace = table.judge, table.workspace
    known = {(group, day, start, table.places[where]) for group, day, start, where in zip(
        table.group.tolist(), table.day.tolist(), table.start.tolist(), table.where.tolist())}
    places: Dict[Place, int] = {place: number for number, place in enumerate(table.places)}
    more: Dict[str, List[int]] = {name: [] for name in COLUMNS}
    for number, group in enumerate(table.groups):
        name = group.ids[0]
        where = judge.base.get(name)
        if where is None or not is_held(table, name):
            continue
        if (number, where.day, where.minute, (where.venue, where.teams)) not in known:
            need = workspace.requirements[group.requirement]
            place = places.setdefault((where.venue, where.teams), len(places))
            row = {"group": number, "day": where.day, "start": where.minute,
                   "begins": judge.start(where), "ends": judge.ending(need, where),
                   "where": place, "cost": judge.placement_cost(name, where), "moved": 0,
                   "restores": 0}
            for column, value in row.items():
                more[column].append(value)
    columns = {name: np.r_[getattr(table, name), np.array(values, getattr(table, name).dtype)]
               for name, values in more.items()}
    order = np.argsort(columns["group"], kind="stable")
    return replace(table, places=list(places),
                   **{name: values[order] for name, values in columns.items()})


def may_stand(table: Placements, name: str, where: Placement) -> bool:
    """Whether what is fixed, the freeze and the make-up deadline let it stand there."""
    judge = table.judge
    base, before = judge.base.get(name), judge.alternatives.get(name)
    if is_held(table, name):
        return where == base or (where == before and not judge.is_done(name))
    for fixing in judge.fixed.get(name, ()):
        if fixing.why == "pinned" and fixing.where is not None and judge.changed(fixing, where):
            return False
    if (name in judge.based and judge.is_before_end and where not in (base, before)
            and judge.start(where) < judge.thawed):
        return False
    return judge.is_made_up(name, where)
