"""Tables, calendars and the command."""
import contextlib
import io
import json
from typing import Any, Dict, List

import judge
from tiny import ONE, JudgeCase, at, calendar, need


class Reading(JudgeCase):
    def test_encodings_and_chinese_columns(self) -> None:
        text = '# 表\n\n编号,类型,名称,风险,人口\nc1,城市社区,"甲,乙",火灾；高层建筑,12\n'
        for data in (text.encode("utf-8-sig"), text.encode("gb18030"),
                     text.replace("甲,乙", "甲").replace(",", "\t").encode()):
            found = judge.Workspace(self.workspace(ONE, communities=data)).communities["c1"]
            self.assertEqual((found.kind, found.hazards, found.population, found.area),
                             ("urban", ["fire", "high-rise"], 12, "all-areas"))

    def test_holidays(self) -> None:
        ics = calendar("DTSTART;VALUE=DATE:20240607\nDTEND;VALUE=DATE:20240609\nSUMMARY:端午节",
                       "DTSTART;VALUE=DATE:20240612\nSUMMARY:夏至\nDTSTAMP;VALUE=DATE:20231025",
                       "DTSTART;VALUE=DATE:20240609\nSUMMARY:端午节（班）",
                       "DTSTART;VALUE=DATE:20240601\nSUMMARY:x\nCATEGORIES:A,MAKEUP-WORKDAY")
        yaml = "calendars: [ { file: h.ics, as: holidays } ]\n" + ONE
        workspace = judge.Workspace(self.workspace(yaml, h_ics=ics))
        days = [number for number in range(1, 14)
                if workspace.is_working(judge.parse_day(f"2024-06-{number:02}"))]
        self.assertEqual(days, [1, 3, 4, 5, 6, 9, 10, 11, 13])
        self.assertEqual(self.faults(yaml, at("c1/x", "07T09:00"), files={"h_ics": ics}),
                         ["the day is a holiday"])
        workdays = yaml + need("days: weekends", "y")
        self.assertEqual(self.faults(workdays, at("c1/x", "03T09:00"), at("c1/y", "09T09:00"),
                                     files={"h_ics": ics}), ["the day does not pass days"])
        allowed = yaml.replace("duration", "on-holidays: true, duration")
        self.assertEqual(self.faults(allowed, at("c1/x", "07T09:00"), files={"h_ics": ics}), [])

    def closed(self, *events: str) -> Dict[str, List[Any]]:
        yaml = "calendars: [ { file: b.ics, as: closure, venues: [hall] } ]\n" + ONE
        closure = judge.Workspace(self.workspace(yaml, b_ics=calendar(*events))).closures[0]
        self.assertEqual(closure.scope, {"venues": ["hall"]})
        return {judge.iso(day)[5:]: spans for day, spans in (closure.spans or {}).items() if spans}

    def test_recurring_closures(self) -> None:
        rule = """DTSTART;TZID=Asia/Shanghai:20240603T090000
DTEND;TZID=Asia/Shanghai:20240603T100000
RRULE:FREQ=DAILY;UNTIL=20240606T010000Z
EXDATE;TZID=Asia/Shanghai:20240604T090000"""
        self.assertEqual(self.closed(rule), {
            "06-03": [(540, 600)], "06-05": [(540, 600)], "06-06": [(540, 600)]})

    def test_zones_and_midnight(self) -> None:
        self.assertEqual(self.closed("DTSTART:20240603T150000Z\nDURATION:PT2H"),
                         {"06-03": [(1380, 1440)], "06-04": [(0, 60)]})
        self.assertEqual(self.closed("DTSTART;TZID=China Standard Time:20240603T230000\n"
                                     "DTEND;TZID=China Standard Time:20240604T000000"),
                         {"06-03": [(1380, 1440)]})
        self.assertEqual(self.closed("DTSTART;TZID=Nowhere/At All:20240603T230000\n"
                                     "DURATION:PT1H"), {})
        self.assertEqual(self.closed("DTSTART;VALUE=DATE:20240603"), {"06-03": [(0, 1440)]})

    def test_what_closes_nothing(self) -> None:
        when = "DTSTART:20240603T150000Z\nDURATION:PT2H\n"
        self.assertEqual(self.closed(when + "STATUS:CANCELLED", when + "TRANSP:TRANSPARENT",
                                     when + "RRULE:FREQ=HOURLY"), {})

    def test_a_moved_occurrence(self) -> None:
        rule = "DTSTART:20240603T010000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2"
        moved = "DTSTART:20240605T020000\nDURATION:PT1H\nRECURRENCE-ID:20240604T010000"
        text = calendar(rule, moved).replace("UID:1", "UID:0")
        yaml = "calendars: [ { file: b.ics, as: closure } ]\n" + ONE
        closure = judge.Workspace(self.workspace(yaml, b_ics=text)).closures[0]
        self.assertEqual({judge.iso(day): spans for day, spans in closure.spans.items()},
                         {"2024-06-03": [(60, 120)], "2024-06-05": [(120, 180)]})

    def test_what_excel_and_people_write(self) -> None:
        rows = ("白塔街道社区一览表,,,,\n序号,编号,类型,名称,人口,备注\n"
                "1,c1,城市社区,甲,\"１，４２０人\",\n合计,,,,1420,\n")
        comma = rows.encode("utf-16")
        semicolon = ("sep=;\n" + rows.replace("\"１，４２０人\"", "1,420").replace(",", ";")
                     .replace("1;420", "1,420")).encode()
        for data in (comma, semicolon, rows.encode("gb18030")):
            found = judge.Workspace(self.workspace(ONE, communities=data)).communities
            self.assertEqual([(row.id, row.kind, row.name, row.population) for row in found.values()],
                             [("c1", "urban", "甲", 1420)])

    def test_hours_and_dates_as_people_write_them(self) -> None:
        self.assertEqual(judge.parse_day("2025/6/3"), judge.parse_day("2025-06-03"))
        self.assertEqual(judge.parse_day("2025年6月3日"), judge.parse_day("2025.6.3"))
        venues = "id,name,types,hours,整理\nhall,H,hall,8：00－18：00；全天,３０分钟\n"
        found = judge.Workspace(self.workspace(ONE, venues=venues)).venues["hall"]
        self.assertEqual((found.hours, found.turnaround), ([(480, 1080), (0, 1440)], 30))

    def test_names_do_where_ids_do(self) -> None:
        venues = "id,name,types,community\nsq1,S,square,C\nsq2,S,square,共用\n"
        teams = "id,name,role,covers\nf1,F,fire,C;a9\n"
        head = "closures: [ { dates: 2024-06-04, venues: [S], teams: [F], communities: [D] } ]\n"
        yaml = head + "requirements:\n" + need("", "y") + need("after: N2", wanted="{ communities: D }")
        found = judge.Workspace(self.workspace(yaml.replace("id: y, name: N", "id: y, name: N2"),
                                               venues=venues, teams=teams))
        self.assertEqual([venue.community for venue in found.venues.values()], ["c1", ""])
        self.assertEqual(found.teams["f1"].covers, ["c1", "a9"])
        # Two squares have the name S, so it stands for neither.
        self.assertEqual(found.closures[0].scope,
                         {"venues": ["S"], "teams": ["f1"], "communities": ["c2"]})
        self.assertEqual(found.requirements["x"].after, [("y", 1)])
        self.assertEqual(found.owners(found.requirements["x"].entry["for"]), ["c2"])

    def test_tables_that_are_not_read(self) -> None:
        for name, data in (("communities_xlsx", b""), ("tables_xlsx", b"")):
            with self.assertRaises(judge.Unreadable):
                judge.Workspace(self.workspace(ONE, **{name: data}))
        with self.assertRaises(judge.Unreadable):
            judge.Workspace(self.workspace(ONE, communities="name,kind\nC,urban\n"))

    def test_the_states_holidays(self) -> None:
        workspace = judge.Workspace(self.workspace("holidays: cn\n" + ONE))
        for day, is_working in (("2024-06-10", False), ("2024-06-07", True), ("2024-05-11", True),
                                ("2024-10-01", False), ("2024-06-08", False)):
            self.assertEqual(workspace.is_working(judge.parse_day(day)), is_working, day)

    def test_what_makes_a_working_day(self) -> None:
        for text, is_work in (
                ("SUMMARY:春节 补班 第1天/共2天", True), ("SUMMARY:【班】劳动节", True),
                ("SUMMARY:班｜劳动节", True), ("SUMMARY:劳动节[班]", True), ("SUMMARY:(班)劳动节🔔", True),
                ("SUMMARY:劳动节（补）", True), ("SUMMARY:劳动节（调休）", True),
                ("SUMMARY:Working Day", True), ("SUMMARY:x\nCATEGORIES:调休,Business Day", True),
                ("SUMMARY:今天不上班", False), ("SUMMARY:国庆值班", False),
                ("SUMMARY:春节放假调休", False), ("SUMMARY:劳动节", False)):
            for when in ("DTSTART;VALUE=DATE:20240608", "DTSTART:20240608T000000\nDURATION:P1D"):
                ics = calendar(f"{when}\n{text}")
                yaml = "calendars: [ { file: h.ics, as: holidays } ]\n" + ONE
                found = judge.Workspace(self.workspace(yaml, h_ics=ics))
                day = judge.parse_day("2024-06-08")
                self.assertEqual((day in found.make_up_days, day in found.holidays),
                                 (is_work, not is_work), (text, when))

    def test_hours_of_a_holiday_calendar(self) -> None:
        yaml = "calendars: [ { file: h.ics, as: holidays } ]\n" + ONE
        day = judge.parse_day("2024-06-06")
        for event, found in (("DTSTART:20240606T090000\nDURATION:PT9H\nSUMMARY:补班", (False, True)),
                             ("DTSTART:20240606T090000\nDURATION:PT9H\nSUMMARY:节", (False, False)),
                             ("DTSTART:20240606T000000\nDTEND:20240607T000000\nSUMMARY:节", (True, False)),
                             ("DTSTART:20240606T090000\nDURATION:PT9H\nSUMMARY:补班\n"
                              "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY", (True, False))):
            space = judge.Workspace(self.workspace(yaml, h_ics=calendar(event)))
            self.assertEqual((day in space.holidays, day in space.make_up_days), found, event)
            self.assertEqual({day - 1, day + 1} & (space.holidays | space.make_up_days), set())


class Command(JudgeCase):
    def run_on(self, document: Any, *options: str) -> int:
        folder = self.workspace(ONE)
        path = folder / "plan.json"
        path.write_text(document if isinstance(document, str) else json.dumps(document))
        with contextlib.redirect_stdout(io.StringIO()) as out, \
                contextlib.redirect_stderr(io.StringIO()):
            status = judge.main([str(folder), str(path), *options])
        if status != 2:
            self.assertEqual(json.loads(out.getvalue())["cost"], 6)
        return status

    def test_exit_status(self) -> None:
        parts = {"placement": 0, "crowding": 0, "quiet week": 6, "closeness": 0, "moved": 0,
                 "dropped": 0, "unevenness": 0}
        score = {"unplaced": 0, "unplacedBound": 0, "cost": 6, "bound": 6, "optimal": True,
                 "parts": parts}
        plan = {"id": "tiny", "activities": [at("c1/x", "03T09:00")], "score": score}
        self.assertEqual(self.run_on(plan), 0)
        self.assertEqual(self.run_on({**plan, "score": {}}), 1)
        self.assertEqual(self.run_on({**plan, "activities": [at("c1/x", "03T09:15")]}), 1)
        self.assertEqual(self.run_on("{"), 2)
        self.assertEqual(self.run_on(plan, "--now", "2024-06-03T10:00:00+08:00"), 1)
