"""A solution as the plan's JSON of `muster plan --format json`."""
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, List, Optional

import numpy as np

from .levels import Outcome
from .model import Model
from .placements import Placements
from .reading import DAY

FACTS = ("now", "base", "fixed", "displaced", "blocks")


def document(model: Model, outcome: Outcome) -> Dict[str, Any]:
    """The plan of an outcome, its score as the model counts it."""
    table, columns = model.table, outcome.columns
    at = numbered(table, chosen(table, columns))
    parts = model.parts(columns)
    pinned, unplaced = (model.level(level, columns) for level in (model.pinned, model.priority))
    cost, bound = sum(parts.values()), outcome.bound or 0
    score = {"pinnedUnplaced": pinned, "pinnedUnplacedBound": outcome.pinned_bound,
             "unplaced": unplaced, "unplacedBound": outcome.unplaced_bound, "cost": cost,
             "bound": bound, "parts": parts,
             "optimal": (outcome.pinned_bound, outcome.unplaced_bound, bound)
             == (pinned, unplaced, cost)}
    given = {"now": None, "base": {}, "fixed": [], "displaced": {}, "blocks": [],
             **{key: table.judge.plan[key] for key in FACTS if key in table.judge.plan}}
    cancelled = [entry for name, entry in table.judge.entries.items()
                 if table.judge.cancelled(name)]
    return {"id": table.workspace.plan["id"], "title": table.workspace.plan.get("title", ""),
            "revision": 0, "score": score, **given,
            "activities": [entry(table, name, column) for name, column in at.items()] + cancelled,
            "campaigns": [], "tasks": []}


def chosen(table: Placements, columns: np.ndarray) -> Dict[str, Optional[int]]:
    """Each activity's column; those of a group in the order of their days and starts."""
    picked = np.flatnonzero(np.round(columns[:len(table.group)]) >= 1)
    at: Dict[str, Optional[int]] = {name: None for group in table.groups for name in group.ids}
    taken: Counter = Counter()
    for column in picked[np.lexsort((table.start[picked], table.day[picked]))].tolist():
        group = table.group[column]
        at[table.groups[group].ids[taken[group]]] = column
        taken[group] += 1
    return at


def numbered(table: Placements, at: Dict[str, Optional[int]]) -> Dict[str, Optional[int]]:
    """Occurrences that could take each other's place in the order of their days, too."""
    judge, series = table.judge, defaultdict(list)
    for name in at:
        if name not in judge.based and name not in judge.fixed:
            series[judge.activities[name].series].append(name)
    found = dict(at)
    for names in series.values():
        ordered = sorted((at[name] for name in names), key=lambda column: (
            column is None, 0 if column is None else table.begins[column]))
        found.update(zip(names, ordered))
    return found


def entry(table: Placements, name: str, column: Optional[int]) -> Dict[str, Any]:
    """One activity; `column` is its placement."""
    activity, need = table.judge.activities[name], table.judge.need(name)
    told: Dict[str, Any] = {"id": name, "requirement": need.id, "community": activity.owner,
                            "name": need.name}
    if column is not None:
        venue, teams = table.places[table.where[column]]
        told |= {"start": moment(table, table.begins[column]),
                 "end": moment(table, table.ends[column]),
                 **({"venue": venue} if venue else {}), "teams": dict(teams)}
    return told | {"status": "unplaced" if column is None else "planned",
                   "pinned": pinned_fields(table, name),
                   "overrides": [], "sequence": 0}


def moment(table: Placements, instant: int) -> str:
    """An instant by the zone's clock, with its offset."""
    day, minute = divmod(int(instant), DAY)
    utc = datetime.fromordinal(day).replace(tzinfo=timezone.utc) + timedelta(minutes=minute)
    return utc.astimezone(table.workspace.zone).isoformat()


def pinned_fields(table: Placements, name: str) -> List[str]:
    """The fields that a person pinned."""
    return sorted(field for fixing in table.judge.fixed.get(name, ()) if fixing.why == "pinned"
                  for field in fixing.fields)
