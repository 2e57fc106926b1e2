"""What a stranger may send ends at once with its line named, or is read without the broken part."""

import resource
import subprocess
import unittest

import muster

RULES = """muster: 1
id: hostile
title: t
organizer: { name: 办公室 }
period: { from: 2024-06-01, to: 2024-06-30 }
calendars: [ { file: stranger.ics, as: closure } ]
requirements:
  - { id: talk, name: 宣讲, for: {}, duration: 60min }
"""


def calendar(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""]).encode()


def event(*lines):
    return calendar("BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT")


DAYS = ",".join(f"2024{month:02}{day:02}T090000" for month in range(1, 13) for day in range(1, 29)) + (
    "," + ",".join(f"2025{month:02}{day:02}T090000" for month in range(1, 13) for day in range(1, 29)))
ZONE = ["BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:00010101T000000",
        *["RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"] * 12, "TZOFFSETFROM:+9999",
        "TZOFFSETTO:-9999", "END:STANDARD", "END:VTIMEZONE"]
# Name, bytes, exit status of `check`, what its errors say; the lines are those of the file.
CASES = [
    ("100,000 nested components", b"BEGIN:VCALENDAR\n" + b"BEGIN:X-A\n" * 100_000, 1, "stranger.ics:7:"),
    ("100,000 open events", b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 100_000, 1, "stranger.ics:100001:"),
    ("a month over 12", event("DTSTART:20241301T090000"), 0, "stranger.ics:5:"),
    ("31 February", event("DTSTART:20240231T090000"), 0, "stranger.ics:5:"),
    ("a rule that never returns", event(
        "DTSTART:20240601T090000", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"), 0, "stranger.ics:6:"),
    ("a hostile VTIMEZONE", calendar(
        *ZONE, "BEGIN:VEVENT", "DTSTART;TZID=Asia/Shanghai:20240610T090000", "END:VEVENT"), 0, ""),
    ("672 excluded dates", event(
        "DTSTART:20240101T090000", "RRULE:FREQ=DAILY", "EXDATE:" + DAYS.replace(",", ",\r\n ")), 0, ""),
    ("200,000 excluded dates that are none", event(
        "DTSTART:20240101T090000", "RRULE:FREQ=DAILY", "EXDATE:" + ",\r\n ".join(["x"] * 200_000)),
     0, "stranger.ics:7:8:"),
    ("junk", bytes(range(128, 256)) * 1000, 1, "stranger.ics:1:"),
    ("a web page", b"<!DOCTYPE html>\n<p>404", 1, "stranger.ics:1:"),
    ("a file that is cut short", event("DTSTART:20240601T090000")[:60], 1, "stranger.ics:5:"),
    ("an unknown zone", event("DTSTART;TZID=Moon/Base:20240601T090000"), 0, "stranger.ics:5:"),
    ("two calendars", event("DTSTART:20240610T090000") * 2, 0, ""),
    ("a line of 65 KiB", event("X-A:" + "a" * (65 << 10)), 1, "stranger.ics:5:"),
    ("250,001 components", b"BEGIN:VCALENDAR\n" + b"BEGIN:X-A\nEND:X-A\n" * 250_001, 1, "stranger.ics:500000:"),
    ("51 zones", calendar(*["BEGIN:VTIMEZONE", "END:VTIMEZONE"] * 51), 1, "stranger.ics:103:"),
    ("over 64 MiB", b"BEGIN:VCALENDAR\n" + b"X-A:a\n" * 11_200_000, 1, "stranger.ics:1:"),
    ("events of centuries", event(
        "DTSTART:16240101T000000", "DTEND:20240616T080000",
        "RRULE:FREQ=DAILY;BYMINUTE=0,10,20,30,40,50"), 0, "stranger.ics:7:"),
    ("as many occurrences as are allowed, each over the whole plan", event(
        "DTSTART:16240101T000000", "DTEND:20240616T080000", "RRULE:FREQ=DAILY"), 1, ""),
    ("two rules with the same occurrences", event(
        "DTSTART:16240101T000000", "DTEND:20240616T080000", *[
            "RRULE:FREQ=DAILY;COUNT=70000;BYMINUTE=0;BYHOUR=" + ",".join(map(str, range(24)))] * 2),
     1, ""),
]


class AStrangersCalendar(unittest.TestCase):
    def test_ends_within_a_second_with_its_line(self):
        slowest = (0, "")
        for name, data, status, words in CASES:
            with self.subTest(name), muster.temporary_folder() as folder:
                (folder / "plan.yaml").write_text(RULES)
                (folder / "communities.csv").write_text("id,name,kind,population\nu1,n,urban,9\n")
                (folder / "venues.csv").write_text("id,name,types\n")
                (folder / "teams.csv").write_text("id,name,role\n")
                (folder / "stranger.ics").write_bytes(data)
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                answer = subprocess.run(
                    [muster.PROGRAM, "check", str(folder)], capture_output=True, text=True, timeout=60)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
                slowest = max(slowest, (seconds, name))
                self.assertLess(seconds, 1)
                self.assertEqual(answer.returncode, status, answer.stdout + answer.stderr)
                self.assertIn(words, answer.stderr)
                self.assertEqual(words == "", answer.stderr == "", answer.stderr)
        print(f"\nslowest: {slowest[1]}, {slowest[0]:.2f} s")


if __name__ == "__main__":
    unittest.main()
