"""The exact minimum of a replanning, from the workspace and what Muster's plan says it met.

The plan's JSON holds `now`, `base`, `fixed`, `displaced`, `blocks` and who is cancelled; nothing else
of it is used. Rules that a move overrides are not known here.
"""
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Optional

import numpy as np

from peers.admission import admitted
from peers.dominance import undominated
from peers.found import Clock
from peers.levels import mip
from peers.model import compiled
from peers.placements import enumerated
from peers.reading import Workspace


@dataclass(frozen=True)
class Minimum:
    """What HiGHS found: costs are None without a plan; `proven`: no plan is better."""
    unplaced: Optional[int]
    cost: Optional[int]
    bound: Optional[int]
    moved: Optional[int]
    seconds: float
    placements: int

    @property
    def proven(self) -> bool:
        """Whether cost and bound meet."""
        return self.cost is not None and self.cost == self.bound


def minimum(folder: Path, plan: Dict[str, Any], seconds: float, threads: int) -> Minimum:
    """The least unplaced, then the least cost."""
    clock = Clock(seconds)
    table = undominated(admitted(enumerated(Workspace(folder), plan)))
    model = compiled(table)
    outcome = mip(model, clock, threads)
    if outcome.columns is None:
        return Minimum(None, None, outcome.bound, None, clock.spent, model.placements)
    picked = np.flatnonzero(np.round(outcome.columns[:model.placements]) >= 1)
    return Minimum(model.level(model.priority, outcome.columns),
                   sum(model.parts(outcome.columns).values()), outcome.bound,
                   int((table.moved[picked] > 0).sum()), clock.spent, model.placements)
