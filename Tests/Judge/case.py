"""One plan beside its workspace: what the document says, and what was found."""
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Dict, Iterable, List, Optional, Set

from activities import Activity, Placement, activities
from tables import Unreadable, parse_day
from workspace import ORGANIZER, Requirement, Venue, Workspace

PARTS = ["placement", "crowding", "quiet week", "closeness", "moved", "dropped", "unevenness"]
FIELDS = {"day", "start", "venue", "teams"}


@dataclass
class Verdict:
    """What the judge found; `restored` counts the activities that stand at their `or`."""
    violations: List[Dict[str, Any]] = field(default_factory=list)
    notes: List[Dict[str, Any]] = field(default_factory=list)
    disagreements: List[str] = field(default_factory=list)
    pinned_unplaced: int = 0
    unplaced: int = 0
    restored: int = 0
    parts: Dict[str, int] = field(default_factory=lambda: dict.fromkeys(PARTS, 0))


@dataclass
class Fixing:
    """An entry of `fixed`: why, which fields, and the values kept (None: not told)."""
    why: str
    fields: Set[str]
    where: Optional[Placement]


class Case:
    """What every part of the judge asks."""

    frozen: Set[str]  # by the rule `fixed`, see changes.py

    def __init__(self, workspace: Workspace, plan: Dict[str, Any], now: Optional[str]) -> None:
        self.workspace = workspace
        self.clock = workspace.clock
        self.plan = plan
        self.verdict = Verdict()
        base = plan.get("base") or {}
        self.activities = activities(workspace, base)
        self.entries: Dict[str, Dict[str, Any]] = {}
        for entry in plan["activities"]:
            if entry["id"] in self.entries:
                self.violation("listing", [entry["id"]], "is listed twice")
            self.entries[entry["id"]] = entry
        self.blocks = [workspace.closure(entry) for entry in plan.get("blocks") or []]
        self.closures = workspace.closures + self.blocks
        self.read_now(now or plan.get("now"))
        self.shared = [venue for venue in workspace.venues.values() if not venue.community]
        self.owned: Dict[str, List[Venue]] = defaultdict(list)
        for venue in workspace.venues.values():
            self.owned[venue.community].append(venue)
        self.of_community: Dict[str, List[Activity]] = defaultdict(list)
        self.of_requirement: Dict[str, Dict[str, List[Activity]]] = defaultdict(
            lambda: defaultdict(list))
        for activity in self.activities.values():
            for community in activity.communities or (ORGANIZER,):
                self.of_community[community].append(activity)
                self.of_requirement[activity.requirement][community].append(activity)
        self.fixed: Dict[str, List[Fixing]] = defaultdict(list)
        for entry in plan.get("fixed") or []:
            self.fixed[entry["id"]].append(self.fixing(entry))
        self.based = {name for name in base if name in self.activities}
        self.base = {name: self.placement(name, entry)
                     for name, entry in base.items() if entry.get("start")}
        self.alternatives = {
            name: self.placement(name, entry["or"]) if (entry["or"] or {}).get("start") else None
            for name, entry in base.items() if "or" in entry}
        told = plan.get("displaced")
        self.displaced = None if told is None else {
            name: parse_day(day) for name, day in told.items()}
        self.placed = {name: self.placement(name, entry) for name, entry in self.entries.items()
                       if name in self.activities and entry.get("start")
                       and entry.get("status") not in ("cancelled", "unplaced")}

    def read_now(self, text: Optional[str]) -> None:
        """The plan's now, as an instant and the zone's day; both None for a plan without one."""
        self.now: Optional[int] = None
        self.today: Optional[int] = None
        if text:
            moment = datetime.fromisoformat(text)
            aware = moment if moment.tzinfo else moment.replace(tzinfo=self.workspace.zone)
            self.now = self.clock.instant_of(aware)
            if aware.second or aware.microsecond:
                self.now += 1  # what starts in this minute starts before now
            self.today = aware.astimezone(self.workspace.zone).toordinal()
        self.is_before_end = self.today is not None and self.today <= self.workspace.last

    def placement(self, name: str, entry: Dict[str, Any]) -> Placement:
        """An entry's placement by its wall time; a wrong offset is a violation of its own."""
        start = self.moment(name, entry["start"]).replace(tzinfo=None)
        return Placement(start.toordinal(), start.hour * 60 + start.minute,
                         entry.get("venue"), tuple(sorted((entry.get("teams") or {}).items())))

    def fixing(self, entry: Dict[str, Any]) -> Fixing:
        """An entry of `fixed`."""
        where = self.placement(entry["id"], entry) if entry.get("start") else None
        return Fixing(entry["why"], set(entry.get("fields") or []), where)

    def moment(self, name: str, text: str) -> datetime:
        """A time that must carry the zone's offset then and no seconds."""
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise Unreadable(f"{text} has no offset")
        if moment.utcoffset() != moment.astimezone(self.workspace.zone).utcoffset():
            self.violation("listing", [name], f"{text} does not have the offset of the zone")
        if moment.second or moment.microsecond:
            self.violation("listing", [name], f"{text} is not a whole minute")
        return moment

    def need(self, name: str) -> Requirement:
        """The activity's requirement."""
        return self.workspace.requirements[self.activities[name].requirement]

    def start(self, where: Placement) -> int:
        """The instant that the placement starts."""
        return self.clock.instant(where.day, where.minute)

    def ending(self, need: Requirement, where: Placement) -> int:
        """The instant that an activity there ends; an all-day one's is the next midnight."""
        if need.all_day:
            return self.clock.instant(where.day + 1, 0)
        return self.start(where) + need.duration

    def end(self, name: str) -> int:
        """The instant that the placed activity ends."""
        return self.ending(self.need(name), self.placed[name])

    def cancelled(self, name: str) -> bool:
        """Whether the plan says so."""
        return self.entries.get(name, {}).get("status") == "cancelled"

    def unplaced(self) -> List[str]:
        """The activities that are neither placed nor cancelled."""
        return [name for name in self.activities
                if name not in self.placed and not self.cancelled(name)]

    def reasons(self, name: str) -> Set[str]:
        """Why it could not change: done, frozen, pinned."""
        return {fixing.why for fixing in self.fixed.get(name, ())}

    def is_pinned(self, name: str) -> bool:
        """Whether a person pinned or moved it."""
        return "pinned" in self.reasons(name) or bool(self.entries.get(name, {}).get("pinned"))

    def is_done(self, name: str) -> bool:
        """Whether it was done when the plan was made, or since."""
        return "done" in self.reasons(name) or self.entries.get(name, {}).get("status") == "done"

    def is_fixed(self, name: str) -> bool:
        """Whether it can neither move nor be left out: done, or frozen without an `or`."""
        return self.is_done(name) or (name in self.frozen and name not in self.alternatives)

    def is_at_alternative(self, name: str) -> bool:
        """Whether it stands at its `or`, teams included, or is as unplaced as that."""
        return (name in self.alternatives and not self.cancelled(name)
                and self.placed.get(name) == self.alternatives[name])

    def overrides(self, name: str, rule: str) -> bool:
        """Whether a person's move overrode the rule for it."""
        listed = self.entries.get(name, {}).get("overrides") or []
        return any(re.split(r"[:\s]", text)[0] == rule for text in listed)

    def violation(self, rule: str, names: Iterable[str], what: str) -> None:
        """Count a broken rule, or only note it if all that break it are fixed."""
        found = {"rule": rule, "activities": sorted(names), "what": what}
        shared = rule in ("venue", "team", "community", "order", "apart", "make-up")
        alone = shared and all(self.is_fixed(name) for name in found["activities"])
        (self.verdict.notes if alone else self.verdict.violations).append(found)
