#!/usr/bin/env python3
"""Judge a Muster plan: python3 judge.py WORKSPACE PLAN.json [--now ISO] [--strict]

Written from the specification alone and sharing nothing with the planner. It recomputes from the
workspace and the plan's JSON which activities exist, whether a hard rule is broken and what the
plan costs, compares that with what the plan states, and prints a verdict as JSON. Exit status: 0 if
nothing is broken and everything agrees, 1 if not, 2 if the input cannot be read. The workspace is
taken to be valid: finding its mistakes is the work of `muster check`.

With --strict a plan must also hold every key of the machine output's form and number its
occurrences by their days; without it a level or a part that is not told counts as told 0.

Where the specification leaves room, the most literal reading was taken:

 1. Without `for` a requirement, campaign or deadline is for every community; without `hours` an
    activity lies in 00:00-24:00, with `start` wherever that puts it. Ranges that touch are not
    joined. Of an hour that the clock shows twice the first is meant, and while an activity lasts
    every minute that the clock shows must lie in the range.
 2. Scenario words in `types` and `venue` may be written in Chinese too; roles are compared as is.
 3. A span makes activities by `dates` and `days` alone; holidays do not count there. Weeks are
    clipped to the period, months and quarters are whole, also outside it.
 4. In a holiday calendar CANCELLED and TRANSPARENT do not matter. Tables in XLSX, and tables
    without ids, are not read.
 5. An event whose TZID is unknown takes X-WR-TIMEZONE, else is skipped.
 6. "The placement that is published" is its day, start, venue and teams together; so is `or`.
 7. `blocking` also qualifies the organizer's activities and joint ones in the rule `community`.
 8. The quiet week asks only the rule `placement` of its "allowed placement" (so `now` and notices,
    but no pin and no freeze) and leaves cancelled activities out. A team with fewer crews than the
    role takes allows no placement there, but what is placed so breaks the rule `team` alone.
 9. Order: B is the community's own if the requirement makes any there, cancelled or not; for a
    joint A so for each of its communities. Spans are compared after that. `apart` holds for the
    organizer's occurrences and across venues too.
10. `freeze` bars nothing once `now` is after the period, as nothing is frozen then. "Never
    published" has no entry in `base`, not even one without `start`.
11. Make-up: the working days after the day in `displaced`, up to and with the new day, are counted.
    What a block of `blocks` forbids where it is published must be in `displaced`, unless it is
    fixed or overrides `placement`.
12. `fixed` holds done and frozen ones to their base, unless they override `fixed`: then, as pinned
    ones, to the values that it tells. An entry `or` of null is a placement of none: standing there
    is to be unplaced, and any way from there costs 0.
13. Fixed, in "broken among fixed activities alone", are done and frozen ones without `or`, not
    pinned ones. `overrides` holds names of rules (what follows a colon or space is text);
    a set over a capacity counts if it is still over without those that override the rule.
14. A task's id has the date from `due` or `every`, or else the one moved by `if-holiday: earlier`.
    Only holidays move it, weekends do not. The owner in JSON is `organizer` or a department's id.
    A task that follows a joint activity has its owner's id in the host's place; when a done one
    was held the plan does not say, so its task may be due on any day.
15. `optimal` may be false when all bounds meet; it may not be true when they do not.
16. A closure that names several scopes of a community fits a joint activity if one of its
    communities fits them all. The host of a group is the first that `base` has as its host.
"""
import argparse
import json
import sys
from pathlib import Path
from typing import Any, Dict, Optional, Sequence

import yaml

from activities import Activity, activities
from case import PARTS
from changes import Changes
from costs import Costs
from listing import Listing
from rules import Rules
from tables import Unreadable, iso, parse_day
from workspace import Workspace

__all__ = ["Activity", "Judge", "Unreadable", "Workspace", "activities", "iso", "main", "parse_day"]

PLAN = ["id", "title", "revision", "now", "score", "activities", "base", "fixed", "displaced",
        "blocks", "campaigns", "tasks"]
SCORE = ["pinnedUnplaced", "pinnedUnplacedBound", "unplaced", "unplacedBound", "cost", "bound",
         "optimal", "parts"]
ACTIVITY = ["id", "requirement", "community", "name", "status", "pinned", "overrides", "sequence"]


class Judge(Listing, Changes, Rules, Costs):
    """One plan against one workspace."""

    def run(self, strict: bool = False) -> Dict[str, Any]:
        """Judge everything; `strict`: the form and the numbers of occurrences too."""
        if strict:
            self.check_form()
            self.check_numbers()
        self.check_listing()
        self.check_tasks()
        self.check_placements()
        self.check_venues_and_teams()
        self.check_communities()
        self.check_order_and_apart()
        self.check_changes()
        self.count_costs()
        self.check_score()
        verdict = self.verdict
        return {"violations": verdict.violations, "pinnedUnplaced": verdict.pinned_unplaced,
                "unplaced": verdict.unplaced, "restored": verdict.restored,
                "cost": sum(verdict.parts.values()), "parts": verdict.parts,
                "agrees": not verdict.disagreements, "disagreements": verdict.disagreements,
                "notes": verdict.notes}

    def check_form(self) -> None:
        """Every key of the machine output is told."""
        score = self.plan["score"]
        for place, told, keys in (("the plan", self.plan, PLAN), ("score", score, SCORE),
                                  ("parts", score.get("parts") or {}, PARTS)):
            missing = [key for key in keys if key not in told]
            if missing:
                self.violation("form", [], f"{place} lacks {', '.join(missing)}")
        for name, entry in self.entries.items():
            missing = [key for key in ACTIVITY if key not in entry]
            if missing:
                self.violation("form", [name], f"lacks {', '.join(missing)}")

    def check_score(self) -> None:
        """The plan's score against ours, level by level."""
        score, verdict = self.plan["score"], self.verdict
        told = {**dict.fromkeys(PARTS, 0), **(score.get("parts") or {})}
        if told != verdict.parts:
            verdict.disagreements.append(f"parts are {verdict.parts}, not {score.get('parts')}")
        levels = {"pinnedUnplaced": (verdict.pinned_unplaced, "pinnedUnplacedBound"),
                  "unplaced": (verdict.unplaced, "unplacedBound"),
                  "cost": (sum(verdict.parts.values()), "bound")}
        met = []
        for level, (ours, bound) in levels.items():
            unsaid = 0 if level == "pinnedUnplaced" else None
            stated, least = score.get(level, unsaid), score.get(bound, unsaid)
            if stated != ours:
                verdict.disagreements.append(f"{level} is {ours}, not {stated}")
            if not isinstance(least, int) or least > ours:
                verdict.disagreements.append(f"{bound} is {least}, over {ours}")
            met.append(least == ours)
        if score.get("optimal") and not all(met):
            verdict.disagreements.append("optimal is stated, but the bounds do not meet")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Judge the plan that the arguments name and print the verdict."""
    parser = argparse.ArgumentParser(description="Judge a Muster plan.")
    parser.add_argument("workspace", type=Path)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--now", help="instead of the plan's own")
    parser.add_argument("--strict", action="store_true", help="every key must be told")
    options = parser.parse_args(arguments)
    try:
        plan = json.loads(options.plan.read_text(encoding="utf-8"))
        verdict = Judge(Workspace(options.workspace), plan, options.now).run(options.strict)
    except (Unreadable, OSError, LookupError, TypeError, ValueError, yaml.YAMLError) as error:
        print(f"cannot be judged: {error!r}", file=sys.stderr)
        return 2
    json.dump(verdict, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0 if not verdict["violations"] and verdict["agrees"] else 1


if __name__ == "__main__":
    sys.exit(main())
