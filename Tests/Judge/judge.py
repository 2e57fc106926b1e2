#!/usr/bin/env python3
"""Judge a Muster plan: python3 judge.py WORKSPACE PLAN.json [--now ISO]

Written from the specification alone and sharing nothing with the planner. It recomputes from the
workspace and the plan's JSON which activities exist, whether a hard rule is broken and what the
plan costs, compares that with what the plan states, and prints a verdict as JSON. Exit status: 0 if
nothing is broken and everything agrees, 1 if not, 2 if the input cannot be read. The workspace is
taken to be valid: finding its mistakes is the work of `muster check`.

Where the specification leaves room, the most literal reading was taken:

 1. Without `for` a requirement, campaign or deadline is for every community; without `hours` an
    activity lies in 00:00-24:00. Ranges of hours that touch are not joined.
 2. Scenario words in `types` and `venue` may be written in Chinese too; roles are compared as is.
 3. A week makes activities by `dates` and `days` alone; holidays do not count there.
 4. A holiday calendar's timed events are ignored; CANCELLED and TRANSPARENT matter to closures
    alone.
 5. An event whose TZID is unknown takes X-WR-TIMEZONE, else is skipped.
 6. "The placement that is published" is its day, start, venue and teams together.
 7. `blocking` also qualifies the organizer's activities in the rule `community`.
 8. The quiet week asks only the rule `placement` of its "allowed placement" (so `now` and notices,
    but no pin and no freeze) and leaves cancelled activities out. Weeks are clipped to the period.
 9. Order: B is the community's own if the requirement makes any there, cancelled or not. The week
    is compared after that. `apart` holds for the organizer's occurrences and across venues too.
10. `freeze` bars nothing once `now` is after the period, as nothing is frozen then.
11. Make-up: the working days after the published day, up to and with the new day, are counted; an
    activity is displaced if a block of the plan's `blocks` forbids its placement in `base`.
12. The JSON does not hold what a pin asks for, so a pinned value is not verified; a published
    activity that `fixed` lists as pinned, or that overrides `fixed`, is not held to its placement.
13. Fixed, in "broken among fixed activities alone", are done and frozen ones, and those whose four
    fields are all pinned. `overrides` holds names of rules (what follows a colon or space is text);
    a set over a capacity counts if it is still over without those that override the rule.
14. A task's id has the date from `due` or `every`, or else the one moved by `if-holiday: earlier`.
    Only holidays move it, weekends do not. The owner in JSON is `organizer` or a department's id.
15. `optimal` may be false when both bounds meet; it may not be true when they do not.
"""
import argparse
import itertools
import json
import re
import sys
from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Set, Tuple

import yaml

from tables import (DAY, WEEKDAYS, Unreadable, as_list, inside, iso, kilometres, parse_day,
                    parse_days, parse_hours, words)
from workspace import ORGANIZER, Closure, Requirement, Team, Venue, Workspace

PARTS = ["placement", "crowding", "quiet week", "closeness", "moved"]
FIELDS = {"day", "start", "venue", "teams"}


@dataclass(frozen=True)
class Activity:
    """What a requirement makes for one owner; `week` is the reporting day its week ends on."""
    id: str
    requirement: str
    owner: str
    venue: Optional[str]
    week: Optional[int]


@dataclass(frozen=True)
class Placement:
    """Day, minute, venue and one team for each role, in the order of the roles."""
    day: int
    minute: int
    venue: Optional[str]
    teams: Tuple[Tuple[str, str], ...]

    @property
    def start(self) -> int:
        """Minutes on one line for all days."""
        return self.day * DAY + self.minute


def activities(workspace: Workspace) -> Dict[str, Activity]:
    """Every activity that the requirements make."""
    made: Dict[str, Activity] = {}
    for need in workspace.requirements.values():
        entry = need.entry
        weeks: List[Optional[int]] = [None]
        if entry.get("every") == "week":
            possible = [d for d in need.dates & workspace.period if workspace.passes(d, need.days)]
            weeks = list(sorted({workspace.week_end(day) for day in possible}))
        count = int(entry.get("count", 1))
        for owner in workspace.owners(entry.get("for", {})):
            venues: List[Optional[str]] = [None]
            if entry.get("per") == "venue":
                venues = [v.id for v in workspace.venues.values()
                          if v.community == owner and set(v.types) & set(need.types)]
            for venue, week, number in itertools.product(venues, weeks, range(1, count + 1)):
                parts = [owner, need.id, venue, iso(week) if week else None,
                         str(number) if count > 1 else None]
                name = "/".join(part for part in parts if part)
                made[name] = Activity(name, need.id, owner, venue, week)
    return made


@dataclass
class Verdict:
    """What the judge found."""
    violations: List[Dict[str, Any]] = field(default_factory=list)
    notes: List[Dict[str, Any]] = field(default_factory=list)
    disagreements: List[str] = field(default_factory=list)
    unplaced: int = 0
    parts: Dict[str, int] = field(default_factory=lambda: dict.fromkeys(PARTS, 0))


class Judge:
    """One plan against one workspace."""

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
        self.frozen = {name for name in self.base if self.is_frozen(name)}

    def run(self) -> Dict[str, Any]:
        """Judge everything."""
        self.check_listing()
        self.check_tasks()
        self.check_placements()
        self.check_venues_and_teams()
        self.check_communities()
        self.check_order_and_apart()
        self.check_changes()
        self.count_costs()
        self.check_score()
        verdict = self.verdict
        return {"violations": verdict.violations, "unplaced": verdict.unplaced,
                "cost": sum(verdict.parts.values()), "parts": verdict.parts,
                "agrees": not verdict.disagreements, "disagreements": verdict.disagreements,
                "notes": verdict.notes}

    # Reading the plan

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

    # What is listed

    def check_listing(self) -> None:
        """Exactly the activities that the requirements make, each told right."""
        if self.plan.get("id") != self.workspace.plan["id"]:
            self.violation("listing", [], f"the plan's id is {self.plan.get('id')!r}")
        for name in sorted(self.activities.keys() - self.entries.keys()):
            self.violation("listing", [name], "is missing")
        for name in sorted(self.entries.keys() - self.activities.keys()):
            self.violation("listing", [name], "is made by no requirement")
        for name in sorted(self.fixed.keys() - self.activities.keys()):
            self.violation("listing", [name], "is fixed but made by no requirement")
        for name, entry in self.entries.items():
            if name in self.activities:
                self.check_entry(name, entry)

    def check_entry(self, name: str, entry: Dict[str, Any]) -> None:
        """One activity's own fields."""
        activity, need = self.activities[name], self.need(name)
        told = {"requirement": need.id, "community": activity.owner, "name": need.name}
        for key, value in told.items():
            if entry.get(key) != value:
                self.violation("listing", [name], f"{key} is {entry.get(key)!r}, not {value!r}")
        status = entry.get("status")
        if status not in ("planned", "due", "done", "overdue", "cancelled", "unplaced"):
            self.violation("listing", [name], f"status is {status!r}")
        if status in ("cancelled", "unplaced"):
            if any(entry.get(key) for key in ("start", "end", "venue", "teams")):
                self.violation("listing", [name], f"is {status} but has a placement")
        elif not entry.get("start"):
            self.violation("listing", [name], f"is {status} but has no start")
        else:
            length = timedelta(minutes=need.duration)
            end = self.moment(name, entry["end"]) if entry.get("end") else None
            if end != self.moment(name, entry["start"]) + length:
                self.violation("listing", [name], f"ends at {entry.get('end')}")

    def check_tasks(self) -> None:
        """Each occurrence of a deadline, and each campaign."""
        wanted: Dict[Tuple[str, str], Dict[str, Any]] = {}
        aliases: Dict[str, str] = {}
        for entry in as_list(self.workspace.plan.get("deadlines")):
            for day in self.occurrences(entry):
                due = day
                if entry.get("if-holiday") == "earlier" and day in self.workspace.holidays:
                    due = next(d for d in itertools.count(day - 1, -1)
                               if self.workspace.is_working(d))
                for owner in self.workspace.owners(entry.get("for", {})):
                    name = f"{owner}/{entry['id']}/{iso(day)}"
                    aliases[f"{owner}/{entry['id']}/{iso(due)}"] = name
                    wanted["tasks", name] = {
                        "community": owner, "name": entry["name"], "due": iso(due)}
        for entry in as_list(self.workspace.plan.get("campaigns")):
            days = parse_days(entry.get("dates")) or self.workspace.period
            for owner in self.workspace.owners(entry.get("for", {})):
                wanted["campaigns", f"{owner}/{entry['id']}"] = {
                    "community": owner, "name": entry["name"],
                    "from": iso(min(days)), "to": iso(max(days))}
        for key in ("tasks", "campaigns"):
            for entry in self.plan.get(key) or []:
                name = entry["id"]
                if (key, name) not in wanted:
                    name = aliases.get(name, name)
                told = wanted.pop((key, name), None)
                if told is None:
                    self.violation("listing", [name], f"should not be in {key}, or not twice")
                    continue
                for field_name, value in told.items():
                    stated = entry.get(field_name) or ""
                    if field_name in ("due", "from", "to"):
                        stated = stated[:10]
                    if stated != value:
                        self.violation("listing", [name], f"{field_name} is {stated!r}")
        for key, name in wanted:
            self.violation("listing", [name], f"is missing from {key}")

    def occurrences(self, entry: Dict[str, Any]) -> List[int]:
        """The days that a deadline is for, before any shift."""
        if entry.get("due"):
            return sorted(parse_days(entry["due"]))
        days = parse_days(entry.get("dates")) or self.workspace.period
        every = words(entry["every"])[0]
        if every in WEEKDAYS:
            return [day for day in sorted(days) if WEEKDAYS[(day - 1) % 7] == every]
        number = int(re.fullmatch(r"(\d+)(?:st|nd|rd|th)", every).group(1))
        dates = [date.fromordinal(day) for day in sorted(days)]
        return [d.toordinal() for d in dates
                if d.day == min(number, monthrange(d.year, d.month)[1])]

    # Placement

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

    def instant(self, where: Placement) -> datetime:
        """The placement's start with its zone's offset, in UTC so that differences are elapsed."""
        wall = datetime.combine(date.fromordinal(where.day), time()) + timedelta(
            minutes=where.minute)
        return wall.replace(tzinfo=self.workspace.zone).astimezone(timezone.utc)

    def check_placements(self) -> None:
        """Every placed activity that is neither done nor frozen has an allowed placement."""
        for name, where in self.placed.items():
            if self.is_done(name) or name in self.frozen or self.overrides(name, "placement"):
                continue
            for fault in self.faults(self.activities[name], where):
                self.violation("placement", [name], fault)

    # Rules between activities

    def check_load(self, rule: str, what: str, load: List[Tuple[int, int, int, str]],
                   capacity: int) -> None:
        """Sweep (start, end, amount, activity) and report each moment over the capacity."""
        load = sorted(item for item in load if not self.overrides(item[3], rule))
        active: List[Tuple[int, int, int, str]] = []
        for moment, group in itertools.groupby(load, key=lambda item: item[0]):
            active = [item for item in active if item[1] > moment] + list(group)
            amount = sum(item[2] for item in active)
            if amount > capacity:
                at = f"{iso(moment // DAY)} {moment % DAY // 60:02}:{moment % 60:02}"
                self.violation(rule, [item[3] for item in active],
                               f"{what} has {amount} of {capacity} at {at}")

    def check_venues_and_teams(self) -> None:
        """Concurrent activities of venues and crews of teams."""
        venues: Dict[str, List[Tuple[int, int, int, str]]] = defaultdict(list)
        teams: Dict[str, List[Tuple[int, int, int, str]]] = defaultdict(list)
        for name, where in self.placed.items():
            start, end, needed = where.start, self.end(name), self.need(name).teams
            if where.venue in self.workspace.venues:
                venues[where.venue].append((start, end, 1, name))
            for role, team in where.teams:
                if team in self.workspace.teams:
                    back = end + self.workspace.teams[team].turnaround
                    teams[team].append((start, back, needed.get(role, 0), name))
        for venue, load in venues.items():
            self.check_load("venue", venue, load, self.workspace.venues[venue].concurrent)
        for team, load in teams.items():
            self.check_load("team", team, load, self.workspace.teams[team].crews)

    def check_communities(self) -> None:
        """No two things at once, and the daily limit."""
        loads: Dict[str, List[Tuple[int, int, int, str]]] = defaultdict(list)
        daily: Dict[Tuple[str, int], List[str]] = defaultdict(list)
        for name, where in self.placed.items():
            need, owner = self.need(name), self.activities[name].owner
            if not need.blocking:
                continue
            item = (where.start, self.end(name), 1, name)
            loads[owner].append(item)
            if owner == ORGANIZER:
                for community in need.attends:
                    loads[community].append(item)
            else:
                daily[owner, where.day].append(name)
        for owner, load in loads.items():
            self.check_load("community", owner, load, 1)
        for (owner, day), names in daily.items():
            limit = self.workspace.communities[owner].max_per_day
            limit = self.workspace.per_day if limit is None else limit
            counted = [name for name in names if not self.overrides(name, "community")]
            if limit is not None and len(counted) > limit:
                self.violation("community", counted,
                               f"{len(counted)} start on {iso(day)}, where the limit is {limit}")

    def check_pair(self, rule: str, one: str, other: str, holds: bool, what: str) -> None:
        """Report a rule broken by two activities, unless either overrides it."""
        if not holds and not self.overrides(one, rule) and not self.overrides(other, rule):
            self.violation(rule, [one, other], what)

    def check_order_and_apart(self) -> None:
        """What must come after what, and how far apart."""
        for name, where in self.placed.items():
            for before, days in self.need(name).after:
                for other in self.predecessors(self.activities[name], before):
                    if other not in self.placed or other == name:
                        continue
                    holds = (where.day - self.placed[other].day >= days if days
                             else where.start >= self.end(other))
                    self.check_pair("order", name, other, holds,
                                    f"{name} is not {days} days after {other}")
        for requirement, owners in self.of_requirement.items():
            apart = self.workspace.requirements[requirement].apart
            for made in owners.values():
                names = [activity.id for activity in made if activity.id in self.placed]
                for one, other in itertools.combinations(names, 2):
                    gap = abs(self.placed[one].day - self.placed[other].day)
                    self.check_pair("apart", one, other, gap >= apart, f"{gap} days apart")

    def predecessors(self, activity: Activity, before: str) -> List[str]:
        """The occurrences of the requirement that the activity must follow."""
        owners = self.of_requirement[before]
        if activity.owner in owners:
            found = owners[activity.owner]
        elif activity.owner == ORGANIZER:
            found = [other for made in owners.values() for other in made]
        else:
            found = owners[ORGANIZER] if ORGANIZER in owners else []
        return [other.id for other in found
                if activity.week is None or other.week is None or other.week == activity.week]

    # What may change from the base

    def is_frozen(self, name: str) -> bool:
        """Published, to start before now + freeze, and still allowed."""
        if not self.is_before_end or self.cancelled(name) or name not in self.activities:
            return False
        return (self.instant(self.base[name]) < self.now + timedelta(minutes=self.workspace.freeze)
                and not self.faults(self.activities[name], self.base[name], asks_now=False))

    def check_changes(self) -> None:
        """Done, frozen, the freeze, and make-up."""
        for name, reasons in self.fixed.items():
            if "frozen" in reasons and name not in self.frozen:
                self.violation("fixed", [name], "is listed as frozen and is not")
        for name, base in self.base.items():
            if name not in self.activities or self.cancelled(name):
                continue
            where, reasons = self.placed.get(name), self.reasons(name)
            is_frozen = name in self.frozen and "pinned" not in reasons
            if is_frozen and not reasons:
                self.violation("listing", [name], "is frozen and not listed in fixed")
            if ("done" in reasons or is_frozen) and where != base:
                if not self.overrides(name, "fixed"):
                    self.violation("fixed", [name], "is done or frozen and was changed")
            if where is None or self.is_done(name):
                continue
            if (self.is_before_end and name not in self.frozen and not self.overrides(name, "fixed")
                    and self.instant(where)
                    < self.now + timedelta(minutes=self.workspace.freeze)):
                self.violation("fixed", [name], "was published and starts before now + freeze")
            if any(self.closes(block, self.activities[name], base) for block in self.blocks):
                late = self.workspace.working_days(range(base.day + 1, where.day + 1))
                if late > self.workspace.make_up_within and not self.overrides(name, "make-up"):
                    self.violation(
                        "make-up", [name], f"is {late} working days after {iso(base.day)}")

    # Costs

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

    # What the plan states

    def check_score(self) -> None:
        """The plan's score against ours."""
        score, verdict = self.plan["score"], self.verdict
        ours = {"unplaced": verdict.unplaced, "cost": sum(verdict.parts.values())}
        for key, value in ours.items():
            if score.get(key) != value:
                verdict.disagreements.append(f"{key} is {value}, not {score.get(key)}")
        if score.get("parts") != verdict.parts:
            verdict.disagreements.append(f"parts are {verdict.parts}, not {score.get('parts')}")
        met = []
        for bound, key in (("unplacedBound", "unplaced"), ("bound", "cost")):
            if not isinstance(score.get(bound), int) or score[bound] > ours[key]:
                verdict.disagreements.append(f"{bound} is {score.get(bound)}, over {ours[key]}")
            met.append(score.get(bound) == ours[key])
        if score.get("optimal") and not all(met):
            verdict.disagreements.append("optimal is stated, but the bounds do not meet")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Judge the plan that the arguments name and print the verdict."""
    parser = argparse.ArgumentParser(description="Judge a Muster plan.")
    parser.add_argument("workspace", type=Path)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--now", help="instead of the plan's own")
    options = parser.parse_args(arguments)
    try:
        plan = json.loads(options.plan.read_text(encoding="utf-8"))
        verdict = Judge(Workspace(options.workspace), plan, options.now).run()
    except (Unreadable, OSError, LookupError, TypeError, ValueError, yaml.YAMLError) as error:
        print(f"cannot be judged: {error!r}", file=sys.stderr)
        return 2
    json.dump(verdict, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0 if not verdict["violations"] and verdict["agrees"] else 1


if __name__ == "__main__":
    sys.exit(main())
