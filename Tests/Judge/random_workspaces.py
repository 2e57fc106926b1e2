"""Random workspaces as plain dictionaries, and as the files that a planner writes.

A workspace is `{"plan": …, "communities": […], "venues": […], "teams": […]}` in the words of the
workspace's format. FEATURES can be left out, so that a planner without one can be tried on the
rest.
"""
import csv
import io
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Collection, Dict, List

Drawn = Dict[str, Any]

FEATURES = ("away", "turnaround", "start", "clocks", "spans", "joint", "following", "kinds",
            "organizer", "uneven", "dropped")
"""Venues away from home, clearing a venue, a start of its own, days on which clocks change, months
and quarters, joint activities, deadlines that follow, all kinds of communities, closures of the
organizer, the prices of an uneven shortage and of leaving out what was published. Of what is left
out the files say nothing, so that its default holds."""

CHINESE = {
    "communities": {"id": "编号", "name": "名称", "kind": "类型", "area": "片区", "population": "人口",
                    "hazards": "风险", "lat": "纬度", "lon": "经度", "max-per-day": "每日上限"},
    "venues": {"id": "编号", "name": "名称", "types": "类别", "community": "所属", "lat": "纬度",
               "lon": "经度", "capacity": "容纳人数", "concurrent": "同时场次", "turnaround": "整理",
               "hours": "开放时间", "days": "开放日"},
    "teams": {"id": "编号", "name": "名称", "role": "角色", "crews": "班组数", "turnaround": "周转",
              "covers": "覆盖", "hours": "时间", "days": "日期"}}
KINDS = {"urban": "城市社区", "rural": "农村村庄", "school": "学校", "enterprise": "企业",
         "hospital": "医院", "department": "部门", "other": "其他"}


class Drawing:
    """One workspace being drawn; `size` 1 is tiny, a few activities."""

    def __init__(self, seed: int, features: Collection[str] = FEATURES, size: int = 1) -> None:
        self.draw, self.features, self.size = random.Random(seed), features, size
        self.is_night = self.has("clocks", 0.15)
        self.is_roomy = self.draw.random() < 0.6  # enough of everything, as a rule
        first = date(2026, 3, 5) if self.is_night else date(2024, 6, 26)
        length = 8 if self.is_night else 10 if size == 1 else 25
        self.days = [(first + timedelta(days=n)).isoformat() for n in range(length)]
        self.hours = "00:00-05:00" if self.is_night else "08:00-11:00"
        self.names = [f"c{n}" for n in range(1, 2 * size + 2)]

    def has(self, feature: str, chance: float) -> bool:
        """Whether the feature is wanted and drawn."""
        return self.draw.random() < chance and feature in self.features

    def some(self, values: List[Any], most: int) -> List[Any]:
        """One to `most` of the values, in their order."""
        count = self.draw.randint(1, min(most, len(values)))
        return sorted(self.draw.sample(values, count), key=values.index)

    def workspace(self) -> Drawn:
        """All of it."""
        return {"communities": self.communities(), "venues": self.venues(), "teams": self.teams(),
                "plan": self.plan()}

    def communities(self) -> List[Dict[str, Any]]:
        """A row each."""
        kinds = list(KINDS) if "kinds" in self.features else ["urban", "rural"]
        return [{"id": name, "name": f"社区{name}", "kind": self.draw.choice(kinds),
                 "area": self.draw.choice(["a", "b"]), 
                 "population": self.draw.choice([90, 100, 210]),
                 "hazards": "fire", "lat": 41.7 + 0.013 * n, "lon": 123.4,
                 "max-per-day": self.draw.choice(["", "", 1, 2])}
                for n, name in enumerate(self.names)]

    def venues(self) -> List[Dict[str, Any]]:
        """A shared hall or two, and squares that communities own."""
        draw, rows = self.draw, []
        for number in range(1, 1 + draw.randint(1, 1 + self.size)):
            types = "hall;square" if self.is_roomy or draw.random() < 0.5 else "hall"
            rows.append({"id": f"h{number}", "types": types, "community": "", "lat": 41.72,
                         "lon": 123.4})
        for name in self.names:
            if draw.random() < 0.6:
                rows.append({"id": f"{name}-sq", "types": "square", "community": name, "lat": 41.71,
                             "lon": 123.4})
        for row in rows:
            row.update(name=f"场所{row['id']}",
                       capacity="" if self.is_roomy else draw.choice(["", 100, 20]),
                       concurrent=draw.choice([1, 1, 2]),
                       hours=draw.choice(["", "", "08:00-10:00;10:00-18:00"]),
                       days="any" if self.is_roomy else draw.choice(
                           ["any", "workdays", "mon;wed;fri;周日"]))
            if self.is_night:
                row.update(hours="", days="any")
            if "turnaround" in self.features:
                row.update(turnaround=draw.choice(["", "", 60]))
        return rows

    def teams(self) -> List[Dict[str, Any]]:
        """One or two fire teams, and a medical one."""
        draw = self.draw
        rows = [{"id": f"f{n}", "role": "fire"} for n in range(1, draw.randint(2, 3))]
        rows.append({"id": "med", "role": "medical"})
        for row in rows:
            row.update(name=f"队{row['id']}", crews=2 if self.is_roomy else draw.choice([1, 1, 2]),
                       turnaround=draw.choice([0, 30, 60]),
                       covers="" if self.is_roomy else draw.choice(["", "a;c2", "b;c1"]),
                       hours="" if self.is_night else draw.choice(["", "08:00-12:00"]), days="any")
        return rows

    def plan(self) -> Dict[str, Any]:
        """plan.yaml."""
        draw = self.draw
        plan: Dict[str, Any] = {
            "muster": 1, "id": "drawn", "title": "随机", "organizer": {"name": "办公室"},
            "language": draw.choice(["en", "zh-Hans"]),
            "period": {"from": self.days[0], "to": self.days[-1]}, "grid": "60min",
            "freeze": draw.choice(["24h", "48h"]), "make-up-within": draw.choice([1, 2, 10]),
            "limits": {"per-community-per-day": draw.choice([1, 2]),
                       "comfortable-drills-per-day": draw.choice([1, 1, 2]),
                       "comfortable-days-between-drills": draw.choice([0, 2, 4])},
            "weights": {"crowding": draw.choice([0, 1, 4]), "quiet-week": draw.choice([0, 6]),
                        "closeness": draw.choice([1, 2]), "moved-day": draw.choice([2, 8]),
                        "moved-time": draw.choice([1, 3])},
            "closures": [self.closure()], "requirements": self.requirements()}
        for key, feature, values in (("dropped", "dropped", [1, 24]), ("away", "away", [0, 1, 5]),
                                     ("unevenness", "uneven", [0, 1, 3])):
            if feature in self.features:
                plan["weights"][key] = draw.choice(values)
        if self.is_night:
            plan["time-zone"] = "America/Detroit"
        if self.has("following", 0.4):
            plan["deadlines"] = [{"id": "told", "name": "上报", "for": {},
                                  "following": draw.choice(plan["requirements"])["id"],
                                  **draw.choice([{"within": 3}, {"workdays": 2}])}]
        return plan

    def closure(self) -> Dict[str, Any]:
        """One that closes some hours of a day."""
        scopes: List[Dict[str, Any]] = [
            {}, {"kinds": ["urban"]}, {"areas": ["a"]}, {"teams": ["f1"]}, {"venues": ["h1"]},
            {"communities": ["c2"]}, {"requirements": ["r1"], "areas": ["b"]}]
        if "organizer" in self.features:
            scopes.append({"communities": "organizer"})
        return {"dates": self.draw.choice(self.days), "reason": "停",
                "hours": "02:00-03:00" if self.is_night else self.draw.choice(
                    ["08:00-09:00", "00:00-24:00"]), **self.draw.choice(scopes)}

    def requirements(self) -> List[Dict[str, Any]]:
        """Two to four, each after some of those before it."""
        made: List[Dict[str, Any]] = []
        for number in range(1, self.draw.randint(2, 3 + self.size) + 1):
            need = self.requirement(f"r{number}")
            if made and self.draw.random() < 0.4:
                need["after"] = [{"requirement": self.draw.choice(made)["id"],
                                  "days": self.draw.choice([0, 1, 2])}]
            made.append(need)
        return made

    def requirement(self, name: str) -> Dict[str, Any]:
        """The organizer's, everybody's, one that recurs, or some of one community."""
        draw, shape = self.draw, self.draw.choice(["organizer", "all", "all", "recurs", "some"])
        need: Dict[str, Any] = {
            "id": name, "name": f"项{name}", "kind": draw.choice(["drill", "drill", "meeting"]),
            "duration": draw.choice(["60min", "90min"]), "hours": self.hours,
            "dates": self.some(self.days, 3 if self.size == 1 else 12),
            "priority": draw.choice([10, 100, 100])}
        if draw.random() < 0.5:
            need["prefer"] = [{"days": self.some(["mon", "wed", "thu", "sat"], 2), "weight": 2}]
        if draw.random() < 0.3:
            need["aim-by"] = need["dates"][0]
        if draw.random() < 0.2:
            need["notices"] = [{"to": "消防", "workdays": draw.choice([1, 3])}]
        if self.has("start", 0.2):
            need["start"] = "02:30" if self.is_night else "08:45"
        if shape == "organizer":
            attending = {"communities": self.some(self.names, 2)}
            return {**need, "for": "organizer", "attends": attending}
        if draw.random() < 0.5:
            need["teams"] = {draw.choice(["fire", "fire", "medical"]): draw.choice([1, 1, 1, 2])}
        if draw.random() < 0.5:
            need.update(venue=draw.choice([["hall"], ["square"], ["square", "hall"]]),
                        participants=draw.choice(["10%", "20%", 50]))
        if draw.random() < 0.1:
            need["blocking"] = False
        wanted = self.some(self.names, 2 * self.size + 1)
        if shape == "all":
            need["for"] = {"communities": wanted}
            if len(wanted) > 1 and self.has("joint", 0.5):
                need["together"] = draw.choice(["area", [draw.sample(wanted, 2)]])
        elif shape == "recurs":
            every = draw.choice(["month", "quarter"]) if self.has("spans", 0.6) else "week"
            need.update({"for": {"communities": wanted[:1]}, "every": every})
        else:
            need.update({"for": {"communities": wanted[:1]}, "count": 2,
                         "apart": draw.choice([0, 1, 2])})
        return need


def drawn(seed: int, features: Collection[str] = FEATURES, size: int = 1) -> Drawn:
    """The workspace of a seed."""
    return Drawing(seed, features, size).workspace()


def write(workspace: Drawn, folder: Path, seed: int = 0) -> None:
    """The workspace's files: tables in one of the forms that are read, the plan in flow style."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("communities", "venues", "teams"):
        is_chinese = draw.random() < 0.5
        keys = list(dict.fromkeys(key for row in workspace[name] for key in row))
        out = io.StringIO()
        mark = draw.choice([",", "\t", ","])
        table = csv.writer(out, delimiter=mark, lineterminator="\r\n")
        table.writerow([CHINESE[name][key] if is_chinese else key for key in keys])
        for row in workspace[name]:
            cells = {**row, "kind": KINDS[row["kind"]]} if is_chinese and "kind" in row else row
            table.writerow([cells.get(key, "") for key in keys])
        encoding = draw.choice(["utf-8", "utf-8-sig", "gb18030"])
        (folder / f"{name}.csv").write_bytes(out.getvalue().encode(encoding))
    text = json.dumps(workspace["plan"], ensure_ascii=False, indent=1)
    (folder / "plan.yaml").write_text(text + "\n", encoding="utf-8")
