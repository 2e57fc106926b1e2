"""Reads feeds with two more Python libraries, and compares what all three saw with one another."""

import io

import vobject
from ical.calendar_stream import IcsCalendarStream

import muster
import readers


def by_ical(path):
    """The library of Home Assistant, which refuses a whole file for one fault."""
    calendar = IcsCalendarStream.calendar_from_ics(path.read_bytes().decode())
    found = {}
    for event in calendar.events:
        found[event.uid] = (
            "VEVENT", readers.plain(event.dtstart), readers.plain(event.dtend), event.status.value,
            event.sequence, event.summary)
    for task in calendar.todos:
        found[task.uid] = (
            "VTODO", readers.plain(task.dtstart), readers.plain(task.due), task.status.value,
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
            event.name, readers.plain(event.dtstart.value), readers.plain(end.value), event.status.value,
            int(event.sequence.value), event.summary.value)
    return found


def read(path):
    """What all three see of a feed, which must be the same."""
    muster.unfolded(path)
    first = readers.by_icalendar(path)
    assert by_ical(path) == first, f"{path}: ical sees another calendar"
    assert by_vobject(path) == first, f"{path}: vobject sees another calendar"
    return first
