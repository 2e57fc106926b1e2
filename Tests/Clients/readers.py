"""What a feed says, read with Python's icalendar, and how an agenda lists it."""

import collections
import datetime

import icalendar

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))


def by_icalendar(path):
    """By UID: kind, start, end, status, sequence, summary."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    found = {}
    for part in calendar.walk():
        assert not part.errors, (path, part.errors)
    for event in calendar.walk("VEVENT") + calendar.walk("VTODO"):
        uid = str(event["UID"])
        assert uid not in found, f"{path}: {uid} stands twice"
        assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt, (path, uid)
        assert event["ORGANIZER"], (path, uid)
        end = event.get("DTEND") or event.get("DUE")
        found[uid] = (
            event.name, plain(event["DTSTART"].dt), plain(end.dt), str(event["STATUS"]),
            int(event["SEQUENCE"]), str(event["SUMMARY"]))
    return found


def plain(moment):
    """A date, or an instant in UTC; a time without a zone would fail here."""
    if isinstance(moment, datetime.datetime):
        assert moment.tzinfo is not None, f"{moment} floats"
        return moment.astimezone(datetime.timezone.utc)
    return moment


def agenda(seen):
    """How often an agenda must list each (start, status, title); it lists no tasks."""
    return collections.Counter(
        (written(start), status, summary)
        for kind, start, _, status, _, summary in seen.values() if kind == "VEVENT")


def written(start):
    """A start as khal writes it."""
    if isinstance(start, datetime.datetime):
        return f"{start.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d}"
