"""A year of replanning: after each of its revisions a subscriber has been told the truth.

Every change goes through the program itself: the planner edits the rules, or people decide, one thing
or several before the next plan. The laws are checked on the feeds' own lines, the feeds are compared
with the plan, and what vdirsyncer and khal show is compared with the feeds.
"""

import collections
import datetime
import json
import os
import random
import unittest

import muster
import readers
import small
from subscription import Subscription, served

REVISIONS = int(os.environ.get("REVISIONS", "200"))
SEED = int(os.environ.get("SEED", "2024"))
NUMBERS = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "CREATED")
LASTING = ["feeds/all.ics", "feeds/communities/u1.ics", "feeds/areas/a1.ics", "feeds/areas/a2.ics",
           "feeds-private/all.ics", "feeds-private/communities/u1.ics", "feeds-private/areas/a1.ics",
           "feeds-private/organizer.ics", "feeds-private/tasks/all.ics",
           "feeds-private/tasks/communities/u1.ics"]
SYNCED = ["feeds/all.ics", "feeds-private/all.ics", "feeds/communities/u1.ics", "feeds/venues/s1.ics",
          "feeds/teams/fire1.ics"]


class Item:
    """One event or task of a feed, as the lines say."""

    def __init__(self, lines):
        values = {line.split(":")[0].split(";")[0]: line.partition(":")[2] for line in lines}
        self.uid = values["UID"]
        self.sequence = int(values["SEQUENCE"])
        self.modified = values["LAST-MODIFIED"]
        self.created = values["CREATED"]
        self.start = values["DTSTART"]
        self.description = values.get("DESCRIPTION", "")
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

    EDITS = ["move", "cancel", "restore", "hold", "hold", "undo", "reveal"]
    DECISIONS = ["shift", "insist", "pin", "unpin", "call_off", "bring_back", "block", "take_back"]
    REASONS = ["storm", "heat", "team-called-away", "venue-lost", "exam", "other"]
    RULES = ["placement", "venue", "team", "community", "order", "apart", "make-up", "fixed"]
    # Old blocks are taken back, or nothing could be placed in the end.
    MOST_BLOCKS = 3

    def __init__(self, workspace, seed):
        self.workspace = workspace
        self.random = random.Random(seed)
        self.now = datetime.datetime(2024, 1, 2, 8, tzinfo=readers.SHANGHAI)
        self.held = []
        self.decided = collections.Counter()

    def change(self):
        self.now += datetime.timedelta(hours=self.random.choice([0, 5, 24, 24, 48, 96]))
        if self.random.random() < 0.5:
            getattr(self, self.random.choice(self.EDITS))()
        else:
            for _ in range(self.random.randint(1, 3)):
                getattr(self, self.random.choice(self.DECISIONS))()
        self.workspace.plan(self.now.isoformat())

    def command(self, *arguments, expect=(0,)):
        return muster.run(*arguments, "-C", self.workspace.folder, "--now", self.now.isoformat(),
                          expect=expect)

    def decide(self, *arguments):
        """1: the answer is no, since it is done, frozen or not so; then nothing is written."""
        before = len(self.decisions())
        reason = self.random.choice(self.REASONS)
        self.command(*arguments, "--reason", reason, "--words", f"words of {reason}", expect=(0, 1))
        appended = len(self.decisions()) - before
        assert appended in (0, 1), arguments
        self.decided[arguments[0] + (" --restore" if "--restore" in arguments else "")] += appended

    def decisions(self):
        """Every decision, the oldest first."""
        events = json.loads(self.command("history", "--format", "json"))["events"]
        return [event for event in events
                if event["kind"] in ("move", "pin", "unpin", "cancel", "restore", "block")
                or (event["kind"] == "undo" and "of" in event)]

    def coming(self):
        """Start by id of what is placed and not begun yet."""
        placed = self.workspace.placed(self.now.isoformat())
        return {id: item["start"] for id, item in sorted(placed.items())
                if datetime.datetime.fromisoformat(item["start"]) > self.now}

    def one(self):
        """An activity that is to come; nothing if there is none."""
        return self.random.choice(sorted(self.coming()) or [None])

    def shift(self):
        """To one of the places that `options` tells."""
        if id := self.one():
            told = self.command("options", id, "--format", "json", expect=(0, 1))
            options = json.loads(told)["options"] if told else []
            if options:
                start = self.random.choice(options)["placement"]["start"]
                self.decide("move", id, "--to", start[:16])

    def insist(self):
        """To any hour, whatever rules that breaks."""
        if id := self.one():
            day = self.now.date() + datetime.timedelta(days=self.random.randint(1, 30))
            hour = 0 if "/online" in id else self.random.choice([7, 9, 12, 20])
            overrides = [word for rule in self.RULES for word in ("--override", rule)]
            self.decide("move", id, "--to", f"{min(day, datetime.date(2024, 12, 31))}T{hour:02}:00",
                        *overrides)

    def pin(self):
        if id := self.one():
            fields = [field for field in ("--date", "--time", "--venue", "--teams")
                      if self.random.random() < 0.4]
            self.decide("pin", id, *fields)

    def unpin(self):
        pinned = sorted({event["subject"] for event in self.decisions()
                         if event["kind"] in ("move", "pin")} & set(self.coming()))
        if pinned:
            self.decide("unpin", self.random.choice(pinned))

    def call_off(self):
        if id := self.one():
            self.decide("cancel", id)

    def bring_back(self):
        activities = muster.plan_of(self.workspace.folder, self.now.isoformat())["activities"]
        off = sorted(item["id"] for item in activities if item["status"] == "cancelled")
        if off:
            self.decide("cancel", self.random.choice(off), "--restore")

    def block(self):
        coming = self.coming()
        if not coming:
            return
        undone = {event["of"] for event in self.decisions() if event["kind"] == "undo"}
        standing = [event["number"] for event in self.decisions()
                    if event["kind"] == "block" and event["number"] not in undone]
        if len(standing) >= self.MOST_BLOCKS:
            self.decide("undo", "--decision", standing[0])
            return
        scope = self.random.choice(
            [[], ["--community", "u1"], ["--venue", "s1"], ["--team", "fire1"], ["--area", "a1"],
             ["--requirement", self.random.choice(sorted(self.workspace.requirements))],
             ["--hours", "08:00-12:00"]])
        self.decide("block", "--dates", self.random.choice(sorted(coming.values()))[:10], *scope)

    def take_back(self):
        decisions = self.decisions()
        if decisions:
            self.decide("undo", "--decision", self.random.choice(decisions)["number"])

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
            year = Year(workspace, seed=SEED)
            workspace.plan(year.now.isoformat())
            with served(workspace.folder) as address, muster.temporary_folder() as home:
                subscription = Subscription(home, address, SYNCED)
                self.told = {}
                self.last = {}
                self.cancelled = {}
                changes = 0
                for revision in range(REVISIONS):
                    with self.subTest(revision=revision):
                        year.change()
                        changes += self.check_laws(workspace, year.now.date())
                        self.check_plan(workspace, year.now.isoformat())
                        self.check_clients(workspace, subscription)
        print(f"\n{REVISIONS} revisions, {changes} changes of events, until {year.now:%Y-%m-%d}")
        print(dict(year.decided))
        # Each counts once, in its main feed; much less would mean that nothing happens any more.
        self.assertGreater(changes, REVISIONS // 2)
        if REVISIONS >= 100:
            self.assertEqual(
                {word for word, count in year.decided.items() if count > 0},
                {"move", "pin", "unpin", "cancel", "cancel --restore", "block", "undo"})

    def check_laws(self, workspace, today):
        changes = 0
        # The main feed of an edition comes first in the list.
        for path in LASTING:
            found = items(workspace.feed(path))
            edition = path.rpartition("feeds-private/")[1] + ("tasks" if "tasks/" in path else "")
            for uid, item in found.items():
                self.assertEqual(item.stamp, item.modified, uid)
                if item.is_cancelled:
                    self.cancelled.setdefault((path, uid), today)
                else:
                    self.cancelled.pop((path, uid), None)
                before = self.last.get((edition, uid))
                # A feed that an event has left shows it as called off: compare in the main ones.
                if path.endswith("/all.ics"):
                    if before:
                        rose = (item.sequence > before.sequence, item.modified > before.modified)
                        changed = item.visible != before.visible
                        self.assertEqual(rose, (changed, changed), f"{path}: {uid}")
                        self.assertGreaterEqual(item.sequence, before.sequence, uid)
                        self.assertGreaterEqual(item.modified, before.modified, uid)
                        self.assertEqual(item.created, before.created, uid)
                        changes += changed
                    self.last[edition, uid] = item
                elif (edition, uid) in self.last:
                    main = self.last[edition, uid]
                    self.assertEqual(item.sequence, main.sequence, f"{path}: {uid}")
                    self.assertEqual(item.modified, main.modified, f"{path}: {uid}")
                    if not item.is_cancelled:
                        self.assertEqual(item.visible, main.visible, f"{path}: {uid}")
            for uid, item in self.told.get(path, {}).items():
                if uid in found:
                    continue
                self.assertTrue(item.is_cancelled, f"{path}: {uid} vanished")
                told = max(item.last_day, self.cancelled[path, uid])
                self.assertGreater((today - told).days, 28, f"{path}: {uid} vanished early")
            self.told[path] = found
        return changes

    def check_plan(self, workspace, now):
        """What the office's own calendar says is the plan: where it is, or that it is off."""
        told = items(workspace.feed("feeds-private/all.ics"))
        for activity in muster.plan_of(workspace.folder, now)["activities"]:
            event = told.get(f"{activity['id']}@small.muster.invalid")
            start = activity.get("start")
            if not start:
                # What was held has been held, though its requirement went and came back since.
                is_done = activity["status"] == "done"
                self.assertTrue(event is None or event.is_cancelled != is_done, activity)
                continue
            self.assertIsNotNone(event, activity)
            self.assertFalse(event.is_cancelled, activity)
            written = start[:16].replace("-", "").replace(":", "") + "00"
            self.assertEqual(event.start, written[:8] if "/online" in activity["id"] else written)
            self.assertEqual(
                "【越过规则" in event.description, bool(activity["overrides"]), activity)

    def check_clients(self, workspace, subscription):
        subscription.sync()
        listed = subscription.listed("2023-12-01", 500)
        for path in SYNCED:
            seen = readers.by_icalendar(workspace.feed(path))
            self.assertEqual(listed[path], readers.agenda(seen), path)
            self.assertEqual(len(subscription.files(path)), len(seen), path)


if __name__ == "__main__":
    unittest.main()
