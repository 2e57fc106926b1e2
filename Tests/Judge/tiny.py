"""Tiny workspaces and plans, to judge by hand.

In June 2024 the 3rd and the 10th are Mondays; reporting weeks end on Thursday the 6th and the 13th.
"""
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List, Optional, Union

import judge

HEAD = """
muster: 1
id: tiny
title: Tiny
organizer: { name: Office }
period: { from: 2024-06-03, to: 2024-06-13 }
"""
COMMUNITIES = "id,name,kind,area,population,hazards\nc1,C,urban,a1,1000,fire\nc2,D,rural,a1,250,\n"
VENUES = """id,name,types,community,capacity,hours,days
hall,H,hall,,100,08:00-18:00,any
sq1,S,square,c1,,,
sq2,S,square,c2,,,
"""
TEAMS = """id,name,role,crews,turnaround,covers,hours,days
f1,F,fire,1,60,a1,08:00-17:00,workdays
f2,F,fire,2,0,c2,,any
"""
Entry = Dict[str, Any]


def at(name: str, start: Optional[str], /, minutes: int = 60, venue: Optional[str] = None,
       **more: Any) -> Entry:
    """An activity of the plan's JSON, `start` as `03T09:00` in June; unplaced without one."""
    teams = {key: value for key, value in more.items() if key in ("fire", "medical")}
    owner, requirement = name.split("/")[:2]
    entry: Entry = {"id": name, "requirement": requirement, "community": owner, "name": "N",
                    "status": "planned" if start else "unplaced", "pinned": [], "overrides": [],
                    "sequence": 0}
    if start:
        day, hour, minute = int(start[:2]), int(start[3:5]), int(start[6:8])
        total = day * 1440 + hour * 60 + minute + minutes
        end = f"{total // 1440:02}T{total % 1440 // 60:02}:{total % 60:02}"
        entry.update(start=f"2024-06-{start}:00+08:00", end=f"2024-06-{end}:00+08:00",
                     venue=venue, teams=teams)
    entry.update({key: value for key, value in more.items() if key not in teams})
    return entry


def base(*entries: Entry) -> Dict[str, Entry]:
    """The entries as the plan's `base`."""
    return {e["id"]: {key: e[key] for key in ("start", "venue", "teams")} for e in entries}


class JudgeCase(unittest.TestCase):
    """Writes a workspace into a folder of its own and judges a plan against it."""

    def workspace(self, yaml: str, **files: Union[str, bytes]) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="judge"))
        self.addCleanup(lambda: [p.unlink() for p in folder.iterdir()] and folder.rmdir())
        texts = {"communities": COMMUNITIES, "venues": VENUES, "teams": TEAMS, **files}
        for name, text in texts.items():
            path = folder / (name.replace("_", ".") if "_" in name else f"{name}.csv")
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        (folder / "plan.yaml").write_text(HEAD + yaml, encoding="utf-8")
        return folder

    def judged(self, yaml: str, *entries: Entry, files: Optional[Dict[str, Any]] = None,
               **document: Any) -> Dict[str, Any]:
        plan = {"id": "tiny", "activities": list(entries), "score": {}, **document}
        folder = self.workspace(yaml, **(files or {}))
        return judge.Judge(judge.Workspace(folder), plan, None).run()

    def rules(self, *arguments: Any, **keywords: Any) -> List[str]:
        return [found["rule"] for found in self.judged(*arguments, **keywords)["violations"]]

    def faults(self, *arguments: Any, **keywords: Any) -> List[str]:
        return [found["what"] for found in self.judged(*arguments, **keywords)["violations"]]


def need(extra: str = "", name: str = "x", wanted: str = "{ communities: [c1] }") -> str:
    """A requirement of one hour that makes `c1/x`, unless told otherwise."""
    return f"  - {{ id: {name}, name: N, for: {wanted}, duration: 60min, {extra} }}\n"


ONE = "requirements:\n" + need()
TWO = ONE + need(name="y")
NOW = "2024-06-04T08:00:00+08:00"


def calendar(*events: str) -> str:
    """A calendar of events, each given as its lines apart from the UID."""
    blocks = [f"BEGIN:VEVENT\nUID:{n}\n{event.strip()}\nEND:VEVENT\n"
              for n, event in enumerate(events)]
    text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(blocks) + "END:VCALENDAR\n"
    return text.replace("\n", "\r\n")
