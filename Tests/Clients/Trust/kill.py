#!/usr/bin/env python3
"""Kills the program at random instants and looks whether anything was half done.

    kill.py MUSTER WORKSPACE TIMES [SEED]

WORKSPACE has a plan, a campaign that u1 runs as u1/push and a drill u1/drill. Each round starts one
of `done` with a file, `done --from`, `plan`, `report` and `backup`, and sends SIGKILL: every other round after a
random time, up to a little longer than the command takes, else within milliseconds of the first write
to the record, which is too short for chance to hit often. It is stopped a moment before, and the
database and its log are copied as they are on the disk: the copy must open as well, as after a loss of
power. After every round the record must open, what was answered must be there, each command must have
happened wholly or not at all, its file must be there if it happened, and no feed or report may be half
written. A backup that is there is whole: it comes back into an empty folder and tells what the record
tells. Every fiftieth round and at the end a last command must leave the feeds that a fresh export
gives.
"""

import collections
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NOW = ["--now", "2024-06-20T08:00:00+08:00"]
KINDS = ["done", "done", "sheet", "plan", "plan", "report", "backup"]
# Of the record when the program stood still.
INSTANTS = ["before its write", "within its write", "after its write", "ended before"]


def snapshot(workspace):
    """The workspace with the record's file and log as they are now."""
    copy = pathlib.Path(tempfile.mkdtemp()) / workspace.name
    shutil.copytree(workspace, copy, ignore=shutil.ignore_patterns("feeds", "*-shm", "evidence"))
    return copy


def written(workspace):
    """What changes with every write to the record, but not when it is opened."""
    def state(path):
        try:
            found = path.stat()
        except FileNotFoundError:  # the log goes when the last process closes the record
            return None
        return (found.st_size, found.st_mtime_ns) if found.st_size else None

    return [state(workspace / name) for name in ("muster.sqlite", "muster.sqlite-wal")]


def check_rows(events, note, expected):
    """How many rows one command left: all of them or none, each with its count."""
    rows = [event for event in events if event["kind"] == "completion" and event["note"] == note]
    assert len(rows) in (0, expected or 0), f"{note}: {len(rows)} rows"
    assert all(len(row["counts"]) == 1 for row in rows), note
    return len(rows)


def revisions(events):
    return sum(event["kind"] == "revision" for event in events)


def check_whole(workspace):
    """No feed, report or file of evidence is half written."""
    for feed in (workspace / "feeds").rglob("*.ics"):
        text = feed.read_bytes()
        assert text.startswith(b"BEGIN:VCALENDAR\r\n"), feed
        assert text.endswith(b"END:VCALENDAR\r\n"), feed
    report = workspace / "report.html"
    if report.exists():
        assert report.read_text().rstrip().endswith("</html>"), "half a report"
    # What was being written beside when the program was killed has a name that begins with a dot.
    for file in (workspace / "evidence").glob("[!.]*"):
        assert hashlib.sha256(file.read_bytes()).hexdigest() == file.name, file


def main():
    muster, workspace = sys.argv[1], pathlib.Path(sys.argv[2])
    times = int(sys.argv[3])
    draw = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    environment = {**os.environ, "LC_ALL": "en_US.UTF-8"}

    def line(*arguments):
        return [muster, arguments[0], "-C", str(workspace), *NOW, *arguments[1:]]

    def run(*arguments):
        return subprocess.run(line(*arguments), capture_output=True, text=True, env=environment)

    def history(folder=workspace):
        answer = subprocess.run(
            [muster, "history", "-C", str(folder), "--format", "json"], capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
        return json.loads(answer.stdout)["events"]

    def check_backup(path, answer):
        """Whole or not there, and all that was answered."""
        if not path.exists():
            assert "copied the record" not in answer, "an answered backup is gone"
            return
        with tempfile.TemporaryDirectory() as folder:
            home = pathlib.Path(folder) / "new"
            restored = subprocess.run(
                [muster, "backup", "-C", str(home), *NOW, "--restore", str(path)],
                capture_output=True, text=True, env=environment)
            assert restored.returncode == 0, restored.stderr
            assert history(home) == history(), "a backup tells something else"
        path.unlink()

    def check_feeds(note):
        """The next command brings the feeds to the record, whatever was killed before it."""
        assert run("done", "u1/drill", "--people", "31", "--note", note).returncode == 0
        # Exported files are named for people, so they are compared by what they hold.
        def contents(folder):
            return {feed.read_bytes() for feed in pathlib.Path(folder).rglob("*.ics")}

        for edition, there in [([], "feeds"), (["--private"], "feeds-private")]:
            with tempfile.TemporaryDirectory() as folder:
                assert run("export", "--all", "--out", folder, *edition).returncode == 0
                fresh = contents(folder)
                assert fresh, f"nothing was exported of {there}"
                assert fresh <= contents(workspace / there), f"{there} is behind the record"

    def arguments(kind, number, note):
        """The command of a round, and how many completions it records."""
        if kind == "plan":
            return ["plan", "--seed", str(number)], 0
        if kind == "report":
            out = str(workspace / "report.html")
            return ["report", "summary", "--format", "html", "--out", out], 0
        if kind == "backup":
            return ["backup", str(workspace.parent / f"backup {number}.sqlite")], 0
        if kind == "done":
            photo = workspace / "photo.jpg"
            photo.write_bytes(draw.randbytes(200_000))
            counted = f"messages={number % 7}"
            return ["done", "u1/push", "--count", counted, "--note", note, "--file", str(photo)], 1
        sheet = workspace / "rows.csv"
        rows = [f"u1/push,2024-06-{1 + index % 20:02},messages={index},{note}" for index in range(25)]
        sheet.write_text("id,on,count,note\n" + "\n".join(rows) + "\n")
        return ["done", "--from", str(sheet)], 25

    longest = {}
    for number, kind in enumerate(sorted(set(KINDS))):
        command, _ = arguments(kind, number, "timing")
        started = time.monotonic()
        assert run(*command).returncode == 0
        longest[kind] = time.monotonic() - started

    instants = collections.Counter()
    for number in range(times):
        kind = draw.choice(KINDS)
        note = f"round {number}"
        command, expected = arguments(kind, number, note)
        plans, before = revisions(history()), written(workspace)
        process = subprocess.Popen(
            line(*command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=environment)
        if number % 2 and kind not in ("report", "backup"):
            while written(workspace) == before and process.poll() is None:
                pass
            time.sleep(draw.uniform(0, 0.003))
        else:
            time.sleep(draw.uniform(0, longest[kind] * 1.1))
        process.send_signal(signal.SIGSTOP)
        # It may run on for a moment: until it stands or has ended its files are no snapshot.
        if process.returncode is None:
            os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        copy, has_written = snapshot(workspace), written(workspace) != before
        process.send_signal(signal.SIGKILL)
        answer = process.communicate()[0]
        stood = history(copy)
        shutil.rmtree(copy.parent)
        happened = check_rows(stood, note, expected) > 0 or revisions(stood) > plans
        if process.returncode == 0:
            instants["ended before"] += 1
        elif kind not in ("report", "backup"):
            instants[INSTANTS[2 if happened else 1 if has_written else 0]] += 1
        else:
            instants[f"of a {kind}"] += 1

        events = history()
        rows = check_rows(events, note, expected)
        assert revisions(events) - plans in (0, 1), (plans, revisions(events))
        if kind == "plan":
            assert run("show", "--format", "json").returncode == 0
            if "saved as revision" in answer:
                assert revisions(events) == plans + 1, "an answered plan is gone"
        elif kind == "backup":
            check_backup(pathlib.Path(command[1]), answer)
        elif "recorded" in answer:
            assert rows == expected, f"{note}: an answered record is gone"
        if kind == "done" and rows:
            photo = (workspace / "photo.jpg").read_bytes()
            kept = workspace / "evidence" / hashlib.sha256(photo).hexdigest()
            assert kept.exists(), f"{note}: its file is gone"
        check_whole(workspace)
        if number % 50 == 49:
            check_feeds(f"after {note}")

    check_feeds("last")
    told = ", ".join(f"{count} {instant}" for instant, count in sorted(instants.items()))
    print(f"{times} rounds, killed or ended: {told}; nothing half done")


main()
