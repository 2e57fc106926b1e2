"""Every allowed placement of a first plan, as columns."""
import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

import numpy as np

from .grids import Grids, closing
from .reading import ORGANIZER, Activity, Judge, Requirement, Workspace, activities, kilometres
from .reading import rules


@dataclass(frozen=True)
class Group:
    """Occurrences of one requirement that no rule tells apart; one activity as a rule."""
    ids: Tuple[str, ...]
    requirement: str
    owner: str
    week: Optional[int]


@dataclass
class Placements:
    """Columns of one entry a placement, ordered by group."""
    workspace: Workspace
    judge: Judge
    groups: List[Group]
    group: np.ndarray   # index into groups
    day: np.ndarray     # ordinal
    start: np.ndarray   # minutes from midnight
    where: np.ndarray   # index into places
    cost: np.ndarray    # what the placement costs on its own
    places: List[Tuple[Optional[str], Tuple[Tuple[str, str], ...]]]  # venue, (role, team) by role

    def need(self, group: int) -> Requirement:
        """The group's requirement."""
        return self.workspace.requirements[self.groups[group].requirement]

    def per_group(self, values: List[int]) -> np.ndarray:
        """A value for each group as one for each placement."""
        return np.array(values, np.int64)[self.group]

    def kept(self, mask: np.ndarray) -> "Placements":
        """Only the placements of the mask."""
        return Placements(self.workspace, self.judge, self.groups, self.group[mask],
                          self.day[mask], self.start[mask], self.where[mask], self.cost[mask],
                          self.places)


def groups(workspace: Workspace, merges: bool = True) -> List[Group]:
    """Activities, those merged that differ in their number alone.

    Where something is published, the number tells them apart: nothing merges then.

    Merging needs `apart`, so that no placement is wanted twice, and no part in any order, whose
    rows would be weaker for a merged pair.
    """
    ordered = {name for need in workspace.requirements.values() for name, _ in need.after}
    found: Dict[Tuple, List[Activity]] = defaultdict(list)
    for activity in activities(workspace).values():
        need = workspace.requirements[activity.requirement]
        is_merged = merges and need.apart >= 1 and not need.after and need.id not in ordered
        key = (activity.owner, activity.requirement, activity.venue, activity.week)
        found[key if is_merged else (activity.id,)].append(activity)
    return [Group(tuple(a.id for a in made), made[0].requirement, made[0].owner, made[0].week)
            for made in found.values()]


def enumerated(workspace: Workspace, merges: bool = True) -> Placements:
    """Every allowed placement."""
    grids, judge, made = Grids(workspace), rules(workspace), groups(workspace, merges)
    places: Dict[Tuple, int] = {}
    columns: List[List[np.ndarray]] = [[], [], [], [], []]
    for number, group in enumerate(made):
        need = workspace.requirements[group.requirement]
        allowed = grids.allowed(need.id, group.week)
        community = workspace.communities.get(group.owner)
        choices = [[(role, team.id) for team in workspace.teams.values()
                    if team.role == role and judge.covers(team, group.owner)]
                   for role in sorted(need.teams)]
        for venue in venues(judge, need, group, judge.activities[group.ids[0]].venue):
            far, free = 0, allowed
            if venue is not None:
                place = workspace.venues[venue]
                free = allowed & grids.open(place, need)
                if community is not None:
                    far = workspace.weights["distance"] * kilometres(
                        community.position, place.position)
            for teams in itertools.product(*choices):
                names = [team for _, team in teams]
                grid = free
                for name in names:
                    grid = grid & grids.open(workspace.teams[name], need)
                for index in closing(workspace, need, group.owner, venue, names):
                    grid = grid & ~grids.closed(index, need.duration)
                days, starts = np.nonzero(grid)
                where = places.setdefault((venue, teams), len(places))
                row = (np.full(len(days), number), grids.days[days], grids.starts[starts],
                       np.full(len(days), where), far + grids.cost(need.id)[days, starts])
                for column, values in zip(columns, row):
                    column.append(values)
    empty = [np.zeros(0, np.int64)]
    return Placements(workspace, judge, made,
                      *(np.concatenate(column or empty) for column in columns), list(places))


def venues(judge: Judge, need: Requirement, group: Group,
           own: Optional[str]) -> List[Optional[str]]:
    """The venues of the right type that seat the group; only None if it needs none."""
    if not need.types:
        return [None]
    people = judge.workspace.participants(need, group.owner)
    near = [] if group.owner == ORGANIZER else judge.owned.get(group.owner, [])
    return [venue.id for venue in near + judge.shared
            if set(venue.types) & set(need.types) and (own is None or venue.id == own)
            and (venue.capacity is None or people <= venue.capacity)]
