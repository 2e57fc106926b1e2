"""The rules between activities: venue, team, community, order and apart."""
import itertools
from collections import defaultdict
from typing import Dict, List, Tuple

from activities import Activity
from case import Case
from tables import iso
from workspace import ORGANIZER


class Rules(Case):
    """What two or more activities break together."""

    def check_load(self, rule: str, what: str, load: List[Tuple[int, int, int, str]],
                   capacity: int) -> None:
        """Sweep (start, end, amount, activity) and report each moment over the capacity."""
        load = sorted(item for item in load if not self.overrides(item[3], rule))
        active: List[Tuple[int, int, int, str]] = []
        for moment, group in itertools.groupby(load, key=lambda item: item[0]):
            active = [item for item in active if item[1] > moment] + list(group)
            amount = sum(item[2] for item in active)
            if amount > capacity:
                day, minute = self.clock.shown(moment)
                at = f"{iso(day)} {minute // 60:02}:{minute % 60:02}"
                self.violation(rule, [item[3] for item in active],
                               f"{what} has {amount} of {capacity} at {at}")

    def check_venues_and_teams(self) -> None:
        """Concurrent activities of venues and crews of teams."""
        venues: Dict[str, List[Tuple[int, int, int, str]]] = defaultdict(list)
        teams: Dict[str, List[Tuple[int, int, int, str]]] = defaultdict(list)
        for name, where in self.placed.items():
            start, end = self.start(where), self.end(name)
            needed = self.need(name).teams
            if where.venue in self.workspace.venues:
                free = end + self.workspace.venues[where.venue].turnaround
                venues[where.venue].append((start, free, 1, name))
            for role, team in where.teams:
                if team in self.workspace.teams:
                    back = end + self.workspace.teams[team].turnaround
                    teams[team].append((start, back, needed.get(role, 0), name))
        for venue, load in venues.items():
            self.check_load("venue", venue, load, self.workspace.venues[venue].concurrent)
        for team, load in teams.items():
            self.check_load("team", team, load, self.workspace.teams[team].crews)

    def check_communities(self) -> None:
        """No two things at once, and the daily limit."""
        loads: Dict[str, List[Tuple[int, int, int, str]]] = defaultdict(list)
        daily: Dict[Tuple[str, int], List[str]] = defaultdict(list)
        for name, where in self.placed.items():
            need, own = self.need(name), self.activities[name].communities
            if not need.blocking:
                continue
            for community in own or {ORGANIZER} | need.attends:
                loads[community].append((self.start(where), self.end(name), 1, name))
            for community in own:
                daily[community, where.day].append(name)
        for owner, load in loads.items():
            self.check_load("community", owner, load, 1)
        for (owner, day), names in daily.items():
            limit = self.workspace.communities[owner].max_per_day
            limit = self.workspace.per_day if limit is None else limit
            counted = [name for name in names if not self.overrides(name, "community")]
            if limit is not None and len(counted) > limit:
                self.violation("community", counted,
                               f"{len(counted)} start on {iso(day)}, where the limit is {limit}")

    def check_pair(self, rule: str, one: str, other: str, holds: bool, what: str) -> None:
        """Report a rule broken by two activities, unless either overrides it."""
        if not holds and not self.overrides(one, rule) and not self.overrides(other, rule):
            self.violation(rule, [one, other], what)

    def check_order_and_apart(self) -> None:
        """What must come after what, and how far apart."""
        for name, where in self.placed.items():
            for before, days in self.need(name).after:
                for other in self.predecessors(self.activities[name], before):
                    if other not in self.placed or other == name:
                        continue
                    holds = (where.day - self.placed[other].day >= days if days
                             else self.start(where) >= self.end(other))
                    self.check_pair("order", name, other, holds,
                                    f"{name} is not {days} days after {other}")
        for requirement, owners in self.of_requirement.items():
            apart = self.workspace.requirements[requirement].apart
            pairs = {pair for made in owners.values() for pair in itertools.combinations(
                [activity.id for activity in made if activity.id in self.placed], 2)}
            for one, other in sorted(pairs):
                gap = abs(self.placed[one].day - self.placed[other].day)
                self.check_pair("apart", one, other, gap >= apart, f"{gap} days apart")

    def predecessors(self, activity: Activity, before: str) -> List[str]:
        """The occurrences of the requirement that the activity must follow."""
        owners = self.of_requirement[before]
        found: Dict[str, Activity] = {}
        for owner in activity.communities or (ORGANIZER,):
            if owner in owners:
                others = owners[owner]
            elif owner == ORGANIZER:
                others = [other for made in owners.values() for other in made]
            else:
                others = owners.get(ORGANIZER, [])
            found.update((other.id, other) for other in others)
        return [name for name, other in found.items() if meets(activity, other)]


def meets(one: Activity, other: Activity) -> bool:
    """Whether the spans of the two, if both recur, are for each other."""
    if one.span is None or other.span is None:
        return True
    if one.span.kind == other.span.kind:
        return one.span == other.span
    return one.span.overlaps(other.span)
