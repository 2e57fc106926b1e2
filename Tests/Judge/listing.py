"""What the plan lists: activities, tasks and campaigns, each told right."""
import itertools
import math
import re
from calendar import monthrange
from collections import defaultdict
from datetime import date
from typing import Any, Dict, Iterator, List, Optional, Tuple

from case import Case
from tables import WEEKDAYS, as_list, iso, parse_days, words


class Listing(Case):
    """Exactly what the workspace makes."""

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
            self.check_times(name, entry)

    def check_times(self, name: str, entry: Dict[str, Any]) -> None:
        """A start that the clock shows, and an end as long after it as the activity takes."""
        where, need = self.placed[name], self.need(name)
        if self.clock.instant_of(self.moment(name, entry["start"])) != self.start(where):
            self.violation("listing", [name], f"{entry['start']} is not the first of its name")
        end = self.moment(name, entry["end"]) if entry.get("end") else None
        if end is None or self.clock.instant_of(end) != self.ending(need, where):
            self.violation("listing", [name], f"ends at {entry.get('end')}")

    def check_numbers(self) -> None:
        """Occurrences that could take each other's place are numbered by their days."""
        series: Dict[Tuple, List[str]] = defaultdict(list)
        for name, activity in self.activities.items():
            is_free = not (name in self.based or self.is_pinned(name) or self.is_done(name)
                           or self.fixed.get(name) or self.cancelled(name))
            if is_free and int(self.need(name).entry.get("count", 1)) > 1:
                series[activity.series].append(name)
        for names in series.values():
            for one, other in zip(names, names[1:]):
                if self.turn(one) > self.turn(other):
                    self.violation("listing", [one, other], "are not numbered by their days")

    def turn(self, name: str) -> float:
        """When it starts; unplaced, after all others."""
        return self.start(self.placed[name]) if name in self.placed else math.inf

    def check_tasks(self) -> None:
        """Each occurrence of a deadline, and each campaign."""
        wanted: Dict[Tuple[str, str], Dict[str, Any]] = {}
        aliases: Dict[str, str] = {}
        for entry in as_list(self.workspace.plan.get("deadlines")):
            found = self.following(entry) if entry.get("following") else self.recurring(entry)
            for owner, name, due in found:
                wanted["tasks", name] = {"community": owner, "name": entry["name"]}
                if due is not None:
                    shifted = iso(self.before_holidays(entry, due))
                    wanted["tasks", name]["due"] = shifted
                    aliases[f"{owner}/{entry['id']}/{shifted}"] = name
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

    def before_holidays(self, entry: Dict[str, Any], due: int) -> int:
        """The day that it is due, earlier if a holiday moves it."""
        if entry.get("if-holiday") != "earlier" or due not in self.workspace.holidays:
            return due
        return next(day for day in itertools.count(due - 1, -1) if self.workspace.is_working(day))

    def recurring(self, entry: Dict[str, Any]) -> Iterator[Tuple[str, str, Optional[int]]]:
        """Owner, id and day of each task of a deadline with days of its own."""
        for day in self.occurrences(entry):
            for owner in self.workspace.owners(entry.get("for", {})):
                yield owner, f"{owner}/{entry['id']}/{iso(day)}", day

    def following(self, entry: Dict[str, Any]) -> Iterator[Tuple[str, str, Optional[int]]]:
        """Owner, id and day of each task that follows an activity; the day of a done one is None.

        When that was held the plan does not say.
        """
        wanted = set(self.workspace.owners(entry.get("for", {})))
        before = self.workspace.named(self.workspace.titles, entry["following"])
        for name, where in self.placed.items():
            activity = self.activities[name]
            if activity.requirement == before:
                due = None if self.is_done(name) else self.after(entry, where.day)
                rest = [entry["id"]] + name.split("/")[2:]
                for owner in activity.communities or (activity.owner,):
                    if owner in wanted:
                        yield owner, "/".join([owner] + rest), due

    def after(self, entry: Dict[str, Any], day: int) -> int:
        """The day so many days, or working days, after the day."""
        within = entry.get("within")
        workdays = within.get("workdays") if isinstance(within, dict) else entry.get("workdays")
        if workdays is None:
            return day + int(re.match(r"\d+", within).group())
        later = (d for d in itertools.count(day + 1) if self.workspace.is_working(d))
        return next(itertools.islice(later, int(workdays) - 1, None)) if int(workdays) else day

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
