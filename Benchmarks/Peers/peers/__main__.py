"""python -m peers SOLVER WORKSPACE: plans a workspace by a general solver.

Progress goes to stderr, a line of JSON for each change.
"""
import argparse
import json
import sys
from pathlib import Path
from typing import Any, Dict

from .admission import admitted
from .dominance import undominated
from .found import Clock
from .levels import SOLVERS
from .model import compiled
from .placements import enumerated
from .plan import document
from .reading import Workspace


def main() -> int:
    """Exit status 0, or 1 without a plan (the LP has none)."""
    parser = argparse.ArgumentParser(prog="peers", description=__doc__)
    parser.add_argument("solver", choices=list(SOLVERS))
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the file for the plan's JSON")
    parser.add_argument("--time-limit", type=float, default=60, help="seconds, default 60")
    parser.add_argument("--threads", type=int, default=1, help="threads or workers, default 1")
    parser.add_argument("--replan", type=Path, metavar="PLAN",
                        help="a plan's JSON whose now, base, fixed, displaced and blocks hold")
    options = parser.parse_args()
    clock = Clock(options.time_limit)
    given = json.loads(options.replan.read_text(encoding="utf-8")) if options.replan else None
    table = admitted(enumerated(Workspace(options.workspace), given))
    model = compiled(undominated(table))
    outcome = SOLVERS[options.solver](model, clock, options.threads)
    told: Dict[str, Any] = {"score": {"pinnedUnplacedBound": outcome.pinned_bound,
                                      "unplacedBound": outcome.unplaced_bound,
                                      "bound": outcome.bound}}
    if outcome.columns is not None:
        told = document(model, outcome)
    told["peer"] = {"solver": options.solver, "placements": model.placements,
                    "rows": model.matrix.shape[0], "columns": model.matrix.shape[1],
                    "seconds": round(clock.spent, 3)}
    options.out.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return 0 if outcome.columns is not None else 1


if __name__ == "__main__":
    sys.exit(main())
