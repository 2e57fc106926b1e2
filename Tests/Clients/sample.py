"""The sample workspace, planned."""

import contextlib
import shutil

import muster

NOW = "2024-05-20T08:00:00+08:00"
BASE = "https://feeds.example.org/baita"


@contextlib.contextmanager
def workspace():
    """A copy of it that publishes at `BASE`, with its feeds."""
    with muster.temporary_folder() as folder:
        shutil.copytree(muster.ROOT / "calendars/holidays", folder / "holidays")
        workspace = folder / "baita-2024"
        shutil.copytree(
            muster.ROOT / "calendars/baita-2024", workspace,
            ignore=shutil.ignore_patterns("muster.sqlite*", "feeds", "feeds-private", "evidence"))
        rules = workspace / "plan.yaml"
        rules.write_text(f'publish: {{ base: "{BASE}" }}\n' + rules.read_text())
        muster.run("plan", workspace, "--now", NOW, "--time-limit", "3s")
        yield workspace


def expected_starts(workspace, path):
    """What the plan says that a feed of everything shows, as khal writes it, by UID."""
    is_private = path.startswith("feeds-private/")
    announced = muster.announcements(workspace)
    starts = {}
    for activity in muster.plan_of(workspace, NOW)["activities"]:
        start = activity.get("start")
        how = announced[activity["requirement"]]
        if start is None or how == "internal" and not is_private:
            continue
        is_whole_day = start[11:19] == "00:00:00" or how == "date-only" and not is_private
        uid = f"{activity['id']}@baita-2024.muster.invalid"
        starts[uid] = start[:10] + ("" if is_whole_day else " " + start[11:16])
    return starts
