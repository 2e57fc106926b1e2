"""What goes wrong in a month, each drawn at random, as a person would tell Muster of it."""
import csv
import random
import re
from pathlib import Path
from typing import Any, Callable, Dict, List

Commands = List[List[str]]
"""Muster's arguments, one command after the other; none where the workspace itself changed."""

DAYS = range(10, 21)


def table(folder: Path, name: str) -> List[Dict[str, str]]:
    """The rows of a table."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def coming(plan: Dict[str, Any]) -> List[Dict[str, Any]]:
    """What the published plan holds on the days that disruptions fall on."""
    return [entry for entry in plan["activities"] if entry.get("start")
            and int(entry["start"][8:10]) in DAYS]


def venue_out(folder: Path, plan: Dict[str, Any], draw: random.Random) -> Commands:
    """A venue that something is held in is out for that day."""
    held = draw.choice([entry for entry in coming(plan) if entry.get("venue")])
    return [["block", "--dates", held["start"][:10], "--venue", held["venue"], "--reason",
             "venue-lost"]]


def team_out(folder: Path, plan: Dict[str, Any], draw: random.Random) -> Commands:
    """A team that goes out is away for that day."""
    held = draw.choice([entry for entry in coming(plan) if entry.get("teams")])
    return [["block", "--dates", held["start"][:10], "--team",
             draw.choice(sorted(held["teams"].values())), "--reason", "team-called-away"]]


def storm(folder: Path, plan: Dict[str, Any], draw: random.Random) -> Commands:
    """An area calls everything off for a week."""
    area = draw.choice(sorted({row["area"] for row in table(folder, "communities.csv")}))
    first = draw.choice(DAYS[:4])
    return [["block", "--dates", f"2024-06-{first}..2024-06-{first + 6}", "--area", area,
             "--reason", "storm"]]


def moved(folder: Path, plan: Dict[str, Any], draw: random.Random) -> Commands:
    """Somebody wants a drill at another of its allowed times; `?` is chosen by `options`."""
    held = draw.choice([entry for entry in coming(plan) if entry.get("teams")])
    return [["move", held["id"], "--to", "?", "--reason", "ordered-from-above"]]


def new_requirement(folder: Path, plan: Dict[str, Any], draw: random.Random) -> Commands:
    """The villages of an area get one drill more."""
    area = draw.choice(sorted({row["area"] for row in table(folder, "communities.csv")}))
    file = folder / "plan.yaml"
    entry = (f"  - {{ id: extra, kind: drill, name: 加练, for: {{ areas: [{area}], kind: rural }}, "
             "duration: 60min, dates: 2024-06-10..2024-06-25, hours: \"08:00-12:00;14:00-18:00\", "
             "venue: [square], teams: { supervisors: 1 } }\n")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("requirements:\n", "requirements:\n" + entry, 1),
                    encoding="utf-8")
    return []


def new_community(folder: Path, plan: Dict[str, Any], draw: random.Random) -> Commands:
    """A village is added, with a square of its own."""
    rows = [row for row in table(folder, "communities.csv") if row["kind"] == "rural"]
    like = draw.choice(rows)
    squares = [row for row in table(folder, "venues.csv") if row["community"] == like["id"]]
    append(folder / "communities.csv", {**like, "id": "new-village", "name": "新村"})
    for number, square in enumerate(squares):
        append(folder / "venues.csv",
               {**square, "id": f"new-square{number}", "community": "new-village"})
    return []


def longer(folder: Path, plan: Dict[str, Any], draw: random.Random) -> Commands:
    """The drills at scenic spots take half an hour longer."""
    file = folder / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    found = re.search(r"(id: scenic,.*?duration: )(\d+)min", text, re.S)
    if found is None:
        raise ValueError(f"{file}: no scenic drill with a duration")
    longer_text = f"{found[1]}{int(found[2]) + 30}min"
    file.write_text(text.replace(found[0], longer_text, 1), encoding="utf-8")
    return []


def append(file: Path, row: Dict[str, str]) -> None:
    """One row more."""
    with file.open("a", encoding="utf-8", newline="") as out:
        csv.DictWriter(out, list(row)).writerow(row)


KINDS: Dict[str, Callable[[Path, Dict[str, Any], random.Random], Commands]] = {
    "venue-out": venue_out, "team-out": team_out, "storm": storm, "pinned-elsewhere": moved,
    "new-requirement": new_requirement, "new-community": new_community, "longer": longer}
