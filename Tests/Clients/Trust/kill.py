#!/usr/bin/env python3
"""Kills the program at random instants and looks whether anything was half done.

    kill.py MUSTER WORKSPACE TIMES [SEED]

WORKSPACE has a plan, a campaign that u1 runs as u1/push and a drill u1/drill. Each round starts one
of `done`, `done --from` and `plan`, and sends SIGKILL after a random time, up to a little longer
than the command takes. It is stopped a moment before, and the database and its log are copied as they
are on the disk: the copy must open as well, as after a loss of power. After every round the record must open, what was answered must be there,
each command must have happened wholly or not at all, and no feed may be half written. At the end a
last command must leave the feeds that a fresh export gives.
"""

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


def snapshot(workspace):
    """The workspace with the record's file and log as they are now."""
    copy = pathlib.Path(tempfile.mkdtemp()) / workspace.name
    shutil.copytree(workspace, copy, ignore=shutil.ignore_patterns("feeds", "*-shm", "evidence"))
    return copy


def check_rows(events, note, expected):
    """How many rows one command left: all of them or none, each with its count."""
    rows = [event for event in events if event["kind"] == "completion" and event["note"] == note]
    assert len(rows) in (0, expected or 0), f"{note}: {len(rows)} rows"
    assert all(len(row["counts"]) == 1 for row in rows), note
    return len(rows)


def main():
    muster, workspace = sys.argv[1], pathlib.Path(sys.argv[2])
    times = int(sys.argv[3])
    draw = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)

    def run(*arguments):
        return subprocess.run(
            [muster, arguments[0], "-C", str(workspace), *NOW, *arguments[1:]],
            capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def history(folder=workspace):
        answer = subprocess.run(
            [muster, "history", "-C", str(folder), "--format", "json"], capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
        return json.loads(answer.stdout)["events"]

    longest = {}
    started = time.monotonic()
    assert run("done", "u1/push", "--count", "messages=1", "--note", "timing").returncode == 0
    longest["done"] = time.monotonic() - started
    longest["sheet"] = longest["done"] * 1.5
    started = time.monotonic()
    assert run("plan").returncode == 0
    longest["plan"] = time.monotonic() - started

    killed = finished = 0
    expected = {}  # by note: how many rows, if it happened
    for number in range(times):
        kind = draw.choice(["done", "done", "sheet", "plan"])
        note = f"round {number}"
        revisions = sum(event["kind"] == "revision" for event in history())
        if kind == "done":
            arguments = ["done", "u1/push", "--count", f"messages={number % 7}", "--note", note]
            expected[note] = 1
        elif kind == "sheet":
            sheet = workspace / "rows.csv"
            rows = [f"u1/push,2024-06-{1 + index % 20:02},messages={index},{note}"
                    for index in range(25)]
            sheet.write_text("id,on,count,note\n" + "\n".join(rows) + "\n")
            arguments = ["done", "--from", str(sheet)]
            expected[note] = 25
        else:
            arguments = ["plan", "--seed", str(number)]
        process = subprocess.Popen(
            [muster, arguments[0], "-C", str(workspace), *NOW, *arguments[1:]],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"})
        time.sleep(draw.uniform(0, longest[kind] * 1.1))
        process.send_signal(signal.SIGSTOP)
        # It may run on for a moment: until it stands or has ended its files are no snapshot.
        if process.returncode is None:
            os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        copy = snapshot(workspace)
        process.send_signal(signal.SIGKILL)
        answer = process.communicate()[0]
        check_rows(history(copy), note, expected.get(note))
        shutil.rmtree(copy.parent)
        killed += process.returncode < 0
        finished += process.returncode == 0

        events = history()
        if kind == "plan":
            now = sum(event["kind"] == "revision" for event in events)
            assert now - revisions in (0, 1), (revisions, now)
            assert run("show", "--format", "json").returncode == 0
            if "saved as revision" in answer:
                assert now == revisions + 1, "an answered plan is gone"
        else:
            rows = check_rows(events, note, expected[note])
            if "recorded" in answer:
                assert rows == expected[note], f"{note}: an answered record is gone"
        for feed in (workspace / "feeds").rglob("*.ics"):
            text = feed.read_bytes()
            assert text.startswith(b"BEGIN:VCALENDAR\r\n"), feed
            assert text.endswith(b"END:VCALENDAR\r\n"), feed

    assert run("done", "u1/drill", "--people", "31", "--note", "last").returncode == 0
    with tempfile.TemporaryDirectory() as folder:
        for edition in [[], ["--private"]]:
            assert run("export", "--all", "--out", folder, *edition).returncode == 0
        for feed in sorted(pathlib.Path(folder).rglob("*.ics")):
            there = workspace / "feeds" / feed.relative_to(folder)
            assert there.read_bytes() == feed.read_bytes(), f"{there} is behind the record"
    print(f"{times} rounds, {killed} killed, {finished} finished before; nothing half done")


main()
