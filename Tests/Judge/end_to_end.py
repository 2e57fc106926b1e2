#!/usr/bin/env python3
"""Judge what a planner makes: python3 end_to_end.py MUSTER [--seeds 0-19] [--features a,b]

For each seed it writes a random workspace, plans it, and then decides at random, step by step as
the days go by: moves, pins, blocks, cancels, undoes, records as done. After each step it replans, first
dry; the two must be alike, and the judge must find the plan valid and its score right. Nothing is
skipped: what the program refuses is counted by its words, what it cannot read fails. `--features`
leaves out what a program lacks. Exit status: 0 if all agreed and each kind of decision was made at
least once, else 1.
"""
import argparse
import json
import math
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Sequence

from brute import Brute
from judge import Judge, Workspace
from random_workspaces import FEATURES, drawn, write

Plan = Dict[str, Any]
BECAUSE = ("--reason", "other", "--words", "drawn")


class Failure(Exception):
    """A step whose outcome is wrong."""


class Office:
    """One workspace over time, and who decides about it."""

    def __init__(self, muster: Path, folder: Path, seed: int, options: argparse.Namespace) -> None:
        self.muster, self.folder, self.draw = muster, folder, random.Random(seed)
        self.options, self.seen = options, Counter()
        self.decisions: List[str] = []
        self.drawn = drawn(seed, options.features, options.size)
        write(self.drawn, folder, seed)
        self.space = Workspace(folder)
        first = datetime.fromisoformat(self.drawn["plan"]["period"]["from"]).replace(
            tzinfo=self.space.zone)
        self.now = first - timedelta(days=self.draw.choice([0, 1, 5]))
        self.plan: Plan = {}

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """A command at the present time; raises Failure where it ends as by a bug."""
        told = subprocess.run(
            [self.muster, *arguments, "-C", self.folder, "--now", self.now.isoformat(),
             "--language", "en"], capture_output=True, text=True, timeout=self.options.limit)
        if told.returncode not in (0, 1, 64, 65, 66) or "Fatal error" in told.stderr:
            raise Failure(f"{' '.join(arguments)}: status {told.returncode}: {told.stderr[-600:]}")
        return told

    def planned(self, *more: str) -> Plan:
        """A plan of the program, as its JSON."""
        told = self.run("plan", "--format", "json", *more)
        if told.returncode not in (0, 1):
            raise Failure(f"plan: status {told.returncode}: {told.stderr[-600:]}")
        plan = json.loads(told.stdout)
        left_out = any(entry["status"] == "unplaced" for entry in plan["activities"])
        if told.returncode != (1 if left_out else 0):
            raise Failure(f"plan: status {told.returncode} where unplaced is {left_out}")
        return plan

    def replan(self) -> None:
        """Plan dry and for good, compare, and judge."""
        dry, plan = self.planned("--dry-run"), self.planned()
        for what in ("score", "base", "fixed", "displaced", "blocks"):
            if dry.get(what) != plan.get(what):
                raise Failure(f"{what} differs: dry {dry.get(what)}, then {plan.get(what)}")
        for one, other in zip(dry["activities"], plan["activities"]):
            same = [key for key in ("id", "start", "end", "venue", "teams", "status")
                    if one.get(key) != other.get(key)]
            if same:
                raise Failure(f"{other['id']} differs in {same}: dry {one}, then {other}")
        self.judge(plan, "plan")
        if self.options.best:
            self.compare(plan)
        self.plan = plan
        self.judge(json.loads(self.run("show", "--format", "json").stdout), "show")

    def judge(self, plan: Plan, what: str) -> None:
        """The judge's word on a plan; raises Failure with the plan kept beside the workspace."""
        verdict = Judge(self.space, plan, None).run(strict=self.options.strict)
        self.seen.update([f"judged {what}"])
        self.seen.update(["optimal"] * bool(plan["score"].get("optimal"))
                         + ["with something unplaced"] * bool(verdict["unplaced"])
                         + ["with a pin left out"] * bool(verdict["pinnedUnplaced"])
                         + ["restored"] * verdict["restored"])
        self.seen.update(f"cost: {part}" for part, cost in verdict["parts"].items() if cost)
        if verdict["violations"] or verdict["disagreements"]:
            text = json.dumps(plan, ensure_ascii=False, indent=1)
            (self.folder / f"{what}.json").write_text(text, encoding="utf-8")
            raise Failure(f"{what}: {verdict['violations'][:3]} {verdict['disagreements'][:3]}")

    def compare(self, plan: Plan) -> None:
        """Brute force's word: no plan is better than a proven one or than a bound."""
        cancelled = [entry for entry in plan["activities"] if entry["status"] == "cancelled"]
        brute = Brute(self.drawn, {**plan, "activities": cancelled})
        if math.prod(len(spots) for _, spots in brute.choices()) > 30_000:
            self.seen.update(["too large for brute force"])
            return
        best, score = brute.best(), plan["score"]
        stated = tuple(score[key] for key in ("pinnedUnplaced", "unplaced", "cost"))
        bounds = tuple(score[key + "Bound"] for key in ("pinnedUnplaced", "unplaced"))
        if stated < best[:3] or (score["optimal"] and stated != best[:3]) or any(
                bound > least for bound, least in zip(bounds, best) if stated[:1] == best[:1]) or (
                stated[:2] == best[:2] and score["bound"] > best.cost):
            raise Failure(f"states {score}, the best is {best}")
        self.seen.update(["best" if stated == best[:3] else "not the best, nor proven"])

    # Decisions

    def pick(self, test: Callable[[Plan], bool] = bool) -> Optional[str]:
        """A random activity of the plan that passes the test."""
        found = [entry["id"] for entry in self.plan["activities"] if test(entry)]
        return self.draw.choice(found) if found else None

    def move(self) -> Optional[Sequence[str]]:
        name = self.pick(lambda entry: entry["status"] in ("planned", "unplaced"))
        if name is None:
            return None
        judge = Judge(self.space, self.plan, self.now.isoformat())
        activity, need = judge.activities[name], judge.need(name)
        allowed = [where for where in judge.candidates(activity, sorted(need.dates))
                   if not judge.faults(activity, where)]
        if allowed and self.draw.random() < 0.8:
            where = self.draw.choice(allowed)
            day, minute = datetime.fromordinal(where.day), where.minute
        else:
            day = datetime.fromordinal(self.draw.choice(sorted(need.dates)))
            minute = need.start if need.start is not None else 60 * self.draw.choice([1, 8, 9, 10])
        to = (day + timedelta(minutes=minute)).isoformat()[:16]
        return ("move", name, "--to", to, *BECAUSE)

    def pin(self) -> Optional[Sequence[str]]:
        name = self.pick(lambda entry: entry["status"] == "planned")
        flags = self.draw.choice([(), ("--date",), ("--date", "--time"), ("--teams",)])
        return None if name is None else ("pin", name, *flags, *BECAUSE)

    def block(self) -> Optional[Sequence[str]]:
        placed = self.pick(lambda entry: bool(entry.get("start")))
        entry = next(e for e in self.plan["activities"] if e["id"] == placed) if placed else None
        if entry is None:
            return None
        community = entry["community"]
        scopes = [(), ("--community", community)]
        scopes += [("--team", team) for team in entry["teams"].values()]
        scopes += [("--venue", entry["venue"])] if entry.get("venue") else []
        return ("block", "--dates", entry["start"][:10], *self.draw.choice(scopes), *BECAUSE)

    def cancel(self) -> Optional[Sequence[str]]:
        name = self.pick(lambda entry: entry["status"] in ("planned", "unplaced"))
        return None if name is None else ("cancel", name, *BECAUSE)

    def undo(self) -> Optional[Sequence[str]]:
        if not self.decisions:
            return None
        number = self.decisions.pop(self.draw.randrange(len(self.decisions)))
        return ("undo", "--decision", number, *BECAUSE)

    def done(self) -> Optional[Sequence[str]]:
        name = self.pick(lambda entry: bool(entry.get("end")) and entry["status"] != "done"
                         and datetime.fromisoformat(entry["end"]) < self.now)
        return None if name is None else ("done", name, "--people", "5")

    def decide(self) -> None:
        """One decision of a random kind; what is refused is counted with its words."""
        kind = self.draw.choice(KINDS)
        command = getattr(self, kind)()
        if command is None:
            self.seen.update([f"{kind}: nothing to do it to"])
            return
        told = self.run(*command)
        if told.returncode == 0:
            self.seen.update([f"{kind}: made"])
            number = re.search(r"decision (\d+)", told.stdout)
            if number and kind != "undo":
                self.decisions.append(number.group(1))
            return
        lines = told.stderr.strip().split("\n")
        error = next((line for line in lines if line.startswith("Error")), lines[0])
        words = re.sub(r"[\w\-/]*\d[\w:\-/]*", "#", error)
        self.seen.update([f"{kind}: refused: {words[:90]}"])

    def live(self) -> None:
        """All steps."""
        self.replan()
        for _ in range(self.options.steps):
            self.now += timedelta(hours=self.draw.choice([0, 0, 1, 24, 48]))
            for _ in range(self.draw.choice([1, 1, 2])):
                self.decide()
            self.replan()


KINDS = ("move", "pin", "block", "cancel", "undo", "done")


def main() -> int:
    """Run the seeds that the arguments name and print what was seen."""
    parser = argparse.ArgumentParser(description="Judge what a planner makes.")
    parser.add_argument("muster", type=Path)
    parser.add_argument("--seeds", default="0-19", help="first and last, default 0-19")
    parser.add_argument("--steps", type=int, default=6, help="steps of a seed, default 6")
    parser.add_argument("--size", type=int, default=2, help="of workspaces, default 2; 1 is tiny")
    parser.add_argument("--features", default=",".join(FEATURES),
                        help=f"of workspaces, default all: {','.join(FEATURES)}")
    parser.add_argument("--limit", type=float, default=120, help="seconds a command, default 120")
    parser.add_argument("--keep", type=Path, help="a folder to keep what failed in")
    parser.add_argument("--best", action="store_true",
                        help="compare with brute force where a workspace is small enough: --size 1")
    parser.add_argument("--strict", action=argparse.BooleanOptionalAction, default=True,
                        help="whether every key of the form must be told, and numbers run by days")
    options = parser.parse_args()
    options.features = [name for name in options.features.split(",") if name]
    unknown = set(options.features) - set(FEATURES)
    if unknown:
        parser.error(f"no features: {', '.join(sorted(unknown))}")
    first, last = map(int, (options.seeds.split("-") * 2)[:2])
    seen: Counter = Counter()
    failures: Dict[int, str] = {}
    for seed in range(first, last + 1):
        with tempfile.TemporaryDirectory() as place:
            folder = (options.keep or Path(place)) / f"seed-{seed}"
            office = Office(options.muster.resolve(), folder, seed, options)
            try:
                office.live()
            except (Failure, subprocess.TimeoutExpired, ValueError, LookupError) as error:
                failures[seed] = f"{type(error).__name__}: {error}"
            seen.update(office.seen)
    never = [kind for kind in KINDS if not seen[f"{kind}: made"]]
    json.dump({"seen": dict(sorted(seen.items())), "never made": never, "failures": failures},
              sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 1 if failures or never else 0


if __name__ == "__main__":
    sys.exit(main())
