"""Which (day, start) pairs a requirement, a venue or a team allows.

A grid is a Boolean or integer array of shape (days, starts): `days` are consecutive ordinals from
`Grids.first`, `starts` the minutes of a day that anything may start at.
"""
from functools import lru_cache
from typing import List, Optional, Sequence, Tuple

import numpy as np

from .reading import DAY, ORGANIZER, Activity, Judge, Placement, Requirement, Span, Team, Venue
from .reading import as_list, inside, parse_day, parse_days, parse_hours, words

Range = Tuple[int, int]


class Grids:
    """The grids of one workspace and the blocks of a plan, each made once."""

    def __init__(self, judge: Judge) -> None:
        self.workspace, self.closures = judge.workspace, judge.closures
        needs = self.workspace.requirements.values()
        dates = set(self.workspace.period).union(*(need.dates for need in needs))
        self.first = min(dates)
        self.days = np.arange(self.first, max(dates) + 1)
        own = [need.start for need in needs if need.start is not None]
        self.starts = np.unique(np.r_[np.arange(0, DAY, self.workspace.grid), np.array(own, int)])
        clock = self.workspace.clock
        self.uneven = [row for row, day in enumerate(self.days) if not clock.is_even(int(day))]
        self.passing = lru_cache(None)(self._passing)
        self.inside = lru_cache(None)(self._inside)
        self.closed = lru_cache(None)(self._closed)
        self.allowed = lru_cache(None)(self._allowed)
        self.cost = lru_cache(None)(self._cost)
        self.instants = np.array([[clock.instant(int(day), 0)] for day in self.days]) + self.starts
        for row in self.uneven:
            self.instants[row] = [clock.instant(int(self.days[row]), int(start))
                                  for start in self.starts]

    def _passing(self, rule: Tuple[str, ...]) -> np.ndarray:
        """(days,): whether each day passes the rule."""
        return np.array([self.workspace.passes(int(day), rule) for day in self.days])

    def _inside(self, duration: int, ranges: Tuple[Range, ...]) -> np.ndarray:
        """(days, starts): whether the whole activity lies in one range."""
        found = np.zeros((len(self.days), len(self.starts)), bool)
        for low, high in ranges:
            found |= (self.starts >= low) & (self.starts + duration <= high)
        for row in self.uneven:
            found[row] = [inside(self.pieces(row, start, duration), ranges)
                          for start in self.starts]
        return found

    def pieces(self, row: int, start: int, duration: int) -> List[Tuple[int, int, int]]:
        """What the clock shows while an activity takes place."""
        return self.workspace.clock.pieces(int(self.days[row]), int(start), duration)

    def _closed(self, index: int, duration: int) -> np.ndarray:
        """(days, starts): whether the closure overlaps an activity so long."""
        closure = self.closures[index]
        found = np.zeros((len(self.days), len(self.starts)), bool)
        for row, day in enumerate(self.days):
            for low, high in closure.on(int(day)):
                found[row] |= (low < self.starts + duration) & (self.starts < high)
        for row in self.uneven if duration < DAY else ():
            found[row] = [any(low < end and begin < high
                              for day, begin, end in self.pieces(row, start, duration)
                              for low, high in closure.on(day)) for start in self.starts]
        return found

    def _allowed(self, name: str, span: Optional[Span]) -> np.ndarray:
        """(days, starts): what the requirement's own dates, days and hours allow in the span."""
        workspace, need = self.workspace, self.workspace.requirements[name]
        days = self.passing(tuple(need.days)) & np.isin(self.days, sorted(need.dates))
        if need.entry.get("on-holidays") != "true":
            days &= ~np.isin(self.days, sorted(workspace.holidays))
        if span is not None:
            days &= (self.days >= span.first) & (self.days <= span.last)
        starts = (self.starts % workspace.grid == 0 if need.start is None
                  else self.starts == need.start)
        if need.all_day:
            starts = self.starts == 0
        found = days[:, None] & starts[None, :]
        if not need.all_day and need.hours is not None:
            found &= self.inside(need.duration, tuple(need.hours))
        for row in self.uneven:
            found[row] &= [workspace.clock.exists(int(self.days[row]), int(start))
                           for start in self.starts]
        return found

    def open(self, resource: "Venue | Team", need: Requirement) -> np.ndarray:
        """(days, starts): when the venue is open or the team on duty for the whole activity."""
        days = self.passing(tuple(resource.days))[:, None]
        return days if need.all_day else days & self.inside(need.duration, tuple(resource.hours))

    def _cost(self, name: str) -> np.ndarray:
        """(days, starts): missed preferences and lateness, without venues."""
        need = self.workspace.requirements[name]
        cost = np.zeros((len(self.days), len(self.starts)), np.int64)
        for prefer in as_list(need.entry.get("prefer")):
            met = np.ones(cost.shape, bool)
            if "days" in prefer:
                met &= self.passing(tuple(words(prefer["days"])))[:, None]
            if "dates" in prefer:
                met &= np.isin(self.days, sorted(parse_days(prefer["dates"])))[:, None]
            if "hours" in prefer:
                met &= self.inside(need.duration, tuple(parse_hours(prefer["hours"])))
            cost += int(prefer.get("weight", 1)) * ~met
        if need.entry.get("aim-by"):
            late = np.maximum(0, self.days - parse_day(need.entry["aim-by"]))
            cost += self.workspace.weights["lateness"] * late[:, None]
        return cost


def closing(judge: Judge, activity: Activity, venue: Optional[str],
            teams: Sequence[Tuple[str, str]]) -> List[int]:
    """The closures whose scopes all fit the activity there, as indices."""
    where = Placement(0, 0, venue, tuple(teams))
    return [index for index, closure in enumerate(judge.closures)
            if any(judge.fits(closure, activity, owner, where)
                   for owner in activity.communities or (ORGANIZER,))]
