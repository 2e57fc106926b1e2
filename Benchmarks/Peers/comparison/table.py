"""The table of medians between the markers of RESULTS.md."""
import math
import statistics
from collections import defaultdict
from pathlib import Path
from typing import Dict, Iterable, List, Optional, Tuple

from .contestants import CONTESTANTS
from .runs import Run

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
HEAD = ["areas", "activities", "variant", "by", "seeds", "limit s", "seconds", "CPU s", "to 1 % s",
        "unplaced", "its bound", "cost", "bound", "gap", "gap in time", "proven", "valid", "peak MB", "moves/s"]
# Seconds after which the gap is asked for, by areas.
IN_TIME = {1: 1, 5: 5, 20: 20, 145: 120, 890: 900}
# A gap that every size reaches, and which is timed to tell how time grows.
GROWTH_GAP = 0.01
NAMES = {"muster": "Muster", "highs-lp": "HiGHS LP", "highs": "HiGHS MIP", "cp-sat": "CP-SAT"}


def table(runs: Iterable[Run]) -> List[str]:
    """Lines of Markdown, a row for each size, variant and contestant."""
    cells: Dict[Tuple[int, str, int], List[Run]] = defaultdict(list)
    for run in runs:
        cells[run.areas, run.variant, CONTESTANTS.index(run.contestant)].append(run)
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    for (areas, variant, index), mine in sorted(cells.items()):
        facts = row(mine, is_bound_only=CONTESTANTS[index] == "highs-lp")
        lines.append(f"| {areas} | {number(median(r.activities for r in mine))} | {variant} "
                     f"| {NAMES[CONTESTANTS[index]]} | " + " | ".join(facts) + " |")
    return lines


def row(runs: List[Run], *, is_bound_only: bool) -> List[str]:
    """The cells from `seeds` on."""
    scores = [run.score for run in runs if run.score]
    plans = [run for run in runs if run.cost is not None]
    def of(key: str) -> str:
        return number(median(score.get(key) for score in scores))
    judged = [run.verdict.get("valid") for run in plans]
    gap = median(run.gap for run in plans)
    counts = ["–", "–"] if is_bound_only else [
        f"{sum(run.is_proven for run in runs)} of {len(runs)}",
        f"{judged.count(True)} of {len(plans)}"
        + (f", {judged.count(None)} not judged" if None in judged else "")]
    return [str(len(runs)), "/".join(sorted({number(run.limit_seconds) for run in runs})),
            number(median(run.seconds for run in runs)),
            number(median(run.cpu_seconds for run in runs)),
            number(median((run.seconds_to(0.01) for run in plans), of_all=len(runs))),
            of("unplaced"), of("unplacedBound"), of("cost"), of("bound"),
            percent(gap), in_time(plans), *counts,
            number(median(run.peak_megabytes for run in runs)),
            million(median(run.moves_a_second for run in plans))]


def in_time(runs: List[Run]) -> str:
    """The gap after the seconds that are asked for at this size."""
    limits = {IN_TIME[run.areas] for run in runs if run.areas in IN_TIME}
    if len(limits) != 1:
        return "–"
    limit = limits.pop()
    gap = median((run.gap_at(limit) for run in runs), of_all=len(runs))
    return f"{percent(gap)} in {limit} s" if gap is not None else "–"


def growth(runs: Iterable[Run]) -> List[str]:
    """For each variant, how Muster's time to the same gap grows with the areas."""
    cells: Dict[Tuple[str, int], List[Run]] = defaultdict(list)
    for run in runs:
        if run.contestant == "muster":
            cells[run.variant, run.areas].append(run)
    lines = []
    for variant in sorted({variant for variant, _ in cells}):
        times = {areas: median((run.seconds_to(GROWTH_GAP) for run in cells[variant, areas]),
                               of_all=len(cells[variant, areas]))
                 for _, areas in sorted(key for key in cells if key[0] == variant)}
        known = {areas: time for areas, time in times.items() if time}
        if len(known) < 2:
            continue
        low, high = min(known), max(known)
        exponent = math.log(known[high] / known[low]) / math.log(high / low)
        told = ", ".join(f"{areas}: {number(time)} s" for areas, time in known.items())
        lines.append(f"- {variant}: to {100 * GROWTH_GAP:g} % by areas {told};"
                     f" from {low} to {high} areas it grows as n^{exponent:.2f}.")
    return lines


def percent(gap: Optional[float]) -> str:
    """A fraction in percent."""
    return "–" if gap is None else f"{100 * gap:.2f} %"


def million(value: Optional[float]) -> str:
    """A number in millions."""
    return "–" if value is None else f"{value / 1e6:.1f} M"


def median(values: Iterable[Optional[float]], of_all: int = 0) -> Optional[float]:
    """The median of those that are known; None if fewer than half of `of_all` are, or none."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known and 2 * len(known) > of_all else None


def number(value: Optional[float]) -> str:
    """Three digits of a small number, all of a large one."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def insert(path: Path, lines: List[str]) -> None:
    """Put the lines between the markers of the file, which is made if it is missing."""
    text = path.read_text(encoding="utf-8") if path.exists() else (
        f"# Results\n\n{BEGIN}\n{END}\n")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    body = "\n".join(lines)
    path.write_text(f"{before}{BEGIN}\n{body}\n{END}{after}", encoding="utf-8")
