"""Public pages in Debian's Chromium: widths, keyboard, contrast, names, without script; and all that they say.

MUSTER_SHOTS names a folder for pictures of every page in both languages.
"""

import csv
import datetime
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
                page = self.open(path, WIDTHS[0], language)
                self.assertEqual(
                    page.evaluate("document.documentElement.lang"), "zh-Hans" if language == "zh-CN" else "en")
                for width in WIDTHS + ([1920] if name == "month" else []):
                    with self.subTest(page=name, language=language, width=width):
                        page.set_viewport_size({"width": width, "height": 844 if width < 700 else 900})
                        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                        if SHOTS:
                            page.screenshot(
                                path=f"{SHOTS}/{name}-{language[:2]}-{width}.png", full_page=width < 700)
                page.context.close()

    def test_are_made_of_parts_that_readers_aloud_know(self):
        for name, path in PAGES.items():
            with self.subTest(page=name):
                page = self.open(path)
                levels = page.evaluate(
                    "Array.from(document.querySelectorAll('h1,h2,h3')).map(e => Number(e.tagName[1]))")
                self.assertEqual(levels.count(1), 1)
                self.assertEqual(levels[0], 1)
                self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])), levels)
                ids = page.evaluate("Array.from(document.querySelectorAll('[id]')).map(e => e.id)")
                self.assertEqual(len(ids), len(set(ids)))
                self.assertEqual(page.locator("main").count(), 1)
                for picture in page.locator("img, svg[role=img]").all():
                    self.assertTrue(picture.get_attribute("alt") or picture.get_attribute("aria-label"))
                for part in page.locator("nav").all():
                    self.assertTrue(part.get_attribute("aria-label"))
                for field in page.locator("input:not([type=hidden]), select").all():
                    self.assertTrue(page.locator(f"label[for={field.get_attribute('id')}]").count())
                for table in page.locator("table").all():
                    self.assertEqual(table.locator("caption").count(), 1)
                    self.assertEqual(table.locator("th:not([scope])").count(), 0)
                page.context.close()

    def test_subscribe_to_the_same_whatever_is_shown(self):
        targets = set()
        for path in ("month", "day", "community", "requirement", "one"):
            page = self.open(PAGES[path])
            targets.add(page.locator(".controls > a.button").get_attribute("href"))
            page.context.close()
        self.assertEqual(targets, {"/o/baita/subscribe"})

    def test_can_be_read_and_pressed(self):
        texts = targets = 0
        for name, path in PAGES.items():
            page = self.open(path)
            for width in (390, 1280):
                page.set_viewport_size({"width": width, "height": 844})
                for scheme in ("light", "dark"):
                    with self.subTest(page=name, width=width, scheme=scheme):
                        page.emulate_media(color_scheme=scheme)
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
            r"\banywhere\b", r"\binset:", r":is\(", r":where\(", r":has\(", r":focus-visible", r"aspect-ratio", r"accent-color",
            r"@layer", r"@container", r"\bclamp\(.*vw", r"color-mix", r"oklch", r"\bdvh\b", r"(?<!grid-)(?<!row-)(?<!column-)\bgap:",
            r"text-wrap", r"margin-inline", r"padding-inline", r"&:", r"@property", r"subgrid"]
        for sign in newer:
            self.assertIsNone(re.search(sign, style), sign)
        for sign in [r"\?\.", r"\?\?", r"=>", r"\blet\b", r"\bconst\b", r"`", r"#\w+ ?=", r"\.at\(", r"replaceAll", r"\basync\b"]:
            self.assertIsNone(re.search(sign, script), sign)


class Crawl(unittest.TestCase):
    """All that anybody can read, for all announcements and states, holds nothing that spec 4 forbids."""

    WORDS = {"绝密隐患内容", "取消的内部说明", "挪动的内部说明", "停用的内部说明", "草案的内部说明", "撤下的内部说明",
             "绝密备注", "绝密照片"}

    def walk(self, server):
        found, waiting = {}, ["/", "/o/baita/", "/o/baita/poster", "/o/baita/poster?paper=a3", "/robots.txt"]
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
            forbidden = list(self.fill_contacts() | self.WORDS)
            rules = workspace / "plan.yaml"
            rules.write_text(rules.read_text().replace(
                "\nrequirements:\n",
                "\nrequirements:\n  - { id: secret-visit, name: 秘密检查, for: {}, duration: 60min, announce: internal,"
                " dates: 2024-06-17..2024-06-28, days: workdays, hours: \"09:00-17:00\" }\n", 1))
            self.muster("problem", "绝密隐患内容", "--community", "qingsong", "--source", "resident")
            self.plan()
            self.announced = {rule["id"]: rule.get("announce", "public")
                              for rule in yaml.safe_load(rules.read_text())["requirements"]}
            changed = self.change()
            activities = self.activities()
            hidden = [a["id"] for a in activities if self.kind(a) == "internal" and a["status"] != "done"]
            sealed = [a for a in activities
                      if self.kind(a) == "date-only" and a["status"] in ("planned", "due")]
            self.assertTrue(hidden and sealed)
            with muster_server.running(workspace) as server:
                pages = self.walk(server)
                self.assertGreater(len(pages), 400)
                for path, text in pages.items():
                    self.assertEqual([word for word in forbidden + hidden if word in text], [], path)
                self.check_states(pages, changed)
                for activity in sealed:
                    self.check_sealed(pages, activity)
                # A known address of what is hidden is as if there were none.
                for activity in hidden[:5]:
                    for suffix in ("", ".ics"):
                        with self.assertRaises(urllib.error.HTTPError):
                            urllib.request.urlopen(f"{server.address}/o/baita/a/{activity}{suffix}")
                self.draft(activities)
                drafted = self.walk(server)
                self.assertEqual(sorted(drafted), sorted(pages))
                self.assertEqual([path for path in pages if drafted[path] != pages[path]], [])

    def check_states(self, pages, changed):
        """That what was done to them really came, and shows as it must."""
        signs = {"cancelled": "× 取消", "done": "● 已完成", "moved": "↻ 改期"}
        for (how, state), activity in changed.items():
            path = f"/o/baita/a/{activity}"
            if how == "internal" and state != "done":
                self.assertNotIn(path, pages)
            else:
                self.assertIn(signs[state], pages[path], (how, state))
        self.assertEqual(len(changed), 9)

    def check_sealed(self, pages, activity):
        """The day, and neither the hour nor the teams, on its page and wherever it stands in a feed."""
        page = pages[f"/o/baita/a/{activity['id']}"]
        facts = page.split('<dl class="facts', 1)[1].split("</dl>", 1)[0]
        clock, basic = activity["start"][11:16], activity["start"][11:16].replace(":", "")
        self.assertNotIn(clock, facts)
        self.assertNotIn("越过规则", page)
        teams = self.names("teams.csv", activity["teams"].values())
        places = 0
        for path, text in pages.items():
            if ".ics" not in path or f"UID:{activity['id']}@" not in text:
                continue
            event = next(part for part in text.split("BEGIN:VEVENT") if f"UID:{activity['id']}@" in part)
            event = event.split("END:VEVENT")[0]
            places += 1
            self.assertIn(f"DTSTART;VALUE=DATE:{activity['start'][:10].replace('-', '')}", event)
            self.assertFalse([word for word in teams + [f"T{basic}", "越过规则"] if word in event], path)
            self.assertFalse("/teams/" in path, path)
        self.assertGreaterEqual(places, 3)
        for team in teams:
            self.assertNotIn(team, page)

    def muster(self, *arguments, expect=(0,)):
        return muster_server.muster(
            *arguments, "-C", self.workspace, "--now", muster_server.NOW, expect=expect)

    def plan(self, *arguments):
        self.muster("plan", "--time-limit", "3s", *arguments, expect=(0, 1))

    def activities(self):
        return json.loads(self.muster("show", "--format", "json"))["activities"]

    def kind(self, activity):
        return self.announced[activity["requirement"]]

    def elsewhere(self, activity):
        """Another day that it can be on."""
        day = datetime.date.fromisoformat(activity["start"][:10])
        for first, last in ((day + datetime.timedelta(1), datetime.date(2024, 6, 28)),
                            (datetime.date(2024, 6, 5), day - datetime.timedelta(1))):
            if first <= last:
                options = json.loads(self.muster(
                    "options", activity["id"], "--dates", f"{first}..{last}", "--format", "json", expect=(0, 1)))
                for option in options["options"]:
                    return option["placement"]["start"]
        return None

    def change(self):
        """Of each kind of announcement one is called off, one moved and one held; which."""
        changed = {}
        activities = self.activities()
        for how in ("public", "date-only", "internal"):
            later = [a for a in activities if self.kind(a) == how and a.get("start", "") > "2024-06-10"]
            self.muster("cancel", later[0]["id"], "--reason", "other", "--words", "取消的内部说明")
            photo = self.workspace.parent / f"绝密照片{how}.jpg"
            photo.write_bytes(b"\xff\xd8\xff" + how.encode())
            self.muster(
                "done", later[1]["id"], "--people", "7", "--on", "2024-06-02", "--start", "10:10", "--note",
                "绝密备注", "--file", photo, "--confirm", expect=(0, 1))
            moved, start = next((a, start) for a in later[2:] if (start := self.elsewhere(a)))
            self.muster(
                "move", moved["id"], "--to", start[:16], "--reason", "other", "--words", "挪动的内部说明",
                expect=(0, 1))
            changed |= {(how, "cancelled"): later[0]["id"], (how, "done"): later[1]["id"],
                        (how, "moved"): moved["id"]}
        # One whose hour is hidden stands beside a public one of its community: the rule that this breaks would tell it.
        taken = set(changed.values())
        alone = next(a for a in activities if self.kind(a) == "date-only" and a["id"] not in taken
                     and a.get("start", "") > "2024-06-10")
        beside = next(a for a in activities if self.kind(a) == "public" and a["community"] == alone["community"]
                      and a.get("start", "") > "2024-06-10" and a["start"][11:16] >= "08:00")
        overrides = [part for rule in ("placement", "venue", "team", "community", "order")
                     for part in ("--override", rule)]
        words = ["--reason", "other", "--words", "挪动的内部说明"]
        self.muster("pin", beside["id"], *words)
        self.muster("move", alone["id"], "--to", beside["start"][:16], *overrides, *words)
        hash_ = json.loads(self.muster("evidence", "list", "--format", "json"))["evidence"][0]["hash"]
        self.muster("evidence", "withhold", hash_, "--words", "撤下的内部说明")
        self.plan()
        self.assertIn(
            "community", next(a for a in self.activities() if a["id"] == alone["id"])["overrides"])
        return changed

    def draft(self, activities):
        """Saves a draft in which things would move, which nobody may see."""
        day = next(a["start"][:10] for a in activities
                   if self.kind(a) == "public" and a["status"] == "planned" and a.get("start", "") > "2024-06-10")
        self.muster("block", "--dates", day, "--reason", "other", "--words", "停用的内部说明")
        self.plan("--draft")
        diff = json.loads(self.muster("diff", "--draft", "--format", "json"))
        self.assertTrue(diff)

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
