"""The judge's reader of workspaces, from Tests/Judge."""
import sys
from pathlib import Path
from typing import Any, Dict, Optional

JUDGE = Path(__file__).resolve().parents[3] / "Tests" / "Judge"
sys.path.insert(0, str(JUDGE))

from activities import Activity, Placement, Span, activities  # noqa: E402
from judge import Judge  # noqa: E402
from tables import (DAY, as_list, inside, kilometres, parse_day, parse_days,  # noqa: E402
                    parse_hours, words)
from workspace import ORGANIZER, Closure, Requirement, Team, Venue, Workspace  # noqa: E402

__all__ = ["DAY", "JUDGE", "ORGANIZER", "Activity", "Closure", "Judge", "Placement", "Plan",
           "Requirement", "Span", "Team", "Venue", "Workspace", "activities", "as_list", "inside",
           "kilometres", "parse_day", "parse_days", "parse_hours", "rules", "words"]

Plan = Dict[str, Any]
"""A plan's JSON: `now`, `base`, `fixed`, `displaced`, `blocks` and who is cancelled count."""


def rules(workspace: Workspace, plan: Optional[Plan] = None) -> Judge:
    """The judge of a plan, by default an empty first one: what is made, published, fixed."""
    return Judge(workspace, plan or {"id": workspace.plan["id"], "activities": []}, None)
