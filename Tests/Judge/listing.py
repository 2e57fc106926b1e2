"""What the plan lists: activities, tasks and campaigns, each told right."""
import itertools
import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any, Dict, List, Tuple

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
