"""What requirements make, and where it may stand."""
import itertools
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any, Dict, FrozenSet, Iterable, Iterator, List, Mapping, Optional, Tuple

from tables import iso
from workspace import ORGANIZER, Requirement, Workspace


@dataclass(frozen=True)
class Span:
    """A week, month or quarter that an activity is for.

    `name` as ids write it; the days from `first` to `last`, a week's clipped to the period.
    """
    kind: str
    name: str
    first: int
    last: int

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True)
class Activity:
    """What a requirement makes for one owner, or for a host and its partners together."""
    id: str
    requirement: str
    owner: str
    venue: Optional[str]
    span: Optional[Span]
    partners: Tuple[str, ...] = ()

    @property
    def communities(self) -> Tuple[str, ...]:
        """Host and partners; none for the organizer's."""
        return () if self.owner == ORGANIZER else (self.owner,) + self.partners

    @property
    def series(self) -> Tuple:
        """What it shares with the occurrences that its number alone tells it from."""
        return self.owner, self.requirement, self.venue, self.span


@dataclass(frozen=True)
class Placement:
    """Day, minute, venue and one team for each role, in the order of the roles."""
    day: int
    minute: int
    venue: Optional[str]
    teams: Tuple[Tuple[str, str], ...]


def activities(workspace: Workspace, base: Mapping[str, Any] = {}) -> Dict[str, Activity]:
    """Every activity that the requirements make.

    `base` are the ids published before: what they name as the host of a group stays so.
    """
    made: Dict[str, Activity] = {}
    hosts = {tuple(name.split("/")[:2]) for name in base}
    for need in workspace.requirements.values():
        count = int(need.entry.get("count", 1))
        for owner, partners in owners(workspace, need, hosts):
            for venue, span, number in itertools.product(
                    venues(workspace, need, owner), spans(workspace, need), range(1, count + 1)):
                parts = [owner, need.id, venue, span.name if span else None,
                         str(number) if count > 1 else None]
                name = "/".join(part for part in parts if part)
                made[name] = Activity(name, need.id, owner, venue, span, partners)
    return made


def owners(workspace: Workspace, need: Requirement,
           hosts: Iterable[Tuple]) -> Iterator[Tuple[str, Tuple[str, ...]]]:
    """Each owner or host, with its partners."""
    grouped = workspace.joined(need)
    together = {name for group in grouped for name in group}
    for owner in workspace.owners(need.entry.get("for", {})):
        if owner not in together:
            yield owner, ()
    for group in grouped:
        host = next((name for name in group if (name, need.id) in hosts), group[0])
        yield host, tuple(name for name in group if name != host)


def venues(workspace: Workspace, need: Requirement, owner: str) -> List[Optional[str]]:
    """The venue of each of its activities; None alone where they are not per venue."""
    if need.entry.get("per") != "venue":
        return [None]
    return [venue.id for venue in workspace.venues.values()
            if venue.community == owner and set(venue.types) & set(need.types)]


def spans(workspace: Workspace, need: Requirement) -> List[Optional[Span]]:
    """Each week, month or quarter that holds a possible day; None alone where it does not recur."""
    if need.every is None:
        return [None]
    days: FrozenSet[int] = need.dates & workspace.period if need.every == "week" else need.dates
    found = {span_of(workspace, need.every, day)
             for day in days if workspace.passes(day, need.days)}
    return list(sorted(found, key=lambda span: span.first))


def span_of(workspace: Workspace, kind: str, day: int) -> Span:
    """The span of the kind that the day is in."""
    if kind == "week":
        end = workspace.week_end(day)
        return Span(kind, iso(end), max(end - 6, workspace.first), min(end, workspace.last))
    on = date.fromordinal(day)
    first, months, name = on.month, 1, f"{on.year}-{on.month:02}"
    if kind == "quarter":
        quarter = (on.month - 1) // 3
        first, months, name = quarter * 3 + 1, 3, f"{on.year}-q{quarter + 1}"
    last = first + months - 1
    return Span(kind, name, date(on.year, first, 1).toordinal(),
                date(on.year, last, monthrange(on.year, last)[1]).toordinal())
