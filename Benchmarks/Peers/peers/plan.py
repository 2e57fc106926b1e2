"""A solution as the plan's JSON of `muster plan --format json`."""
from collections import Counter
from datetime import datetime, timedelta
from typing import Any, Dict, Optional

import numpy as np

from .model import Model
from .placements import Placements


def document(model: Model, columns: np.ndarray, unplaced_bound: int,
             bound: int) -> Dict[str, Any]:
    """The plan of a solution's columns, its score as the model counts it."""
    table, picked = model.table, np.flatnonzero(np.round(columns[:model.placements]) >= 1)
    at: Dict[str, Optional[int]] = {name: None for group in table.groups for name in group.ids}
    taken: Counter = Counter()
    for column in picked[np.lexsort((table.start[picked], table.day[picked]))].tolist():
        group = table.group[column]
        at[table.groups[group].ids[taken[group]]] = column
        taken[group] += 1
    parts = model.parts(columns)
    unplaced, cost = model.unplaced(columns), sum(parts.values())
    score = {"unplaced": unplaced, "unplacedBound": unplaced_bound, "cost": cost, "bound": bound,
             "parts": parts, "optimal": unplaced_bound == unplaced and bound == cost}
    return {"id": table.workspace.plan["id"], "title": table.workspace.plan.get("title", ""),
            "revision": 0, "score": score, "base": {}, "fixed": [], "blocks": [],
            "activities": [entry(table, name, column) for name, column in at.items()],
            "campaigns": [], "tasks": []}


def entry(table: Placements, name: str, column: Optional[int]) -> Dict[str, Any]:
    """One activity; `column` is its placement."""
    activity, need = table.judge.activities[name], table.judge.need(name)
    told: Dict[str, Any] = {"id": name, "requirement": need.id, "community": activity.owner,
                            "name": need.name}
    if column is not None:
        midnight = datetime.fromordinal(int(table.day[column]))
        start = midnight + timedelta(minutes=int(table.start[column]))
        end = start + timedelta(minutes=need.duration)
        zone, (venue, teams) = table.workspace.zone, table.places[table.where[column]]
        told |= {"start": start.replace(tzinfo=zone).isoformat(),
                 "end": end.replace(tzinfo=zone).isoformat(),
                 **({"venue": venue} if venue else {}), "teams": dict(teams)}
    return told | {"status": "unplaced" if column is None else "planned", "pinned": [],
                   "overrides": [], "sequence": 0}
