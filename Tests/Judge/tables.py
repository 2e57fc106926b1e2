"""The words, dates, hours and tables that a planner writes."""
import csv
import io
import math
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterable, List, Optional, Sequence, Set, Tuple

Range = Tuple[int, int]
DAY = 1440
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ENGLISH = {
    "城市社区": "urban", "农村村庄": "rural", "学校": "school", "企业": "enterprise",
    "医院": "hospital", "部门": "department", "高层建筑": "high-rise", "大型综合体": "complex",
    "旅游景区": "scenic", "气象灾害": "meteorological", "地质灾害": "geological",
    "洪涝灾害": "flood", "森林火灾": "forest-fire", "地震": "earthquake", "火灾": "fire",
    "其他": "other", **{f"周{c}": day for c, day in zip("一二三四五六日", WEEKDAYS)}}
COLUMNS = {
    "编号": "id", "名称": "name", "类型": "kind", "片区": "area", "人口": "population",
    "风险": "hazards", "纬度": "lat", "经度": "lon", "安全员": "contact", "电话": "phone",
    "每日上限": "max-per-day", "类别": "types", "所属": "community", "容纳人数": "capacity",
    "同时场次": "concurrent", "整理": "turnaround", "开放时间": "hours", "开放日": "days",
    "地址": "address", "联系人": "contact", "角色": "role", "班组数": "crews",
    "周转": "turnaround", "覆盖": "covers", "时间": "hours", "日期": "days"}
KNOWN = set(COLUMNS) | set(COLUMNS.values())


class Unreadable(Exception):
    """The workspace or the plan is not in a form that can be judged."""


def as_list(value: Any) -> List[Any]:
    """A list as it stands, one value as a list of it, nothing as an empty list."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def words(value: Any) -> List[str]:
    """The words of a cell or a YAML value, in English where they have an English form."""
    parts = [part.strip() for item in as_list(value) for part in re.split("[;；、]", item)]
    return [ENGLISH.get(part, part) for part in parts if part]


def plain(text: str) -> str:
    """Digits, colons, dashes and blanks as ASCII has them."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u200b\u200c\u200d\ufeff]", "", text)
    return re.sub("[‐‑‒–—―−～~]", "-", text).strip()


def number(text: str) -> int:
    """A whole number with thousands separators or the unit that its column implies."""
    match = re.fullmatch(r"(\d[\d,]*)\s*(?:人|分钟|分|场|次|个|户|班组|min)?", plain(text))
    if not match:
        raise Unreadable(f"{text!r} is not a whole number")
    return int(match.group(1).replace(",", ""))


def parse_day(text: str) -> int:
    """A date as its ordinal."""
    match = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", plain(text))
    if not match:
        raise Unreadable(f"{text!r} is not a date")
    return date(*map(int, match.groups())).toordinal()


def iso(day: int) -> str:
    """The ordinal as YYYY-MM-DD."""
    return date.fromordinal(day).isoformat()


def parse_days(value: Any) -> FrozenSet[int]:
    """One date, a range `a..b` or a list of these."""
    days: Set[int] = set()
    for item in words(value):
        first, _, last = item.partition("..")
        days.update(range(parse_day(first), parse_day(last or first) + 1))
    return frozenset(days)


def parse_minute(text: str) -> int:
    """HH:MM in minutes from midnight."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", plain(text))
    if not match:
        raise Unreadable(f"{text!r} is not a time of day")
    return int(match.group(1)) * 60 + int(match.group(2))


def parse_hours(value: Any) -> List[Range]:
    """Ranges of minutes from midnight."""
    ranges = []
    for item in words(value):
        if item == "全天":
            ranges.append((0, DAY))
            continue
        low, dash, high = plain(item).partition("-")
        if not dash:
            raise Unreadable(f"{item!r} is not a range of hours")
        ranges.append((parse_minute(low), parse_minute(high)))
    return ranges


def parse_duration(text: str) -> int:
    """`90min`, `2h` or `1h30min` in minutes."""
    match = re.fullmatch(r"(?:(\d+)h)?\s*(?:(\d+)min)?", text.strip())
    if not match or not any(match.groups()):
        raise Unreadable(f"{text!r} is not a duration")
    return int(match.group(1) or 0) * 60 + int(match.group(2) or 0)


def inside(pieces: Iterable[Tuple[int, int, int]], ranges: Sequence[Range]) -> bool:
    """Whether all the pieces of one day (see clock.py) lie in one of the ranges."""
    parts = list(pieces)
    return len({day for day, _, _ in parts}) == 1 and any(
        all(low <= start and end <= high for _, start, end in parts) for low, high in ranges)


def kilometres(a: Optional[Tuple[float, float]], b: Optional[Tuple[float, float]]) -> int:
    """Whole kilometres along the great circle, 0 if either position is missing."""
    if a is None or b is None:
        return 0
    (lat1, lon1), (lat2, lon2) = [(math.radians(p[0]), math.radians(p[1])) for p in (a, b)]
    h = (math.sin((lat2 - lat1) / 2) ** 2
         + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2)
    return math.floor(2 * 6371.0088 * math.asin(math.sqrt(h)))


def decoded(data: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16 with one, else GB18030."""
    is_wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("text is neither UTF-8, UTF-16 nor GB18030")


def records(text: str) -> List[str]:
    """The lines of a CSV text, quoted breaks kept inside; blank ones and comments left out."""
    found: List[str] = []
    pending = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not pending and (not line.strip() or line.startswith("#")):
            continue
        pending += line + "\n"
        if pending.count('"') % 2 == 0:
            found.append(pending)
            pending = ""
    return found


def separator(lines: Sequence[str]) -> Tuple[str, Sequence[str]]:
    """The separator that `sep=` names or that the first ten lines have most of, and the rest."""
    if lines and lines[0].lower().startswith("sep="):
        return lines[0][4], lines[1:]
    head = "".join(lines[:10])
    return max(",\t;", key=head.count), lines


def table(folder: Path, name: str) -> List[Dict[str, str]]:
    """The rows of NAME.csv under the English names of their columns; none if it is missing.

    Raises Unreadable for a table in XLSX, which the judge does not read, and one without ids.
    """
    for other in (folder / f"{name}.xlsx", folder / "tables.xlsx"):
        if other.exists():
            raise Unreadable(f"{other.name} is no CSV")
    path = folder / f"{name}.csv"
    if not path.exists():
        return []
    mark, lines = separator(records(decoded(path.read_bytes())))
    rows = [[cell.strip(" \t\u00a0\u200b\u3000") for cell in
             next(csv.reader(io.StringIO(line, newline=""), delimiter=mark))] for line in lines]
    top = next((number for number, row in enumerate(rows[:10])
                if sum(cell in KNOWN for cell in row) >= 2), 0)
    if not rows:
        return []
    header = [COLUMNS.get(cell, cell) for cell in rows[top]]
    if "id" not in header:
        raise Unreadable(f"{path.name} has no column of ids")
    body = [row for row in rows[top + 1:] if any(row)]
    if body and body[-1] and "合计" in body[-1][:2]:
        body.pop()
    return [dict(zip(header, row)) for row in body]


def position(row: Dict[str, str]) -> Optional[Tuple[float, float]]:
    """Where the row's thing stands, if it says so."""
    return (float(row["lat"]), float(row["lon"])) if row.get("lat") and row.get("lon") else None
