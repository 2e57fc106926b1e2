#!/usr/bin/env python3
"""Measures the server on this machine alone, with nginx serving the same files beside it.

    measure.py MAKE_INSTANCES MUSTER MUSTER_SERVER FOLDER [SECONDS]

Makes in FOLDER what is not there yet: two areas (a feed of about 250 KB), a district (20 areas, 3,500 activities) and
145 offices of one area each, all planned. Each load is wrk's, on loopback, of at most 64 connections and 20 s (10 by
default). CPU time is that of the process that answers, user and system, from /proc. Needs wrk and nginx.
"""

import concurrent.futures
import os
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

NOW = "2024-05-20T08:00:00+08:00"
ENVIRONMENT = dict(os.environ, MUSTER_ROOT_OK="1", LC_ALL="C.UTF-8")
TICKS = os.sysconf("SC_CLK_TCK")
CONNECTIONS = 32


def main():
    make, muster, server, home = [str(pathlib.Path(part).resolve()) for part in sys.argv[1:5]]
    seconds = min(20, int(sys.argv[5]) if len(sys.argv) > 5 else 10)
    home = pathlib.Path(home)
    print(f"load average before: {os.getloadavg()[0]:.1f}", flush=True)
    prepare(make, muster, home)
    one_feed(server, home / "feed", seconds)
    polls_while_planning(muster, server, home / "district")
    many_offices(server, home / "offices")
    print(f"load average after: {os.getloadavg()[0]:.1f}")


def prepare(make, muster, home):
    wanted = [("feed", 2, 1), ("district", 20, 1)] + [(f"offices/o{n}", 1, n) for n in range(1, 146)]
    for name, areas, seed in wanted:
        folder = home / name
        if (folder / "feeds/all.ics").exists():
            continue
        folder.parent.mkdir(parents=True, exist_ok=True)
        run(make, folder, "--areas", areas, "--seed", seed)
        plan = folder / "plan.yaml"
        plan.write_text(re.sub(r"(?m)^id: .*$", f"id: {name.replace('/', '-')}-2024", plan.read_text(), count=1))
        run(muster, "plan", folder, "--now", NOW, "--time-limit", "5s", expect=(0, 1))


def run(*arguments, expect=(0,)):
    answer = subprocess.run([*map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT)
    assert answer.returncode in expect, f"{arguments}: {answer.stderr}"
    return answer.stdout


class Program:
    """Something that answers, and the CPU time that it takes."""

    def __init__(self, *arguments, said):
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            [*map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
        line = self.process.stdout.readline() if said else ""
        self.ready = time.monotonic() - self.begun
        self.address = line.split()[-1] if said else ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)

    def pids(self):
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [self.process.pid, *map(int, children)]

    def cpu(self):
        total = 0
        for pid in self.pids():
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory(self):
        """The most that it ever held, in MB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) / 1024


def server_of(server, *offices):
    return Program(server, *offices, "--listen", "127.0.0.1:0", "--now", NOW, said=True)


def nginx_of(folder, home):
    port = free_port()
    (home / "nginx.conf").write_text(
        f"daemon off;\nworker_processes 2;\npid {home}/pid;\nerror_log {home}/error.log;\n"
        f"events {{ worker_connections 1024; }}\nhttp {{\naccess_log off;\nsendfile on;\n"
        "types { text/calendar ics; }\n"
        + "".join(f"{kind}_temp_path {home}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        + f"server {{ listen 127.0.0.1:{port}; root {folder}; }}\n}}\n")
    home.chmod(0o755)
    program = Program("nginx", "-c", home / "nginx.conf", "-p", home, said=False)
    program.address = f"http://127.0.0.1:{port}"
    for _ in range(50):
        try:
            urllib.request.urlopen(program.address + "/all.ics").read()
            return program
        except OSError:
            time.sleep(0.1)
    raise SystemExit((home / "error.log").read_text())


def free_port():
    import socket
    with socket.socket() as socket_:
        socket_.bind(("127.0.0.1", 0))
        return socket_.getsockname()[1]


def load(program, path, seconds, *headers):
    """Answers a second, and microseconds of CPU time for each."""
    arguments = ["wrk", "-t", "2", "-c", str(CONNECTIONS), "-d", f"{seconds}s"]
    for header in headers:
        arguments += ["-H", header]
    before = program.cpu()
    text = run(*arguments, program.address + path)
    spent = program.cpu() - before
    count = int(re.search(r"(\d+) requests in", text).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    assert not bad, text
    assert "Socket errors" not in text, text
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    return rate, spent / count * 1e6


def tag(address, *headers):
    request = urllib.request.Request(address, headers=dict(header.split(": ", 1) for header in headers))
    with urllib.request.urlopen(request) as answer:
        return answer.headers["ETag"], len(answer.read())


def one_feed(server, workspace, seconds):
    with tempfile.TemporaryDirectory() as folder, server_of(server, workspace) as ours, \
            nginx_of(workspace / "feeds", pathlib.Path(folder)) as theirs:
        path = "/f/feed/all.ics"
        (own, size), (other, _) = tag(ours.address + path), tag(theirs.address + "/all.ics")
        print(f"a feed of {size / 1000:.0f} KB, {CONNECTIONS} connections, {seconds} s, taken in turn, three times each")
        rows = [
            ("200", (ours, path), (theirs, "/all.ics")),
            ("304", (ours, path, f"If-None-Match: {own}"), (theirs, "/all.ics", f"If-None-Match: {other}")),
            ("200, gzip", (ours, path, "Accept-Encoding: gzip"), None),
            ("the month's page", (ours, "/o/feed/"), None),
            ("an activity", (ours, activity(workspace)), None),
        ]
        for name, *requests in rows:
            found = [[], []]
            for _ in range(3):
                for index, request in enumerate(requests):
                    if request:
                        program, where, *headers = request
                        found[index].append(load(program, where, seconds, *headers))
            told = [tuple(statistics.median(part) for part in zip(*some)) for some in found if some]
            text = f"  {name}: {told[0][0]:.0f}/s, {told[0][1]:.0f} µs of CPU each"
            if len(told) > 1:
                text += f"; nginx {told[1][0]:.0f}/s, {told[1][1]:.0f} µs; {told[0][0] / told[1][0]:.2f} of its rate"
            print(text, flush=True)
        print(f"  most memory: {ours.memory():.0f} MB")


def activity(workspace):
    text = (workspace / "feeds/all.ics").read_text()
    return "/o/feed/a/" + re.search(r"UID:([^@\s]+)@", text).group(1)


def polls_while_planning(muster, server, workspace):
    with server_of(server, workspace) as ours:
        addresses = [f"{ours.address}/f/district/{path}.ics" for path in ("all", "areas/a1", "communities/a1-u1")]
        addresses = [address for address in addresses if answers(address)]
        plan = subprocess.Popen(
            [muster, "plan", workspace, "--from-scratch", "--now", NOW, "--time-limit", "10s"], env=ENVIRONMENT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times, index = [], 0
        while plan.poll() is None:
            begun = time.monotonic()
            with urllib.request.urlopen(addresses[index % len(addresses)]) as answer:
                answer.read()
            times.append((time.monotonic() - begun) * 1000)
            index += 1
            time.sleep(0.002)
        times.sort()
        print(f"polls while {workspace.name} is planned and its feeds are written: {len(times)}, median "
              f"{statistics.median(times):.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms, longest {times[-1]:.0f} ms")


def answers(address):
    try:
        urllib.request.urlopen(address).read()
        return True
    except OSError:
        return False


def many_offices(server, folder):
    offices = sorted(folder.iterdir())
    with server_of(server, *offices) as ours:
        print(f"{len(offices)} offices: listening after {ours.ready:.2f} s, {ours.memory():.0f} MB")
        begun = time.monotonic()
        urllib.request.urlopen(ours.address + "/").read()
        print(f"  the page of all of them, first time: {time.monotonic() - begun:.2f} s, {ours.memory():.0f} MB")
        paths = []
        for office in offices:
            name = f"offices-{office.name}"
            paths += [f"/o/{name}/", f"/o/{name}/?by=day"]
            paths += [f"/f/{name}/{path.relative_to(office / 'feeds')}" for path in (office / "feeds").rglob("*.ics")]

        def fetch(path):
            with urllib.request.urlopen(ours.address + path) as answer:
                return len(answer.read())

        begun = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            total = sum(pool.map(fetch, paths))
        print(f"  every feed and page once: {len(paths)} in {time.monotonic() - begun:.1f} s, "
              f"{total / 1e6:.0f} MB sent, at most {ours.memory():.0f} MB held")


main()
