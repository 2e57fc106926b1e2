"""A small workspace that can be changed in every way, for tests that replan often."""

import contextlib

import muster

TABLES = {
    "communities.csv": "id,name,kind,area,population\n"
    "u1,一社区,urban,a1,900\nu2,二社区,urban,a1,800\nr1,三村,rural,a2,400\n",
    "venues.csv": "id,name,types,community\n"
    "s1,一号广场,square,u1\ns2,二号广场,square,u2\ns3,三号广场,square,r1\nh,街道会议厅,hall,\n",
    "teams.csv": "id,name,role,crews\nfire1,消防站,fire,1\nfire2,消防二站,fire,1\n",
}
REQUIREMENTS = {
    "open": "name: 防汛演练, scenario: flood, for: {}, duration: 60min, venue: [square], teams: { fire: 1 }",
    "sealed": "name: 高层建筑疏散演练, scenario: high-rise, for: {}, duration: 90min, venue: [square],"
    " announce: date-only",
    "briefing": "kind: meeting, name: 动员部署会议, for: organizer, attends: {}, venue: [hall], duration: 60min",
    "hidden": "kind: meeting, name: 内部会议, for: organizer, duration: 60min, announce: internal",
    "online": "kind: event, name: 线上答题, for: {}, duration: all-day, channel: online",
}


class Workspace:
    """Its rules are written anew before every plan."""

    def __init__(self, folder, dates):
        self.folder = folder
        self.dates = dates
        self.requirements = dict.fromkeys(REQUIREMENTS, "")
        self.closures = []
        for name, text in TABLES.items():
            (folder / name).write_text(text)

    def rules(self):
        lines = [
            "muster: 1", "id: small", "title: 演练计划", "organizer: { name: 应急办, phone: '024-0000' }",
            f"period: {{ from: {self.dates[0]}, to: {self.dates[1]} }}", "freeze: 24h", "requirements:",
        ]
        lines += [
            f"  - {{ id: {name}, {REQUIREMENTS[name]}{more} }}"
            for name, more in self.requirements.items()]
        lines += ["campaigns:", "  - { id: push, name: 每日推送, for: {}, every: day }"]
        lines += ["deadlines:", "  - { id: monthly, name: 报送材料, for: {}, every: 25th }"]
        if self.closures:
            lines += ["closures:"] + [f"  - {closure}" for closure in self.closures]
        return "\n".join(lines) + "\n"

    def plan(self, now):
        (self.folder / "plan.yaml").write_text(self.rules())
        # 1: something is unplaced, which is an answer too.
        muster.run("plan", self.folder, "--now", now, "--time-limit", "1s", expect=(0, 1))

    def feed(self, path):
        return self.folder / path

    def placed(self, now):
        """Start by id of all that is placed."""
        activities = muster.plan_of(self.folder, now)["activities"]
        return {item["id"]: item for item in activities if item.get("start")}


@contextlib.contextmanager
def workspace(first="2024-06-01", last="2024-06-30"):
    with muster.temporary_folder() as folder:
        yield Workspace(folder, (first, last))
