"""The command of each contestant, which writes its plan's JSON and its progress."""
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import List

from peers.levels import SOLVERS

CONTESTANTS = ["muster", *SOLVERS]
CP_SAT_WORKERS = 8


@dataclass(frozen=True)
class Limits:
    """What a run may use."""
    seconds: float
    threads: int


@dataclass(frozen=True)
class Command:
    """Arguments, and whether the plan comes on stdout instead of in the file named by --out."""
    arguments: List[str]
    prints_plan: bool


def command(contestant: str, muster: Path, workspace: Path, plan: Path,
            limits: Limits) -> Command:
    """How to run the contestant on the workspace."""
    if contestant == "muster":
        arguments = [str(muster), "plan", str(workspace), "--dry-run", "--format", "json",
                     "--time-limit", f"{round(limits.seconds)}s", "--threads", str(limits.threads)]
        return Command(arguments + (["--progress", "json"] if has_progress(muster) else []), True)
    threads = CP_SAT_WORKERS if contestant == "cp-sat" else limits.threads
    return Command([sys.executable, "-m", "peers", contestant, str(workspace), "--out", str(plan),
                    "--time-limit", str(limits.seconds), "--threads", str(threads)], False)


def has_progress(muster: Path) -> bool:
    """Whether this build of Muster can print its progress as lines of JSON."""
    told = subprocess.run([muster, "plan", "--help"], capture_output=True, text=True, check=False)
    return "--progress" in told.stdout
