"""A year of replanning: after each of its revisions a subscriber has been told the truth.

Every change goes through the program itself. The laws are checked on the feeds' own lines, and what
vdirsyncer and khal show is compared with the feeds.
"""

import datetime
import os
import random
import unittest

import muster
import readers
import small
from subscription import Subscription, served

REVISIONS = int(os.environ.get("REVISIONS", "200"))
NUMBERS = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "CREATED")
LASTING = ["all.ics", "communities/u1.ics", "areas/a1.ics", "areas/a2.ics", "private/all.ics",
           "private/communities/u1.ics", "private/areas/a1.ics", "private/organizer.ics",
           "private/tasks/all.ics", "private/tasks/communities/u1.ics"]
SYNCED = ["all.ics", "private/all.ics", "communities/u1.ics", "venues/s1.ics", "teams/fire1.ics"]


class Item:
    """One event or task of a feed, as the lines say."""

    def __init__(self, lines):
        values = {line.split(":")[0].split(";")[0]: line.partition(":")[2] for line in lines}
        self.uid = values["UID"]
        self.sequence = int(values["SEQUENCE"])
        self.modified = values["LAST-MODIFIED"]
        self.stamp = values["DTSTAMP"]
        self.is_cancelled = values["STATUS"] == "CANCELLED"
        self.last_day = datetime.datetime.strptime(
            (values.get("DTEND") or values["DUE"])[:8], "%Y%m%d").date()
        self.visible = [line for line in lines if line.split(":")[0] not in NUMBERS]


def items(path):
    found = {}
    lines = None
    for line in muster.unfolded(path):
        if line in ("BEGIN:VEVENT", "BEGIN:VTODO"):
            lines = []
        elif line in ("END:VEVENT", "END:VTODO"):
            item = Item(lines)
            assert item.uid not in found, f"{path}: {item.uid} stands twice"
            found[item.uid] = item
            lines = None
        elif lines is not None:
            lines.append(line)
    return found


class Year:
    """Random days of an office."""

    def __init__(self, workspace, seed):
        self.workspace = workspace
        self.random = random.Random(seed)
        self.now = datetime.datetime(2024, 1, 2, 8, tzinfo=readers.SHANGHAI)
        self.held = []

    def change(self):
        self.now += datetime.timedelta(hours=self.random.choice([0, 5, 24, 24, 48, 96]))
        kind = self.random.choice(
            ["move", "move", "move", "cancel", "restore", "hold", "hold", "undo", "reveal"])
        getattr(self, kind)()
        self.workspace.plan(self.now.isoformat())

    def command(self, *arguments, expect=(0,)):
        muster.run(*arguments, "-C", self.workspace.folder, "--now", self.now.isoformat(),
                   expect=expect)

    def over(self):
        """What has been held by now, oldest first."""
        placed = self.workspace.placed(self.now.isoformat())
        return sorted(
            id for id, item in placed.items()
            if datetime.datetime.fromisoformat(item["end"]) < self.now)

    def move(self):
        """The days of something that is to come are closed, or all closures go."""
        coming = [
            item["start"][:10] for item in self.workspace.placed(self.now.isoformat()).values()
            if datetime.datetime.fromisoformat(item["start"]) > self.now + datetime.timedelta(days=2)]
        if coming and self.random.random() < 0.8:
            self.workspace.closures.append(
                f"{{ dates: {self.random.choice(coming)}, reason: 暴雨 }}")
        else:
            self.workspace.closures.clear()
        # Later dates, so that there is always something to come.
        later = self.now.date() + datetime.timedelta(days=self.random.randint(3, 40))
        last = min(later + datetime.timedelta(days=60), datetime.date(2025, 2, 28))
        chosen = self.random.choice(sorted(self.workspace.requirements) or ["open"])
        if chosen in self.workspace.requirements and self.random.random() < 0.5:
            self.workspace.requirements[chosen] = f", dates: {later}..{last}"

    def cancel(self):
        if len(self.workspace.requirements) > 1:
            del self.workspace.requirements[self.random.choice(sorted(self.workspace.requirements))]

    def restore(self):
        self.workspace.requirements = {
            name: self.workspace.requirements.get(name, "") for name in small.REQUIREMENTS}

    def hold(self):
        over = [id for id in self.over() if id not in self.held]
        if over:
            id = self.random.choice(over)
            self.command("done", id, "--people", "20", "--confirm")
            self.held.append(id)

    def reveal(self):
        sealed = [id for id in self.over() if "/sealed" in id]
        if sealed:
            self.command("reveal", self.random.choice(sealed))

    def undo(self):
        known = set(self.workspace.placed(self.now.isoformat()))
        held = [id for id in self.held if id in known]
        if held:
            id = self.random.choice(held)
            self.held.remove(id)
            self.command("undo", id, expect=(0, 1))


class AYear(unittest.TestCase):
    def test_of_replanning_breaks_no_law(self):
        with small.workspace("2024-01-08", "2024-12-31") as workspace:
            year = Year(workspace, seed=2024)
            workspace.plan(year.now.isoformat())
            with served(workspace.folder / "feeds") as address, muster.temporary_folder() as home:
                subscription = Subscription(home, address, SYNCED)
                self.told = {}
                self.last = {}
                self.cancelled = {}
                changes = 0
                for revision in range(REVISIONS):
                    with self.subTest(revision=revision):
                        year.change()
                        changes += self.check_laws(workspace, year.now.date())
                        self.check_clients(workspace, subscription)
        print(f"\n{REVISIONS} revisions, {changes} changes of events, until {year.now:%Y-%m-%d}")
        self.assertGreater(changes, REVISIONS)

    def check_laws(self, workspace, today):
        changes = 0
        for path in LASTING:
            found = items(workspace.feed(path))
            for uid, item in found.items():
                self.assertEqual(item.stamp, item.modified, uid)
                edition = path.rpartition("private/")[1] + ("tasks" if "tasks/" in path else "")
                if item.is_cancelled:
                    self.cancelled.setdefault((path, uid), today)
                else:
                    self.cancelled.pop((path, uid), None)
                before = self.last.get((edition, uid))
                # A feed that an event has left shows it as called off: compare in the main ones.
                if path.endswith("all.ics") and before:
                    rose = (item.sequence > before.sequence, item.modified > before.modified)
                    changed = item.visible != before.visible
                    self.assertEqual(rose, (changed, changed), f"{path}: {uid}")
                    self.assertGreaterEqual(item.sequence, before.sequence, uid)
                    self.assertGreaterEqual(item.modified, before.modified, uid)
                    changes += changed
                if path.endswith("all.ics"):
                    self.last[edition, uid] = item
            for uid, item in self.told.get(path, {}).items():
                if uid in found:
                    continue
                self.assertTrue(item.is_cancelled, f"{path}: {uid} vanished")
                told = max(item.last_day, self.cancelled[path, uid])
                self.assertGreater((today - told).days, 28, f"{path}: {uid} vanished early")
            self.told[path] = found
        return changes

    def check_clients(self, workspace, subscription):
        subscription.sync()
        listed = subscription.listed("2023-12-01", 500)
        for path in SYNCED:
            seen = readers.by_icalendar(workspace.feed(path))
            self.assertEqual(listed[path], readers.agenda(seen), path)
            self.assertEqual(len(subscription.files(path)), len(seen), path)


if __name__ == "__main__":
    unittest.main()
