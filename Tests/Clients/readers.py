"""Reads feeds with three Python libraries, and compares what they saw with one another."""

import collections
import datetime
import io

import icalendar
import vobject
from ical.calendar_stream import IcsCalendarStream

import muster

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


def by_ical(path):
    """The library of Home Assistant, which refuses a whole file for one fault."""
    calendar = IcsCalendarStream.calendar_from_ics(path.read_bytes().decode())
    found = {}
    for event in calendar.events:
        found[event.uid] = (
            "VEVENT", plain(event.dtstart), plain(event.dtend), event.status.value,
            event.sequence, event.summary)
    for task in calendar.todos:
        found[task.uid] = (
            "VTODO", plain(task.dtstart), plain(task.due), task.status.value,
            task.sequence, task.summary)
    return found


def by_vobject(path):
    with io.StringIO(path.read_bytes().decode(), newline="") as stream:
        calendars = list(vobject.readComponents(stream))
    assert len(calendars) == 1, path
    calendar = calendars[0]
    calendar.validate(raiseException=True)
    found = {}
    events = calendar.contents.get("vevent", [])
    for event in events + calendar.contents.get("vtodo", []):
        end = event.dtend if event.name == "VEVENT" else event.due
        found[event.uid.value] = (
            event.name, plain(event.dtstart.value), plain(end.value), event.status.value,
            int(event.sequence.value), event.summary.value)
    return found


def plain(moment):
    """A date, or an instant in UTC; a time without a zone would fail here."""
    if isinstance(moment, datetime.datetime):
        assert moment.tzinfo is not None, f"{moment} floats"
        return moment.astimezone(datetime.timezone.utc)
    return moment


def read(path):
    """What all three see of a feed, which must be the same."""
    lines = muster.unfolded(path)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR", path
    first = by_icalendar(path)
    assert by_ical(path) == first, f"{path}: ical sees another calendar"
    assert by_vobject(path) == first, f"{path}: vobject sees another calendar"
    return first


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
