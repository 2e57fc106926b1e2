"""The plainest words for the scheduling model: what a plan is worth, and the best.

It shares nothing with the judge: it reads the dictionaries of random_workspaces.py, counts ticks of
five minutes in place of sweeping intervals, and tries every plan. Only what is drawn there is
known.
"""
import math
from datetime import date
from typing import Dict, List, NamedTuple, Optional, Tuple

from brute_places import Spot, Thing, day_of, length
from brute_rules import BrokenRules

__all__ = ["Brute", "Spot", "Thing", "Worth", "length"]


class Worth(NamedTuple):
    """The levels of a plan, the least first, and the negated count of what is restored."""
    pinned: int
    unplaced: int
    cost: int
    restored: int


class Brute(BrokenRules):
    """What plans are worth."""

    def step(self, was: Optional[Spot], spot: Spot) -> int:
        if was is None:
            return 0
        if was.day != spot.day:
            return self.weights["moved-day"]
        return self.weights["moved-time"] if was[1:3] != spot[1:3] else 0

    def price(self, thing: Thing, spot: Spot) -> int:
        """What it costs alone, moving included."""
        need, cost = self.needs[thing.need], 0
        for wish in need.get("prefer", []):
            cost += 0 if self.passes(spot.day, wish["days"]) else wish["weight"]
        if spot.venue and thing.members:
            venue, host = self.venues[spot.venue], self.communities[thing.owner]
            arc = math.radians(abs(venue["lat"] - host["lat"]))  # all stand on one meridian
            cost += self.weights["distance"] * math.floor(arc * 6371.0088)
            if not venue["community"] and any(
                    own["community"] in thing.members and self.seats(own, thing)
                    for own in self.venues.values()):
                cost += self.weights["away"]
        if "aim-by" in need:
            late = (day_of(spot.day) - day_of(need["aim-by"])).days
            cost += self.weights["lateness"] * max(0, late)
        if thing.id in self.base:
            ways = [self.step(self.stood(thing.id), spot)]
            if "or" in self.base[thing.id]:
                ways.append(self.step(self.stood(thing.id, "or"), spot))
            cost += min(ways)
        return cost

    def worth(self, plan: Dict[str, Spot], is_whole: bool = True) -> Worth:
        """The levels of a plan: of all activities, or of those decided so far."""
        pinned = unplaced = cost = restored = 0
        short = dict.fromkeys(self.communities, 0)
        drills: Dict[str, List[date]] = {name: [] for name in self.communities}
        crowd: Dict[Tuple[str, str], int] = {}
        for thing in self.active if is_whole else [self.things[name] for name in self.decided]:
            spot, entry = plan.get(thing.id), self.base.get(thing.id)
            if entry and "or" in entry and spot == self.stood(thing.id, "or"):
                restored += 1
            if spot is None:
                priority = self.needs[thing.need]["priority"]
                unplaced += priority
                pinned += priority if self.is_pinned(thing.id) else 0
                for member in thing.members:
                    short[member] += 1
                if entry is not None and not ("or" in entry and None in (
                        self.stood(thing.id), self.stood(thing.id, "or"))):
                    cost += self.weights["dropped"]
                continue
            cost += self.price(thing, spot)
            if self.needs[thing.need]["kind"] == "drill" and thing.members:
                place = (self.communities[thing.owner]["area"], spot.day)
                crowd[place] = crowd.get(place, 0) + 1
                for member in thing.members:
                    drills[member].append(day_of(spot.day))
        limits = self.plan["limits"]
        for count in crowd.values():
            cost += self.weights["crowding"] * sum(range(1, count - limits[
                "comfortable-drills-per-day"] + 1))
        for days in drills.values():
            cost += sum(self.weights["closeness"] * max(0, limits[
                "comfortable-days-between-drills"] - abs((days[a] - days[b]).days))
                for a in range(len(days)) for b in range(a))
        cost += sum(self.weights["unevenness"] * sum(range(u)) for u in short.values())
        if is_whole:
            busy = {(member, self.week(spot.day)) for name, spot in plan.items()
                    if spot.day in self.period for member in self.things[name].members}
            cost += self.weights["quiet-week"] * len(self.possible - busy)
        return Worth(pinned, unplaced, cost, -restored)

    def is_valid(self, plan: Dict[str, Spot]) -> bool:
        """Whether no rule is broken."""
        return (all(self.may_stand(thing, plan.get(thing.id)) for thing in self.active)
                and not any(self.clash(plan, name) for name in plan))

    def choices(self) -> List[Tuple[Thing, List[Optional[Spot]]]]:
        """Where each activity may stand, None if it may be left out."""
        found = []
        for thing in self.active:
            stood = [self.stood(thing.id), self.stood(thing.id, "or")]
            spots = list(dict.fromkeys(self.spots(thing) + [spot for spot in stood if spot]))
            found.append((thing, [spot for spot in spots + [None] if self.may_stand(thing, spot)]))
        return found

    def best(self) -> Worth:
        """The worth of the best plan, by trying all that may still be better than the best yet."""
        choices = sorted(self.choices(), key=lambda choice: len(choice[1]))
        ties = any("or" in entry for entry in self.base.values())
        best = Worth(10 ** 9, 0, 0, 0)
        plan: Dict[str, Spot] = {}
        self.decided: List[str] = []

        def go(depth: int) -> None:
            nonlocal best
            if depth == len(choices):
                best = min(best, self.worth(plan))
                return
            thing, spots = choices[depth]
            self.decided.append(thing.id)
            for spot in spots:
                if spot is not None:
                    plan[thing.id] = spot
                if spot is None or not self.clash(plan, thing.id):
                    so_far = self.worth(plan, False)[:3]
                    if so_far < best[:3] or (ties and so_far == best[:3]):
                        go(depth + 1)
                plan.pop(thing.id, None)
            self.decided.pop()

        go(0)
        return best
