"""One plan beside its workspace: what the document says, and what was found."""
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Dict, Iterable, List, Optional, Set

from activities import Activity, Placement, activities
from workspace import Closure, Requirement, Venue, Workspace

PARTS = ["placement", "crowding", "quiet week", "closeness", "moved"]
FIELDS = {"day", "start", "venue", "teams"}


@dataclass
class Verdict:
    """What the judge found."""
    violations: List[Dict[str, Any]] = field(default_factory=list)
    notes: List[Dict[str, Any]] = field(default_factory=list)
    disagreements: List[str] = field(default_factory=list)
    unplaced: int = 0
    parts: Dict[str, int] = field(default_factory=lambda: dict.fromkeys(PARTS, 0))


class Case:
    """What every part of the judge asks."""

    frozen: Set[str]  # by the rule `fixed`, see changes.py

    def __init__(self, workspace: Workspace, plan: Dict[str, Any], now: Optional[str]) -> None:
        self.workspace = workspace
        self.plan = plan
        self.verdict = Verdict()
        self.activities = activities(workspace)
        self.entries: Dict[str, Dict[str, Any]] = {}
        for entry in plan["activities"]:
            if entry["id"] in self.entries:
                self.violation("listing", [entry["id"]], "is listed twice")
            self.entries[entry["id"]] = entry
        self.blocks = [Closure.parsed(entry) for entry in plan.get("blocks") or []]
        self.closures = workspace.closures + self.blocks
        text = now or plan.get("now")
        self.now: Optional[datetime] = None
        if text:
            moment = datetime.fromisoformat(text)
            aware = moment if moment.tzinfo else moment.replace(tzinfo=workspace.zone)
            self.now = aware.astimezone(workspace.zone)
        self.is_before_end = (self.now is not None
                              and self.now.date().toordinal() <= workspace.last)
        self.shared = [venue for venue in workspace.venues.values() if not venue.community]
        self.owned: Dict[str, List[Venue]] = defaultdict(list)
        for venue in workspace.venues.values():
            self.owned[venue.community].append(venue)
        self.of_owner: Dict[str, List[Activity]] = defaultdict(list)
        self.of_requirement: Dict[str, Dict[str, List[Activity]]] = defaultdict(
            lambda: defaultdict(list))
        for activity in self.activities.values():
            self.of_owner[activity.owner].append(activity)
            self.of_requirement[activity.requirement][activity.owner].append(activity)
        self.fixed: Dict[str, Dict[str, Set[str]]] = {}
        for entry in plan.get("fixed") or []:
            why = self.fixed.setdefault(entry["id"], {})
            why[entry["why"]] = set(entry.get("fields") or [])
        self.base = {name: self.placement(name, entry)
                     for name, entry in (plan.get("base") or {}).items() if entry.get("start")}
        self.placed = {name: self.placement(name, entry) for name, entry in self.entries.items()
                       if name in self.activities and entry.get("start")
                       and entry.get("status") not in ("cancelled", "unplaced")}

    def placement(self, name: str, entry: Dict[str, Any]) -> Placement:
        """An entry's placement by its wall time; a wrong offset is a violation of its own."""
        start = self.moment(name, entry["start"])
        return Placement(start.date().toordinal(), start.hour * 60 + start.minute,
                         entry.get("venue"), tuple(sorted((entry.get("teams") or {}).items())))

    def moment(self, name: str, text: str) -> datetime:
        """The wall time of a time that must carry the zone's offset and no seconds."""
        moment = datetime.fromisoformat(text)
        wall = moment.replace(tzinfo=None)
        if moment.utcoffset() != wall.replace(tzinfo=self.workspace.zone).utcoffset():
            self.violation("listing", [name], f"{text} does not have the offset of the zone")
        if wall.second or wall.microsecond:
            self.violation("listing", [name], f"{text} is not a whole minute")
        return wall

    def need(self, name: str) -> Requirement:
        """The activity's requirement."""
        return self.workspace.requirements[self.activities[name].requirement]

    def end(self, name: str) -> int:
        """Where the placed activity ends, in minutes on one line for all days."""
        return self.placed[name].start + self.need(name).duration

    def cancelled(self, name: str) -> bool:
        """Whether the plan says so."""
        return self.entries.get(name, {}).get("status") == "cancelled"

    def reasons(self, name: str) -> Dict[str, Set[str]]:
        """Why it could not change (done, frozen, pinned), each with the fields that could not."""
        return self.fixed.get(name, {})

    def is_done(self, name: str) -> bool:
        """Whether it was done when the plan was made, or since."""
        return "done" in self.reasons(name) or self.entries.get(name, {}).get("status") == "done"

    def is_fixed(self, name: str) -> bool:
        """Whether nothing about it could change."""
        return (self.is_done(name) or name in self.frozen
                or self.reasons(name).get("pinned", set()) >= FIELDS)

    def overrides(self, name: str, rule: str) -> bool:
        """Whether a person's move overrode the rule for it."""
        listed = self.entries.get(name, {}).get("overrides") or []
        return any(re.split(r"[:\s]", text)[0] == rule for text in listed)

    def violation(self, rule: str, names: Iterable[str], what: str) -> None:
        """Count a broken rule, or only note it if all that break it are fixed."""
        found = {"rule": rule, "activities": sorted(names), "what": what}
        shared = rule in ("venue", "team", "community", "order", "apart")
        alone = shared and all(self.is_fixed(name) for name in found["activities"])
        (self.verdict.notes if alone else self.verdict.violations).append(found)

    def instant(self, where: Placement) -> datetime:
        """The placement's start with its zone's offset, in UTC so that differences are elapsed."""
        wall = datetime.combine(date.fromordinal(where.day), time()) + timedelta(
            minutes=where.minute)
        return wall.replace(tzinfo=self.workspace.zone).astimezone(timezone.utc)
