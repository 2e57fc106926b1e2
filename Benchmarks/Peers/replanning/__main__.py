"""Benchmarks/replan: disruptions on a district, Muster against the exact minimum."""
import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any, Dict, List, Optional

from comparison.__main__ import BENCHMARKS, built
from comparison.instances import Instance

from .disruptions import KINDS
from .exact import minimum

FIRST, NOW = "2024-05-20T08:00:00+08:00", "2024-06-05T08:00:00+08:00"


def arguments() -> argparse.Namespace:
    """The options, each with its default told."""
    parser = argparse.ArgumentParser(
        prog="Benchmarks/replan", description=__doc__,
        formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--areas", type=int, default=20, help="18 communities each")
    parser.add_argument("--draws", type=int, default=20, help="of each kind")
    parser.add_argument("--kinds", default=",".join(KINDS), help="which disruptions")
    parser.add_argument("--first-limit", default="60s", help="for the first plan")
    parser.add_argument("--time-limit", default="0s",
                        help="for each new plan; 0s: what the repair has at hand")
    parser.add_argument("--peer-limit", type=float, default=600, help="seconds; 0: no minimum")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--muster", type=Path, help="the program, instead of building it")
    parser.add_argument("--maker", type=Path, help="make-instances, instead of building it")
    parser.add_argument("--out", type=Path, default=BENCHMARKS / ".measured",
                        help="workspaces and replans.jsonl")
    return parser.parse_args()


class Office:
    """Muster in one workspace."""

    def __init__(self, muster: Path, folder: Path, threads: int) -> None:
        self.muster, self.folder, self.threads = muster, folder, threads

    def run(self, *words: str, now: str = NOW) -> str:
        """What a command prints; one that fails ends the benchmark."""
        told = subprocess.run([self.muster, words[0], "-C", self.folder, "--now", now, *words[1:]],
                              capture_output=True, text=True, check=False)
        if told.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(words)}: {told.stderr[-500:]}")
        return told.stdout

    def plan(self, limit: str, *more: str, now: str = NOW) -> Dict[str, Any]:
        """A new plan, saved unless it is a dry run."""
        return json.loads(self.run("plan", "--format", "json", "--time-limit", limit, "--threads",
                                   str(self.threads), *more, now=now))

    def decide(self, words: List[str]) -> None:
        """A decision; a move goes to the cheapest other placement."""
        if "?" in words:
            options = json.loads(self.run("options", words[1], "--format", "json"))["options"]
            start = options[0]["placement"]["start"][:16]
            words = [start if word == "?" else word for word in words]
        self.run(*words)


def replay(office: Office, kind: str, number: int, published: Dict[str, Any],
           options: argparse.Namespace) -> Dict[str, Any]:
    """One disruption, planned around and compared."""
    draw = random.Random(f"{kind} {number}")
    for words in KINDS[kind](office.folder, published, draw):
        office.decide(words)
    began, used = time.monotonic(), cpu_seconds()
    plan = office.plan(options.time_limit, "--dry-run")
    seconds, cpu = time.monotonic() - began, cpu_seconds() - used
    base = plan["base"]
    moved = [entry["id"] for entry in plan["activities"] if entry["id"] in base
             and entry.get("start") and any(entry.get(key) != base[entry["id"]].get(key)
                                            for key in ("start", "venue"))]
    fixed = {entry["id"] for entry in plan["fixed"] if entry["why"] != "pinned"}
    found = {"kind": kind, "draw": number, "seconds": round(seconds, 3),
             "cpuSeconds": round(cpu, 3), "moved": len(moved),
             "cost": plan["score"]["cost"], "unplaced": plan["score"]["unplaced"],
             "bound": plan["score"]["bound"], "fixedMoved": len(fixed & set(moved))}
    if options.peer_limit > 0:
        exact = minimum(office.folder, plan, options.peer_limit, options.threads)
        found |= {"exactCost": exact.cost, "exactMoved": exact.moved, "exactBound": exact.bound,
                  "exactUnplaced": exact.unplaced, "exactSeconds": round(exact.seconds, 1),
                  "proven": exact.proven, "placements": exact.placements}
    return found


def cpu_seconds() -> float:
    """Of all programs that were run and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def middle(rows: List[Dict[str, Any]], key: str) -> Optional[float]:
    """The median of those that have it."""
    values = [row[key] for row in rows if row.get(key) is not None]
    return median(values) if values else None


def report(rows: List[Dict[str, Any]]) -> None:
    """Medians by kind, as a table in Markdown."""
    keys = ["seconds", "cpuSeconds", "moved", "exactMoved", "cost", "exactCost", "exactBound", "unplaced",
            "exactUnplaced", "fixedMoved"]
    print("| disruption | draws | " + " | ".join(keys) + " | proven |")
    print("|---|" + "---|" * (len(keys) + 2))
    for kind in KINDS:
        own = [row for row in rows if row["kind"] == kind]
        if own:
            cells = [str(middle(own, key)) for key in keys]
            proven = sum(bool(row.get("proven")) for row in own)
            print(f"| {kind} | {len(own)} | " + " | ".join(cells) + f" | {proven} |")


def main() -> None:
    """Plan once, then replay every draw on a copy of that."""
    options = arguments()
    maker = built(options.maker, BENCHMARKS, "make-instances")
    muster = built(options.muster, BENCHMARKS.parent, "muster")
    instance = Instance(options.areas, "normal", 1).made(maker, options.out / "instances")
    first = options.out / "replanning" / "first"
    if not (first / "muster.sqlite").exists():
        shutil.copytree(instance, first, dirs_exist_ok=True)
        Office(muster, first, options.threads).plan(options.first_limit, now=FIRST)
    published = json.loads(Office(muster, first, options.threads).run("show", "--format", "json"))
    rows: List[Dict[str, Any]] = []
    with (options.out / "replans.jsonl").open("a", encoding="utf-8") as log:
        for kind in options.kinds.split(","):
            for number in range(options.draws):
                folder = options.out / "replanning" / "draw"
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(first, folder)
                rows.append(replay(Office(muster, folder, options.threads), kind, number,
                                   published, options))
                print(json.dumps(rows[-1]), file=log, flush=True)
                print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    report(rows)


if __name__ == "__main__":
    main()
