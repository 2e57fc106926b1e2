"""The workspace that a planner wrote."""
import math
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterable, List, Optional, Sequence, Set, Tuple
from zoneinfo import ZoneInfo

import yaml

from calendars import CalendarReader
from tables import (DAY, WEEKDAYS, Range, as_list, parse_day, parse_days, parse_duration,
                    parse_hours, position, table, words)

ORGANIZER = "organizer"
WEIGHTS = {"crowding": 4, "quiet-week": 6, "closeness": 2, "distance": 1, "lateness": 1,
           "moved-day": 8, "moved-time": 3}


@dataclass
class Community:
    """A row of communities.csv."""
    id: str
    kind: str
    area: str
    population: int
    hazards: List[str]
    position: Optional[Tuple[float, float]]
    max_per_day: Optional[int]


@dataclass
class Venue:
    """A row of venues.csv."""
    id: str
    types: List[str]
    community: str
    capacity: Optional[int]
    concurrent: int
    hours: List[Range]
    days: List[str]
    position: Optional[Tuple[float, float]]


@dataclass
class Team:
    """A row of teams.csv."""
    id: str
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

    @classmethod
    def parsed(cls, entry: Dict[str, Any]) -> "Closure":
        """From plan.yaml, or from the plan's `blocks`."""
        scopes = ("communities", "areas", "kinds", "venues", "teams", "requirements")
        return cls({key: words(entry[key]) for key in scopes if entry.get(key)},
                   parse_days(entry["dates"]) if entry.get("dates") else None,
                   parse_hours(entry.get("hours")) or [(0, DAY)])

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
    hours: List[Range]
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
        self.first, self.last = (parse_day(plan["period"][key]) for key in ("from", "to"))
        self.period = frozenset(range(self.first, self.last + 1))
        self.grid = parse_duration(plan.get("grid", "30min"))
        self.reporting_day = WEEKDAYS.index(words(plan.get("reporting-day", "thu"))[0])
        self.freeze = parse_duration(plan.get("freeze", "48h"))
        self.make_up_within = int(plan.get("make-up-within", 10))
        limits = plan.get("limits") or {}
        self.per_day = self.number(limits, "per-community-per-day")
        self.comfortable_drills = self.number(limits, "comfortable-drills-per-day")
        self.comfortable_days = self.number(limits, "comfortable-days-between-drills") or 0
        given = plan.get("weights") or {}
        self.weights = {key: int(given.get(key, usual)) for key, usual in WEIGHTS.items()}
        self.communities = {row["id"]: Community(
            row["id"], words(row.get("kind"))[0], row.get("area") or "all-areas",
            int(row.get("population") or 0), words(row.get("hazards")), position(row),
            self.number(row, "max-per-day")) for row in table(folder / "communities.csv")}
        self.venues = {row["id"]: Venue(
            row["id"], words(row.get("types")), row.get("community", ""),
            self.number(row, "capacity"), int(row.get("concurrent") or 1),
            parse_hours(row.get("hours")) or [(0, DAY)], words(row.get("days")) or ["any"],
            position(row)) for row in table(folder / "venues.csv")}
        self.teams = {row["id"]: Team(
            row["id"], row.get("role") or row["id"], int(row.get("crews") or 1),
            int(row.get("turnaround") or 0), words(row.get("covers")),
            parse_hours(row.get("hours")) or [(0, DAY)], words(row.get("days")) or ["any"])
            for row in table(folder / "teams.csv")}
        self.departments = [entry["id"] for entry in as_list(plan.get("departments"))]
        self.holidays: Set[int] = set()
        self.make_up_days: Set[int] = set()
        self.closures = [Closure.parsed(entry) for entry in as_list(plan.get("closures"))]
        for entry in as_list(plan.get("calendars")):
            reader = CalendarReader(
                folder / entry["file"], self.zone, self.first - 400, self.last + 800)
            if entry["as"] == "holidays":
                off, work = reader.holidays()
                self.holidays |= off
                self.make_up_days |= work
            else:
                closure = Closure.parsed({**entry, "dates": None, "hours": None})
                closure.spans = reader.closed()
                self.closures.append(closure)
        self.requirements = {entry["id"]: self.requirement(entry)
                             for entry in as_list(plan.get("requirements"))}

    @staticmethod
    def number(row: Dict[str, str], key: str) -> Optional[int]:
        """An optional integer."""
        return int(row[key]) if row.get(key) else None

    def requirement(self, entry: Dict[str, Any]) -> Requirement:
        """An entry with its defaults."""
        all_day = entry["duration"] == "all-day"
        after = [(item, 1) if isinstance(item, str)
                 else (item["requirement"], int(item.get("days", 1)))
                 for item in as_list(entry.get("after"))]
        return Requirement(
            entry, entry["id"], entry["name"], entry.get("kind", "drill") == "drill",
            DAY if all_day else parse_duration(entry["duration"]), all_day,
            not all_day and entry.get("blocking", "true") != "false",
            parse_days(entry["dates"]) if entry.get("dates") else self.period,
            words(entry.get("days")) or ["any"], parse_hours(entry.get("hours")) or [(0, DAY)],
            words(entry.get("venue")),
            {role: int(crews) for role, crews in (entry.get("teams") or {}).items()},
            after, int(entry.get("apart", 0)), int(entry.get("priority", 100)),
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

    @staticmethod
    def fits(community: Community, want: Dict[str, Any]) -> bool:
        """Whether all of a filter fits the community."""
        return (("kind" not in want or community.kind in words(want["kind"]))
                and ("hazards" not in want or bool(set(words(want["hazards"]))
                                                   & set(community.hazards)))
                and ("communities" not in want or community.id in words(want["communities"]))
                and ("areas" not in want or community.area in words(want["areas"])))

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

    def participants(self, requirement: Requirement, owner: str) -> int:
        """How many people the venue must seat."""
        text = requirement.entry.get("participants", "0")
        if not text.endswith("%"):
            return int(text)
        share = Decimal(text[:-1]) * self.communities[owner].population / 100
        return math.ceil(share)
