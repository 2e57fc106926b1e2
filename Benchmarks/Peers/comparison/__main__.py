"""Benchmarks/run: Muster and its peers on the same instances."""
import argparse
import itertools
import os
import subprocess
import sys
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import Callable, Dict, Iterable, Iterator, List, Optional, Tuple

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


def named(known: Iterable[str]) -> Callable[[str], List[str]]:
    """A reader of `a,b`, each of them a known name."""
    def names(text: str) -> List[str]:
        found = text.split(",")
        strange = [name for name in found if name not in known]
        if strange:
            raise argparse.ArgumentTypeError(f"{strange[0]!r} is none of {', '.join(known)}")
        return found
    return names


def arguments() -> argparse.Namespace:
    """The options, each with its default told."""
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run", description=__doc__,
        formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--areas", type=listed, default="1,5,20,145,890", help="sizes")
    parser.add_argument("--seeds", type=listed, default="1-5", help="seeds")
    parser.add_argument("--variants", type=named(VARIANTS), default=",".join(VARIANTS),
                        help="of each size")
    parser.add_argument("--solvers", type=named(CONTESTANTS), default=",".join(CONTESTANTS),
                        help="contestants")
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


def built(given: Optional[Path], package: Path, product: str) -> Path:
    """The program that was given, else the package's release build of it."""
    if given is None:
        build = ["swift", "build", "-c", "release", "--package-path", str(package)]
        subprocess.run([*build, "--product", product], check=True, stdout=sys.stderr)
        told = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True,
                              text=True)
        given = Path(told.stdout.strip()) / product
    return given.resolve()


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


def wanted(options: argparse.Namespace,
           done: Dict[Tuple[Instance, str], Run]) -> Iterator[Tuple[Instance, str]]:
    """What to run: all that is asked, except what was done and what is too large for a peer."""
    for areas, variant, seed in itertools.product(options.areas, options.variants, options.seeds):
        for contestant in options.solvers:
            most = options.peers_up_to or PEERS_UP_TO.get(contestant)
            most = areas if contestant == "muster" else most
            if areas <= most and (Instance(areas, variant, seed), contestant) not in done:
                yield Instance(areas, variant, seed), contestant


def compare(options: argparse.Namespace, log: Path) -> None:
    """Every wanted run, kept in the log as soon as it is judged."""
    maker = built(options.maker, BENCHMARKS, "make-instances")
    is_muster_in = "muster" in options.solvers
    muster = built(options.muster, BENCHMARKS.parent, "muster") if is_muster_in else Path()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=BENCHMARKS, text=True,
                            capture_output=True, check=False).stdout.strip()
    for instance, contestant in wanted(options, {} if options.again else latest(log)):
        workspace = instance.made(maker, options.out / "instances")
        found = measure(instance, contestant, muster, workspace, options, commit)
        appended(found, log)
        print(f"{instance.name} {contestant}: {found.seconds:.1f} s, score {found.score},"
              f" judge {found.verdict}", flush=True)


def main() -> None:
    """Measure what is asked and not measured yet, then write the table and the plots."""
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    log = options.out / "runs.jsonl"
    if not options.report_only:
        compare(options, log)
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
             *table.table(found), "", *table.growth(found), ""]
    lines += [f"![{path.stem}](Plots/{path.name})" for path in figures if path.suffix == ".svg"]
    table.insert(options.results, lines)


if __name__ == "__main__":
    main()
