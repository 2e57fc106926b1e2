"""What changes is seen after the next sync, once, and what is gone is gone."""

import unittest

import muster
import readers
import small
from subscription import Subscription, served

PATHS = ["feeds/all.ics", "feeds-private/all.ics", "feeds/communities/u1.ics", "feeds/areas/a1.ics",
         "feeds/venues/s1.ics"]
MAY = "2024-05-20T08:00:00+08:00"


class Replanning(unittest.TestCase):
    def setUp(self):
        context = small.workspace()
        self.workspace = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        self.workspace.plan(MAY)
        server = served(self.workspace.folder)
        address = server.__enter__()
        self.addCleanup(server.__exit__, None, None, None)
        home = muster.temporary_folder()
        self.subscription = Subscription(home.__enter__(), address, PATHS)
        self.addCleanup(home.__exit__, None, None, None)
        self.before = self.synced()

    def synced(self):
        """What khal lists after a sync; of each feed just what the feed holds."""
        self.subscription.sync()
        listed = self.subscription.listed("2024-05-01", 120)
        for path in PATHS:
            muster.unfolded(self.workspace.feed(path))
            seen = readers.by_icalendar(self.workspace.feed(path))
            self.assertEqual(listed[path], readers.agenda(seen), path)
            self.assertEqual(len(self.subscription.files(path)), len(seen), path)
        return listed

    def start(self, activity):
        start = self.workspace.placed(MAY)[activity]["start"]
        return start[:10] + " " + start[11:16]

    def of(self, listed, path, name):
        return sorted(key for key in listed[path].elements() if key[2].endswith(name))

    def test_shows_a_move(self):
        old = self.start("u1/open")
        self.assertEqual(
            self.of(self.before, "feeds/communities/u1.ics", "防汛演练"),
            [(old, "CONFIRMED", "【演练】防汛演练")])
        self.workspace.closures = [f"{{ dates: {old[:10]}, reason: 暴雨 }}"]
        self.workspace.plan("2024-05-21T08:00:00+08:00")

        after = self.synced()

        new = self.start("u1/open")
        self.assertNotEqual(new[:10], old[:10])
        self.assertEqual(
            self.of(after, "feeds/communities/u1.ics", "防汛演练"),
            [(new, "CONFIRMED", "【改期】【演练】防汛演练")])

    def test_shows_a_cancellation(self):
        old = self.start("u1/open")
        del self.workspace.requirements["open"]
        self.workspace.plan("2024-05-21T08:00:00+08:00")

        after = self.synced()

        self.assertEqual(
            self.of(after, "feeds/communities/u1.ics", "防汛演练"),
            [(old, "CANCELLED", "【取消】【演练】防汛演练")])
        self.assertEqual(self.of(after, "feeds/venues/s1.ics", "防汛演练"), [
            (old, "CANCELLED", "【取消】【演练】防汛演练")])

    def test_shows_a_completion_and_its_withdrawal(self):
        start = self.start("u1/open")
        late = "2024-07-01T08:00:00+08:00"
        muster.run(
            "done", "u1/open", "--people", "50", "-C", self.workspace.folder, "--now", late)

        done = self.synced()
        muster.run("undo", "u1/open", "-C", self.workspace.folder, "--now", late)
        undone = self.synced()

        self.assertEqual(
            self.of(done, "feeds/communities/u1.ics", "防汛演练"),
            [(start, "CONFIRMED", "【已完成】【演练】防汛演练")])
        self.assertEqual(undone, self.before)

    def test_shows_an_hour_that_is_opened(self):
        start = self.start("u1/sealed")
        self.assertEqual(
            self.of(self.before, "feeds/communities/u1.ics", "高层建筑疏散演练"),
            [(start[:10], "CONFIRMED", "【演练】高层建筑疏散演练")])
        muster.run(
            "reveal", "u1/sealed", "-C", self.workspace.folder, "--now", "2024-07-01T08:00:00+08:00")

        after = self.synced()

        self.assertEqual(
            self.of(after, "feeds/communities/u1.ics", "高层建筑疏散演练"),
            [(start, "CONFIRMED", "【演练】高层建筑疏散演练")])


if __name__ == "__main__":
    unittest.main()
