"""Debian's nginx before the server, with the sample configuration: TLS, logs, who asks."""

import re
import shutil
import ssl
import subprocess
import time
import unittest
import urllib.error
import urllib.request

import muster_server

SAMPLE = muster_server.ROOT / "Documentation/Server/nginx.conf"

STRIPPING = """
server {{
  listen 127.0.0.1:{listen};
  location / {{
    proxy_pass http://127.0.0.1:{server};
    proxy_set_header If-None-Match "";
    proxy_set_header If-Modified-Since "";
  }}
}}
"""


def free_port():
    import socket
    with socket.socket() as socket_:
        socket_.bind(("127.0.0.1", 0))
        return socket_.getsockname()[1]


@unittest.skipUnless(shutil.which("systemd-analyze"), "there is no systemd")
class Unit(unittest.TestCase):
    def test_is_one_that_systemd_takes(self):
        with muster_server.temporary_folder() as folder:
            unit = folder / "muster-server.service"
            text = SAMPLE.with_name("muster-server.service").read_text()
            self.assertIn("/usr/local/bin/muster-server ", text)
            unit.write_text(text.replace("/usr/local/bin/muster-server ", f"{muster_server.SERVER} "))
            answer = subprocess.run(
                ["systemd-analyze", "verify", unit], capture_output=True, text=True)
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))


@unittest.skipUnless(shutil.which("nginx"), "there is no nginx")
class Proxy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folders = muster_server.temporary_folder()
        cls.home = cls.folders.__enter__()
        cls.home.chmod(0o755)
        cls.stack = muster_server.sample()
        cls.workspace = cls.stack.__enter__()
        cls.tls, cls.plain, cls.stripping = free_port(), free_port(), free_port()
        cls.base = f"https://localhost:{cls.tls}"
        cls.server = muster_server.Server(
            cls.workspace, "--behind-proxy", "127.0.0.1", "--base", cls.base)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
             "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", cls.home / "key.pem",
             "-out", cls.home / "fullchain.pem"], check=True, capture_output=True)
        site = SAMPLE.read_text()
        for old, new in [
                ("127.0.0.1:8080", f"127.0.0.1:{cls.server.port}"), ("listen 80;", f"listen 127.0.0.1:{cls.plain};"),
                ("listen 443 ssl", f"listen 127.0.0.1:{cls.tls} ssl"), ("muster.example.cn", "localhost"),
                ("/etc/ssl/muster", str(cls.home)), ("/var/log/nginx", str(cls.home))]:
            assert old in site, old
            site = site.replace(old, new)
        (cls.home / "nginx.conf").write_text(
            f"daemon off;\npid {cls.home}/pid;\nerror_log {cls.home}/start.log;\nworker_processes 1;\n"
            f"events {{ worker_connections 512; }}\nhttp {{\naccess_log off;\n"
            + "".join(f"{kind}_temp_path {cls.home}/{kind};\n"
                      for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
            + site + STRIPPING.format(listen=cls.stripping, server=cls.server.port) + "\n}\n")
        cls.nginx = subprocess.Popen(
            ["nginx", "-c", str(cls.home / "nginx.conf"), "-p", str(cls.home)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        cls.trust = ssl.create_default_context(cafile=str(cls.home / "fullchain.pem"))
        for _ in range(50):
            try:
                cls.fetch("/robots.txt")
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError((cls.home / "start.log").read_text())

    @classmethod
    def tearDownClass(cls):
        cls.nginx.terminate()
        cls.nginx.wait(timeout=10)
        cls.server.stop()
        cls.stack.__exit__(None, None, None)
        cls.folders.__exit__(None, None, None)

    @classmethod
    def fetch(cls, path, headers=None):
        request = urllib.request.Request(cls.base + path, headers=headers or {})
        with urllib.request.urlopen(request, context=cls.trust, timeout=10) as answer:
            return answer.headers, answer.read()

    def test_feeds_come_as_they_lie_and_are_told_to_be_the_same(self):
        expected = (self.workspace / "feeds/all.ics").read_bytes()
        headers, body = self.fetch("/f/baita/all.ics")
        self.assertEqual(body, expected)
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.fetch("/f/baita/all.ics", {"If-None-Match": headers["ETag"]})
        self.assertEqual(caught.exception.code, 304)
        packed, _ = self.fetch("/f/baita/all.ics", {"Accept-Encoding": "gzip"})
        self.assertEqual(packed["Content-Encoding"], "gzip")

    def test_a_proxy_that_strips_conditions_does_no_harm(self):
        expected = (self.workspace / "feeds/all.ics").read_bytes()
        address = f"http://127.0.0.1:{self.stripping}/f/baita/all.ics"
        seen = set()
        for conditions in ({}, {"If-None-Match": "*"}, {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}):
            request = urllib.request.Request(address, headers=conditions)
            with urllib.request.urlopen(request, timeout=10) as answer:
                self.assertEqual((answer.status, answer.read()), (200, expected))
                seen.add(answer.headers["ETag"])
        # Whoever keeps the tag knows by itself that nothing changed.
        self.assertEqual(len(seen), 1)
        tag = seen.pop()
        request = urllib.request.Request(address, headers={"If-None-Match": tag})
        with urllib.request.urlopen(request, timeout=10) as answer:
            self.assertEqual((answer.status, answer.headers["ETag"]), (200, tag))

    def test_pages_know_where_they_are_reached(self):
        headers, body = self.fetch("/o/baita/subscribe")
        self.assertIn(f"{self.base}/f/baita/all.ics", body.decode())
        self.assertEqual(headers["Strict-Transport-Security"], "max-age=31536000")

    def test_nobody_outside_sees_how_it_is(self):
        for path in ("/health", "/metrics"):
            with self.assertRaises(urllib.error.HTTPError) as caught:
                self.fetch(path)
            self.assertEqual(caught.exception.code, 404)
            with urllib.request.urlopen(self.server.address + path) as answer:
                self.assertEqual(answer.status, 200)
            # Past a proxy that lets it through it is for others all the same.
            request = urllib.request.Request(
                self.server.address + path, headers={"X-Forwarded-For": "198.51.100.7"})
            with self.assertRaises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(request)
            self.assertEqual(caught.exception.code, 404)

    def test_no_log_has_a_token(self):
        token, invitation = "q" * 26, "w" * 26
        for path in (f"/f/{token}.ics", f"/o/baita/i/{invitation}"):
            with self.assertRaises(urllib.error.HTTPError):
                self.fetch(path)
        self.fetch("/o/baita/")
        time.sleep(0.5)
        logs = {file.name: file.read_text() for file in self.home.glob("*.log")}
        self.assertIn("GET /o/baita/ ", logs["muster.log"])
        for name, text in list(logs.items()) + [("server", "".join(self.server.log))]:
            self.assertNotIn(token, text, name)
            self.assertNotIn(invitation, text, name)
        self.assertIsNone(re.search(r"/f/", logs["muster.log"]))

    def test_plain_http_is_sent_to_tls(self):
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *arguments):
                return None

        with self.assertRaises(urllib.error.HTTPError) as caught:
            urllib.request.build_opener(Stay).open(f"http://localhost:{self.plain}/o/baita/")
        self.assertEqual(caught.exception.code, 301)
        self.assertTrue(caught.exception.headers["Location"].startswith("https://localhost"))


if __name__ == "__main__":
    unittest.main()
