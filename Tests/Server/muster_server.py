"""Runs muster-server as an office would, beside workspaces of its own."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
MUSTER = os.environ.get("MUSTER", str(ROOT / ".build/debug/muster"))
SERVER = os.environ.get("MUSTER_SERVER", str(ROOT / ".build/debug/muster-server"))
NOW = "2024-06-03T08:00:00+08:00"
PLANNED = "2024-05-20T08:00:00+08:00"
ENVIRONMENT = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8", MUSTER_USER="test", MUSTER_ROOT_OK="1")


def muster(*arguments, expect=(0,)):
    """The standard output of one command."""
    answer = subprocess.run(
        [MUSTER, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT)
    assert answer.returncode in expect, f"{arguments}: {answer.returncode}\n{answer.stderr}"
    return answer.stdout


@contextlib.contextmanager
def temporary_folder():
    with tempfile.TemporaryDirectory(prefix="muster-server-") as folder:
        yield pathlib.Path(folder)


@contextlib.contextmanager
def sample():
    """A copy of the sample workspace, planned, with feeds."""
    with temporary_folder() as folder:
        shutil.copytree(ROOT / "calendars/holidays", folder / "holidays")
        workspace = folder / "baita-2024"
        shutil.copytree(
            ROOT / "calendars/baita-2024", workspace,
            ignore=shutil.ignore_patterns(
                "muster.sqlite*", "office.sqlite*", "feeds", "feeds-private", "evidence"))
        muster("plan", workspace, "--now", PLANNED, "--time-limit", "3s")
        yield workspace


class Server:
    """A server that listens, until it is stopped."""

    def __init__(self, *arguments, now=NOW, environment=None):
        clock = ["--now", now] if now else []
        self.log = []
        self.process = subprocess.Popen(
            [SERVER, *map(str, arguments), "--listen", "127.0.0.1:0", *clock],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=dict(ENVIRONMENT, MUSTER_LOG="debug", **(environment or {})))
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            self.process.kill()
            raise AssertionError(f"{line}{self.process.stderr.read()}")
        self.address = line.split()[-1]
        self.port = int(self.address.rsplit(":", 1)[1])
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stderr:
            self.log.append(line)

    def stop(self, by=signal.SIGTERM):
        """Ends it; how it ended."""
        if self.process.poll() is None:
            self.process.send_signal(by)
        status = self.process.wait(timeout=30)
        self._reader.join(timeout=5)
        self.process.stdout.close()
        self.process.stderr.close()
        return status


@contextlib.contextmanager
def running(*arguments, **keywords):
    server = Server(*arguments, **keywords)
    try:
        yield server
    finally:
        server.stop()
