"""Where activities of a drawn workspace may stand, in the plainest words; see brute.py."""
import math
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from itertools import product
from typing import Any, Dict, FrozenSet, List, NamedTuple, Optional, Tuple
from zoneinfo import ZoneInfo

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEIGHTS = {"crowding": 4, "quiet-week": 6, "closeness": 2, "distance": 1, "lateness": 1, "away": 1,
           "moved-day": 8, "moved-time": 3, "dropped": 24, "unevenness": 3}
TICK = timedelta(minutes=5)


class Spot(NamedTuple):
    """Where an activity may stand: day, minute, venue's id, (role, team's id) pairs."""
    day: str
    minute: int
    venue: Optional[str]
    teams: Tuple[Tuple[str, str], ...]


class Thing(NamedTuple):
    """An activity; `members` are the communities that hold it, none for the organizer's."""
    id: str
    need: str
    owner: str
    members: Tuple[str, ...]
    span: str
    days: FrozenSet[str]


def day_of(text: str) -> date:
    return date.fromisoformat(text)


def between(first: str, last: str) -> List[str]:
    count = (day_of(last) - day_of(first)).days + 1
    return [(day_of(first) + timedelta(days=n)).isoformat() for n in range(count)]


def length(text: str) -> int:
    return int(text[:-3])


def ranges(text: str) -> List[Tuple[int, int]]:
    def minute(part: str) -> int:
        return int(part[:2]) * 60 + int(part[3:])
    parts = text.split(";") if text else []
    return [tuple(minute(end) for end in part.split("-")) for part in parts]


class Places:
    """A workspace and the facts of a plan to replan from, as the plan's JSON has them."""

    def __init__(self, workspace: Dict[str, Any], facts: Dict[str, Any]) -> None:
        self.plan, self.facts = workspace["plan"], facts
        self.zone = ZoneInfo(self.plan.get("time-zone", "Asia/Shanghai"))
        self.weights = {**WEIGHTS, **self.plan["weights"]}
        self.communities = {row["id"]: row for row in workspace["communities"]}
        self.venues = {row["id"]: row for row in workspace["venues"]}
        self.teams = {row["id"]: row for row in workspace["teams"]}
        self.needs = {need["id"]: need for need in self.plan["requirements"]}
        self.period = between(self.plan["period"]["from"], self.plan["period"]["to"])
        self.closures = self.plan["closures"] + facts.get("blocks", [])
        self.base = facts.get("base", {})
        self.now = datetime.fromisoformat(facts["now"]) if facts.get("now") else None
        if self.now and self.now.astimezone(self.zone).date().isoformat() > self.period[-1]:
            self.now = None
        self.freeze = timedelta(hours=int(self.plan["freeze"][:-1]))
        self.things = {thing.id: thing for thing in self.made()}
        self.cancelled = {entry["id"] for entry in facts.get("activities", [])
                          if entry["status"] == "cancelled"}
        self.active = [thing for thing in self.things.values() if thing.id not in self.cancelled]
        self.ticks = lru_cache(None)(self._ticks)
        self.allowed = lru_cache(None)(self._allowed)
        self.possible = {(member, week) for thing in self.active for member in thing.members
                         for week in {self.week(spot.day) for spot in self.spots(thing)
                                      if spot.day in self.period and self.is_manned(thing, spot)}}

    # What is made

    def made(self) -> List[Thing]:
        found = []
        for need in self.plan["requirements"]:
            owners = ["organizer"] if need["for"] == "organizer" else [
                name for name in self.communities if name in need["for"]["communities"]]
            sets = [(owner,) for owner in owners]
            if need.get("together") == "area":
                areas = [self.communities[owner]["area"] for owner in owners]
                sets = [tuple(o for o in owners if self.communities[o]["area"] == area)
                        for area in dict.fromkeys(areas)]
            elif need.get("together"):
                groups = [tuple(group) for group in need["together"]]
                sets = groups + [(o,) for o in owners if not any(o in group for group in groups)]
            for members in sets:
                for name in members:  # once published, the host stays
                    if any(key.startswith(f"{name}/{need['id']}") for key in self.base):
                        members = (name,) + tuple(m for m in members if m != name)
                        break
                for span, days in self.spans(need).items():
                    for number in range(1, need.get("count", 1) + 1):
                        parts = [members[0], need["id"], span,
                                 str(number) if need.get("count", 1) > 1 else ""]
                        found.append(Thing("/".join(filter(None, parts)), need["id"], members[0],
                                           () if members == ("organizer",) else members, span,
                                           frozenset(days)))
        return found

    def spans(self, need: Dict[str, Any]) -> Dict[str, List[str]]:
        """The days that may be chosen, by span."""
        names = {"week": self.week, "month": lambda day: day[:7], "quarter": lambda day:
                 f"{day[:4]}-q{(int(day[5:7]) + 2) // 3}"}
        found: Dict[str, List[str]] = {}
        for day in need["dates"]:
            found.setdefault(names[need["every"]](day) if "every" in need else "", []).append(day)
        return found

    def week(self, day: str) -> str:
        """The Thursday that the day's reporting week ends on."""
        on = day_of(day)
        while on.weekday() != 3:
            on += timedelta(days=1)
        return on.isoformat()

    def span_days(self, thing: Thing) -> List[str]:
        """All days of its span."""
        if "every" not in self.needs[thing.need]:
            return []
        if self.needs[thing.need]["every"] == "week":
            return [day for day in self.period if self.week(day) == thing.span]
        return [day for day in between(f"{thing.span[:4]}-01-01", f"{thing.span[:4]}-12-31")
                if day.startswith(thing.span)
                or f"{day[:4]}-q{(int(day[5:7]) + 2) // 3}" == thing.span]

    # Time

    def instant(self, day: str, minute: int) -> datetime:
        wall = datetime.combine(day_of(day), time(), self.zone) + timedelta(minutes=minute)
        return wall.astimezone(timezone.utc)

    def _ticks(self, need: str, day: str, minute: int, more: int = 0) -> FrozenSet[datetime]:
        """Every five minutes that it takes, and so many minutes after."""
        start, count = self.instant(day, minute), (length(self.needs[need]["duration"]) + more) // 5
        return frozenset(start + TICK * n for n in range(count))

    def shown(self, tick: datetime) -> Tuple[str, int]:
        wall = tick.astimezone(self.zone)
        return wall.date().isoformat(), wall.hour * 60 + wall.minute

    def lies_in(self, need: str, spot: Spot, hours: str) -> bool:
        """Whether every tick of it is shown in one of the ranges."""
        walls = [self.shown(tick) for tick in self.ticks(need, spot.day, spot.minute)]
        return not hours or any(all(day == spot.day and low <= minute and minute + 5 <= high
                                    for day, minute in walls) for low, high in ranges(hours))

    def passes(self, day: str, rule: Any) -> bool:
        weekday = WEEKDAYS[day_of(day).weekday()]
        words = [{"周日": "sun"}.get(word, word) for word in (
            rule.split(";") if isinstance(rule, str) else rule)]
        is_weekend = weekday in ("sat", "sun")
        return ("any" in words or weekday in words or ("workdays" in words and not is_weekend)
                or ("weekends" in words and is_weekend))

    def working(self, first: date, last: date) -> int:
        """Working days after the first up to and with the last."""
        days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(day.weekday() < 5 for day in days)

    # The rule `placement`

    def people(self, thing: Thing) -> int:
        text = str(self.needs[thing.need].get("participants", "0"))
        if not text.endswith("%"):
            return int(text)
        return math.ceil(int(text[:-1]) * sum(
            self.communities[name]["population"] for name in thing.members) / 100)

    def seats(self, venue: Dict[str, Any], thing: Thing) -> bool:
        return (bool(set(venue["types"].split(";")) & set(self.needs[thing.need]["venue"]))
                and (venue["capacity"] == "" or venue["capacity"] >= self.people(thing)))

    def _allowed(self, thing: Thing, spot: Spot, asks_now: bool = True) -> bool:
        need = self.needs[thing.need]
        right_minute = (spot.minute % 60 == 0 if "start" not in need
                        else ranges(f"{need['start']}-24:00")[0][0] == spot.minute)
        exists = self.shown(self.instant(spot.day, spot.minute)) == (spot.day, spot.minute)
        if spot.day not in thing.days or not right_minute or not exists:
            return False
        if not self.lies_in(need["id"], spot, need["hours"]):
            return False
        if ("venue" in need) != (spot.venue is not None):
            return False
        if spot.venue:
            venue = self.venues[spot.venue]
            if not (self.seats(venue, thing)
                    and venue["community"] in ("",) + thing.members
                    and self.passes(spot.day, venue["days"])
                    and self.lies_in(need["id"], spot, venue["hours"])):
                return False
        if sorted(need.get("teams", {})) != [role for role, _ in spot.teams]:
            return False
        for role, name in spot.teams:
            team = self.teams[name]
            covers = team["covers"].split(";") if team["covers"] else []
            if team["role"] != role or not self.lies_in(need["id"], spot, team["hours"]):
                return False
            if covers and not all(member in covers or self.communities[member]["area"] in covers
                                  for member in thing.members):
                return False
        if any(self.shuts(closure, thing, spot) for closure in self.closures):
            return False
        return not asks_now or self.now is None or self.is_in_time(thing, spot)

    def is_manned(self, thing: Thing, spot: Spot) -> bool:
        """Whether each team has as many crews as its role takes."""
        wanted = self.needs[thing.need].get("teams", {})
        return all(int(self.teams[name]["crews"]) >= wanted[role] for role, name in spot.teams)

    def is_in_time(self, thing: Thing, spot: Spot) -> bool:
        """Neither past nor too late for its notices, unless it stands so already."""
        if spot == self.stood(thing.id):
            return True
        if self.instant(spot.day, spot.minute) < self.now:
            return False
        today = self.now.astimezone(self.zone).date()
        needed = max([notice["workdays"] for notice in self.needs[thing.need].get("notices", [])],
                     default=0)
        given = self.working(today, day_of(spot.day) - timedelta(days=1))
        return spot == self.stood(thing.id, "or") or given >= needed

    def shuts(self, closure: Dict[str, Any], thing: Thing, spot: Spot) -> bool:
        names = closure.get("communities")
        for member in thing.members or ("organizer",):
            row = self.communities.get(member, {"kind": "", "area": ""})
            if ((not names or member in ([names] if isinstance(names, str) else names))
                    and row["kind"] in closure.get("kinds", [row["kind"]])
                    and row["area"] in closure.get("areas", [row["area"]])
                    and spot.venue in closure.get("venues", [spot.venue])
                    and thing.need in closure.get("requirements", [thing.need])
                    and ("teams" not in closure
                         or set(closure["teams"]) & {team for _, team in spot.teams})):
                low, high = ranges(closure.get("hours", "00:00-24:00"))[0]
                dates = closure["dates"]
                dates = dates if isinstance(dates, list) else [dates]
                if any(day in dates and low <= minute < high for day, minute in map(
                        self.shown, self.ticks(thing.need, spot.day, spot.minute))):
                    return True
        return False

    def everywhere(self, thing: Thing) -> List[Spot]:
        """Every spot worth asking about."""
        need = self.needs[thing.need]
        minutes = list(range(0, 1440, 60)) + (
            [ranges(f"{need['start']}-24:00")[0][0]] if "start" in need else [])
        venues = list(self.venues) if "venue" in need else [None]
        teams = [[(role, name) for name in self.teams if self.teams[name]["role"] == role]
                 for role in sorted(need.get("teams", {}))]
        return [Spot(day, minute, venue, crew) for day in sorted(thing.days) for minute in minutes
                for venue in venues for crew in product(*teams)]

    def spots(self, thing: Thing, asks_now: bool = True) -> List[Spot]:
        return [spot for spot in self.everywhere(thing) if self.allowed(thing, spot, asks_now)]

    def stood(self, name: str, key: str = "") -> Optional[Spot]:
        """The published spot, or the one before what was taken back."""
        entry = self.base.get(name) or {}
        entry = (entry.get(key) or {}) if key else entry
        if not entry.get("start"):
            return None
        wall = datetime.fromisoformat(entry["start"])
        return Spot(wall.date().isoformat(), wall.hour * 60 + wall.minute, entry.get("venue"),
                    tuple(sorted(entry.get("teams", {}).items())))
