"""Runs a row and its control, and judges both; keeps what a failure left."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from installers.faultlab.row import CannotRun, Outcome, Part, Row, Run, Scale
from installers.system import missing

NOTE = "what-happened.txt"


@dataclass(frozen=True)
class Shown:
    """A row that was run. `kept`: where the artefacts of a failure are."""

    row: Row
    seed: int
    seconds: float
    found: Outcome
    control: Outcome
    kept: Path | None = None

    @property
    def good(self) -> bool:
        return self.found.holds and not self.control.holds


def run_row(row: Row, seed: int, scale: Scale, out: Path, passed: Callable[[int], None]) -> Shown:
    """Everything a row does happens below `out`/its name; nothing stays of a good one."""
    folder = (out / row.name).absolute()  # as SQLite names its files, to a disk that loses power and to a trace
    began = monotonic()
    if absent := missing(row.needs):
        sentence = f"NOT RUN: this machine lacks {', '.join(absent)}"
        return Shown(
            row, seed, 0.0, Outcome(sentence, holds=False, details=(sentence,)), Outcome("not run", holds=False)
        )
    found = _part(row.show, Run(seed, scale, folder / "run", passed))
    control = _part(row.control, Run(seed, scale, folder / "control", passed))
    shown = Shown(row, seed, monotonic() - began, found, control, folder)
    if shown.good:
        shutil.rmtree(folder)
        return Shown(row, seed, shown.seconds, found, control)
    (folder / NOTE).write_text(_note(shown, scale))
    return shown


def _part(part: Part, run: Run) -> Outcome:
    shutil.rmtree(run.folder, ignore_errors=True)
    run.folder.mkdir(parents=True)
    try:
        return part(run)
    except CannotRun as reason:
        return Outcome(f"NOT RUN: {reason}", holds=run.folder.name == "control", details=(str(reason),))


def _note(shown: Shown, scale: Scale) -> str:
    lines = [
        f"{shown.row.name}: {shown.row.claim}",
        f"again: python -m installers.faultlab {shown.row.name} --seed {shown.seed} --scale {scale.value}",
        f"figure: {shown.found.figure}",
        *shown.found.details,
        f"control, which must fail: {shown.control.figure}",
        *shown.control.details,
    ]
    return "\n".join(lines) + "\n"
