"""A row is good only when it holds and its control does not; what a failure left is kept, with how to run it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from installers.faultlab import rows
from installers.faultlab.__main__ import main
from installers.faultlab.lab import NOTE, run_row
from installers.faultlab.row import CannotRun, Outcome, Part, Row, Run, Scale, nobody
from installers.faultlab.rows import ROWS, chosen
from installers.system import Need


def part(holds: bool, detail: str = "") -> Part:
    def run(run: Run) -> Outcome:
        (run.folder / "artefact").write_text(str(run.seed))
        run.passed(1)
        return Outcome("10 cuts: 0 lost" if holds else "10 cuts: 3 lost", holds, (detail,) if detail else ())

    return run


def row(show: Part, control: Part, *needs: Need) -> Row:
    return Row("cuts", "nothing is lost", show, control, 2, 4, needs)


def test_good_row_leaves_nothing_behind(tmp_path: Path) -> None:
    shown = run_row(row(part(True), part(False)), 7, Scale.SHORT, tmp_path, nobody)
    assert shown.good
    assert list(tmp_path.iterdir()) == []


def test_a_row_works_below_a_whole_path_wherever_it_is_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folders = list[Path]()

    def show(run: Run) -> Outcome:
        folders.append(run.folder)
        return Outcome("", holds=True)

    run_row(row(show, part(False)), 7, Scale.SHORT, Path("out"), nobody)
    assert folders == [tmp_path / "out" / "cuts" / "run"]


@pytest.mark.parametrize(("holds", "control"), [(False, False), (True, True), (False, True)])
def test_row_that_fails_or_whose_control_holds_is_not_shown_and_keeps_all_it_has(
    tmp_path: Path, holds: bool, control: bool
) -> None:
    shown = run_row(row(part(holds, "cut 4: torn"), part(control)), 7, Scale.SHORT, tmp_path, nobody)
    assert not shown.good
    assert shown.kept == tmp_path / "cuts"
    assert (tmp_path / "cuts" / "run" / "artefact").read_text() == "7"
    note = (tmp_path / "cuts" / NOTE).read_text()
    assert "python -m installers.faultlab cuts --seed 7 --scale short" in note
    assert "cut 4: torn" in note


def test_row_that_lacks_a_program_is_announced_and_not_good(tmp_path: Path) -> None:
    shown = run_row(
        row(part(True), part(False), Need("no-such", command="no-such-program")), 1, Scale.SHORT, tmp_path, nobody
    )
    assert not shown.good
    assert shown.found.figure == "NOT RUN: this machine lacks no-such"


def test_row_that_finds_out_that_it_cannot_run_is_announced_and_not_good(tmp_path: Path) -> None:
    def cannot(_: Run) -> Outcome:
        raise CannotRun("there is no disk")

    shown = run_row(row(cannot, cannot), 1, Scale.SHORT, tmp_path, nobody)
    assert not shown.good
    assert shown.found.figure == "NOT RUN: there is no disk"


def test_same_seed_draws_the_same_numbers(tmp_path: Path) -> None:
    drawn = [Run(seed, Scale.SHORT, tmp_path).random("x", 1).random() for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_rows_are_found_by_their_names_which_are_one_word_each() -> None:
    names = [row.name for row in ROWS]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() for name in names)
    assert [row.name for row in chosen((names[0],))] == [names[0]]
    assert chosen(()) == ROWS
    assert [row.name for row in chosen(("sync",))] == ["sync"]
    with pytest.raises(ValueError, match="there is no row 'nonsense'"):
        chosen(("nonsense",))


def lab(monkeypatch: pytest.MonkeyPatch, *parts: Row) -> Callable[..., object]:
    monkeypatch.setattr(rows, "ROWS", parts)
    return lambda *words: CliRunner().invoke(main, words)


def test_lab_ends_with_status_1_when_a_row_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = lab(monkeypatch, row(part(False, "cut 4: torn"), part(False)))
    ended = run("--out", str(tmp_path))
    assert ended.exit_code == 1  # type: ignore[attr-defined]
    assert "NOT SHOWN: cuts: nothing is lost" in ended.output  # type: ignore[attr-defined]
    assert "cut 4: torn" in ended.output  # type: ignore[attr-defined]


def test_lab_prints_figure_control_and_seed_of_each_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = lab(monkeypatch, row(part(True), part(False)))
    ended = run("--out", str(tmp_path), "--seed", "5")
    assert ended.exit_code == 0  # type: ignore[attr-defined]
    line = next(line for line in ended.output.splitlines() if line.startswith("cuts  "))  # type: ignore[attr-defined]
    assert [cell for cell in (word.strip() for word in line.split("  ")[1:]) if cell and not cell.endswith(".0")] == [
        "10 cuts: 0 lost",
        "10 cuts: 3 lost",
        "5",
        "yes",
    ]


def test_stopped_lab_says_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: Run) -> Outcome:
        raise KeyboardInterrupt

    ended = lab(monkeypatch, row(stopped, stopped))("--out", str(tmp_path))
    assert ended.exit_code == 130  # type: ignore[attr-defined]
    assert "Stopped: 1 rows were not run." in ended.output  # type: ignore[attr-defined]
