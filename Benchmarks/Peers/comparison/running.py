"""One run of a contestant, measured from outside."""
import json
import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List

from .contestants import Command

KEYS = {"seconds", "unplaced", "unplacedBound", "cost", "bound"}


@dataclass(frozen=True)
class Measured:
    """Wall and CPU seconds of the whole process, its peak memory, status and progress."""
    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    status: int
    progress: List[Dict[str, Any]]
    complaint: str


def progress_lines(text: str) -> List[Dict[str, Any]]:
    """The lines that are objects with the five numbers of a progress line, and what it evaluated if it
    tells; the rest is skipped."""
    found = []
    for line in text.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict) and KEYS <= told.keys():
            found.append({key: told[key] for key in [*sorted(KEYS), "evaluated"] if key in told})
    return found


def run(command: Command, plan: Path, folder: Path, most_seconds: float) -> Measured:
    """Run it with `folder` as the current one; it is killed after `most_seconds`."""
    plan.parent.mkdir(parents=True, exist_ok=True)
    plan.unlink(missing_ok=True)
    errors = plan.with_suffix(".stderr")
    printed = plan if command.prints_plan else Path(os.devnull)
    began = time.monotonic()
    with printed.open("wb") as stdout, errors.open("wb") as stderr:
        process = subprocess.Popen(command.arguments, stdout=stdout, stderr=stderr, cwd=folder)
        timer = threading.Timer(most_seconds, os.kill, (process.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)  # the peak of this child alone
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - began
    text = errors.read_text(encoding="utf-8", errors="replace")
    lines = progress_lines(text)
    complaint = "" if lines or process.returncode in (0, 1) else text[-300:]
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
                    process.returncode, lines, complaint)
