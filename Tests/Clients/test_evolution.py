"""Evolution's data server, what GNOME's calendars stand on, holds what the feeds say."""

import unittest

import district
import muster
import readers
import sample
import small
from evolution import Evolution
from subscription import served

MAY = "2024-05-20T08:00:00+08:00"


class Evolutions(unittest.TestCase):
    def subscribed(self, feeds, paths):
        """A session that subscribes to the feeds of a folder until the test ends."""
        address = self.enterContext(served(feeds))
        home = self.enterContext(muster.temporary_folder())
        return self.enterContext(Evolution(home, address, paths))

    def check(self, feeds, paths):
        evolution = self.subscribed(feeds, paths)
        events = 0
        for path in paths:
            with self.subTest(path):
                expected = readers.by_icalendar(feeds / path)
                self.assertEqual(evolution.read(path), expected)
                events += len(expected)
        print(f"\n{len(paths)} feeds, {events} events and tasks")

    def test_reads_every_feed_of_the_sample(self):
        with sample.workspace() as workspace:
            self.check(workspace, muster.feeds(workspace))

    def test_reads_every_feed_of_a_district(self):
        with district.workspace() as workspace:
            self.check(workspace, muster.feeds(workspace))

    def test_shows_a_move_a_cancellation_and_a_completion(self):
        paths = ["feeds/all.ics", "feeds-private/all.ics", "feeds-private/tasks/all.ics",
                 "feeds/communities/u1.ics"]
        with small.workspace() as workspace:
            workspace.plan(MAY)
            evolution = self.subscribed(workspace.folder, paths)
            seen = [self.seen(workspace, evolution, paths)]
            old = workspace.placed(MAY)["u1/open"]["start"][:10]
            workspace.closures = [f"{{ dates: {old}, reason: 暴雨 }}"]
            workspace.plan("2024-05-21T08:00:00+08:00")
            seen.append(self.seen(workspace, evolution, paths))
            del workspace.requirements["online"]
            workspace.plan("2024-05-22T08:00:00+08:00")
            seen.append(self.seen(workspace, evolution, paths))
            muster.run(
                "done", "u1/open", "--people", "50", "-C", workspace.folder,
                "--now", "2024-07-01T08:00:00+08:00")
            seen.append(self.seen(workspace, evolution, paths))
        self.assertEqual(
            [(events["u1/open"][-1], events["u1/online"][-1]) for events in seen], [
                ("【演练】防汛演练", "线上答题"),
                ("【改期】【演练】防汛演练", "线上答题"),
                ("【改期】【演练】防汛演练", "【取消】线上答题"),
                ("【已完成】【演练】防汛演练", "【取消】线上答题"),
            ])

    def seen(self, workspace, evolution, paths):
        """What it holds of a community after a refresh; of each feed just what the feed holds."""
        for path in paths:
            expected = readers.by_icalendar(workspace.feed(path))
            self.assertEqual(evolution.refreshed(path, expected), expected, path)
        found = evolution.read("feeds/communities/u1.ics")
        return {uid.removesuffix("@small.muster.invalid"): event for uid, event in found.items()}


if __name__ == "__main__":
    unittest.main()
