"""Public pages in Debian's Chromium: widths, keyboard, contrast, names, without script; and all that they say.

MUSTER_SHOTS names a folder for pictures of every page in both languages.
"""

import csv
import json
import os
import pathlib
import re
import unittest
import urllib.error
import urllib.parse
import urllib.request

import yaml
from playwright.sync_api import sync_playwright

import muster_server

WIDTHS = [320, 390, 768, 1280]
SHOTS = os.environ.get("MUSTER_SHOTS")
PHONES = {
    "iphone": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
              "Version/17.5 Mobile/15E148 Safari/604.1",
    "wechat": "Mozilla/5.0 (Linux; Android 12; NOH-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
              "Chrome/86.0.4240.99 Mobile Safari/537.36 MicroMessenger/8.0.49.2600 NetType/WIFI",
    "huawei": "Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) AppleWebKit/537.36 (KHTML, like Gecko) "
              "Chrome/99.0.4844.88 HuaweiBrowser/14.0.5.303 Mobile Safari/537.36",
}
PAGES = {
    "month": "/o/baita/?month=2024-06",
    "day": "/o/baita/?by=day&month=2024-06",
    "community": "/o/baita/?by=community&month=2024-06",
    "requirement": "/o/baita/?by=requirement&month=2024-06",
    "one": "/o/baita/?month=2024-06&of=communities/qingsong",
    "activity": "/o/baita/a/qingsong/high-rise-fire",
    "subscribe": "/o/baita/subscribe?feed=communities/qingsong",
    "missing": "/o/baita/nothing",
}

# Of every text that is seen: its size, and its contrast with what is behind it.
CONTRAST = """() => {
  function channels(text) {
    const parts = text.match(/[\\d.]+/g).map(Number);
    return parts.length < 4 ? parts.concat([1]) : parts;
  }
  function light(c) {
    const f = c.slice(0, 3).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2];
  }
  function behind(element) {
    for (let e = element; e; e = e.parentElement) {
      const c = channels(getComputedStyle(e).backgroundColor);
      if (c[3] === 1) return c;
    }
    return [255, 255, 255, 1];
  }
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element.getClientRects().length || element.closest('.unseen, option, optgroup, .skip')) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden') continue;
    const a = light(channels(style.color)), b = light(behind(element));
    found.push({text: text.slice(0, 30), size: parseFloat(style.fontSize),
                contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)});
  }
  return found;
}"""

# What can be pressed: where it is, and what it is called.
TARGETS = """() => Array.from(document.querySelectorAll('a[href], button, select, input:not([type=hidden]), summary'))
  .filter(e => e.getClientRects().length && !e.hidden && !e.classList.contains('skip'))
  .map(e => { const r = e.getBoundingClientRect();
    const label = e.labels && e.labels.length ? e.labels[0].textContent : '';
    return {tag: e.tagName, name: (e.getAttribute('aria-label') || label || e.textContent || '').trim(),
            width: r.width, height: r.height, inText: getComputedStyle(e).display === 'inline',
            isChip: e.classList.contains('chip')}; })"""


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = muster_server.sample()
        cls.workspace = cls.stack.__enter__()
        muster_server.muster(
            "done", "qingsong/high-rise-fire", "-C", cls.workspace, "--people", "40", "--confirm",
            "--now", "2024-06-26T08:00:00+08:00", expect=(0, 1))
        cls.server = muster_server.Server(cls.workspace, now="2024-06-12T08:00:00+08:00")
        cls.play = sync_playwright().start()
        cls.browser = cls.play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.play.stop()
        cls.server.stop()
        cls.stack.__exit__(None, None, None)

    def open(self, path, width=1280, language="zh-CN", **options):
        context = self.browser.new_context(
            viewport={"width": width, "height": 844 if width < 700 else 900}, locale=language, **options)
        page = context.new_page()
        complaints = []
        page.on("console", lambda message: complaints.append(message.text)
                if message.type == "error" and "404" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(self.server.address + path)
        self.addCleanup(context.close)
        self.assertEqual(complaints, [])
        return page

    def test_fit_every_width_in_both_languages(self):
        for name, path in PAGES.items():
            for language in ("zh-CN", "en-US"):
                for width in WIDTHS + ([1920] if name == "month" else []):
                    with self.subTest(page=name, language=language, width=width):
                        page = self.open(path, width, language)
                        wide = page.evaluate("document.documentElement.scrollWidth")
                        self.assertLessEqual(wide, width)
                        self.assertEqual(page.evaluate("document.querySelectorAll('h1').length"), 1)
                        self.assertEqual(
                            page.evaluate("document.documentElement.lang"),
                            "zh-Hans" if language == "zh-CN" else "en")
                        if SHOTS:
                            page.screenshot(
                                path=f"{SHOTS}/{name}-{language[:2]}-{width}.png", full_page=width < 700)
                        page.context.close()

    def test_can_be_read_and_pressed(self):
        texts = targets = 0
        for scheme in ("light", "dark"):
            for name, path in PAGES.items():
                for width in (390, 1280):
                    with self.subTest(page=name, width=width, scheme=scheme):
                        page = self.open(path, width, color_scheme=scheme)
                        for text in page.evaluate(CONTRAST):
                            texts += 1
                            self.assertGreaterEqual(text["contrast"], 4.5, text)
                            self.assertGreaterEqual(text["size"], 13, text)
                        self.assertEqual(
                            page.evaluate("getComputedStyle(document.body).fontSize"), "17px")
                        for target in page.evaluate(TARGETS):
                            targets += 1
                            self.assertTrue(target["name"], target)
                            # In a line of text, and in the desk's grid, WCAG 2.5.8 asks for less.
                            least = 44 if width == 390 and not target["inText"] else 24
                            if not target["inText"]:
                                self.assertGreaterEqual(round(target["height"]), least, target)
                        page.context.close()
        self.assertGreater(texts, 2000)
        self.assertGreater(targets, 1000)

    def test_work_with_the_keyboard_alone(self):
        page = self.open(PAGES["month"])
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        seen = []
        for _ in range(60):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(
                "[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]"))
            if seen[-1][0] == "SELECT":
                break
        self.assertEqual(seen[-1][0], "SELECT")
        self.assertTrue(all(style == "solid" for _, style in seen), seen)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        self.assertIn("of=communities", urllib.parse.unquote(page.url))

    def test_work_without_script(self):
        page = self.open(PAGES["month"], java_script_enabled=False)
        page.select_option("select", index=2)
        page.click("form button")
        self.assertIn("of=", page.url)
        page.click("text=按社区")
        self.assertIn("by=community", page.url)
        page.click(".rows a >> nth=0")
        self.assertIn("/a/", page.url)
        page.click("text=订阅")
        self.assertIn("/subscribe", page.url)
        self.assertTrue(page.locator("#address").input_value().endswith(".ics"))

    def test_tell_each_phone_what_it_can_do(self):
        for phone, program in PHONES.items():
            with self.subTest(phone=phone):
                page = self.open(PAGES["subscribe"], 390, user_agent=program, has_touch=True)
                first = page.locator(".first")
                self.assertEqual(first.locator("a[href^='webcal:']").count(), int(phone == "iphone"))
                self.assertEqual(first.locator("svg.corner").count(), int(phone == "wechat"))
                self.assertEqual(first.locator(".code img").count(), int(phone != "iphone"))
                # WeChat takes no file down and opens no webcal:, so it is offered neither.
                self.assertEqual(
                    page.locator("a[href$='.ics'], a[href^='webcal:']").count(), {"iphone": 2, "wechat": 0, "huawei": 2}[phone])
                if SHOTS:
                    page.screenshot(path=f"{SHOTS}/subscribe-{phone}.png", full_page=True)
                page.context.close()

    def test_copy_the_address(self):
        page = self.open(PAGES["subscribe"], user_agent=PHONES["huawei"])
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.click("[data-copy]")
        page.wait_for_selector("text=已复制")
        self.assertEqual(
            page.evaluate("navigator.clipboard.readText()"), page.locator("#address").input_value())

    def test_fill_one_sheet_of_a_printer(self):
        for paper, size in (("a4", (842, 595)), ("a3", (1191, 842))):
            page = self.open(f"/o/baita/poster?month=2024-06&paper={paper}")
            data = page.pdf(prefer_css_page_size=True, print_background=True)
            with self.subTest(paper=paper):
                self.assertEqual(len(re.findall(rb"/Type\s*/Page[^s]", data)), 1)
                box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", data)
                self.assertEqual(
                    tuple(round(float(part)) for part in box.groups()), size)
                cut = page.evaluate(
                    "() => { const p = document.querySelector('.poster'), t = p.querySelector('table');"
                    " return t.getBoundingClientRect().bottom - p.querySelector('footer').getBoundingClientRect().top }")
                self.assertLessEqual(cut, 1)
            if SHOTS:
                (pathlib.Path(SHOTS) / f"poster-{paper}.pdf").write_bytes(data)
            page.context.close()

    def test_are_small(self):
        def size(path):
            request = urllib.request.Request(
                self.server.address + path, headers={"Accept-Encoding": "gzip"})
            with urllib.request.urlopen(request) as answer:
                return len(answer.read()), answer.headers["Content-Encoding"]

        page = self.open(PAGES["subscribe"])
        style = page.evaluate("document.querySelector('link[rel=stylesheet]').getAttribute('href')")
        script = page.evaluate("document.querySelector('script').getAttribute('src')")
        self.assertLess(size(style)[0], 10_000)
        self.assertLess(size(script)[0], 15_000)
        self.assertLess(size(PAGES["day"])[0], 60_000)

    def test_style_has_nothing_newer_than_wechats_engines(self):
        style = (muster_server.ROOT / "Sources/MusterServer/Style/look.css").read_text()
        script = (muster_server.ROOT / "Sources/MusterServer/Style/copy.js").read_text()
        newer = [
            r"\binset:", r":is\(", r":where\(", r":has\(", r":focus-visible", r"aspect-ratio", r"accent-color",
            r"@layer", r"@container", r"\bclamp\(.*vw", r"color-mix", r"oklch", r"\bdvh\b", r"(?<!grid-)(?<!row-)(?<!column-)\bgap:",
            r"text-wrap", r"margin-inline", r"padding-inline", r"&:", r"@property", r"subgrid"]
        for sign in newer:
            self.assertIsNone(re.search(sign, style), sign)
        for sign in [r"\?\.", r"\?\?", r"=>", r"\blet\b", r"\bconst\b", r"`", r"#\w+ ?=", r"\.at\(", r"replaceAll", r"\basync\b"]:
            self.assertIsNone(re.search(sign, script), sign)


class Crawl(unittest.TestCase):
    """All that anybody can read, for all announcements and states, holds nothing that spec 4 forbids."""

    def walk(self, server):
        found, waiting = {}, ["/", "/o/baita/", "/o/baita/poster", "/robots.txt"]
        waiting += [f"/o/baita/?by={view}" for view in ("day", "community", "requirement")]
        for file in sorted((self.workspace / "feeds").rglob("*.ics")):
            waiting.append("/f/baita/" + str(file.relative_to(self.workspace / "feeds")))
        while waiting:
            path = waiting.pop()
            if path in found:
                continue
            with urllib.request.urlopen(server.address + path) as answer:
                found[path] = answer.read().decode()
            if path.endswith(".ics") or ".ics?" in path:
                found[path] = found[path].replace("\r\n ", "")
            for target in re.findall(r'(?:href|src)="(/[^"#]*)', found[path]):
                waiting.append(target.replace("&amp;", "&"))
        return found

    def test_says_nothing_that_it_must_not(self):
        with muster_server.sample() as workspace:
            self.workspace = workspace
            forbidden = self.fill_contacts() | {"绝密隐患内容", "取消的内部说明", "报送本周"}
            rules = workspace / "plan.yaml"
            rules.write_text(rules.read_text().replace(
                "\nrequirements:\n",
                "\nrequirements:\n  - { id: secret-visit, name: 秘密检查, for: {}, duration: 60min, announce: internal,"
                " dates: 2024-06-17..2024-06-28, days: workdays, hours: \"09:00-17:00\" }\n", 1))
            muster_server.muster(
                "problem", "绝密隐患内容", "--community", "qingsong", "--source", "resident", "-C",
                workspace, "--now", muster_server.NOW)
            self.plan()
            announced = {rule["id"]: rule.get("announce", "public")
                         for rule in yaml.safe_load(rules.read_text())["requirements"]}
            activities = self.activities()
            self.change(activities, announced)
            activities = self.activities()
            hidden = [a["id"] for a in activities
                      if announced[a["requirement"]] == "internal" and a["status"] != "done"]
            sealed = [a for a in activities
                      if announced[a["requirement"]] == "date-only" and a["status"] in ("planned", "due")]
            states = {(announced[a["requirement"]], a["status"]) for a in activities}
            self.assertGreaterEqual(len(states), 7, states)
            self.assertTrue(hidden and sealed)
            with muster_server.running(workspace) as server:
                pages = self.walk(server)
                self.assertGreater(len(pages), 400)
                for path, text in pages.items():
                    said = [word for word in list(forbidden) + hidden if word in text]
                    self.assertEqual(said, [], path)
                for activity in sealed:
                    page = pages[f"/o/baita/a/{activity['id']}"]
                    facts = page.split('<dl class="facts', 1)[1].split("</dl>", 1)[0]
                    self.assertNotIn(activity["start"][11:16], facts)
                    for team in self.names("teams.csv", activity["teams"].values()):
                        self.assertNotIn(team, page)
                # A known address of what is hidden is as if there were none.
                for activity in hidden[:5]:
                    with self.assertRaises(urllib.error.HTTPError):
                        urllib.request.urlopen(server.address + "/o/baita/a/" + activity)

    def plan(self):
        muster_server.muster(
            "plan", self.workspace, "--now", muster_server.NOW, "--time-limit", "3s", expect=(0, 1))

    def activities(self):
        return json.loads(muster_server.muster(
            "show", self.workspace, "--format", "json", "--now", muster_server.NOW))["activities"]

    def change(self, activities, announced):
        """Cancels one and records one of every kind of announcement, and moves what can be."""
        for how in ("public", "date-only", "internal"):
            own = [a for a in activities if announced[a["requirement"]] == how]
            later = [a["id"] for a in own if a.get("start", "") > "2024-06-10"]
            muster_server.muster(
                "cancel", later[0], "-C", self.workspace, "--reason", "other", "--words", "取消的内部说明",
                "--now", muster_server.NOW)
            muster_server.muster(
                "done", later[1], "-C", self.workspace, "--people", "7", "--on", "2024-06-02",
                "--start", "10:10", "--note", "绝密隐患内容", "--confirm", "--now", muster_server.NOW,
                expect=(0, 1))
        self.plan()

    def fill_contacts(self):
        """Gives every row of every table somebody who answers for it; all their names and phones."""
        told = set()
        for table in ("communities.csv", "venues.csv", "teams.csv"):
            path = self.workspace / table
            lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines()
                     if line and not line.startswith("#")]
            rows = list(csv.DictReader(lines))
            with open(path, "w", newline="") as file:
                writer = csv.DictWriter(file, rows[0].keys())
                writer.writeheader()
                for index, row in enumerate(rows):
                    row["contact"], row["phone"] = f"联络{table[0]}人{index}号", f"1390{ord(table[0])}{index:04}"
                    told |= {row["contact"], row["phone"]}
                    writer.writerow(row)
        return told

    def names(self, table, ids):
        with open(self.workspace / table) as file:
            return [row["name"] for row in csv.DictReader(file) if row["id"] in set(ids)]


if __name__ == "__main__":
    unittest.main()
