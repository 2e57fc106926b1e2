"""Random facts that a plan is made from: now, and what is published, fixed, blocked, cancelled."""
import random
from typing import Any, Dict, List, Optional

from brute import Brute, Spot, Thing
from random_workspaces import Drawn

FIELDS = ["day", "start", "venue", "teams"]
Facts = Dict[str, Any]


def told(brute: Brute, spot: Spot) -> Dict[str, Any]:
    """A spot as the plan's JSON tells it."""
    start = brute.instant(spot.day, spot.minute).astimezone(brute.zone).isoformat()
    return {"start": start, "venue": spot.venue, "teams": dict(spot.teams)}


def facts(workspace: Drawn, seed: int) -> Facts:
    """The facts of a seed; none for a first plan in a quarter of them."""
    draw = random.Random(seed)
    if draw.random() < 0.25:
        return {}
    plain = Brute(workspace, {})
    days = plain.period
    now = plain.instant(draw.choice(days[:4]), draw.choice([0, 60 * 8])).astimezone(plain.zone)
    found: Facts = {"now": now.isoformat(), "base": {}, "fixed": [], "displaced": {}, "blocks": [],
                    "activities": []}
    if draw.random() < 0.4:
        found["blocks"] = [{"dates": [draw.choice(days)], "hours": draw.choice(
            ["00:00-24:00", "08:00-09:00"]), "reason": "storm", **draw.choice(
                [{}, {"communities": ["c1"]}, {"teams": ["f1"]}, {"venues": ["h1"]}])}]
    for thing in plain.things.values():
        entry = published(plain, thing, draw)
        if entry is not None:
            found["base"][thing.id] = entry
        elif draw.random() < 0.1:
            found["activities"].append(cancelled(plain, thing))
    fix(workspace, found, draw)
    return found


def published(brute: Brute, thing: Thing, draw: random.Random) -> Optional[Dict[str, Any]]:
    """Its entry in the base, if it has one."""
    spots = brute.spots(thing, False)
    roll = draw.random()
    if roll > 0.7 or not spots:
        return None
    entry = told(brute, draw.choice(spots)) if roll < 0.55 else {}
    if draw.random() < 0.35:
        entry["or"] = told(brute, draw.choice(spots)) if draw.random() < 0.7 else None
    return entry


def cancelled(brute: Brute, thing: Thing) -> Dict[str, Any]:
    """Its entry in the plan."""
    return {"id": thing.id, "requirement": thing.need, "community": thing.owner,
            "name": brute.needs[thing.need]["name"], "status": "cancelled", "pinned": [],
            "overrides": [], "sequence": 0}


def fix(workspace: Drawn, found: Facts, draw: random.Random) -> None:
    """Add what is done, frozen, displaced and pinned."""
    brute = Brute(workspace, found)
    stood = {name: brute.stood(name) for name in found["base"] if brute.stood(name)}
    for name, spot in stood.items():
        if brute.now and brute.instant(spot.day, spot.minute) < brute.now and draw.random() < 0.4:
            found["base"][name].pop("or", None)
            found["fixed"].append({"id": name, "why": "done", "fields": FIELDS,
                                   **told(brute, spot)})
    done = {entry["id"] for entry in found["fixed"]}
    frozen = {name for name in stood if name not in done and brute.is_frozen(name)}
    held = {name: stood[name] for name in done | frozen}
    for name in sorted(frozen):
        if "or" in found["base"][name] and (draw.random() < 0.5 or brute.clash(held, name)):
            del found["base"][name]["or"]
        found["fixed"].append({"id": name, "why": "frozen", "fields": FIELDS,
                               **told(brute, stood[name])})
    for name, spot in stood.items():
        is_hit = any(brute.shuts(block, brute.things[name], spot) for block in found["blocks"])
        if name not in done and (is_hit or (name not in frozen and draw.random() < 0.15)):
            found["displaced"][name] = spot.day if is_hit else draw.choice(brute.period)
    for thing in brute.active:
        if thing.id not in held and draw.random() < 0.3:
            pin(brute, thing, found, draw)


def pin(brute: Brute, thing: Thing, found: Facts, draw: random.Random) -> None:
    """A person's pin, mostly on something that is allowed."""
    spots = brute.spots(thing) if draw.random() < 0.8 else brute.everywhere(thing)
    spots = [spot for spot in spots
             if brute.shown(brute.instant(spot.day, spot.minute)) == (spot.day, spot.minute)]
    if spots:
        fields: List[str] = draw.choice([FIELDS, ["day"], ["day", "start"], ["venue"], ["teams"]])
        found["fixed"].append({"id": thing.id, "why": "pinned", "fields": fields,
                               **told(brute, draw.choice(spots))})
