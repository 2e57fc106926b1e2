"""The rule `placement`: where an activity is allowed."""
import itertools
from typing import Dict, Iterator, List, Optional, Sequence

from activities import Activity, Placement
from case import Case
from tables import DAY, inside
from workspace import ORGANIZER, Closure, Requirement, Team


class Allowed(Case):
    """Each filter of a placement."""

    def closes(self, closure: Closure, activity: Activity, where: Placement) -> bool:
        """Whether the closure applies to the activity there and overlaps it."""
        need = self.workspace.requirements[activity.requirement]
        end = where.minute + need.duration
        if not any(low < end and where.minute < high for low, high in closure.on(where.day)):
            return False
        community = self.workspace.communities.get(activity.owner)
        own: Dict[str, List[Optional[str]]] = {
            "communities": [activity.owner], "requirements": [activity.requirement],
            "areas": [community.area if community else None],
            "kinds": [community.kind if community else None],
            "venues": [where.venue], "teams": [team for _, team in where.teams]}
        return all(set(own[scope]) & set(listed) for scope, listed in closure.scope.items())

    def faults(self, activity: Activity, where: Placement, *, asks_now: bool = True) -> List[str]:
        """Each filter of the rule `placement` that the placement fails."""
        workspace = self.workspace
        need = workspace.requirements[activity.requirement]
        day, start, end = where.day, where.minute, where.minute + need.duration
        found = []
        if day not in need.dates:
            found.append("the day is not in dates")
        if not workspace.passes(day, need.days):
            found.append("the day does not pass days")
        if activity.week is not None and (
                workspace.week_end(day) != activity.week or day not in workspace.period):
            found.append("the day is not in its week")
        if day in workspace.holidays and need.entry.get("on-holidays") != "true":
            found.append("the day is a holiday")
        if start % workspace.grid:
            found.append("the start is off the grid")
        if need.all_day and start:
            found.append("an all-day activity starts at midnight")
        if not need.all_day and not inside(start, end, need.hours):
            found.append("it is outside its hours")
        found += self.venue_faults(activity, where, need)
        if [role for role, _ in where.teams] != sorted(need.teams):
            found.append(f"its teams have the roles {[role for role, _ in where.teams]}")
        for role, name in where.teams:
            team = workspace.teams.get(name)
            if team is None or team.role != role:
                found.append(f"{name} is no team of role {role}")
                continue
            if not self.covers(team, activity.owner):
                found.append(f"{name} does not cover it")
            if not workspace.passes(day, team.days) or not (
                    need.all_day or inside(start, end, team.hours)):
                found.append(f"{name} is not on duty")
        if any(self.closes(closure, activity, where) for closure in self.closures):
            found.append("a closure overlaps it")
        if asks_now and self.is_before_end and self.base.get(activity.id) != where:
            today = self.now.date().toordinal()
            if self.instant(where) < self.now:
                found.append("it starts before now")
            if need.notice and workspace.working_days(range(today + 1, day)) < need.notice:
                found.append("a notice comes too late")
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
        shared_or_own = ("", activity.owner) if activity.owner != ORGANIZER else ("",)
        if venue.id != activity.venue if activity.venue else venue.community not in shared_or_own:
            found.append(f"{venue.id} is not for it")
        people = self.workspace.participants(need, activity.owner)
        if venue.capacity is not None and people > venue.capacity:
            found.append(f"{venue.id} seats {venue.capacity}, not {people}")
        if not self.workspace.passes(where.day, venue.days) or not (
                need.all_day or inside(where.minute, where.minute + need.duration, venue.hours)):
            found.append(f"{venue.id} is not open")
        return found

    def covers(self, team: Team, owner: str) -> bool:
        """Whether the team serves the owner."""
        return (owner == ORGANIZER or not team.covers or owner in team.covers
                or self.workspace.communities[owner].area in team.covers)

    def check_placements(self) -> None:
        """Every placed activity that is neither done nor frozen has an allowed placement."""
        for name, where in self.placed.items():
            if self.is_done(name) or name in self.frozen or self.overrides(name, "placement"):
                continue
            for fault in self.faults(self.activities[name], where):
                self.violation("placement", [name], fault)

    def candidates(self, activity: Activity, days: Sequence[int]) -> Iterator[Placement]:
        """Placements on the days that might be allowed, the published one among them."""
        need = self.workspace.requirements[activity.requirement]
        possible = [day for day in days if day in need.dates
                    and self.workspace.passes(day, need.days)]
        starts = [0] if need.all_day else [
            minute for minute in range(0, DAY, self.workspace.grid)
            if inside(minute, minute + need.duration, need.hours)]
        venues: List[Optional[str]] = [None]
        if need.types:
            venues = [v.id for v in itertools.chain(self.owned.get(activity.owner, []), self.shared)
                      if set(v.types) & set(need.types)]
        choices = [[(role, team.id) for team in self.workspace.teams.values()
                    if team.role == role and self.covers(team, activity.owner)]
                   for role in sorted(need.teams)]
        for day, minute, venue in itertools.product(possible, starts, venues):
            for teams in itertools.product(*choices):
                yield Placement(day, minute, venue, teams)
