"""Real clients read every feed of the sample workspace."""

import subprocess
import unittest

import libraries
import muster
import readers
import sample
from subscription import Subscription, served


class TheSample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workspace = cls.enterClassContext(sample.workspace())
        cls.paths = muster.feeds(cls.workspace)

    def test_is_read_alike_by_three_libraries(self):
        events = tasks = 0
        for path in self.paths:
            seen = libraries.read(self.workspace / path)
            events += sum(kind == "VEVENT" for kind, *_ in seen.values())
            tasks += sum(kind == "VTODO" for kind, *_ in seen.values())
        print(f"\n{len(self.paths)} feeds, {events} events, {tasks} tasks")
        self.assertGreater(len(self.paths), 200)
        self.assertGreater(events, 2000)
        self.assertGreater(tasks, 100)

    def test_is_subscribed_to_over_http(self):
        with served(self.workspace) as address, muster.temporary_folder() as home:
            subscription = Subscription(home, address, self.paths)
            subscription.sync()
            listed = subscription.listed("2024-05-01", 300)
            for path in self.paths:
                seen = readers.by_icalendar(self.workspace / path)
                self.assertEqual(len(subscription.files(path)), len(seen), path)
                self.assertEqual(listed[path], readers.agenda(seen), path)

    def test_is_found_through_its_qr_codes(self):
        with muster.temporary_folder() as folder:
            muster.run("feeds", self.workspace, "--now", sample.NOW, "--qr-png", folder)
            pictures = sorted(folder.rglob("*.png"))
            self.assertEqual(len(pictures), sum(path.startswith("feeds/") for path in self.paths))
            for picture in pictures:
                answer = subprocess.run(
                    ["zbarimg", "--quiet", "--raw", "--nodbus", str(picture)],
                    capture_output=True, text=True)
                path = picture.relative_to(folder).with_suffix(".ics")
                self.assertEqual(answer.stdout, f"{sample.BASE}/{path}\n", answer.stderr)


if __name__ == "__main__":
    unittest.main()
