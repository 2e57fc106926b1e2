#!/usr/bin/env python3
"""Many processes record at once: all there, none twice, and no error that a person sees.

    crowd.py MUSTER WORKSPACE PROCESSES RECORDS

Each record is of one campaign, with a note of its own by which it is told from the others.
"""

import collections
import json
import os
import subprocess
import sys
import threading
import time

NOW = ["--now", "2024-06-20T08:00:00+08:00"]


def main():
    muster, workspace, processes, records = *sys.argv[1:3], int(sys.argv[3]), int(sys.argv[4])
    work = collections.deque(f"record {number}" for number in range(records))
    failures, waits, lock = [], [], threading.Lock()

    def run():
        while True:
            with lock:
                if not work:
                    return
                note = work.popleft()
            started = time.monotonic()
            answer = subprocess.run(
                [muster, "done", "-C", workspace, *NOW, "u1/push", "--note", note,
                 "--count", "messages=1"],
                capture_output=True, text=True, env={**os.environ, "LC_ALL": "en_US.UTF-8"})
            with lock:
                waits.append(time.monotonic() - started)
                if answer.returncode != 0 or answer.stderr:
                    failures.append(f"{note}: {answer.returncode} {answer.stderr}")

    threads = [threading.Thread(target=run) for _ in range(processes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures[:5]
    answer = subprocess.run(
        [muster, "history", "-C", workspace, "--format", "json"], capture_output=True, text=True)
    notes = collections.Counter(
        event["note"] for event in json.loads(answer.stdout)["events"]
        if event["kind"] == "completion")
    expected = {f"record {number}": 1 for number in range(records)}
    assert notes == expected, {note: notes[note] for note in expected if notes[note] != 1}
    waits.sort()
    print(f"{records} records by {processes} processes at once: all there, none twice; "
          f"median {waits[len(waits) // 2]:.2f} s, longest {waits[-1]:.2f} s")


main()
