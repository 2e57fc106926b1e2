"""The words, dates, hours and tables that a planner writes."""
import csv
import io
import math
import re
from datetime import date
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Optional, Sequence, Set, Tuple

Range = Tuple[int, int]
DAY = 1440
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ENGLISH = {
    "城市社区": "urban", "农村村庄": "rural", "高层建筑": "high-rise", "大型综合体": "complex",
    "旅游景区": "scenic", "气象灾害": "meteorological", "地质灾害": "geological",
    "洪涝灾害": "flood", "森林火灾": "forest-fire", "地震": "earthquake", "火灾": "fire",
    "其他": "other", **{f"周{c}": day for c, day in zip("一二三四五六日", WEEKDAYS)}}
COLUMNS = {
    "编号": "id", "名称": "name", "类型": "kind", "片区": "area", "人口": "population",
    "风险": "hazards", "纬度": "lat", "经度": "lon", "每日上限": "max-per-day", "类别": "types",
    "所属": "community", "容纳人数": "capacity", "同时场次": "concurrent", "开放时间": "hours",
    "开放日": "days", "角色": "role", "班组数": "crews", "周转": "turnaround", "覆盖": "covers",
    "时间": "hours", "日期": "days"}


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


def parse_day(text: str) -> int:
    """A date as its ordinal."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise Unreadable(f"{text!r} is not a date")
    return date.fromisoformat(text).toordinal()


def iso(day: int) -> str:
    """The ordinal as YYYY-MM-DD."""
    return date.fromordinal(day).isoformat()


def parse_days(value: Any) -> FrozenSet[int]:
    """One date, a range `a..b` or a list of these."""
    days: Set[int] = set()
    for item in words(value):
        first, _, last = item.partition("..")
        days.update(range(parse_day(first.strip()), parse_day((last or first).strip()) + 1))
    return frozenset(days)


def parse_hours(value: Any) -> List[Range]:
    """Ranges of minutes from midnight."""
    ranges = []
    for item in words(value):
        match = re.fullmatch(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})", item)
        if not match:
            raise Unreadable(f"{item!r} is not a range of hours")
        h1, m1, h2, m2 = map(int, match.groups())
        ranges.append((h1 * 60 + m1, h2 * 60 + m2))
    return ranges


def parse_duration(text: str) -> int:
    """`90min`, `2h` or `1h30min` in minutes."""
    match = re.fullmatch(r"(?:(\d+)h)?\s*(?:(\d+)min)?", text.strip())
    if not match or not any(match.groups()):
        raise Unreadable(f"{text!r} is not a duration")
    return int(match.group(1) or 0) * 60 + int(match.group(2) or 0)


def inside(start: int, end: int, ranges: Sequence[Range]) -> bool:
    """Whether all of it lies in one of the ranges."""
    return any(low <= start and end <= high for low, high in ranges)


def kilometres(a: Optional[Tuple[float, float]], b: Optional[Tuple[float, float]]) -> int:
    """Whole kilometres along the great circle, 0 if either position is missing."""
    if a is None or b is None:
        return 0
    (lat1, lon1), (lat2, lon2) = [(math.radians(p[0]), math.radians(p[1])) for p in (a, b)]
    h = (math.sin((lat2 - lat1) / 2) ** 2
         + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2)
    return math.floor(2 * 6371.0088 * math.asin(math.sqrt(h)))


def decoded(data: bytes) -> str:
    """UTF-8 with or without BOM, else GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("text is neither UTF-8 nor GB18030")


def table(path: Path) -> List[Dict[str, str]]:
    """The rows of a CSV file under the English names of their columns; none if it is missing."""
    if not path.exists():
        return []
    text = decoded(path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n")
    records: List[str] = []
    pending = ""
    for line in text.split("\n"):
        if not pending and (not line.strip() or line.startswith("#")):
            continue
        pending += line + "\n"
        if pending.count('"') % 2 == 0:
            records.append(pending)
            pending = ""
    if not records:
        return []
    tabbed = records[0].count("\t") > records[0].count(",")
    rows = [next(csv.reader(io.StringIO(record, newline=""), delimiter="\t" if tabbed else ","))
            for record in records]
    header = [COLUMNS.get(cell.strip(), cell.strip()) for cell in rows[0]]
    return [{key: cell.strip() for key, cell in zip(header, row)}
            for row in rows[1:] if any(cell.strip() for cell in row)]


def position(row: Dict[str, str]) -> Optional[Tuple[float, float]]:
    """Where the row's thing stands, if it says so."""
    return (float(row["lat"]), float(row["lon"])) if row.get("lat") and row.get("lon") else None
