"""What requirements make, and where it may stand."""
import itertools
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from tables import DAY, iso
from workspace import Workspace



@dataclass(frozen=True)
class Activity:
    """What a requirement makes for one owner; `week` is the reporting day its week ends on."""
    id: str
    requirement: str
    owner: str
    venue: Optional[str]
    week: Optional[int]


@dataclass(frozen=True)
class Placement:
    """Day, minute, venue and one team for each role, in the order of the roles."""
    day: int
    minute: int
    venue: Optional[str]
    teams: Tuple[Tuple[str, str], ...]

    @property
    def start(self) -> int:
        """Minutes on one line for all days."""
        return self.day * DAY + self.minute


def activities(workspace: Workspace) -> Dict[str, Activity]:
    """Every activity that the requirements make."""
    made: Dict[str, Activity] = {}
    for need in workspace.requirements.values():
        entry = need.entry
        weeks: List[Optional[int]] = [None]
        if entry.get("every") == "week":
            possible = [d for d in need.dates & workspace.period if workspace.passes(d, need.days)]
            weeks = list(sorted({workspace.week_end(day) for day in possible}))
        count = int(entry.get("count", 1))
        for owner in workspace.owners(entry.get("for", {})):
            venues: List[Optional[str]] = [None]
            if entry.get("per") == "venue":
                venues = [v.id for v in workspace.venues.values()
                          if v.community == owner and set(v.types) & set(need.types)]
            for venue, week, number in itertools.product(venues, weeks, range(1, count + 1)):
                parts = [owner, need.id, venue, iso(week) if week else None,
                         str(number) if count > 1 else None]
                name = "/".join(part for part in parts if part)
                made[name] = Activity(name, need.id, owner, venue, week)
    return made
