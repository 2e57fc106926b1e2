#!/usr/bin/env python3
"""Measures `done` and `status` on a large record.

    measure.py MUSTER FOLDER [COMMUNITIES [COMPLETIONS [RUNS]]]

Makes a workspace of 10 activities a community (26,000 by default) in FOLDER, plans it, and puts
completions into the record (50,000 by default, of 24,000 activities: the later ones correct the
earlier). Then it runs each command RUNS times and prints the medians: to the answer, which is when a
person sees it, and to the end, when the feeds are written too.
"""

import pathlib
import sqlite3
import statistics
import subprocess
import sys
import time

NOW = ["--now", "2024-06-29T08:00:00+08:00"]
PLAN = """muster: 1
id: large
title: Large
organizer: {{ name: Office }}
period: {{ from: 2024-06-01, to: 2024-06-30 }}
requirements:
{requirements}
"""


def main():
    muster, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    communities, completions, runs = [
        int(sys.argv[index]) if len(sys.argv) > index else default
        for index, default in [(3, 2600), (4, 50000), (5, 15)]]
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN.format(requirements="\n".join(
        f"  - {{ id: r{number}, name: Drill {number}, for: {{}}, duration: all-day, "
        f"dates: 2024-06-{number + 1:02}, counts-as: evacuation-drill }}" for number in range(10))))
    (folder / "communities.csv").write_text("id,name,kind,population\n" + "".join(
        f"c{number},Community {number},urban,3000\n" for number in range(communities)))
    started = time.monotonic()
    subprocess.run(
        [muster, "plan", str(folder), "--now", "2024-05-20T08:00:00+08:00", "--time-limit", "30s"],
        check=True, capture_output=True)
    print(f"plan: {time.monotonic() - started:.1f} s")
    ids = [f"c{number % communities}/r{number // communities}" for number in range(communities * 10)]
    record = sqlite3.connect(folder / "muster.sqlite")
    record.executemany(
        "INSERT INTO completion (activity, day, people, weather, observers, note, is_confirmed, "
        "is_late, recorded_by, recorded_at) VALUES (?, ?, ?, '', '', '', 0, 0, 'a', 1718000000)",
        [(ids[number % 24000 % len(ids)], 19880, number % 500) for number in range(completions)])
    record.commit()
    record.close()

    def median(name, runs, arguments):
        answers, ends = [], []
        for number in range(runs):
            started = time.monotonic()
            process = subprocess.Popen(
                [muster, *arguments(number)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.readline()
            answers.append(time.monotonic() - started)
            _, errors = process.communicate()
            ends.append(time.monotonic() - started)
            assert process.returncode == 0, errors
        print(f"{name}: answer {statistics.median(answers) * 1000:.0f} ms, "
              f"end {statistics.median(ends) * 1000:.0f} ms (medians of {runs})")

    at = ["-C", str(folder), *NOW]
    median("status", runs, lambda number: ["status", *at])
    # The feeds of so many communities take long to write, so these are fewer.
    median("done", max(3, runs // 5), lambda number: ["done", *at, ids[-1 - number], "--people", "30"])


main()
