"""The sample is subscribed to and listed at the hours of its plan: what CI has the time for."""

import unittest

import muster
import readers
import sample
from subscription import Subscription, served

FEW = ["feeds/all.ics", "feeds-private/all.ics", "feeds-private/tasks/all.ics",
       "feeds/communities/yulin.ics"]


class ASubscription(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workspace = cls.enterClassContext(sample.workspace())

    def test_lists_the_days_and_hours_of_the_plan(self):
        with served(self.workspace) as address, muster.temporary_folder() as home:
            subscription = Subscription(home, address, FEW)
            subscription.sync()
            listed = subscription.listed("2024-05-01", 300)
            for path in FEW:
                seen = readers.by_icalendar(self.workspace / path)
                self.assertEqual(len(subscription.files(path)), len(seen), path)
                self.assertEqual(listed[path], readers.agenda(seen), path)
        for path in ["feeds/all.ics", "feeds-private/all.ics"]:
            seen = readers.by_icalendar(self.workspace / path)
            for uid, start in sample.expected_starts(self.workspace, path).items():
                self.assertEqual(readers.written(seen[uid][1]), start, f"{path}: {uid}")

    def test_could_be_to_any_feed(self):
        paths = muster.feeds(self.workspace)
        self.assertGreater(len(paths), 200)
        for path in paths:
            # Its lines are as they must be; `swift test` has icalendar read every feed.
            muster.unfolded(self.workspace / path)


if __name__ == "__main__":
    unittest.main()
