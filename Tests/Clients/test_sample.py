"""Real clients read every feed of the sample workspace."""

import subprocess
import unittest

import muster
import readers
from subscription import Subscription, served

NOW = "2024-05-20T08:00:00+08:00"
FEW = ["all.ics", "private/all.ics", "private/tasks/all.ics", "communities/yulin.ics"]
DOMAIN = "@baita-2024.muster.invalid"


def expected_starts(workspace, path):
    """What the plan says that a feed of everything shows, as khal writes it, by UID."""
    is_private = path.startswith("private/")
    announced = muster.announcements(workspace)
    starts = {}
    for activity in muster.plan_of(workspace, NOW)["activities"]:
        start = activity.get("start")
        how = announced[activity["requirement"]]
        if start is None or how == "internal" and not is_private:
            continue
        is_whole_day = start[11:19] == "00:00:00" or how == "date-only" and not is_private
        starts[activity["id"] + DOMAIN] = start[:10] + ("" if is_whole_day else " " + start[11:16])
    return starts


class TheSample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = muster.sample()
        cls.workspace = cls.context.__enter__()
        cls.addClassCleanup(cls.context.__exit__, None, None, None)
        rules = cls.workspace / "plan.yaml"
        text = rules.read_text()
        rules.write_text('publish: { base: "https://feeds.example.org/baita" }\n' + text)
        muster.run("plan", cls.workspace, "--now", NOW)
        cls.feeds = cls.workspace / "feeds"
        cls.paths = sorted(
            str(path.relative_to(cls.feeds)) for path in cls.feeds.rglob("*.ics"))

    def test_is_read_alike_by_three_libraries(self):
        events = tasks = 0
        for path in self.paths:
            seen = readers.read(self.feeds / path)
            events += sum(kind == "VEVENT" for kind, *_ in seen.values())
            tasks += sum(kind == "VTODO" for kind, *_ in seen.values())
        print(f"\n{len(self.paths)} feeds, {events} events, {tasks} tasks")
        self.assertGreater(len(self.paths), 200)
        self.assertGreater(events, 2000)
        self.assertGreater(tasks, 100)

    def test_is_subscribed_to_over_http_and_listed_at_the_right_hours(self):
        paths = FEW if muster.IS_QUICK else self.paths
        with served(self.feeds) as address, muster.temporary_folder() as home:
            subscription = Subscription(home, address, paths)
            subscription.sync()
            listed = subscription.listed("2024-05-01", 300)
            for path in paths:
                seen = readers.by_icalendar(self.feeds / path)
                self.assertEqual(len(subscription.files(path)), len(seen), path)
                self.assertEqual(listed[path], readers.agenda(seen), path)
            for path in ["all.ics", "private/all.ics"]:
                seen = readers.by_icalendar(self.feeds / path)
                for uid, start in expected_starts(self.workspace, path).items():
                    self.assertEqual(readers.written(seen[uid][1]), start, f"{path}: {uid}")

    def test_is_found_through_its_qr_codes(self):
        with muster.temporary_folder() as folder:
            muster.run("feeds", self.workspace, "--now", NOW, "--qr-png", folder)
            pictures = sorted(folder.rglob("*.png"))
            self.assertEqual(len(pictures), sum(not p.startswith("private/") for p in self.paths))
            for picture in pictures:
                answer = subprocess.run(
                    ["zbarimg", "--quiet", "--raw", "--nodbus", str(picture)],
                    capture_output=True, text=True)
                path = picture.relative_to(folder).with_suffix(".ics")
                self.assertEqual(
                    answer.stdout, f"https://feeds.example.org/baita/{path}\n", answer.stderr)


if __name__ == "__main__":
    unittest.main()
