"""What is on between calls."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from display_board.media.plan import PLAN
from display_board.media.programme import LOOK_AGAIN_S, ItemShown, Programme

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("America/Lima"))
TWO = """
[[notice]]
id = "film"
file = "film.mp4"
seconds = 5
text.es = "Campaña"

[[notice]]
id = "words"
text.es = "Hola"
text.qu = "Allillanchu"
seconds = 5
"""


class Board:
    """A programme with a clock in seconds."""

    def __init__(self, folder: Path, plan: str = TWO) -> None:
        (folder / PLAN).write_text(plan, encoding="utf-8")
        (folder / "film.mp4").write_bytes(b"a film")
        self.folder, self.at = folder, 0.0
        self.programme = Programme(folder, "1")

    def after(self, seconds: float, *, calling: bool = False, notice: str = "") -> ItemShown | None:
        self.at += seconds
        return self.programme.on_now(self.at, MONDAY, notice, calling=calling)

    def id_after(self, seconds: float, *, calling: bool = False) -> str:
        item = self.after(seconds, calling=calling)
        return item.id if item else ""


def test_each_is_on_for_its_seconds_in_turn(tmp_path: Path) -> None:
    board = Board(tmp_path)
    assert [board.id_after(seconds) for seconds in (0, 4, 2, 4, 2)] == ["film", "film", "words", "words", "film"]


def test_a_text_comes_in_another_language_when_it_is_its_turn_again(tmp_path: Path) -> None:
    board = Board(tmp_path)
    board.after(0)
    texts = [item.text for _ in range(4) if (item := board.after(5)) and item.id == "words"]
    assert texts == ["Hola", "Allillanchu"]


def test_time_stands_still_while_somebody_is_called(tmp_path: Path) -> None:
    board = Board(tmp_path)
    board.after(0)
    assert [board.id_after(60, calling=True), board.id_after(4), board.id_after(2)] == ["film", "film", "words"]


@pytest.mark.logs("cannot be shown")
def test_a_film_that_cannot_be_shown_leaves_its_words(tmp_path: Path) -> None:
    board = Board(tmp_path)
    item = board.after(0)
    assert item
    board.programme.cannot_show(item.file)
    assert board.after(0) == ItemShown("film", "", "Campaña")
    assert not board.programme.has_files()


def test_a_changed_plan_is_seen_and_what_is_on_stays_on(tmp_path: Path) -> None:
    board = Board(tmp_path)
    board.after(0)
    assert board.id_after(6) == "words"
    (tmp_path / PLAN).write_text('[[notice]]\nid = "new"\ntext.es = "Nuevo"\n' + TWO.split("\n\n")[1], encoding="utf-8")
    assert board.after(1) == ItemShown("words", "", "Hola")
    board.after(LOOK_AGAIN_S, calling=True)
    ids = {board.id_after(5) for _ in range(8)}
    assert ids == {"new", "words"}


def test_the_notice_of_the_centre_file_is_one_of_them(tmp_path: Path) -> None:
    board = Board(tmp_path, "")
    assert board.after(0, notice="Atención preferente") == ItemShown("centre-file", "", "Atención preferente")
    assert Programme(None, "").on_now(0, MONDAY, "", calling=False) is None


@pytest.mark.logs("3 to 120 seconds")
def test_a_wrong_plan_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    board = Board(tmp_path, '[[notice]]\nid = "a"\nseconds = 1\ntext.es = "x"\n')
    for _ in range(4):
        board.after(LOOK_AGAIN_S)
    assert caplog.text.count("3 to 120 seconds") == 1
