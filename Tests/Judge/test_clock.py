"""Days on which the clocks change."""
from typing import List

from tiny import JudgeCase, at, need


class ClockChanges(JudgeCase):
    """In Detroit clocks go from 2 to 3 on 8 March 2026, and from 2 back to 1 on 1 November."""

    def fault(self, start: str, end: str, hours: str = "00:00-24:00", length: str = "90min",
              more: str = "", date: str = "2026-03-08") -> List[str]:
        yaml = (f"period: {{ from: {date}, to: {date} }}\ntime-zone: America/Detroit\n{more}"
                "requirements:\n" + need(f'duration: {length}, hours: "{hours}"'))
        entry = at("c1/x", "03T09:00")
        entry.update(start=f"{date}T{start}", end=f"{date}T{end}")
        return self.faults(yaml, entry)

    def test_what_elapses_in_spring(self) -> None:
        good = ("01:00:00-05:00", "03:30:00-04:00")
        self.assertEqual(self.fault(*good, "01:00-04:00"), [])
        self.assertEqual(self.fault(*good, "01:00-03:30"), [])
        self.assertEqual(self.fault(*good, "01:00-03:00"), ["it is outside its hours"])
        self.assertEqual(self.fault("01:00:00-05:00", "01:30:00-05:00"),
                         ["ends at 2026-03-08T01:30:00-05:00"])
        self.assertEqual(self.fault("01:00:00-05:00", "02:30:00-05:00")[1:],
                         [])  # the same instant, by a clock that nobody has

    def test_a_start_in_the_gap(self) -> None:
        self.assertIn("the clock does not show its start",
                      self.fault("02:00:00-05:00", "04:30:00-04:00"))
        self.assertEqual(self.fault("03:00:00-04:00", "04:30:00-04:00"), [])

    def test_what_is_closed_in_the_gap_closes_nothing(self) -> None:
        closed = 'closures: [ { hours: "02:00-03:00" } ]\n'
        good = ("01:00:00-05:00", "03:30:00-04:00")
        self.assertEqual(self.fault(*good, more=closed), [])
        self.assertEqual(self.fault(*good, more=closed.replace("-03:00", "-03:30")),
                         ["a closure overlaps it"])

    def test_what_elapses_in_autumn(self) -> None:
        good = ("01:00:00-04:00", "01:30:00-05:00")
        self.assertEqual(self.fault(*good, date="2026-11-01"), [])
        self.assertEqual(self.fault(*good, "01:00-02:00", date="2026-11-01"), [])
        # In between the clock shows 01:59.
        self.assertEqual(self.fault(*good, "01:00-01:30", date="2026-11-01"),
                         ["it is outside its hours"])
        self.assertEqual(self.fault("01:00:00-04:00", "02:30:00-05:00", date="2026-11-01"),
                         ["ends at 2026-11-01T02:30:00-05:00"])

    def test_of_an_hour_shown_twice_the_first_is_meant(self) -> None:
        self.assertIn("2026-11-01T01:00:00-05:00 is not the first of its name",
                      self.fault("01:00:00-05:00", "02:30:00-05:00", date="2026-11-01"))

    def test_an_all_day_activity_ends_at_the_next_midnight(self) -> None:
        yaml = ("period: { from: 2026-03-08, to: 2026-03-08 }\ntime-zone: America/Detroit\n"
                "requirements:\n" + need("duration: all-day"))
        entry = at("c1/x", "03T09:00")
        entry.update(start="2026-03-08T00:00:00-05:00", end="2026-03-09T00:00:00-04:00")
        self.assertEqual(self.faults(yaml, entry), [])

    def test_a_crew_is_out_for_what_elapses(self) -> None:
        # 01:00-03:30 takes 90 minutes and the turnaround 60: back at 04:30.
        yaml = ("period: { from: 2026-03-08, to: 2026-03-08 }\ntime-zone: America/Detroit\n"
                "requirements:\n" + need("duration: 90min, teams: { fire: 1 }", wanted="{}"))
        one, other = at("c1/x", "03T09:00", fire="f"), at("c2/x", "03T09:00", fire="f")
        one.update(start="2026-03-08T01:00:00-05:00", end="2026-03-08T03:30:00-04:00")
        teams = {"teams": "id,name,role,turnaround\nf,F,fire,60\n"}
        other.update(start="2026-03-08T04:30:00-04:00", end="2026-03-08T06:00:00-04:00")
        self.assertEqual(self.rules(yaml, one, other, files=teams), [])
        other.update(start="2026-03-08T04:00:00-04:00", end="2026-03-08T05:30:00-04:00")
        self.assertEqual(self.rules(yaml, one, other, files=teams), ["team"])
