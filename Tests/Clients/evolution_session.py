"""Tells on stdout what Evolution's data server holds of the feeds that stdin names, a line each."""

import json
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, ICalGLib

# Not to wait for a network: the first read waits for the feed.
AT_ONCE = 0xFFFFFFFF
UTC = ICalGLib.Timezone.get_utc_timezone()


def main():
    registry = EDataServer.SourceRegistry.new_sync(None)
    for line in sys.stdin:
        request = json.loads(line)
        kind = ECal.ClientSourceType.TASKS if request["tasks"] else ECal.ClientSourceType.EVENTS
        source = registry.ref_source(request["name"])
        client = ECal.Client.connect_sync(source, kind, AT_ONCE, None)
        if request["refresh"]:
            client.refresh_sync(None)
        _, components = client.get_object_list_sync("#t", None)
        print(json.dumps([told(component, client) for component in components]), flush=True)


def told(component, client):
    is_task = component.isa() == ICalGLib.ComponentKind.VTODO_COMPONENT
    end = component.get_due() if is_task else component.get_dtend()
    status = component.get_first_property(ICalGLib.PropertyKind.STATUS_PROPERTY)
    return [
        component.get_uid(), "VTODO" if is_task else "VEVENT",
        written(component.get_dtstart(), client), written(end, client),
        status.get_value_as_string(), component.get_sequence(), component.get_summary()]


def written(time, client):
    """A date, or the time in UTC by the zone that the server knows."""
    if time.is_date():
        return time.as_ical_string()
    zone = time.get_timezone()
    if zone is None:
        _, zone = client.get_timezone_sync(time.get_tzid(), None)
    time.set_timezone(zone)
    return time.convert_to_zone(UTC).as_ical_string()


main()
