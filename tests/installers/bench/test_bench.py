"""The bench itself: rows by name, targets judged both ways, a short run of the row that no noise moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from installers.bench.__main__ import main
from installers.bench.flush import flush_time
from installers.bench.flushing import counting, flushes_in
from installers.bench.row import Measured, p
from installers.bench.rows import PARTS, ROWS, chosen


def test_rows_are_chosen_by_name_and_a_wrong_name_is_said() -> None:
    assert chosen(()) == chosen(("hall",)) == PARTS["hall"]
    assert chosen(("all",)) == ROWS
    assert chosen(("office", "phones", "hall")) == ROWS
    assert [row.name for row in chosen(("history", "steps"))] == ["steps", "history"]
    with pytest.raises(ValueError, match="there is no row 'hurry': there are steps, history"):
        chosen(("hurry",))


def test_a_target_is_a_most_or_a_least() -> None:
    assert Measured("flushes", 1.05, 1.05, "").reached
    assert not Measured("flushes", 1.06, 1.05, "").reached
    assert Measured("orders", 1_000, 1_000, "", at_least=True).reached
    assert not Measured("orders", 999, 1_000, "", at_least=True).reached


def test_a_percentile_is_one_of_the_values() -> None:
    assert [p([float(n) for n in range(1, 101)], percent) for percent in (50, 99, 100)] == [50, 99, 100]
    assert p([7.0], 99) == 7


def test_flushes_are_lines_of_a_trace(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    assert flushes_in(trace) == 0
    trace.write_text("7 fdatasync(5) = 0\n8 fsync(6 <unfinished ...>\n8 <... fsync resumed>) = 0\n9 +++ exited\n")
    assert flushes_in(trace) == 2
    assert "inject=fdatasync,fsync:delay_exit=20000" in counting(trace, 20)
    assert flush_time(tmp_path) > 0


def test_a_row_in_short_prints_figure_seed_and_machine_and_ends_well(tmp_path: Path) -> None:
    ended = CliRunner().invoke(main, ["steps", "--short", "--rounds", "1", "--out", str(tmp_path)])
    assert ended.exit_code == 0, ended.output
    for said in ("seed 1", "SQLite", "limits of requests a device are OFF", "steps of SQLite's machine", "yes"):
        assert said in ended.output
