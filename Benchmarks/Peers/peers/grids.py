"""Which (day, start) pairs a requirement, a venue or a team allows.

A grid is a Boolean or integer array of shape (days, starts): `days` are consecutive ordinals from
`Grids.first`, `starts` the multiples of the workspace's grid in a day.
"""
from functools import lru_cache
from typing import List, Optional, Sequence, Tuple

import numpy as np

from .reading import DAY, Requirement, Team, Venue, Workspace, as_list, parse_day, parse_days
from .reading import parse_hours, words

Range = Tuple[int, int]


class Grids:
    """The grids of one workspace, each made once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        dates = set(workspace.period).union(*(r.dates for r in workspace.requirements.values()))
        self.first = min(dates)
        self.days = np.arange(self.first, max(dates) + 1)
        self.starts = np.arange(0, DAY, workspace.grid)
        self.passing = lru_cache(None)(self._passing)
        self.inside = lru_cache(None)(self._inside)
        self.closed = lru_cache(None)(self._closed)
        self.allowed = lru_cache(None)(self._allowed)
        self.cost = lru_cache(None)(self._cost)

    def _passing(self, rule: Tuple[str, ...]) -> np.ndarray:
        """(days,): whether each day passes the rule."""
        return np.array([self.workspace.passes(int(day), rule) for day in self.days])

    def _inside(self, duration: int, ranges: Tuple[Range, ...]) -> np.ndarray:
        """(starts,): whether the whole activity lies in one range."""
        found = np.zeros(len(self.starts), bool)
        for low, high in ranges:
            found |= (self.starts >= low) & (self.starts + duration <= high)
        return found

    def _closed(self, index: int, duration: int) -> np.ndarray:
        """(days, starts): whether the workspace's closure overlaps an activity so long."""
        closure = self.workspace.closures[index]
        found = np.zeros((len(self.days), len(self.starts)), bool)
        for row, day in enumerate(self.days):
            for low, high in closure.on(int(day)):
                found[row] |= (low < self.starts + duration) & (self.starts < high)
        return found

    def _allowed(self, name: str, week: Optional[int]) -> np.ndarray:
        """(days, starts): what the requirement's own dates, days and hours allow in the week."""
        workspace, need = self.workspace, self.workspace.requirements[name]
        days = self.passing(tuple(need.days)) & np.isin(self.days, sorted(need.dates))
        if need.entry.get("on-holidays") != "true":
            days &= ~np.isin(self.days, sorted(workspace.holidays))
        if week is not None:
            days &= np.isin(self.days, sorted(
                day for day in workspace.period if workspace.week_end(day) == week))
        starts = self.starts == 0 if need.all_day else self.inside(
            need.duration, tuple(need.hours))
        return days[:, None] & starts[None, :]

    def open(self, resource: "Venue | Team", need: Requirement) -> np.ndarray:
        """(days, starts): when the venue is open or the team on duty for the whole activity."""
        days = self.passing(tuple(resource.days))
        starts = np.ones(len(self.starts), bool) if need.all_day else self.inside(
            need.duration, tuple(resource.hours))
        return days[:, None] & starts[None, :]

    def _cost(self, name: str) -> np.ndarray:
        """(days, starts): missed preferences and lateness, without distance."""
        need = self.workspace.requirements[name]
        cost = np.zeros((len(self.days), len(self.starts)), np.int64)
        for prefer in as_list(need.entry.get("prefer")):
            met = np.ones(cost.shape, bool)
            if "days" in prefer:
                met &= self.passing(tuple(words(prefer["days"])))[:, None]
            if "dates" in prefer:
                met &= np.isin(self.days, sorted(parse_days(prefer["dates"])))[:, None]
            if "hours" in prefer:
                met &= self.inside(need.duration, tuple(parse_hours(prefer["hours"])))[None, :]
            cost += int(prefer.get("weight", 1)) * ~met
        if need.entry.get("aim-by"):
            late = np.maximum(0, self.days - parse_day(need.entry["aim-by"]))
            cost += self.workspace.weights["lateness"] * late[:, None]
        return cost


def closing(workspace: Workspace, need: Requirement, owner: str, venue: Optional[str],
            teams: Sequence[str]) -> List[int]:
    """The closures whose scopes all fit an activity of the owner there, as indices."""
    community = workspace.communities.get(owner)
    own = {"communities": {owner}, "requirements": {need.id}, "venues": {venue},
           "teams": set(teams), "areas": {community.area if community else None},
           "kinds": {community.kind if community else None}}
    return [index for index, closure in enumerate(workspace.closures)
            if all(own[scope] & set(listed) for scope, listed in closure.scope.items())]
