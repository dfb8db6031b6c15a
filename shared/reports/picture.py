"""The picture of a comparison, drawn by matplotlib without a screen. Imported only where a picture is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from shared.domain.indicators import spread
from shared.reports.comparison import Way

COLOURS = ("#1d4e89", "#c8553d", "#3c8d5a", "#8a5fa8", "#b8860b", "#4a9aa8", "#7a7a7a", "#a83c6b")
HATCHES = ("", "///", "...", "xxx", "\\\\\\", "ooo", "++", "--")  # told apart without colours too


def draw(path: Path, title: str, ways: Sequence[Way]) -> None:
    """Waits by class above, the day's course below. PNG, or what the ending of `path` says."""
    figure = Figure(figsize=(11, 8.5), layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(title, fontsize=14, fontweight="bold")
    above = figure.subplot_mosaic([["preferential", "ordinary"], ["course", "course"]])
    for name in ("preferential", "ordinary"):
        _bars(above[name], ways, name)
    highest = max(above[name].get_ylim()[1] for name in ("preferential", "ordinary"))
    for name in ("preferential", "ordinary"):
        above[name].set_ylim(0, highest)
    _course(above["course"], ways)
    figure.savefig(path, dpi=110)


def _bars(axes: Any, ways: Sequence[Way], name: str) -> None:
    width = 0.8 / len(ways)
    for index, way in enumerate(ways):
        wait = way.of(preferential=name == "preferential").wait
        heights = [(value or 0) / 60 for value in (wait.mean, wait.p90, wait.max)]
        places = [slot + (index - (len(ways) - 1) / 2) * width for slot in range(3)]
        bars = axes.bar(
            places,
            heights,
            width * 0.92,
            color=COLOURS[index % 8],
            hatch=HATCHES[index % 8],
            edgecolor="white",
            label=way.name,
        )
        axes.bar_label(bars, fmt="%.0f", padding=2, fontsize=8)
    axes.set_xticks(range(3), ["mean", "90 % wait at most", "longest"])
    axes.set_ylabel("minutes")
    axes.set_title(f"Wait of {name} tickets")
    axes.spines[["top", "right"]].set_visible(False)


def _course(axes: Any, ways: Sequence[Way]) -> None:
    for index, way in enumerate(ways):
        hours = sorted({stop.hour for stop in way.stops})
        waits = [
            spread([stop.wait for stop in way.stops if stop.hour == hour and stop.wait is not None]) for hour in hours
        ]
        marks = "os^Dv*Px"[index % 8]
        means = [(wait.mean or 0) / 60 for wait in waits]
        axes.plot(hours, means, marker=marks, color=COLOURS[index % 8], label=way.name)
    axes.set_xlabel("hour of arrival")
    axes.set_ylabel("mean wait, minutes")
    axes.set_title("Over the day, all tickets")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_ylim(bottom=0)
    axes.grid(axis="y", alpha=0.3)
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
