"""The judge's reader of workspaces, from Tests/Judge."""
import sys
from pathlib import Path

JUDGE = Path(__file__).resolve().parents[3] / "Tests" / "Judge"
sys.path.insert(0, str(JUDGE))

from judge import Activity, Judge, activities  # noqa: E402
from tables import (DAY, as_list, kilometres, parse_day, parse_days, parse_hours,  # noqa: E402
                    words)
from workspace import ORGANIZER, Closure, Requirement, Team, Venue, Workspace  # noqa: E402

__all__ = ["DAY", "JUDGE", "ORGANIZER", "Activity", "Closure", "Judge", "Requirement", "Team", "Venue",
           "Workspace", "activities", "as_list", "kilometres", "parse_day", "parse_days",
           "parse_hours", "rules", "words"]


def rules(workspace: Workspace) -> Judge:
    """The judge of an empty first plan: who precedes whom, and which team covers whom."""
    return Judge(workspace, {"id": workspace.plan["id"], "activities": []}, None)
