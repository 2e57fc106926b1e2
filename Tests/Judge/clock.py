"""Days and minutes by the plan's zone, and what elapses between them.

An instant is minutes since the zone's day 0 at offset 0, so that differences are elapsed time. A
time that the clock shows twice is the first; one that it never shows does not exist.
"""
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import List, Tuple
from zoneinfo import ZoneInfo

from tables import DAY

Piece = Tuple[int, int, int]
"""A day, and the minutes of it that an activity begins and ends at by the clock."""


class Clock:
    """What the clocks of a zone show."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.is_even = lru_cache(None)(self._is_even)

    def offset(self, day: int, minute: int) -> int:
        """Minutes east of Greenwich at the time, the first where it is shown twice."""
        wall = datetime.combine(date.fromordinal(day), time()) + timedelta(minutes=minute)
        return int(wall.replace(tzinfo=self.zone).utcoffset().total_seconds()) // 60

    def instant(self, day: int, minute: int) -> int:
        """The instant of a time."""
        return day * DAY + minute - self.offset(day, minute)

    def instant_of(self, moment: datetime) -> int:
        """The instant of a moment with an offset, seconds dropped."""
        utc = moment.astimezone(timezone.utc)
        return utc.toordinal() * DAY + utc.hour * 60 + utc.minute

    def shown(self, instant: int) -> Tuple[int, int]:
        """The day and minute that the clock shows."""
        utc = datetime.combine(date.fromordinal(instant // DAY), time(), timezone.utc)
        wall = (utc + timedelta(minutes=instant % DAY)).astimezone(self.zone)
        return wall.toordinal(), wall.hour * 60 + wall.minute

    def exists(self, day: int, minute: int) -> bool:
        """Whether the clock ever shows the time."""
        return self.is_even(day) or self.shown(self.instant(day, minute)) == (day, minute)

    def _is_even(self, day: int) -> bool:
        """Whether the clocks go on from this midnight to the next but one."""
        return self.offset(day, 0) == self.offset(day + 1, 0) == self.offset(day + 2, 0)

    def pieces(self, day: int, minute: int, duration: int) -> List[Piece]:
        """What the clock shows while so many minutes elapse: one piece, or two where it jumps."""
        if self.is_even(day):
            return [(day, minute, minute + duration)]
        start = self.instant(day, minute)

        def ahead(instant: int) -> int:
            return self._wall(instant) - instant

        if ahead(start) == ahead(start + duration - 1):
            return [(day, minute, minute + duration)]
        low, high = start, start + duration - 1  # the clocks jump in (low, high]
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if ahead(middle) == ahead(start) else (low, middle)
        other, first = self.shown(high)
        rest = start + duration - high
        return [(day, minute, minute + high - start), (other, first, first + rest)]

    def _wall(self, instant: int) -> int:
        """What is shown, in minutes on one line for all days."""
        day, minute = self.shown(instant)
        return day * DAY + minute
