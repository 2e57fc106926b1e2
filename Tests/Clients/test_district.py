"""Every feed of a plan of 360 communities is read, subscribed to and listed."""

import unittest

import district
import libraries
import muster
import readers
from subscription import Subscription, served


class ADistrict(unittest.TestCase):
    def test_of_360_communities_is_read_by_every_client(self):
        with district.workspace() as folder:
            paths = muster.feeds(folder)
            self.assertGreater(len(paths), 3 * 360)
            seen = {path: libraries.read(folder / path) for path in paths}
            events = sum(map(len, seen.values()))
            print(f"\n{len(paths)} feeds, {events} events and tasks")
            planned = muster.plan_of(folder, district.NOW)["activities"]
            placed = [item for item in planned if item.get("start")]
            self.assertGreater(len(placed), 2500)
            for item in placed:
                start = seen["feeds-private/all.ics"][item["id"] + "@district.muster.invalid"][1]
                self.assertEqual(readers.written(start), f"{item['start'][:10]} {item['start'][11:16]}")

            with served(folder) as address, muster.temporary_folder() as home:
                subscription = Subscription(home, address, paths)
                subscription.sync()
                listed = subscription.listed("2024-05-01", 120)
                for path in paths:
                    self.assertEqual(listed[path], readers.agenda(seen[path]), path)


if __name__ == "__main__":
    unittest.main()
