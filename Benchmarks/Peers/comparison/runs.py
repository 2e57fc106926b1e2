"""The runs so far, a line of JSON each; of runs of the same the newest counts."""
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from .instances import Instance


@dataclass
class Run:
    """A contestant's run on an instance. Seconds are the whole process's; no plan, no score."""
    areas: int
    variant: str
    seed: int
    contestant: str
    limit_seconds: float
    threads: int
    activities: int
    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    score: Optional[Dict[str, Any]]
    verdict: Dict[str, Any]
    progress: List[Dict[str, Any]] = field(default_factory=list)
    load: float = 0.0     # processes running on the machine when it began
    commit: str = ""

    @property
    def instance(self) -> Instance:
        """What it ran on."""
        return Instance(self.areas, self.variant, self.seed)

    @property
    def cost(self) -> Optional[int]:
        """The plan's cost, None without a plan."""
        return self.score.get("cost") if self.score else None

    @property
    def gap(self) -> Optional[float]:
        """(cost − bound) / max(cost, 1) as a fraction, None without a plan."""
        if self.cost is None:
            return None
        return (self.cost - self.score["bound"]) / max(self.cost, 1)

    @property
    def is_proven(self) -> bool:
        """Whether both bounds meet what they bound, in a plan that the judge does not refute."""
        return (self.cost is not None and self.verdict.get("valid") is not False
                and self.score["unplaced"] == self.score["unplacedBound"]
                and self.cost == self.score["bound"])

    def seconds_to(self, gap: float) -> Optional[float]:
        """When progress first reached the gap beside the plan's unplaced; None if never told."""
        for line in self.progress:
            if line["unplaced"] == self.score["unplaced"] and line["bound"] is not None:
                if line["cost"] - line["bound"] <= gap * max(line["cost"], 1):
                    return line["seconds"]
        return self.seconds if self.gap is not None and self.gap <= gap else None

    def gap_at(self, seconds: float) -> Optional[float]:
        """The gap that progress last told by then, beside what was unplaced then."""
        if self.seconds <= seconds:
            return self.gap
        told = [line for line in self.progress
                if line["seconds"] <= seconds and line["bound"] is not None]
        if not told:
            return None
        return (told[-1]["cost"] - told[-1]["bound"]) / max(told[-1]["cost"], 1)

    @property
    def moves_a_second(self) -> Optional[float]:
        """Placements whose change in cost the search worked out, a second of the search."""
        told = [line for line in self.progress if line.get("evaluated") and line["seconds"]]
        return told[-1]["evaluated"] / told[-1]["seconds"] if told else None


def appended(run: Run, path: Path) -> None:
    """Add a run to the file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(run), ensure_ascii=False) + "\n")


def latest(path: Path) -> Dict[Tuple[Instance, str], Run]:
    """The newest run of each contestant on each instance, in order."""
    if not path.exists():
        return {}
    runs = [Run(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    newest = {(run.instance, run.contestant): run for run in runs}
    return dict(sorted(newest.items(), key=lambda item: item[0]))
