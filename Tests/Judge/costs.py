"""What is unplaced, and the parts of the cost."""
import itertools
from collections import defaultdict
from typing import Dict, List, Optional, Tuple

from activities import Activity, Placement
from allowed import Allowed
from tables import as_list, inside, kilometres, parse_day, parse_days, parse_hours, words
from workspace import Venue


class Costs(Allowed):
    """The levels that are minimised."""

    def count_costs(self) -> None:
        """What is unplaced, and each part of the cost."""
        verdict, weights = self.verdict, self.workspace.weights
        short: Dict[str, int] = defaultdict(int)
        for name in self.unplaced():
            priority = self.need(name).priority
            verdict.unplaced += priority
            verdict.pinned_unplaced += priority if self.is_pinned(name) else 0
            verdict.parts["dropped"] += weights["dropped"] if self.is_dropped(name) else 0
            for community in self.activities[name].communities:
                short[community] += 1
        verdict.parts["unevenness"] = weights["unevenness"] * sum(
            count * (count - 1) // 2 for count in short.values())
        verdict.restored = sum(self.is_at_alternative(name) for name in self.alternatives
                               if name in self.activities)
        for name, where in self.placed.items():
            verdict.parts["placement"] += self.placement_cost(name, where)
            verdict.parts["moved"] += self.moving_cost(name, where)
        self.count_drills()
        self.count_quiet_weeks()

    def is_dropped(self, name: str) -> bool:
        """Whether leaving it out is charged."""
        is_nowhere = name not in self.base or self.alternatives.get(name) is None
        return name in self.based and not (name in self.alternatives and is_nowhere)

    def moving_cost(self, name: str, where: Placement) -> int:
        """The smaller of the costs from the base and from its `or`; from nowhere it is 0."""
        if name not in self.based:
            return 0
        origins = [self.base.get(name)]
        if name in self.alternatives:
            origins.append(self.alternatives[name])
        return min(self.step(origin, where) for origin in origins)

    def step(self, origin: Optional[Placement], where: Placement) -> int:
        """What it costs to go from there."""
        weights = self.workspace.weights
        if origin is None:
            return 0
        if origin.day != where.day:
            return weights["moved-day"]
        is_same = (origin.minute, origin.venue) == (where.minute, where.venue)
        return 0 if is_same else weights["moved-time"]

    def count_drills(self) -> None:
        """Crowding and closeness."""
        weights, parts = self.workspace.weights, self.verdict.parts
        on_day: Dict[Tuple[str, int], int] = defaultdict(int)
        drills: Dict[str, List[int]] = defaultdict(list)
        for name, where in self.placed.items():
            activity = self.activities[name]
            if not self.need(name).is_drill or not activity.communities:
                continue
            on_day[self.workspace.communities[activity.owner].area, where.day] += 1
            for community in activity.communities:
                drills[community].append(where.day)
        if self.workspace.comfortable_drills is not None:
            for count in on_day.values():
                excess = max(0, count - self.workspace.comfortable_drills)
                parts["crowding"] += weights["crowding"] * excess * (excess + 1) // 2
        comfortable = self.workspace.comfortable_days
        for days in drills.values():
            for one, other in itertools.combinations(days, 2):
                short = max(0, comfortable - abs(one - other))
                parts["closeness"] += weights["closeness"] * short

    def count_quiet_weeks(self) -> None:
        """Weeks in which a community could have something and has nothing."""
        weight = self.workspace.weights["quiet-week"]
        if not weight:
            return
        busy = {(community, self.workspace.week_end(where.day))
                for name, where in self.placed.items() if where.day in self.workspace.period
                for community in self.activities[name].communities}
        weeks = sorted({self.workspace.week_end(day) for day in self.workspace.period})
        for owner, week in itertools.product(self.workspace.communities, weeks):
            if (owner, week) not in busy and self.could_be_busy(owner, week):
                self.verdict.parts["quiet week"] += weight

    def placement_cost(self, name: str, where: Placement) -> int:
        """What the placement costs on its own."""
        workspace, need, activity = self.workspace, self.need(name), self.activities[name]
        cost = 0
        for prefer in as_list(need.entry.get("prefer")):
            met = (("days" not in prefer or workspace.passes(where.day, words(prefer["days"])))
                   and ("dates" not in prefer or where.day in parse_days(prefer["dates"]))
                   and ("hours" not in prefer or inside(
                       self.pieces(activity, where), parse_hours(prefer["hours"]))))
            cost += 0 if met else int(prefer.get("weight", 1))
        community = workspace.communities.get(activity.owner)
        venue = workspace.venues.get(where.venue or "")
        if community and venue:
            cost += workspace.weights["distance"] * kilometres(community.position, venue.position)
        if venue and self.is_away(activity, venue):
            cost += workspace.weights["away"]
        if need.entry.get("aim-by"):
            late = max(0, where.day - parse_day(need.entry["aim-by"]))
            cost += workspace.weights["lateness"] * late
        return cost

    def is_away(self, activity: Activity, venue: Venue) -> bool:
        """Whether it is at a shared venue although one of its communities owns a fit one."""
        need = self.workspace.requirements[activity.requirement]
        people = self.workspace.participants(need, activity.communities)
        return not venue.community and any(
            set(own.types) & set(need.types) and (own.capacity is None or people <= own.capacity)
            for community in activity.communities for own in self.owned.get(community, ()))

    def could_be_busy(self, owner: str, week: int) -> bool:
        """Whether the community has an activity with an allowed placement in the week."""
        days = [day for day in range(week - 6, week + 1) if day in self.workspace.period]
        return any(not self.faults(activity, where)
                   for activity in self.of_community[owner] if not self.cancelled(activity.id)
                   for where in self.candidates(activity, days))
