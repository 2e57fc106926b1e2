"""Benchmarks/run: Muster and its peers on the same instances."""
import argparse
import os
import subprocess
import sys
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import Dict, List

from . import plots, table
from .contestants import CONTESTANTS, Limits, command
from .instances import VARIANTS, Instance
from .judging import judged, score
from .running import run
from .runs import Run, appended, latest

BENCHMARKS = Path(__file__).resolve().parents[2]
PEERS_UP_TO = {"highs-lp": 20, "highs": 20, "cp-sat": 5}
SECONDS = {1: 60, 5: 60, 20: 60, 145: 120, 890: 900}


def listed(text: str) -> List[int]:
    """`1,5` or `1-5` as integers."""
    found: List[int] = []
    for part in text.split(","):
        low, _, high = part.partition("-")
        found += range(int(low), int(high or low) + 1)
    return found


def arguments() -> argparse.Namespace:
    """The options, each with its default told."""
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run", description=__doc__,
        formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--areas", type=listed, default="1,5,20,145,890", help="sizes")
    parser.add_argument("--seeds", type=listed, default="1-5", help="seeds")
    parser.add_argument("--variants", default=",".join(VARIANTS), help="of each size")
    parser.add_argument("--solvers", default=",".join(CONTESTANTS), help="contestants")
    parser.add_argument("--time-limit", type=float,
                        help=f"seconds for Muster; by areas {SECONDS} if not given")
    parser.add_argument("--peer-limit", type=float, default=300, help="seconds for each peer")
    parser.add_argument("--peers-up-to", type=int,
                        help=f"areas; by peer {PEERS_UP_TO} if not given")
    parser.add_argument("--threads", type=int, default=2, help="for Muster and HiGHS")
    parser.add_argument("--judge-limit", type=float, default=300, help="seconds to judge a plan")
    parser.add_argument("--muster", type=Path, help="the program, instead of building it")
    parser.add_argument("--maker", type=Path, help="make-instances, instead of building it")
    parser.add_argument("--out", type=Path, default=BENCHMARKS / ".measured",
                        help="instances, plans and runs.jsonl")
    parser.add_argument("--results", type=Path, default=BENCHMARKS / "RESULTS.md")
    parser.add_argument("--again", action="store_true", help="repeat runs that were made already")
    parser.add_argument("--report-only", action="store_true", help="run nothing")
    return parser.parse_args()


def built(options: argparse.Namespace) -> "tuple[Path, Path]":
    """Muster and the instance maker, as release builds."""
    found = []
    for given, package, product in ((options.muster, BENCHMARKS.parent, "muster"),
                                    (options.maker, BENCHMARKS, "make-instances")):
        if given is None:
            build = ["swift", "build", "-c", "release", "--package-path", str(package)]
            subprocess.run([*build, "--product", product], check=True, stdout=sys.stderr)
            told = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True,
                                  text=True)
            given = Path(told.stdout.strip()) / product
        found.append(given.resolve())
    return found[0], found[1]


def measure(instance: Instance, contestant: str, muster: Path, workspace: Path,
            options: argparse.Namespace, commit: str) -> Run:
    """One run, judged."""
    own = SECONDS.get(instance.areas, 60) if options.time_limit is None else options.time_limit
    seconds = own if contestant == "muster" else options.peer_limit
    plan = (options.out / "plans" / f"{instance.name}-{contestant}.json").resolve()
    limits = Limits(seconds, options.threads)
    load = os.getloadavg()[0]
    measured = run(command(contestant, muster, workspace.resolve(), plan, limits), plan,
                   BENCHMARKS / "Peers", 2 * seconds + 60)
    found = score(plan)
    has_plan = found is not None and "cost" in found
    verdict = judged(workspace, plan, options.judge_limit) if has_plan else {
        "valid": None, "why": measured.complaint}
    return Run(instance.areas, instance.variant, instance.seed, contestant, seconds,
               options.threads, activities(workspace), measured.seconds, measured.cpu_seconds,
               measured.peak_megabytes, found, verdict, measured.progress, load, commit)


@lru_cache(None)
def activities(workspace: Path) -> int:
    """How many activities the workspace makes."""
    from peers.reading import Workspace
    from peers.reading import activities as made

    return len(made(Workspace(workspace)))


def main() -> None:
    """Measure what is asked and not measured yet, then write the table and the plots."""
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    log = options.out / "runs.jsonl"
    if not options.report_only:
        muster, maker = built(options)
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=BENCHMARKS,
                                capture_output=True, text=True, check=False).stdout.strip()
        done = {} if options.again else latest(log)
        for instance in [Instance(areas, variant, seed) for areas in options.areas
                         for variant in options.variants.split(",") for seed in options.seeds]:
            for contestant in options.solvers.split(","):
                most = options.peers_up_to or PEERS_UP_TO.get(contestant, instance.areas)
                if (instance, contestant) in done or (contestant != "muster"
                                                      and instance.areas > most):
                    continue
                workspace = instance.made(maker, options.out / "instances")
                found = measure(instance, contestant, muster, workspace, options, commit)
                appended(found, log)
                print(f"{instance.name} {contestant}: {found.seconds:.1f} s,"
                      f" score {found.score}, judge {found.verdict}", flush=True)
    report(options, latest(log))


def report(options: argparse.Namespace, runs: Dict) -> None:
    """RESULTS.md and the plots beside it."""
    found = list(runs.values())
    figures = plots.drawn(found, options.results.parent / "Plots")
    stamp = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    commits = ", ".join(sorted({run.commit for run in found}))
    loads = [run.load for run in found]
    lines = [f"Written {stamp}; commits {commits}; {os.cpu_count()} cores; load before a run "
             f"{min(loads, default=0):.1f}–{max(loads, default=0):.1f}.", "",
             *table.table(found), ""]
    lines += [f"![{path.stem}](Plots/{path.name})" for path in figures if path.suffix == ".svg"]
    table.insert(options.results, lines)


if __name__ == "__main__":
    main()
