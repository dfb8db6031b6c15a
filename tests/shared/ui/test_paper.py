"""Slips are printed beside the screen, and what became of them comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.domain.catalogue import Printer
from shared.printing.slip import Slip
from shared.ui.paper import Paper

TICKET = 2026112300047
SLIP = Slip("Centro MAC", "PJ 047", "Antecedentes", datetime(2026, 11, 23, 10, 24, tzinfo=UTC), 0)


def test_a_slip_comes_out_and_its_ticket_is_told_whole(qtbot: QtBot, tmp_path: Path) -> None:
    paper = Paper(f"file:{tmp_path}")
    with qtbot.waitSignal(paper.ended) as ended:
        paper.print(TICKET, SLIP)
    paper.close()
    assert ended.args == [TICKET, "printed"]
    assert list(tmp_path.glob("*.escpos"))


@pytest.mark.logs("no_printer")
def test_without_a_printer_it_says_so(qtbot: QtBot) -> None:
    paper = Paper()
    assert not paper.is_there
    with qtbot.waitSignal(paper.ended) as ended:
        paper.print(TICKET, SLIP)
    paper.close()
    assert ended.args == [TICKET, "no_printer"]


def test_the_centres_printer_is_taken_unless_the_device_has_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    own, centre = tmp_path / "own", tmp_path / "centre"
    for folder in (own, centre):
        folder.mkdir()
    for paper, where in ((Paper(f"file:{own}"), own), (Paper(), centre)):
        paper.centre_has(Printer(f"file:{centre}"))
        with qtbot.waitSignal(paper.ended):
            paper.print(TICKET, SLIP)
        paper.close()
        assert list(where.glob("*.escpos"))


@pytest.mark.logs("the printer cannot be used")
@pytest.mark.usefixtures("qapp")
def test_a_centre_printer_that_can_never_print_is_none() -> None:
    paper = Paper()
    paper.centre_has(Printer("nonsense://x"))
    assert not paper.is_there
    paper.close()
