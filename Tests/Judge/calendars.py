"""Other people's calendars, for their holidays and closed hours."""
import re
from collections import defaultdict
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple
from zoneinfo import ZoneInfo

from tables import DAY, Range, as_list, decoded


def zone_named(name: str) -> Optional[ZoneInfo]:
    """The system's zone for an IANA, Windows' or prefixed name."""
    try:
        from icalendar.windows_to_olson import WINDOWS_TO_OLSON
    except ImportError:  # newer releases keep it elsewhere
        from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    parts = WINDOWS_TO_OLSON.get(name, name).strip('/"').split("/")
    for count in (len(parts), 3, 2, 1):
        try:
            return ZoneInfo("/".join(parts[-count:]))
        except (KeyError, ValueError, OSError):
            continue
    return None


class CalendarReader:
    """The occurrences of a calendar's events as naive times in the plan's zone."""

    def __init__(self, path: Path, zone: ZoneInfo, first: int, last: int) -> None:
        from icalendar import Calendar

        # A file's own VTIMEZONE is never evaluated.
        text = re.sub(r"(?ms)^BEGIN:VTIMEZONE.*?^END:VTIMEZONE\s*", "", decoded(path.read_bytes()))
        self.zone = zone
        self.first = datetime.combine(date.fromordinal(first), time())
        self.last = datetime.combine(date.fromordinal(last + 1), time())
        self.events: List[Tuple[Any, Optional[ZoneInfo]]] = []
        for calendar in Calendar.from_ical(text, multiple=True):
            default = calendar.get("X-WR-TIMEZONE")
            fallback = zone_named(str(default)) if default else None
            self.events += [(event, fallback) for event in calendar.walk("VEVENT")]

    def local(self, moment: datetime, zone: Any) -> datetime:
        """The plan's wall time of a wall time in the zone; without one it floats."""
        if zone is None:
            return moment
        return moment.replace(tzinfo=zone).astimezone(self.zone).replace(tzinfo=None)

    def wall(self, value: Any, tzid: Optional[str], fallback: Any) -> Tuple[datetime, Any]:
        """The value's own wall time and zone; raises KeyError for a zone that nothing knows."""
        if not isinstance(value, datetime):
            return datetime.combine(value, time()), None
        naive = value.replace(tzinfo=None)
        if tzid:
            zone = zone_named(tzid) or fallback
            if zone is None:
                raise KeyError(tzid)
            return naive, zone
        return naive, timezone.utc if value.tzinfo is not None else None

    def lists(self, event: Any, name: str, zone: Any, fallback: Any) -> Iterator[datetime]:
        """The EXDATE or RDATE values as wall times of the event's zone."""
        for group in as_list(event.get(name)):
            for item in group.dts:
                value = item.dt[0] if isinstance(item.dt, tuple) else item.dt
                moment, own = self.wall(value, group.params.get("TZID"), fallback)
                if own is not None and zone is not None and own is not zone:
                    moment = moment.replace(tzinfo=own).astimezone(zone).replace(tzinfo=None)
                yield moment

    def starts(self, event: Any, start: datetime, zone: Any, fallback: Any) -> Set[datetime]:
        """The event's starts near the plan, as wall times of its zone."""
        from dateutil.rrule import rrulestr

        found = {start}
        rule = event.get("RRULE")
        if rule:
            if str(rule["FREQ"][0]).upper() not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
                raise KeyError("sub-daily rule")
            text = re.sub(r";?UNTIL=[^;]*", "", rule.to_ical().decode())
            margin = timedelta(days=60)
            found = set(rrulestr(text, dtstart=start).between(
                self.first - margin, self.last + margin, inc=True))
            for value in as_list(rule.get("UNTIL")):
                timed = isinstance(value, datetime)
                until = value.replace(tzinfo=None) if timed else datetime.combine(value, time.max)
                if timed and value.tzinfo is not None and zone is not None:
                    until = value.astimezone(zone).replace(tzinfo=None)
                found = {moment for moment in found if moment <= until}
        found |= set(self.lists(event, "RDATE", zone, fallback))
        out = list(self.lists(event, "EXDATE", zone, fallback))
        whole = {moment.date() for moment in out if moment.time() == time()}
        return {moment for moment in found if moment not in out and moment.date() not in whole}

    def occurrences(self) -> Iterator[Tuple[Any, datetime, datetime, bool]]:
        """Each event with the start and end of each occurrence, and whether it is all-day."""
        replaced: Dict[str, Set[datetime]] = defaultdict(set)
        timed = []
        for event, fallback in self.events:
            try:
                prop = event["DTSTART"]
                start, zone = self.wall(prop.dt, prop.params.get("TZID"), fallback)
                other = event.get("RECURRENCE-ID")
                if other is not None:
                    moment, own = self.wall(other.dt, other.params.get("TZID"), fallback)
                    replaced[str(event.get("UID"))].add(self.local(moment, own))
                starts = self.starts(event, start, zone, fallback)
                all_day = not isinstance(prop.dt, datetime)
                length = timedelta(days=1) if all_day else timedelta()
                if event.get("DTEND") is not None:
                    ending = event["DTEND"]
                    end, own = self.wall(ending.dt, ending.params.get("TZID"), fallback)
                    length = max(length, self.local(end, own) - self.local(start, zone))
                elif event.get("DURATION") is not None:
                    length = max(length, event["DURATION"].dt)
            except (KeyError, ValueError, AttributeError):
                continue  # one unreadable event is a warning, and the rest is read
            timed.append((event, starts, zone, length, all_day, other is not None))
        for event, starts, zone, length, all_day, is_override in timed:
            for start in sorted(starts):
                moment = self.local(start, zone)
                if not is_override and moment in replaced[str(event.get("UID"))]:
                    continue
                if moment < self.last and moment + length > self.first:
                    yield event, moment, moment + length, all_day

    def closed(self) -> Dict[int, List[Range]]:
        """The minutes that the events close, by day."""
        spans: Dict[int, List[Range]] = defaultdict(list)
        for event, start, end, _ in self.occurrences():
            if str(event.get("STATUS", "")).upper() == "CANCELLED":
                continue
            if str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
                continue
            while start < end:
                midnight = datetime.combine(start.date() + timedelta(days=1), time())
                stop = min(end, midnight)
                low = start.hour * 60 + start.minute
                high = DAY if stop == midnight else stop.hour * 60 + stop.minute + (stop.second > 0)
                spans[start.date().toordinal()].append((low, high))
                start = stop
        return spans

    def holidays(self) -> Tuple[Set[int], Set[int]]:
        """The holidays and the make-up working days."""
        off: Set[int] = set()
        work: Set[int] = set()
        is_apple = any("X-APPLE-SPECIAL-DAY" in event for event, _ in self.events)
        for event, start, end, all_day in self.occurrences():
            days = range(start.date().toordinal(),
                         max(start + timedelta(days=1), end + timedelta(hours=23, minutes=59))
                         .date().toordinal())
            if is_apple:
                special = str(event.get("X-APPLE-SPECIAL-DAY", "")).upper()
                if special:
                    (work if special == "ALTERNATE-WORKDAY" else off).update(days)
            elif makes_up(event):
                work.update(days)
            elif all_day or is_whole(event, start, end):
                off.update(days)
        return off, work


def is_whole(event: Any, start: datetime, end: datetime) -> bool:
    """Whether a timed event is an all-day one as other programs write it."""
    told = str(event.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE"
    return told or (start < end and start.time() == end.time() == time())


def makes_up(event: Any) -> bool:
    """Whether a holiday calendar's event makes its day a working day, by category or title."""
    categories = {str(word).strip().upper() for group in as_list(event.get("CATEGORIES"))
                  for word in getattr(group, "cats", [group])}
    summary = str(event.get("SUMMARY", "")).strip()
    is_denied = re.search("不上班|不用上班|无需上班|放假|休息|值班|加班|休假", summary)
    return bool(
        categories & {"MAKEUP-WORKDAY", "BUSINESS DAY", "WORKING DAY", "补班"}
        or re.search("[(（【\\[]班[)）】\\]]|[(（]补[)）]|(^|[\\s·｜|])班($|[\\s·｜|])", summary)
        or re.search("补班|调休上班|调休工作日|working day", summary, re.IGNORECASE)
        or (re.search("上班|调休", summary) and not is_denied))
