"""Time against size, and gap against time."""
from pathlib import Path
from typing import Dict, List, Sequence

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.axis import Axis  # noqa: E402
from matplotlib.ticker import LogLocator, NullFormatter, StrMethodFormatter  # noqa: E402

from .contestants import CONTESTANTS  # noqa: E402
from .instances import VARIANTS  # noqa: E402
from .runs import Run  # noqa: E402
from .table import NAMES, median  # noqa: E402

COLOURS = dict(zip(CONTESTANTS, ["#0072B2", "#999999", "#D55E00", "#009E73"]))
MARKS = dict(zip(CONTESTANTS, ["o", "v", "s", "D"]))


def drawn(runs: Sequence[Run], folder: Path) -> List[Path]:
    """Both plots as SVG and PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    return time_against_size(runs, folder) + gap_against_time(runs, folder)


def time_against_size(runs: Sequence[Run], folder: Path) -> List[Path]:
    """A panel a variant: median seconds of the process; hollow unless more than half proved."""
    present = [variant for variant in VARIANTS if any(run.variant == variant for run in runs)]
    figure, axes = panels(len(present))
    for axis, variant in zip(axes, present):
        for name in CONTESTANTS:
            cells: Dict[int, List[Run]] = {}
            for run in runs:
                if (run.variant, run.contestant) == (variant, name):
                    cells.setdefault(run.areas, []).append(run)
            sizes = sorted(cells)
            x = [median(run.activities for run in cells[size]) for size in sizes]
            y = [median(run.seconds for run in cells[size]) for size in sizes]
            if sizes:
                axis.plot(x, y, MARKS[name] + "-", color=COLOURS[name], label=NAMES[name],
                          linewidth=1)
            for size, at, seconds in zip(sizes, x, y):
                proven = 2 * sum(run.is_proven for run in cells[size]) > len(cells[size])
                axis.plot(at, seconds, MARKS[name], color=COLOURS[name],
                          markerfacecolor=COLOURS[name] if proven else "white", zorder=3)
        axis.set(xscale="log", yscale="log", title=variant, xlabel="activities",
                 ylabel="seconds, median (filled: proven optimal)")
        plain(axis.xaxis)
        plain(axis.yaxis)
        axis.legend(fontsize="small")
    return saved(figure, folder / "time-against-size")


def gap_against_time(runs: Sequence[Run], folder: Path) -> List[Path]:
    """A panel a size and variant: each run's gap as its progress tells it, ending at its last."""
    traced = [run for run in runs if run.progress and run.cost is not None]
    cells = sorted({(run.areas, list(VARIANTS).index(run.variant)) for run in traced})
    if not cells:
        return []
    figure, axes = panels(len(cells))
    for axis, (areas, index) in zip(axes, cells):
        variant, told = list(VARIANTS)[index], set()
        for run in traced:
            if (run.areas, run.variant) == (areas, variant):
                steps(axis, run, "" if run.contestant in told else NAMES[run.contestant])
                told.add(run.contestant)
        axis.set(xscale="log", title=f"areas: {areas}, {variant}", xlabel="seconds",
                 ylabel="gap, %")
        plain(axis.xaxis)
        axis.set_yscale("symlog", linthresh=0.1)
        axis.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
        axis.set_ylim(bottom=0)
        axis.legend(fontsize="small")
    return saved(figure, folder / "gap-against-time")


def steps(axis: Axes, run: Run, label: str) -> None:
    """One run's gap in percent, where its unplaced is the plan's."""
    lines = [line for line in run.progress
             if line["unplaced"] == run.score["unplaced"] and line["bound"] is not None]
    x = [max(line["seconds"], 1e-2) for line in lines] + [run.seconds]
    y = [100 * (line["cost"] - line["bound"]) / max(line["cost"], 1) for line in lines]
    axis.step(x, y + [100 * run.gap], where="post", color=COLOURS[run.contestant],
              label=label or None, linewidth=1, alpha=0.8)


def plain(axis: Axis) -> None:
    """Labels a logarithmic axis at 1, 2 and 5 in plain numbers."""
    axis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axis.set_major_formatter(StrMethodFormatter("{x:g}"))
    axis.set_minor_formatter(NullFormatter())


def panels(count: int) -> "tuple[pyplot.Figure, list[Axes]]":
    """A figure of so many panels, at most three in a row."""
    across = max(1, min(count, 3))
    down = max(1, -(-count // across))
    figure, axes = pyplot.subplots(down, across, figsize=(5 * across, 4 * down), squeeze=False)
    flat = list(axes.flat)
    for axis in flat[count:]:
        axis.set_visible(False)
    return figure, flat


def saved(figure: pyplot.Figure, stem: Path) -> List[Path]:
    """The figure's files."""
    figure.tight_layout()
    paths = [stem.with_suffix(suffix) for suffix in (".svg", ".png")]
    for path in paths:
        figure.savefig(path, dpi=130, metadata={"Date": None} if path.suffix == ".svg" else None)
    pyplot.close(figure)
    return paths
