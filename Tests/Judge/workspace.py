"""The workspace that a planner wrote."""
import math
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterable, List, Optional, Sequence, Set, Tuple
from zoneinfo import ZoneInfo

import yaml

from calendars import CalendarReader
from clock import Clock
from tables import (DAY, WEEKDAYS, Range, Unreadable, as_list, number, parse_day, parse_days,
                    parse_duration, parse_hours, parse_minute, position, table, words)

ORGANIZER = "organizer"
WEIGHTS = {"crowding": 4, "quiet-week": 6, "closeness": 2, "distance": 1, "lateness": 1, "away": 1,
           "moved-day": 8, "moved-time": 3, "dropped": 24, "unevenness": 3}
STATE_HOLIDAYS = Path(__file__).resolve().parents[2] / "calendars" / "holidays"


@dataclass
class Community:
    """A row of communities.csv."""
    id: str
    name: str
    kind: str
    area: str
    population: int
    hazards: List[str]
    position: Optional[Tuple[float, float]]
    max_per_day: Optional[int]


@dataclass
class Venue:
    """A row of venues.csv; `turnaround` in minutes."""
    id: str
    name: str
    types: List[str]
    community: str
    capacity: Optional[int]
    concurrent: int
    turnaround: int
    hours: List[Range]
    days: List[str]
    position: Optional[Tuple[float, float]]


@dataclass
class Team:
    """A row of teams.csv; `turnaround` in minutes."""
    id: str
    name: str
    role: str
    crews: int
    turnaround: int
    covers: List[str]
    hours: List[Range]
    days: List[str]


@dataclass
class Closure:
    """What is out and when; `spans` are a calendar's own, by day, instead of dates and hours."""
    scope: Dict[str, List[str]]
    dates: Optional[FrozenSet[int]]
    hours: List[Range]
    spans: Optional[Dict[int, List[Range]]] = None

    def on(self, day: int) -> Sequence[Range]:
        """The minutes that are closed on the day."""
        if self.spans is not None:
            return self.spans.get(day, ())
        return self.hours if self.dates is None or day in self.dates else ()


@dataclass
class Requirement:
    """An entry of `requirements`."""
    entry: Dict[str, Any]
    id: str
    name: str
    is_drill: bool
    duration: int
    all_day: bool
    blocking: bool
    dates: FrozenSet[int]
    days: List[str]
    start: Optional[int]        # the only start, in minutes from midnight
    hours: Optional[List[Range]]  # None: whatever a `start` takes
    every: Optional[str]        # week, month or quarter
    types: List[str]
    teams: Dict[str, int]
    after: List[Tuple[str, int]]
    apart: int
    priority: int
    notice: int
    attends: Set[str]


class Workspace:
    """What the planner wrote, read from a folder."""

    def __init__(self, folder: Path) -> None:
        text = (folder / "plan.yaml").read_bytes().decode("utf-8-sig")
        plan = yaml.load(text, Loader=yaml.BaseLoader)
        self.plan = plan
        self.zone = ZoneInfo(plan.get("time-zone", "Asia/Shanghai"))
        self.clock = Clock(self.zone)
        self.first, self.last = (parse_day(plan["period"][key]) for key in ("from", "to"))
        self.period = frozenset(range(self.first, self.last + 1))
        self.grid = parse_duration(plan.get("grid", "30min"))
        self.reporting_day = WEEKDAYS.index(words(plan.get("reporting-day", "thu"))[0])
        self.freeze = parse_duration(plan.get("freeze", "48h"))
        self.make_up_within = int(plan.get("make-up-within", 10))
        limits = plan.get("limits") or {}
        self.per_day = self.optional(limits, "per-community-per-day")
        self.comfortable_drills = self.optional(limits, "comfortable-drills-per-day")
        self.comfortable_days = self.optional(limits, "comfortable-days-between-drills") or 0
        given = plan.get("weights") or {}
        self.weights = {key: int(given.get(key, usual)) for key, usual in WEIGHTS.items()}
        self.communities = {row["id"]: Community(
            row["id"], row.get("name", ""), (words(row.get("kind")) or [""])[0],
            row.get("area") or "all-areas", number(row.get("population") or "0"),
            words(row.get("hazards")), position(row), self.optional(row, "max-per-day"))
            for row in table(folder, "communities")}
        self.teams = {row["id"]: Team(
            row["id"], row.get("name", ""), row.get("role") or row["id"],
            number(row.get("crews") or "1"), number(row.get("turnaround") or "0"),
            self.places(row.get("covers")), parse_hours(row.get("hours")) or [(0, DAY)],
            words(row.get("days")) or ["any"]) for row in table(folder, "teams")}
        self.venues = {row["id"]: Venue(
            row["id"], row.get("name", ""), words(row.get("types")), self.owner_of(row),
            self.optional(row, "capacity"), number(row.get("concurrent") or "1"),
            number(row.get("turnaround") or "0"), parse_hours(row.get("hours")) or [(0, DAY)],
            words(row.get("days")) or ["any"], position(row)) for row in table(folder, "venues")}
        self.departments = [entry["id"] for entry in as_list(plan.get("departments"))]
        self.titles = {entry["id"]: entry["name"] for entry in as_list(plan.get("requirements"))}
        self.holidays: Set[int] = set()
        self.make_up_days: Set[int] = set()
        self.closures = [self.closure(entry) for entry in as_list(plan.get("closures"))]
        if plan.get("holidays"):
            self.take_state_holidays(plan["holidays"])
        for entry in as_list(plan.get("calendars")):
            reader = self.calendar(folder / entry["file"])
            if entry["as"] == "holidays":
                off, work = reader.holidays()
                self.holidays |= off
                self.make_up_days |= work
            else:
                closure = self.closure({**entry, "dates": None, "hours": None})
                closure.spans = reader.closed()
                self.closures.append(closure)
        self.requirements = {entry["id"]: self.requirement(entry)
                             for entry in as_list(plan.get("requirements"))}

    def calendar(self, path: Path) -> CalendarReader:
        """A calendar's events around the plan."""
        return CalendarReader(path, self.zone, self.first - 400, self.last + 800)

    def take_state_holidays(self, country: str) -> None:
        """The state's published holidays of the plan's years and those beside them."""
        if country != "cn":
            raise Unreadable(f"no holidays of {country!r} are known")
        for path in sorted(STATE_HOLIDAYS.glob("cn-*.ics")):
            off, work = self.calendar(path).holidays()
            self.holidays |= off
            self.make_up_days |= work

    @staticmethod
    def optional(row: Dict[str, str], key: str) -> Optional[int]:
        """An optional whole number."""
        return number(row[key]) if row.get(key) else None

    def named(self, rows: Dict[str, Any], word: str) -> str:
        """The id that an id or the name of one row alone stands for."""
        if word in rows:
            return word
        found = [key for key, row in rows.items() if getattr(row, "name", row) == word]
        return found[0] if len(found) == 1 else word

    def places(self, value: Any) -> List[str]:
        """Communities by id or name, the organizer and areas as they stand."""
        return [self.named(self.communities, word) for word in words(value)]

    def owner_of(self, row: Dict[str, str]) -> str:
        """The community that owns a venue; empty for a shared one."""
        text = row.get("community", "")
        return "" if text in ("共用", "shared") else self.named(self.communities, text)

    def closure(self, entry: Dict[str, Any]) -> Closure:
        """From plan.yaml, or from a plan's `blocks`."""
        rows = {"communities": self.communities, "venues": self.venues, "teams": self.teams,
                "requirements": self.titles, "areas": {}, "kinds": {}}
        return Closure(
            {key: [self.named(rows[key], word) for word in words(entry[key])]
             for key in rows if entry.get(key)},
            parse_days(entry["dates"]) if entry.get("dates") else None,
            parse_hours(entry.get("hours")) or [(0, DAY)])

    def requirement(self, entry: Dict[str, Any]) -> Requirement:
        """An entry with its defaults."""
        all_day = entry["duration"] == "all-day"
        after = [(item, 1) if isinstance(item, str)
                 else (item["requirement"], int(item.get("days", 1)))
                 for item in as_list(entry.get("after"))]
        start = parse_minute(entry["start"]) if entry.get("start") else None
        hours = parse_hours(entry.get("hours")) or (None if start is not None else [(0, DAY)])
        return Requirement(
            entry, entry["id"], entry["name"], entry.get("kind", "drill") == "drill",
            DAY if all_day else parse_duration(entry["duration"]), all_day,
            not all_day and entry.get("blocking", "true") != "false",
            parse_days(entry["dates"]) if entry.get("dates") else self.period,
            words(entry.get("days")) or ["any"], start, hours, entry.get("every"),
            words(entry.get("venue")),
            {role: int(crews) for role, crews in (entry.get("teams") or {}).items()},
            [(self.named(self.titles, name), days) for name, days in after],
            int(entry.get("apart", 0)), int(entry.get("priority", 100)),
            max([int(n.get("workdays", 0)) for n in as_list(entry.get("notices"))], default=0),
            set(self.owners(entry["attends"])) if "attends" in entry else set())

    def owners(self, wanted: Any) -> List[str]:
        """The communities, departments and organizer that a `for` selects, each once."""
        found: Dict[str, None] = {}
        for item in wanted if isinstance(wanted, list) else [wanted]:
            if item == ORGANIZER:
                found[ORGANIZER] = None
            elif item == "departments":
                found.update(dict.fromkeys(self.departments))
            else:
                found.update(dict.fromkeys(
                    c.id for c in self.communities.values() if self.fits(c, item or {})))
        return list(found)

    def joined(self, need: Requirement) -> List[List[str]]:
        """The groups of communities that hold it together, in the order that makes the host."""
        together = need.entry.get("together")
        if not together:
            return []
        if together != "area":
            lists = together if isinstance(together[0], list) else [together]
            return [[self.named(self.communities, word) for word in words(names)]
                    for names in lists]
        areas: Dict[str, List[str]] = {}
        selected = set(self.owners(need.entry.get("for", {})))
        for community in self.communities.values():
            if community.id in selected:
                areas.setdefault(community.area, []).append(community.id)
        return list(areas.values())

    def fits(self, community: Community, want: Dict[str, Any]) -> bool:
        """Whether all of a filter fits the community; an empty list narrows nothing."""
        return ((not want.get("kind") or community.kind in words(want["kind"]))
                and (not want.get("hazards") or bool(set(words(want["hazards"]))
                                                     & set(community.hazards)))
                and (not want.get("communities")
                     or community.id in self.places(want["communities"]))
                and (not want.get("areas") or community.area in words(want["areas"])))

    def is_working(self, day: int) -> bool:
        """Mon-Fri and no holiday, or a make-up working day."""
        weekday = (day - 1) % 7
        return day in self.make_up_days or (weekday < 5 and day not in self.holidays)

    def working_days(self, days: Iterable[int]) -> int:
        """How many of the days are working days."""
        return sum(self.is_working(day) for day in days)

    def passes(self, day: int, rule: Sequence[str]) -> bool:
        """Whether the day is one of `any`, `workdays`, `weekends` or named weekdays."""
        weekday = (day - 1) % 7
        return ("any" in rule or WEEKDAYS[weekday] in rule
                or ("workdays" in rule and self.is_working(day))
                or ("weekends" in rule and weekday >= 5 and day not in self.make_up_days))

    def week_end(self, day: int) -> int:
        """The reporting day that the day's unclipped week ends on."""
        return day + (self.reporting_day - (day - 1)) % 7

    def participants(self, requirement: Requirement, communities: Sequence[str]) -> int:
        """How many people the venue must seat, of all the communities that hold it together."""
        text = requirement.entry.get("participants", "0")
        if not text.endswith("%"):
            return number(text)
        people = sum(self.communities[name].population for name in communities)
        return math.ceil(Decimal(text[:-1]) * people / 100)
