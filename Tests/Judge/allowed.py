"""The rule `placement`: where an activity is allowed."""
import itertools
from typing import Dict, Iterable, Iterator, List, Optional, Sequence

from activities import Activity, Placement
from case import Case
from clock import Piece
from tables import DAY, inside
from workspace import ORGANIZER, Closure, Requirement, Team


class Allowed(Case):
    """Each filter of a placement."""

    def pieces(self, activity: Activity, where: Placement) -> List[Piece]:
        """What the clock shows while it takes place."""
        need = self.workspace.requirements[activity.requirement]
        if need.all_day:
            return [(where.day, where.minute, where.minute + DAY)]
        return self.clock.pieces(where.day, where.minute, need.duration)

    def closes(self, closure: Closure, activity: Activity, where: Placement) -> bool:
        """Whether the closure applies to the activity there and overlaps it."""
        return (any(low < end and start < high
                    for day, start, end in self.pieces(activity, where)
                    for low, high in closure.on(day))
                and any(self.fits(closure, activity, owner, where)
                        for owner in activity.communities or (ORGANIZER,)))

    def fits(self, closure: Closure, activity: Activity, owner: str, where: Placement) -> bool:
        """Whether every scope of the closure fits the activity, as one of this owner."""
        community = self.workspace.communities.get(owner)
        own: Dict[str, List[Optional[str]]] = {
            "communities": [owner], "requirements": [activity.requirement],
            "areas": [community.area if community else None],
            "kinds": [community.kind if community else None],
            "venues": [where.venue], "teams": [team for _, team in where.teams]}
        return all(set(own[scope]) & set(listed) for scope, listed in closure.scope.items())

    def faults(self, activity: Activity, where: Placement, *, asks_now: bool = True) -> List[str]:
        """Each filter of the rule `placement` that the placement fails."""
        workspace = self.workspace
        need = workspace.requirements[activity.requirement]
        found = self.time_faults(activity, where, need)
        found += self.venue_faults(activity, where, need)
        if [role for role, _ in where.teams] != sorted(need.teams):
            found.append(f"its teams have the roles {[role for role, _ in where.teams]}")
        for role, name in where.teams:
            team = workspace.teams.get(name)
            if team is None or team.role != role:
                found.append(f"{name} is no team of role {role}")
                continue
            if not self.covers(team, activity):
                found.append(f"{name} does not cover it")
            if not workspace.passes(where.day, team.days) or not (
                    need.all_day or inside(self.pieces(activity, where), team.hours)):
                found.append(f"{name} is not on duty")
        if any(self.closes(closure, activity, where) for closure in self.closures):
            found.append("a closure overlaps it")
        if asks_now and self.is_before_end and self.base.get(activity.id) != where:
            if self.start(where) < self.now:
                found.append("it starts before now")
            is_told = self.alternatives.get(activity.id) == where
            if need.notice and not is_told and (
                    workspace.working_days(range(self.today + 1, where.day)) < need.notice):
                found.append("a notice comes too late")
        return found

    def time_faults(self, activity: Activity, where: Placement, need: Requirement) -> List[str]:
        """The filters of a placement's day and start."""
        workspace, day, start = self.workspace, where.day, where.minute
        found = []
        if day not in need.dates:
            found.append("the day is not in dates")
        if not workspace.passes(day, need.days):
            found.append("the day does not pass days")
        if activity.span is not None and not activity.span.first <= day <= activity.span.last:
            found.append(f"the day is not in its {activity.span.kind}")
        if day in workspace.holidays and need.entry.get("on-holidays") != "true":
            found.append("the day is a holiday")
        if start != need.start if need.start is not None else start % workspace.grid:
            found.append("the start is off the grid")
        if not self.clock.exists(day, start):
            found.append("the clock does not show its start")
        if need.all_day and start:
            found.append("an all-day activity starts at midnight")
        if not need.all_day and need.hours is not None and not inside(
                self.pieces(activity, where), need.hours):
            found.append("it is outside its hours")
        return found

    def venue_faults(self, activity: Activity, where: Placement, need: Requirement) -> List[str]:
        """The filters of a placement's venue."""
        if not need.types:
            return [f"it needs no venue but has {where.venue}"] if where.venue else []
        venue = self.workspace.venues.get(where.venue or "")
        if venue is None:
            return [f"there is no venue {where.venue}"]
        found = []
        if not set(venue.types) & set(need.types):
            found.append(f"{venue.id} is of another type")
        shared_or_own = ("",) + activity.communities
        if venue.id != activity.venue if activity.venue else venue.community not in shared_or_own:
            found.append(f"{venue.id} is not for it")
        people = self.workspace.participants(need, activity.communities)
        if venue.capacity is not None and people > venue.capacity:
            found.append(f"{venue.id} seats {venue.capacity}, not {people}")
        if not self.workspace.passes(where.day, venue.days) or not (
                need.all_day or inside(self.pieces(activity, where), venue.hours)):
            found.append(f"{venue.id} is not open")
        return found

    def covers(self, team: Team, activity: Activity) -> bool:
        """Whether the team serves all that hold the activity; every team serves the organizer."""
        return not team.covers or all(
            owner in team.covers or self.workspace.communities[owner].area in team.covers
            for owner in activity.communities)

    def check_placements(self) -> None:
        """Every placed activity that is neither done nor frozen has an allowed placement."""
        for name, where in self.placed.items():
            is_frozen = name in self.frozen and where == self.base[name]
            if self.is_done(name) or is_frozen or self.overrides(name, "placement"):
                continue
            for fault in self.faults(self.activities[name], where):
                self.violation("placement", [name], fault)

    def candidates(self, activity: Activity, days: Sequence[int]) -> Iterator[Placement]:
        """Placements on the days that might be allowed, the published one among them."""
        need = self.workspace.requirements[activity.requirement]
        possible = [day for day in days if day in need.dates
                    and self.workspace.passes(day, need.days)]
        starts: Iterable[int] = range(0, DAY, self.workspace.grid)
        if need.all_day or need.start is not None:
            starts = [need.start or 0]
        owned = [v for owner in activity.communities for v in self.owned.get(owner, [])]
        venues: List[Optional[str]] = [None]
        if need.types:
            venues = [v.id for v in owned + self.shared if set(v.types) & set(need.types)]
        choices = [[(role, team.id) for team in self.workspace.teams.values()
                    if team.role == role and self.covers(team, activity)
                    and (team.crews >= need.teams[role] or self.overrides(activity.id, "team"))]
                   for role in sorted(need.teams)]
        for day, minute in itertools.product(possible, starts):
            if self.time_faults(activity, Placement(day, minute, None, ()), need):
                continue
            for venue in venues:
                for teams in itertools.product(*choices):
                    yield Placement(day, minute, venue, teams)
