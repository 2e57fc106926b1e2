"""Placements that no best plan needs, left out.

A venue without turnaround is private if one community blocks whenever anything is there: that
community's own rule already keeps its activities apart, so the venue needs no rows. Of placements
of one group at the same time with the same teams, one in a private venue beats all that cost no
less; what stands where it stood before a decision that was taken back is kept.
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
            is_blocking = table.need(group).blocking
            blocked = set(table.groups[group].communities) if is_blocking else set()
            users[venue] = users.get(venue, blocked) & blocked
    return np.array([venue is None or (bool(users.get(venue))
                                       and not table.workspace.venues[venue].turnaround)
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
    return table.kept(kept | table.restores)
