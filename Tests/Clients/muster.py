"""Runs Muster as a person would, in workspaces of its own."""

import contextlib
import json
import os
import pathlib
import re
import subprocess
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("MUSTER", str(ROOT / ".build/release/muster"))


def run(*arguments, expect=(0,)):
    """The standard output of one command."""
    environment = dict(os.environ, LANG="en_US.UTF-8", LC_ALL="en_US.UTF-8", MUSTER_USER="test")
    answer = subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=environment)
    assert answer.returncode in expect, f"{arguments}: {answer.returncode}\n{answer.stderr}"
    return answer.stdout


@contextlib.contextmanager
def temporary_folder():
    with tempfile.TemporaryDirectory(prefix="muster-clients-") as folder:
        yield pathlib.Path(folder)


def feeds(workspace):
    """The paths of all feeds, below the workspace."""
    folders = [workspace / "feeds", workspace / "feeds-private"]
    return sorted(
        str(path.relative_to(workspace)) for folder in folders for path in folder.rglob("*.ics"))


def plan_of(workspace, now):
    """What `show` tells of the newest plan."""
    return json.loads(run("show", workspace, "--format", "json", "--now", now))


def announcements(workspace):
    """By requirement, who may know when it is."""
    rules = yaml.safe_load((workspace / "plan.yaml").read_text())
    return {rule["id"]: rule.get("announce", "public") for rule in rules["requirements"]}


def unfolded(path):
    """A feed's content lines, once the shape of its bytes is as it must be."""
    data = path.read_bytes()
    assert data.endswith(b"\r\n"), f"{path}: does not end with CRLF"
    lines = data.split(b"\r\n")[:-1]
    for number, line in enumerate(lines, 1):
        place = f"{path}:{number}"
        assert len(line) <= 75, f"{place}: {len(line)} octets"
        line.decode("utf-8")
        assert not re.search(rb"[\x00-\x1f\x7f]", line), f"{place}: a control character"
    text = data.decode("utf-8").replace("\r\n ", "")
    zones = re.findall(r"^TZID:(.*)\r$", text, re.MULTILINE)
    assert len(zones) == 1, f"{path}: {len(zones)} zones"
    assert "X-LIC-ERROR" not in text, path
    lines = text.split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR", path
    return lines
