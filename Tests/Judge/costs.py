"""What is unplaced, and the parts of the cost."""
import itertools
from collections import defaultdict
from typing import Dict, List, Set, Tuple

from activities import Placement
from allowed import Allowed
from tables import as_list, inside, kilometres, parse_day, parse_days, parse_hours, words
from workspace import ORGANIZER


class Costs(Allowed):
    """The levels that are minimised."""

    def count_costs(self) -> None:
        """What is unplaced, and the five parts of the cost."""
        weights, parts = self.workspace.weights, self.verdict.parts
        for name in self.activities:
            if name not in self.placed and not self.cancelled(name):
                self.verdict.unplaced += self.need(name).priority
        on_day: Dict[Tuple[str, int], int] = defaultdict(int)
        drills: Dict[str, List[int]] = defaultdict(list)
        busy: Set[Tuple[str, int]] = set()
        for name, where in self.placed.items():
            owner = self.activities[name].owner
            parts["placement"] += self.placement_cost(name, where)
            base = self.base.get(name)
            if base is not None and base.day != where.day:
                parts["moved"] += weights["moved-day"]
            elif base is not None and (base.minute, base.venue) != (where.minute, where.venue):
                parts["moved"] += weights["moved-time"]
            if owner == ORGANIZER:
                continue
            if where.day in self.workspace.period:
                busy.add((owner, self.workspace.week_end(where.day)))
            if self.need(name).is_drill:
                on_day[self.workspace.communities[owner].area, where.day] += 1
                drills[owner].append(where.day)
        if self.workspace.comfortable_drills is not None:
            for count in on_day.values():
                excess = max(0, count - self.workspace.comfortable_drills)
                parts["crowding"] += weights["crowding"] * excess * (excess + 1) // 2
        comfortable = self.workspace.comfortable_days
        for days in drills.values():
            for one, other in itertools.combinations(days, 2):
                short = max(0, comfortable - abs(one - other))
                parts["closeness"] += weights["closeness"] * short
        weeks = sorted({self.workspace.week_end(day) for day in self.workspace.period})
        for owner, week in itertools.product(self.workspace.communities, weeks):
            if (owner, week) not in busy and self.could_be_busy(owner, week):
                parts["quiet week"] += weights["quiet-week"]

    def placement_cost(self, name: str, where: Placement) -> int:
        """What the placement costs on its own."""
        workspace, need, activity = self.workspace, self.need(name), self.activities[name]
        cost = 0
        for prefer in as_list(need.entry.get("prefer")):
            met = (("days" not in prefer or workspace.passes(where.day, words(prefer["days"])))
                   and ("dates" not in prefer or where.day in parse_days(prefer["dates"]))
                   and ("hours" not in prefer or inside(
                       where.minute, where.minute + need.duration, parse_hours(prefer["hours"]))))
            cost += 0 if met else int(prefer.get("weight", 1))
        community = workspace.communities.get(activity.owner)
        venue = workspace.venues.get(where.venue or "")
        if community and venue:
            cost += workspace.weights["distance"] * kilometres(community.position, venue.position)
        if need.entry.get("aim-by"):
            late = max(0, where.day - parse_day(need.entry["aim-by"]))
            cost += workspace.weights["lateness"] * late
        return cost

    def could_be_busy(self, owner: str, week: int) -> bool:
        """Whether the community has an activity with an allowed placement in the week."""
        days = [day for day in range(week - 6, week + 1) if day in self.workspace.period]
        return any(not self.faults(activity, where)
                   for activity in self.of_owner[owner] if not self.cancelled(activity.id)
                   for where in self.candidates(activity, days))
