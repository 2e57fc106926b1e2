"""Every allowed placement, as columns."""
import itertools
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Dict, List, Optional, Set, Tuple

import numpy as np

from .grids import Grids, closing
from .reading import Activity, Judge, Plan, Requirement, Workspace, kilometres, rules

Place = Tuple[Optional[str], Tuple[Tuple[str, str], ...]]
"""A venue, and the (role, team) pairs by role."""


@dataclass(frozen=True)
class Group:
    """Occurrences of one requirement that no rule tells apart; one activity as a rule."""
    ids: Tuple[str, ...]
    activity: Activity  # the first of them

    @property
    def requirement(self) -> str:
        """The requirement's id."""
        return self.activity.requirement

    @property
    def communities(self) -> Tuple[str, ...]:
        """Host and partners; none for the organizer's."""
        return self.activity.communities


@dataclass
class Placements:
    """Columns of one entry a placement, ordered by group."""
    workspace: Workspace
    judge: Judge
    groups: List[Group]
    group: np.ndarray     # index into groups
    day: np.ndarray       # ordinal
    start: np.ndarray     # minutes from midnight
    begins: np.ndarray    # the instant of the start, see the judge's clock
    ends: np.ndarray      # the instant of the end
    where: np.ndarray     # index into places
    cost: np.ndarray      # what the placement costs on its own, moving included
    moved: np.ndarray     # of that, for moving
    restores: np.ndarray  # whether it stands where it stood before what was taken back
    places: List[Place]
    stays: np.ndarray     # a group: whether it may not be left out
    possible: Set[Tuple[str, int]]  # (community, reporting week) that could hold something

    def need(self, group: int) -> Requirement:
        """The group's requirement."""
        return self.workspace.requirements[self.groups[group].requirement]

    def per_group(self, values: List[int]) -> np.ndarray:
        """A value for each group as one for each placement."""
        return np.array(values, np.int64)[self.group]

    def kept(self, mask: np.ndarray) -> "Placements":
        """Only the placements of the mask."""
        columns = {name: getattr(self, name)[mask] for name in COLUMNS}
        return replace(self, **columns)


COLUMNS = ("group", "day", "start", "begins", "ends", "where", "cost", "moved", "restores")


def groups(judge: Judge) -> List[Group]:
    """Activities that are not cancelled, those merged that differ in their number alone.

    Merging needs `apart`, so that no placement is wanted twice, and no part in any order, whose
    rows would be weaker for a merged pair; what is published or fixed stands alone.
    """
    needs = judge.workspace.requirements
    ordered = {name for need in needs.values() for name, _ in need.after}
    found: Dict[Tuple, List[Activity]] = defaultdict(list)
    for activity in judge.activities.values():
        need = needs[activity.requirement]
        is_known = activity.id in judge.based or activity.id in judge.fixed
        is_merged = not is_known and need.apart >= 1 and not need.after and need.id not in ordered
        if not judge.cancelled(activity.id):
            found[activity.series if is_merged else (activity.id,)].append(activity)
    return [Group(tuple(a.id for a in made), made[0]) for made in found.values()]


def enumerated(workspace: Workspace, plan: Optional[Plan] = None) -> Placements:
    """Every placement that the workspace allows, and the blocks of a plan; no matter when it is."""
    judge = rules(workspace, plan)
    grids, made = Grids(judge), groups(judge)
    places: Dict[Place, int] = {}
    columns: List[List[np.ndarray]] = [[] for _ in range(7)]
    for number, group in enumerate(made):
        need = workspace.requirements[group.requirement]
        allowed = grids.allowed(need.id, group.activity.span)
        choices = [[(role, team.id) for team in workspace.teams.values()
                    if team.role == role and judge.covers(team, group.activity)]
                   for role in sorted(need.teams)]
        for venue in venues(judge, need, group.activity):
            far, free = apart(judge, group.activity, venue), allowed
            if venue is not None:
                free = allowed & grids.open(workspace.venues[venue], need)
            for teams in itertools.product(*choices):
                grid = free
                for _, name in teams:
                    grid = grid & grids.open(workspace.teams[name], need)
                for index in closing(judge, group.activity, venue, teams):
                    grid = grid & ~grids.closed(index, need.duration)
                days, starts = np.nonzero(grid)
                where = places.setdefault((venue, teams), len(places))
                begins = grids.instants[days, starts]
                row = (np.full(len(days), number), grids.days[days], grids.starts[starts], begins,
                       endings(judge, need, grids.days[days], begins), np.full(len(days), where),
                       far + grids.cost(need.id)[days, starts])
                for column, values in zip(columns, row):
                    column.append(values)
    empty = [np.zeros(0, np.int64)]
    group, day, start, begins, ends, where, cost = (np.concatenate(c or empty) for c in columns)
    none = np.zeros(len(group), np.int64)
    return Placements(workspace, judge, made, group, day, start, begins, ends, where, cost, none,
                      none.astype(bool), list(places), np.zeros(len(made), bool), set())


def endings(judge: Judge, need: Requirement, day: np.ndarray, begins: np.ndarray) -> np.ndarray:
    """The instants at which it ends."""
    if not need.all_day:
        return begins + need.duration
    return np.array([judge.clock.instant(int(each) + 1, 0) for each in day], np.int64)


def apart(judge: Judge, activity: Activity, venue: Optional[str]) -> int:
    """What the venue costs: its distance from the host, and being away."""
    if venue is None or not activity.communities:
        return 0
    weights, place = judge.workspace.weights, judge.workspace.venues[venue]
    far = kilometres(judge.workspace.communities[activity.owner].position, place.position)
    return weights["distance"] * far + weights["away"] * judge.is_away(activity, place)


def venues(judge: Judge, need: Requirement, activity: Activity) -> List[Optional[str]]:
    """The venues of the right type that seat the activity; only None if it needs none."""
    if not need.types:
        return [None]
    people = judge.workspace.participants(need, activity.communities)
    near = [venue for owner in activity.communities for venue in judge.owned.get(owner, [])]
    return [venue.id for venue in near + judge.shared
            if set(venue.types) & set(need.types)
            and (activity.venue is None or venue.id == activity.venue)
            and (venue.capacity is None or people <= venue.capacity)]
