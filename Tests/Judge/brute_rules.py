"""Which rules a plan of a drawn workspace breaks, in the plainest words; see brute.py."""
from datetime import datetime
from typing import Any, Dict, FrozenSet, List, Optional, Tuple

from brute_places import Places, Spot, Thing, day_of


class BrokenRules(Places):
    """Rules about one activity, and between two or more."""

    def why(self, name: str) -> List[Dict[str, Any]]:
        return [entry for entry in self.facts.get("fixed", []) if entry["id"] == name]

    def is_done(self, name: str) -> bool:
        return any(entry["why"] == "done" for entry in self.why(name))

    def is_pinned(self, name: str) -> bool:
        return any(entry["why"] == "pinned" for entry in self.why(name))

    def is_frozen(self, name: str) -> bool:
        spot = self.stood(name)
        return (self.now is not None and spot is not None and name not in self.cancelled
                and self.instant(spot.day, spot.minute) < self.now + self.freeze
                and self.allowed(self.things[name], spot, False))

    def is_stuck(self, name: str) -> bool:
        """Whether it can neither go nor be left out."""
        return self.is_done(name) or (self.is_frozen(name) and "or" not in self.base[name])

    def may_stand(self, thing: Thing, spot: Optional[Spot]) -> bool:
        """All rules that ask about one activity alone."""
        was, before = self.stood(thing.id), self.stood(thing.id, "or")
        if self.is_done(thing.id):
            return spot == was
        if self.is_frozen(thing.id):
            return spot == was or ("or" in self.base[thing.id] and spot == before and (
                spot is None or self.allowed(thing, spot)))
        if spot is None:
            return True
        if not self.allowed(thing, spot):
            return False
        for entry in self.why(thing.id):
            wall = datetime.fromisoformat(entry["start"])
            values = {"day": wall.date().isoformat(), "start": wall.hour * 60 + wall.minute,
                      "venue": entry.get("venue"), "teams": tuple(sorted(entry["teams"].items()))}
            mine = {"day": spot.day, "start": spot.minute, "venue": spot.venue, "teams": spot.teams}
            if any(values[field] != mine[field] for field in entry["fields"]):
                return False
        if thing.id in self.base and self.now is not None and spot not in (was, before):
            if self.instant(spot.day, spot.minute) < self.now + self.freeze:
                return False
        taken = self.facts.get("displaced", {}).get(thing.id)
        return taken is None or self.working(
            day_of(taken), day_of(spot.day)) <= self.plan["make-up-within"]

    # Rules between activities

    def clash(self, plan: Dict[str, Spot], name: str) -> bool:
        """Whether the activity breaks a rule with what else stands; not among stuck ones alone."""
        thing, spot = self.things[name], plan[name]
        others = {other: where for other, where in plan.items() if other != name
                  and not (self.is_stuck(name) and self.is_stuck(other))}
        for other, where in others.items():
            rest = self.things[other]
            if self.is_out_of_order(thing, spot, rest, where) or self.is_out_of_order(
                    rest, where, thing, spot):
                return True
            need = self.needs[thing.need]
            if rest.need == thing.need and (set(rest.members) & set(thing.members)
                                            or rest.owner == thing.owner == "organizer"):
                if abs((day_of(spot.day) - day_of(where.day)).days) < need.get("apart", 0):
                    return True
            if self.meet(thing, rest) and (self.ticks(thing.need, spot.day, spot.minute)
                                           & self.ticks(rest.need, where.day, where.minute)):
                return True
        return self.is_over(plan, thing, spot) or self.is_over_daily(plan, thing, spot)

    def blocks(self, thing: Thing) -> FrozenSet[str]:
        """Whom it occupies."""
        need = self.needs[thing.need]
        if need.get("blocking", True) is False:
            return frozenset()
        if thing.owner == "organizer":
            return frozenset(["organizer"] + need["attends"]["communities"])
        return frozenset(thing.members)

    def meet(self, one: Thing, other: Thing) -> bool:
        return bool(self.blocks(one) & self.blocks(other))

    def is_over(self, plan: Dict[str, Spot], thing: Thing, spot: Spot) -> bool:
        """Venue and teams at every tick that it takes; what stands before counts with its ticks."""
        def load(kind: str, name: str, tick: datetime) -> Tuple[int, bool]:
            amount, is_free = 0, False
            for other, where in plan.items():
                need = self.needs[self.things[other].need]
                teams = [team for _, team in where.teams]
                here = where.venue == name if kind == "venue" else name in teams
                row = (self.venues if kind == "venue" else self.teams)[name]
                if here and tick in self.ticks(need["id"], where.day, where.minute,
                                               int(row["turnaround"] or 0)):
                    amount += 1 if kind == "venue" else need["teams"][row["role"]]
                    is_free |= not self.is_stuck(other)
            return amount, is_free

        wanted = [("venue", spot.venue, self.venues[spot.venue]["concurrent"],
                   self.venues[spot.venue]["turnaround"])] if spot.venue else []
        wanted += [("team", team, self.teams[team]["crews"], self.teams[team]["turnaround"])
                   for _, team in spot.teams]
        for kind, name, most, after in wanted:
            for tick in self.ticks(thing.need, spot.day, spot.minute, int(after or 0)):
                amount, is_free = load(kind, name, tick)
                if amount > most and is_free:
                    return True
        return False

    def is_over_daily(self, plan: Dict[str, Spot], thing: Thing, spot: Spot) -> bool:
        for member in thing.members:
            own = self.communities[member]["max-per-day"]
            most = own if own != "" else self.plan["limits"]["per-community-per-day"]
            there = [other for other, where in plan.items() if where.day == spot.day
                     and member in self.things[other].members and self.blocks(self.things[other])]
            is_free = any(not self.is_stuck(other) for other in there)
            if self.blocks(thing) and len(there) > most and is_free:
                return True
        return False

    def is_out_of_order(self, late: Thing, spot: Spot, early: Thing, where: Spot) -> bool:
        """Whether `late` is to come after `early` and does not."""
        for rule in self.needs[late.need].get("after", []):
            if rule["requirement"] != early.need or not self.precedes(early, late):
                continue
            if rule["days"]:
                if (day_of(spot.day) - day_of(where.day)).days < rule["days"]:
                    return True
            elif self.instant(spot.day, spot.minute) <= max(
                    self.ticks(early.need, where.day, where.minute)):
                return True
        return False

    def precedes(self, early: Thing, late: Thing) -> bool:
        """Whether it is one of those that the other must follow."""
        def theirs(member: str) -> List[Thing]:
            own = [t for t in self.things.values() if t.need == early.need and member in (
                t.members or ("organizer",))]
            if own or member == "organizer":
                return own or [t for t in self.things.values() if t.need == early.need]
            return [t for t in self.things.values() if t.need == early.need and not t.members]

        if not any(early in theirs(member) for member in late.members or ("organizer",)):
            return False
        if not early.span or not late.span:
            return True
        if self.needs[early.need]["every"] == self.needs[late.need]["every"]:
            return early.span == late.span
        return bool(set(self.span_days(early)) & set(self.span_days(late)))
