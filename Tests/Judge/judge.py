#!/usr/bin/env python3
"""Judge a Muster plan: python3 judge.py WORKSPACE PLAN.json [--now ISO]

Written from the specification alone and sharing nothing with the planner. It recomputes from the
workspace and the plan's JSON which activities exist, whether a hard rule is broken and what the
plan costs, compares that with what the plan states, and prints a verdict as JSON. Exit status: 0 if
nothing is broken and everything agrees, 1 if not, 2 if the input cannot be read. The workspace is
taken to be valid: finding its mistakes is the work of `muster check`.

Where the specification leaves room, the most literal reading was taken:

 1. Without `for` a requirement, campaign or deadline is for every community; without `hours` an
    activity lies in 00:00-24:00. Ranges of hours that touch are not joined.
 2. Scenario words in `types` and `venue` may be written in Chinese too; roles are compared as is.
 3. A week makes activities by `dates` and `days` alone; holidays do not count there.
 4. A holiday calendar's timed events are ignored; CANCELLED and TRANSPARENT matter to closures
    alone.
 5. An event whose TZID is unknown takes X-WR-TIMEZONE, else is skipped.
 6. "The placement that is published" is its day, start, venue and teams together.
 7. `blocking` also qualifies the organizer's activities in the rule `community`.
 8. The quiet week asks only the rule `placement` of its "allowed placement" (so `now` and notices,
    but no pin and no freeze) and leaves cancelled activities out. Weeks are clipped to the period.
 9. Order: B is the community's own if the requirement makes any there, cancelled or not. The week
    is compared after that. `apart` holds for the organizer's occurrences and across venues too.
10. `freeze` bars nothing once `now` is after the period, as nothing is frozen then.
11. Make-up: the working days after the published day, up to and with the new day, are counted; an
    activity is displaced if a block of the plan's `blocks` forbids its placement in `base`.
12. The JSON does not hold what a pin asks for, so a pinned value is not verified; a published
    activity that `fixed` lists as pinned, or that overrides `fixed`, is not held to its placement.
13. Fixed, in "broken among fixed activities alone", are done and frozen ones, and those whose four
    fields are all pinned. `overrides` holds names of rules (what follows a colon or space is text);
    a set over a capacity counts if it is still over without those that override the rule.
14. A task's id has the date from `due` or `every`, or else the one moved by `if-holiday: earlier`.
    Only holidays move it, weekends do not. The owner in JSON is `organizer` or a department's id.
15. `optimal` may be false when both bounds meet; it may not be true when they do not.
"""
import argparse
import json
import sys
from pathlib import Path
from typing import Any, Dict, Optional, Sequence

import yaml

from activities import Activity, activities
from changes import Changes
from costs import Costs
from listing import Listing
from rules import Rules
from tables import Unreadable, iso, parse_day
from workspace import Workspace

__all__ = ["Activity", "Judge", "Workspace", "activities", "iso", "main", "parse_day"]


class Judge(Listing, Changes, Rules, Costs):
    """One plan against one workspace."""

    def run(self) -> Dict[str, Any]:
        """Judge everything."""
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
        return {"violations": verdict.violations, "unplaced": verdict.unplaced,
                "cost": sum(verdict.parts.values()), "parts": verdict.parts,
                "agrees": not verdict.disagreements, "disagreements": verdict.disagreements,
                "notes": verdict.notes}

    def check_score(self) -> None:
        """The plan's score against ours."""
        score, verdict = self.plan["score"], self.verdict
        ours = {"unplaced": verdict.unplaced, "cost": sum(verdict.parts.values())}
        for key, value in ours.items():
            if score.get(key) != value:
                verdict.disagreements.append(f"{key} is {value}, not {score.get(key)}")
        if score.get("parts") != verdict.parts:
            verdict.disagreements.append(f"parts are {verdict.parts}, not {score.get('parts')}")
        met = []
        for bound, key in (("unplacedBound", "unplaced"), ("bound", "cost")):
            if not isinstance(score.get(bound), int) or score[bound] > ours[key]:
                verdict.disagreements.append(f"{bound} is {score.get(bound)}, over {ours[key]}")
            met.append(score.get(bound) == ours[key])
        if score.get("optimal") and not all(met):
            verdict.disagreements.append("optimal is stated, but the bounds do not meet")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Judge the plan that the arguments name and print the verdict."""
    parser = argparse.ArgumentParser(description="Judge a Muster plan.")
    parser.add_argument("workspace", type=Path)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--now", help="instead of the plan's own")
    options = parser.parse_args(arguments)
    try:
        plan = json.loads(options.plan.read_text(encoding="utf-8"))
        verdict = Judge(Workspace(options.workspace), plan, options.now).run()
    except (Unreadable, OSError, LookupError, TypeError, ValueError, yaml.YAMLError) as error:
        print(f"cannot be judged: {error!r}", file=sys.stderr)
        return 2
    json.dump(verdict, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0 if not verdict["violations"] and verdict["agrees"] else 1


if __name__ == "__main__":
    sys.exit(main())
