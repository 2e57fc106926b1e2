"""Placements that no best plan needs, left out.

A venue is private if every activity that could be there blocks the same community: that
community's own rule already keeps them apart, so the venue needs no rows. Of placements of one
group at the same time with the same teams, one in a private venue beats all that cost no less.
"""
from typing import Dict, Set

import numpy as np

from .placements import Placements


def private_venues(table: Placements) -> np.ndarray:
    """(places,): whether the place's venue is private; True where there is no venue."""
    users: Dict[str, Set[str]] = {}
    for group, where in np.unique(np.stack([table.group, table.where]), axis=1).T:
        venue = table.places[where][0]
        if venue is not None:
            owner = table.groups[group].owner
            users.setdefault(venue, set()).add(owner if table.need(group).blocking else "")
    return np.array([venue is None or (len(users.get(venue, ())) == 1 and "" not in users[venue])
                     for venue, _ in table.places], bool)


def undominated(table: Placements) -> Placements:
    """Without the placements that a private venue's beats; of equals the first stays."""
    if not len(table.group):
        return table
    teams: Dict[tuple, int] = {}
    team = np.array([teams.setdefault(t, len(teams)) for _, t in table.places])[table.where]
    private = private_venues(table)[table.where]
    _, cell = np.unique(np.stack([table.group, table.day, table.start, team]), axis=1,
                        return_inverse=True)
    # Cheapest first within a cell, a private one before a shared one of the same cost.
    order = np.lexsort((~private, table.cost, cell))
    place = np.arange(len(order))
    ranked = np.where(private[order], place, len(order))
    begins = np.flatnonzero(np.r_[True, np.diff(cell[order]) > 0])
    best = np.repeat(np.minimum.reduceat(ranked, begins), np.diff(np.r_[begins, len(order)]))
    kept = np.zeros(len(order), bool)
    kept[order] = place <= best
    return table.kept(kept)
