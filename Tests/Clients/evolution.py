"""Subscribes with Evolution's data server, as GNOME's calendar and Evolution do over it."""

import datetime
import json
import os
import pathlib
import subprocess
import time

SESSION = pathlib.Path(__file__).with_name("evolution_session.py")
SOURCE = """[Data Source]
DisplayName={name}
Enabled=true
Parent=webcal-stub
[{kind}]
BackendName=webcal
[Security]
Method=none
[Authentication]
Host=127.0.0.1
Port={port}
[WebDAV Backend]
ResourcePath=/{path}
[Refresh]
Enabled=false
"""


class Evolution:
    """A session of its own, with a home of its own, that subscribes to feeds of one server."""

    def __init__(self, home, address, paths):
        sources = home / "config/evolution/sources"
        sources.mkdir(parents=True)
        (home / "run").mkdir(mode=0o700)
        self.names = {}
        for path in paths:
            self.names[path] = name = path[:-4].replace("/", "_")
            kind = "Task List" if holds_tasks(path) else "Calendar"
            (sources / f"{name}.source").write_text(SOURCE.format(
                name=name, kind=kind, port=address.rpartition(":")[2], path=path))
        environment = dict(
            os.environ, HOME=str(home), XDG_CONFIG_HOME=f"{home}/config",
            XDG_DATA_HOME=f"{home}/data", XDG_CACHE_HOME=f"{home}/cache",
            XDG_RUNTIME_DIR=f"{home}/run", GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8")
        self.log = open(home / "log", "w+")
        # The system's Python, since that is what the bindings are installed for.
        self.session = subprocess.Popen(
            ["dbus-run-session", "--", "/usr/bin/python3", str(SESSION)], env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.session.stdin.close()
        self.session.wait(timeout=60)
        self.session.stdout.close()
        self.log.close()

    def read(self, path, refresh=False):
        """What it holds of a feed: by UID, as `readers` tells it."""
        request = {"name": self.names[path], "tasks": holds_tasks(path), "refresh": refresh}
        self.session.stdin.write(json.dumps(request) + "\n")
        self.session.stdin.flush()
        answer = self.session.stdout.readline()
        if not answer:
            self.log.seek(0)
            raise AssertionError(f"{path}: the session ended\n{self.log.read()}")
        found = {}
        for uid, kind, start, end, status, sequence, summary in json.loads(answer):
            assert uid not in found, f"{path}: {uid} stands twice"
            found[uid] = (kind, moment(start), moment(end), status, sequence, summary)
        return found

    def refreshed(self, path, expected):
        """What it holds after a refresh, which goes on after the request for it has returned."""
        deadline = time.monotonic() + 30
        found = self.read(path, refresh=True)
        while found != expected and time.monotonic() < deadline:
            time.sleep(0.2)
            found = self.read(path)
        return found


def holds_tasks(path):
    return path.startswith("feeds-private/tasks/")


def moment(text):
    """A date, or an instant in UTC."""
    if len(text) == 8:
        return datetime.datetime.strptime(text, "%Y%m%d").date()
    return datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
