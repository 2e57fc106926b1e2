"""A workspace of 360 communities."""

import contextlib

import muster

NOW = "2024-05-20T08:00:00+08:00"
RULES = """muster: 1
id: district
title: 区安全生产月
organizer: { name: 区安委会办公室, phone: "024-0000" }
publish: { base: "https://feeds.example.org/district" }
period: { from: 2024-06-01, to: 2024-06-30 }
limits: { per-community-per-day: 2 }
requirements:
  - { id: sealed, name: 高层建筑疏散演练, scenario: high-rise, for: { kind: urban }, duration: 90min,
      venue: [square], hours: "09:00-11:30;14:00-17:30", announce: date-only }
  - { id: flood, name: 防汛演练, scenario: flood, for: { kind: rural }, duration: 60min, hours: "09:00-17:00" }
  - { id: talk, kind: event, name: "安全宣讲, 讨论; 问答", for: {}, duration: 60min, hours: "09:00-18:00" }
  - { id: fair, kind: event, name: 咨询日活动, for: {}, dates: 2024-06-16, hours: "08:00-18:00", duration: 120min }
  - { id: saturday, kind: event, name: 周六行动, for: {}, every: week, days: [sat], hours: "09:00-18:00",
      duration: 120min }
campaigns:
  - { id: push, name: 每日推送, for: {}, every: day }
deadlines:
  - { id: weekly, name: 报送材料, for: {}, every: thu }
"""


@contextlib.contextmanager
def workspace():
    """Planned, with its feeds."""
    with muster.temporary_folder() as folder:
        ids = [(f"a{area}", f"a{area}-c{number}", number < 10)
               for area in range(1, 21) for number in range(18)]
        rows = [f"{id},{id}社区𠮷,{'urban' if urban else 'rural'},{area},900"
                for area, id, urban in ids]
        (folder / "communities.csv").write_text(
            "\n".join(["id,name,kind,area,population", *rows]) + "\n")
        (folder / "venues.csv").write_text("\n".join(
            ["id,name,types,community", *(f"{id}-s,{id}广场,square,{id}" for _, id, _ in ids)]) + "\n")
        (folder / "teams.csv").write_text("id,name,role\n")
        (folder / "plan.yaml").write_text(RULES)
        muster.run("plan", folder, "--now", NOW, "--time-limit", "5s", expect=(0, 1))
        yield folder
