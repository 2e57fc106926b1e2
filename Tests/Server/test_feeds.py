"""Feeds over real HTTP: conditions by a table with curl, and what clients see of changes."""

import datetime
import email.utils
import hashlib
import json
import pathlib
import re
import signal
import subprocess
import threading
import time
import unittest
import urllib.error
import urllib.request

import muster_server

GZIP = "Accept-Encoding: gzip"


def curl(address, *headers, options=()):
    """Status, headers (lower case) and body of one request."""
    with muster_server.temporary_folder() as folder:
        arguments = ["curl", "-s", "--max-time", "10", "-D", str(folder / "head"), "-o", str(folder / "body")]
        for header in headers:
            arguments += ["-H", header]
        answer = subprocess.run([*arguments, *options, address], capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
        head = (folder / "head").read_bytes().decode().split("\r\n")
        body = (folder / "body").read_bytes() if (folder / "body").exists() else b""
    fields = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
    return int(head[0].split()[1]), fields, body


def table(plain, packed, modified):
    """Request headers, and the status that must follow: 40 of them."""
    old = "Mon, 01 Jan 2024 00:00:00 GMT"
    new = "Fri, 01 Jan 2100 00:00:00 GMT"
    none, since = "If-None-Match: ", "If-Modified-Since: "
    return [
        ((), 200), ((GZIP,), 200), (("Accept-Encoding: gzip;q=0",), 200),
        (("Accept-Encoding: br",), 200), (("Accept-Encoding: *",), 200),
        ((none + plain,), 304), ((none + packed,), 200), ((none + packed, GZIP), 304),
        ((none + plain, GZIP), 200), ((none + "W/" + plain,), 304),
        ((none + "W/" + packed, GZIP), 304), ((none + "*",), 304), ((none + "*", GZIP), 304),
        ((none + f'"x", {plain}',), 304), ((none + f'"x",W/{plain},"y"',), 304),
        ((none + f'{plain}, {packed}',), 304), ((none + f'{plain}, {packed}', GZIP), 304),
        ((none + '"x"',), 200), ((none + plain.strip('"'),), 200), ((none + plain.upper(),), 200),
        ((none + plain[:-1],), 200), ((none + '""',), 200), ((none + '"x"', since + new), 200),
        ((none + plain, since + old), 304), ((none + "W/" + plain, since + old), 304),
        ((none + '"x"', since + modified), 200), ((since + modified,), 304),
        ((since + new,), 304), ((since + old,), 200), ((since + "yesterday",), 200),
        ((since + modified.replace("GMT", "CET"),), 200), ((since + modified, GZIP), 304),
        ((since + old, GZIP), 200), ((none + '"x"', none + plain), 304),
        (("Accept: text/html",), 200), (("Accept: image/png;q=1",), 200),
        (("Accept: ",), 200), (("If-Match: \"x\"",), 200),
        (("Range: bytes=0-9",), 200), (("Cache-Control: no-cache", none + plain), 304),
    ]


class Feeds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = muster_server.sample()
        cls.workspace = cls.stack.__enter__()
        cls.server = muster_server.Server(cls.workspace)
        cls.address = cls.server.address
        cls.feed = cls.address + "/f/baita/all.ics"

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.stack.__exit__(None, None, None)

    def test_conditions_by_a_table_of_40(self):
        bytes_ = (self.workspace / "feeds/all.ics").read_bytes()
        # Of what changed a moment ago the second says nothing.
        while time.time() < (self.workspace / "feeds/all.ics").stat().st_mtime + 2.5:
            time.sleep(0.1)
        _, plain, body = curl(self.feed)
        _, packed, _ = curl(self.feed, GZIP)
        self.assertEqual(body, bytes_)
        self.assertEqual(plain["etag"], f'"{hashlib.sha256(bytes_).hexdigest()}"')
        modified = email.utils.format_datetime(
            datetime.datetime.fromtimestamp(
                int((self.workspace / "feeds/all.ics").stat().st_mtime), datetime.timezone.utc),
            usegmt=True)
        rows = table(plain["etag"], packed["etag"], modified)
        self.assertEqual(len(rows), 40)
        for method in ([], ["--head"]):
            for headers, status in rows:
                with self.subTest(method=method, headers=headers):
                    found, fields, body = curl(self.feed, *headers, options=method)
                    self.assertEqual(found, status)
                    self.assertEqual(fields["cache-control"], "public, max-age=300")
                    self.assertEqual(fields["vary"], "accept-encoding")
                    self.assertIn(fields["etag"], (plain["etag"], packed["etag"]))
                    if found == 304:
                        if not method:
                            self.assertEqual(body, b"")
                        self.assertNotIn("content-type", fields)
                    else:
                        self.assertEqual(fields["content-type"], "text/calendar; charset=utf-8")
                        self.assertTrue(body or method)

    def test_every_file_is_served_as_it_lies(self):
        count = 0
        for file in (self.workspace / "feeds").rglob("*.ics"):
            path = file.relative_to(self.workspace / "feeds")
            with urllib.request.urlopen(f"{self.address}/f/baita/{path}") as answer:
                self.assertEqual(answer.read(), file.read_bytes())
            count += 1
        self.assertGreater(count, 60)

    def test_a_change_is_seen_at_the_next_poll_by_who_asks_with_a_tag(self):
        status, fields, before = curl(self.address + "/f/baita/communities/qingsong.ics")
        tag = fields["etag"]
        activity = next(
            entry["id"] for entry in json.loads(muster_server.muster(
                "show", self.workspace, "--format", "json", "--now", muster_server.NOW))["activities"]
            if entry["id"].startswith("qingsong/") and entry.get("start", "") > "2024-06-10")
        self.assertIn(f"UID:{activity}@".encode(), before)
        muster_server.muster(
            "cancel", activity, "-C", self.workspace, "--reason", "storm", "--now",
            muster_server.NOW)
        muster_server.muster("plan", self.workspace, "--now", muster_server.NOW, "--time-limit", "3s")
        status, fields, after = curl(
            self.address + "/f/baita/communities/qingsong.ics", f"If-None-Match: {tag}")
        self.assertEqual(status, 200)
        text = after.replace(b"\r\n ", b"").decode()
        event = next(part for part in text.split("BEGIN:VEVENT") if f"UID:{activity}@" in part)
        self.assertIn("STATUS:CANCELLED", event)
        self.assertEqual(len(set(re.findall("UID:(.*)", text))), len(re.findall("UID:(.*)", text)))

    def test_links_are_made_listed_fetched_and_revoked(self):
        muster_server.muster(
            "link", "new", "-C", self.workspace, "--community", "qingsong", "--label", "试",
            "--now", muster_server.NOW)

        def links():
            return json.loads(muster_server.muster(
                "link", "list", "-C", self.workspace, "--format", "json",
                "--now", muster_server.NOW))["links"]

        link = links()[-1]
        address = self.address + link["path"]
        private = (self.workspace / "feeds-private/communities/qingsong.ics")
        status, fields, body = curl(address, "User-Agent: iOS/17.5 (21F79) dataaccessd/1.0")
        self.assertEqual((status, fields["cache-control"]), (200, "private, max-age=300"))
        self.assertEqual(body, private.read_bytes())
        for _ in range(40):
            if links()[-1].get("lastFetched"):
                break
            time.sleep(1)
        self.assertEqual(links()[-1]["program"], "iOS")
        self.assertEqual(links()[-1]["lastFetched"], "2024-06-03T08:00:00+08:00")
        muster_server.muster(
            "link", "revoke", link["number"], "-C", self.workspace, "--now", muster_server.NOW)
        time.sleep(1)
        status, _, body = curl(address)
        self.assertEqual(status, 200)
        self.assertIn("此订阅已停用", body.replace(b"\r\n ", b"").decode())
        self.assertEqual(curl(self.address + "/f/" + "a" * 26 + ".ics")[0], 404)

    def test_the_log_has_no_token(self):
        curl(self.address + "/f/" + "b" * 26 + ".ics")
        curl(self.address + "/o/baita/i/" + "c" * 26)
        curl(self.address + "/f/baita/communities/qingsong.ics")
        curl(self.address + "/o/baita/?of=communities/qingsong")
        time.sleep(0.5)
        lines = list(self.server.log)
        self.assertTrue(any('"event":"answered"' in line for line in lines))
        for line in lines:
            json.loads(line)
            self.assertNotIn("bbbbbb", line)
            self.assertNotIn("cccccc", line)
            self.assertNotIn("qingsong", line)


    def test_heads_of_16_kb_at_most_are_read(self):
        self.assertEqual(curl(self.feed, "X-Long: " + "x" * 12_000)[0], 200)
        answer = subprocess.run(
            ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "X-Long: " + "x" * 20_000, self.feed],
            capture_output=True, text=True)
        self.assertIn(answer.stdout, ("431", "400", "000"))
        self.assertEqual(curl(self.feed)[0], 200)


class Process(unittest.TestCase):
    def test_refuses_what_it_must(self):
        import subprocess
        with muster_server.sample() as workspace:
            def status(*arguments, root="1"):
                return subprocess.run(
                    [muster_server.SERVER, *map(str, arguments)], capture_output=True, text=True,
                    timeout=20, env=dict(muster_server.ENVIRONMENT, MUSTER_ROOT_OK=root))

            answer = status(workspace, "--listen", "0.0.0.0:0")
            self.assertEqual(answer.returncode, 77, answer.stderr)
            self.assertIn("--behind-proxy", answer.stderr)
            answer = status(workspace, workspace)
            self.assertEqual(answer.returncode, 65, answer.stderr)
            answer = status(workspace / "nothing")
            self.assertEqual(answer.returncode, 66, answer.stderr)
            answer = status()
            self.assertEqual(answer.returncode, 64, answer.stderr)
            import os
            if os.geteuid() == 0:
                answer = status(workspace, "--listen", "127.0.0.1:0", root="")
                self.assertEqual(answer.returncode, 77, answer.stderr)
                self.assertIn("MUSTER_ROOT_OK", answer.stderr)
            workspace.chmod(0o777)
            answer = status(workspace, "--listen", "127.0.0.1:0")
            self.assertEqual(answer.returncode, 77, answer.stderr)

    def test_killed_or_ended_under_load_it_cuts_no_answer_and_is_right_at_once(self):
        with muster_server.sample() as workspace:
            expected = (workspace / "feeds/all.ics").read_bytes()
            for by in (signal.SIGTERM, signal.SIGKILL):
                server = muster_server.Server(workspace)
                address = server.address + "/f/baita/all.ics"
                whole, cut, wrong, stop = [0], [0], [0], threading.Event()

                def load():
                    while not stop.is_set():
                        try:
                            with urllib.request.urlopen(address, timeout=5) as answer:
                                body = answer.read()
                        except (urllib.error.URLError, OSError, ValueError):
                            continue
                        except Exception:
                            cut[0] += 1
                            continue
                        if body == expected:
                            whole[0] += 1
                        else:
                            wrong[0] += 1

                threads = [threading.Thread(target=load) for _ in range(8)]
                for thread in threads:
                    thread.start()
                time.sleep(1.5)
                status = server.stop(by)
                stop.set()
                for thread in threads:
                    thread.join()
                self.assertGreater(whole[0], 20)
                # Whoever was answered when it was killed can tell that there is more.
                self.assertEqual(wrong[0], 0)
                if by == signal.SIGTERM:
                    self.assertEqual(status, 0)
                    self.assertEqual(cut[0], 0)
                with muster_server.running(workspace) as again:
                    with urllib.request.urlopen(again.address + "/f/baita/all.ics") as answer:
                        self.assertEqual(answer.read(), expected)

    def test_feeds_behind_the_record_are_written_by_the_server(self):
        with muster_server.sample() as workspace:
            file = workspace / "feeds/all.ics"
            expected = file.read_bytes()
            # As if the command had been killed before it wrote them.
            file.write_bytes(expected.replace(b"SEQUENCE:0", b"SEQUENCE:0", 1)[:-20])
            with muster_server.running(workspace, now=muster_server.PLANNED) as server:
                for _ in range(60):
                    if file.read_bytes() == expected:
                        break
                    time.sleep(0.25)
                with urllib.request.urlopen(server.address + "/f/baita/all.ics") as answer:
                    self.assertEqual(answer.read(), expected)


if __name__ == "__main__":
    unittest.main()
