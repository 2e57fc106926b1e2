"""The judge's word on a plan."""
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Dict, Optional

from peers.reading import JUDGE


def judged(workspace: Path, plan: Path, most_seconds: float) -> Dict[str, Any]:
    """Whether the judge finds the plan valid and its score right, and how long that took.

    `valid` is None where the time was not enough.
    """
    began = time.monotonic()
    try:
        told = subprocess.run([sys.executable, JUDGE / "judge.py", workspace, plan], check=False,
                              capture_output=True, text=True, timeout=most_seconds)
    except subprocess.TimeoutExpired:
        return {"valid": None, "why": f"not judged in {most_seconds:.0f} s"}
    seconds = round(time.monotonic() - began, 2)
    if told.returncode == 2:
        return {"valid": False, "why": told.stderr.strip()[-300:], "seconds": seconds}
    verdict = json.loads(told.stdout)
    faults = verdict["violations"][:3] + verdict["disagreements"][:3]
    return {"valid": not verdict["violations"] and verdict["agrees"], "seconds": seconds,
            "why": json.dumps(faults, ensure_ascii=False) if faults else ""}


def score(plan: Path) -> Optional[Dict[str, Any]]:
    """The score that a plan states; None without one."""
    try:
        return json.loads(plan.read_text(encoding="utf-8"))["score"]
    except (OSError, ValueError, LookupError):
        return None
