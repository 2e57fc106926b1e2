"""Subscribes as a desktop does: vdirsyncer fetches feeds over HTTP, khal lists what came."""

import collections
import contextlib
import functools
import http.server
import os
import pathlib
import subprocess
import threading


@contextlib.contextmanager
def served(folder):
    """Serves a folder on a free port of this machine alone; lends the address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        extensions_map = {".ics": "text/calendar; charset=utf-8", "": "application/octet-stream"}

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Subscription:
    """Some feeds of one server, each in a folder of its own below `home`."""

    def __init__(self, home, address, paths):
        self.home = pathlib.Path(home)
        self.names = {path: path[:-4].replace("/", "_").replace("-", "_") for path in paths}
        self.settings = self.home / "vdirsyncer"
        self.agenda = self.home / "khal"
        lines = [f'[general]\nstatus_path = "{self.home}/status"\n']
        calendars = ["[calendars]"]
        for path, name in self.names.items():
            folder = self.home / "calendars" / name
            folder.mkdir(parents=True)
            lines.append(
                f'[pair {name}]\na = "{name}_here"\nb = "{name}_there"\ncollections = null\n'
                f'[storage {name}_here]\ntype = "filesystem"\npath = "{folder}"\nfileext = ".ics"\n'
                f'[storage {name}_there]\ntype = "http"\nurl = "{address}/{path}"\n')
            calendars.append(f"[[{name}]]\npath = {folder}\nreadonly = True")
        self.settings.write_text("\n".join(lines))
        self.agenda.write_text("\n".join(calendars) + f"""
[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {self.home}/khal.db
""")
        self._run("vdirsyncer", "-c", self.settings, "discover")

    def _run(self, *arguments):
        environment = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8", HOME=str(self.home))
        answer = subprocess.run(
            list(map(str, arguments)), capture_output=True, text=True, env=environment,
            stdin=subprocess.DEVNULL)
        assert answer.returncode == 0, f"{arguments}\n{answer.stdout}\n{answer.stderr}"
        assert "rror" not in answer.stderr, answer.stderr
        return answer.stdout

    def sync(self):
        # Without the flag vdirsyncer keeps what it has when a team's or venue's feed empties.
        self._run("vdirsyncer", "-c", self.settings, "sync", "--force-delete")

    def files(self, path):
        """What lies there of one feed."""
        return sorted((self.home / "calendars" / self.names[path]).glob("*.ics"))

    def listed(self, first, days):
        """What khal lists of each feed: how often each (start, status, title).

        No UID: vdirsyncer gives what comes over HTTP one of its own.
        """
        output = self._run(
            "khal", "-c", self.agenda, "list", "--once", "--day-format", "", "--format",
            "{calendar}\t{start-long}\t{status}\t{title}", first, f"{days}d")
        found = {path: collections.Counter() for path in self.names}
        paths = {name: path for path, name in self.names.items()}
        for line in output.splitlines():
            if line.count("\t") == 3:
                name, start, status, title = line.split("\t")
                found[paths[name]][start.strip(), status.strip(), title] += 1
        return found
