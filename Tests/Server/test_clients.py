"""Calendar programs subscribe to a running server: changes are seen at the next poll, once, and so is a new year.

vdirsyncer with khal, and Python's icalendar and ical; Evolution's data server where it is installed (`run`).
"""

import io
import pathlib
import shutil
import sys
import time
import unittest
import urllib.request

import muster_server

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Clients"))

import icalendar
import small
from evolution import Evolution
from ical.calendar_stream import IcsCalendarStream
from subscription import Subscription

EARLY = "2024-05-09T08:00:00+08:00"
NOW = "2024-05-20T08:00:00+08:00"
FEEDS = ["all.ics", "communities/u1.ics"]


class Year(small.Workspace):
    """The small workspace of one year of the office `small`."""

    def __init__(self, home, year):
        self.year = year
        (home / str(year)).mkdir()
        super().__init__(home / str(year), (f"{year}-05-10", f"{year}-06-30"))

    def rules(self):
        return super().rules().replace("id: small\n", f"id: small-{self.year}\n", 1)


def by_icalendar(data):
    """By UID: state and title."""
    calendar = icalendar.Calendar.from_ical(data)
    return once((str(event["UID"]), (str(event["STATUS"]), str(event["SUMMARY"])))
                for event in calendar.walk("VEVENT"))


def by_ical(data):
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    return once((event.uid, (event.status.value, event.summary)) for event in calendar.events)


def once(pairs):
    found = {}
    for uid, told in pairs:
        assert uid not in found, f"{uid} stands twice"
        found[uid] = told
    return found


class Clients(unittest.TestCase):
    def setUp(self):
        self.home = self.enterContext(muster_server.temporary_folder())
        (self.home / "office.yaml").write_text("name: 应急办\n")
        self.year = Year(self.home, 2024)
        self.year.plan(EARLY)
        self.server = self.enterContext(muster_server.running(self.home, now=NOW))
        # Both programs name a feed by where it is, below the folder or the server alike.
        self.paths = [f"f/small/{feed}" for feed in FEEDS]

    def fetch(self, path):
        with urllib.request.urlopen(f"{self.server.address}/{path}") as answer:
            return answer.read()

    def subscribed(self):
        subscription = Subscription(
            self.enterContext(muster_server.temporary_folder()), self.server.address, self.paths)
        evolution = None
        if shutil.which("/usr/libexec/evolution-calendar-factory"):
            home = self.enterContext(muster_server.temporary_folder())
            evolution = self.enterContext(Evolution(home, self.server.address, self.paths))
        return subscription, evolution

    def seen(self, subscription, evolution):
        """What all of them hold after one poll, which must be the same; by UID, of everything."""
        subscription.sync()
        listed = subscription.listed("2024-05-01", 500)
        for path in self.paths:
            data = self.fetch(path)
            told = by_icalendar(data)
            self.assertEqual(by_ical(data), told)
            self.assertEqual(len(subscription.files(path)), len(told))
            self.assertEqual(
                sorted((status, title) for _, status, title in listed[path].elements()),
                sorted(told.values()))
            if evolution:
                self.await_evolution(evolution, path, told)
        return by_icalendar(self.fetch(self.paths[0]))

    def await_evolution(self, evolution, path, told):
        deadline = time.monotonic() + 30
        held = evolution.read(path, refresh=True)
        while {uid: event[3:6:2] for uid, event in held.items()} != told:
            self.assertLess(time.monotonic(), deadline, path)
            time.sleep(0.2)
            held = evolution.read(path)

    def test_see_what_changes_at_the_next_poll_and_each_event_once(self):
        clients = self.subscribed()
        domain = "@small-2024.muster.invalid"
        before = self.seen(*clients)
        self.assertEqual(before["u1/open" + domain], ("CONFIRMED", "【演练】防汛演练"))

        placed = self.year.placed(NOW)
        later = max((name for name in placed if name.endswith("/open")), key=lambda name: placed[name]["start"])
        day = placed[later]["start"][:10]
        if day <= "2024-05-21":
            muster_server.muster(
                "move", later, "--to", "2024-06-05", "--reason", "storm", "-C", self.year.folder, "--now", NOW)
        else:
            self.year.closures = [f"{{ dates: {day}, reason: 暴雨 }}"]
        self.year.plan(NOW)
        moved = self.seen(*clients)
        self.assertEqual(moved[later + domain], ("CONFIRMED", "【改期】【演练】防汛演练"))

        del self.year.requirements["online"]
        self.year.plan(NOW)
        cancelled = self.seen(*clients)
        self.assertEqual(
            {told[0] for uid, told in cancelled.items() if "/online" in uid}, {"CANCELLED"})

        muster_server.muster(
            "done", "u2/sealed", "--people", "50", "--on", "2024-05-19", "--start", "09:00", "--confirm", "-C",
            self.year.folder, "--now", NOW, expect=(0, 1))
        done = self.seen(*clients)
        self.assertEqual(done["u2/sealed" + domain], ("CONFIRMED", "【已完成】【演练】高层建筑疏散演练"))

        Year(self.home, 2025).plan(NOW)
        for _ in range(60):
            if b"@small-2025." in self.fetch(self.paths[0]):
                break
            time.sleep(0.5)
        both = self.seen(*clients)
        self.assertEqual({uid: told for uid, told in both.items() if uid.endswith(domain)}, done)
        self.assertIn("u1/open@small-2025.muster.invalid", both)

        # And nothing moves any more.
        self.assertEqual(self.seen(*clients), both)


if __name__ == "__main__":
    unittest.main()
