"""Slips are printed beside the screen, and what became of them comes back."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.domain.catalogue import Printer
from shared.printing.address import PrinterSettingError
from shared.printing.outcome import Outcome, Verdict
from shared.printing.slip import Slip
from shared.ui.paper import Paper

TICKET = 2026112300047
SLIP = Slip("Centro MAC", "PJ 047", "Antecedentes", datetime(2026, 11, 23, 10, 24, tzinfo=UTC), 0)


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[list[Paper]]:  # noqa: ARG001
    """Papers made by a test; no thread outlives it."""
    papers: list[Paper] = []
    yield papers
    for paper in papers:
        paper.close()


def printed(qtbot: QtBot, paper: Paper) -> list[object]:
    """What was told of a slip: the ticket whole, and the verdict."""
    with qtbot.waitSignal(paper.ended) as ended:
        paper.print(TICKET, SLIP)
    return list(ended.args or [])


def test_a_slip_comes_out_and_its_ticket_is_told_whole(qtbot: QtBot, made: list[Paper], tmp_path: Path) -> None:
    made.append(paper := Paper(f"file:{tmp_path}"))
    assert printed(qtbot, paper) == [TICKET, "printed"]
    assert (tmp_path / "ticket-PJ-047.escpos").read_bytes()


@pytest.mark.logs("no_printer")
def test_without_a_printer_it_says_so(qtbot: QtBot, made: list[Paper]) -> None:
    made.append(paper := Paper())
    assert not paper.is_there
    assert printed(qtbot, paper) == [TICKET, "no_printer"]


@pytest.mark.logs("slip of PJ 047: offline")
def test_a_printer_that_is_away_is_told(qtbot: QtBot, made: list[Paper]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        made.append(paper := Paper(f"tcp://127.0.0.1:{taken.getsockname()[1]}"))
        assert printed(qtbot, paper) == [TICKET, "offline"]


@pytest.mark.logs("slip of PJ 047")
def test_a_fault_of_ours_leaves_the_citizen_told(
    qtbot: QtBot, made: list[Paper], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.append(paper := Paper(f"file:{tmp_path}"))

    def broken(_slip: Slip) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(paper._printer, "print", broken)
    assert printed(qtbot, paper) == [TICKET, "unknown"]


@pytest.mark.logs("the roll of paper ends soon")
def test_a_roll_that_ends_soon_is_logged(
    qtbot: QtBot, made: list[Paper], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made.append(paper := Paper(f"file:{tmp_path}"))
    monkeypatch.setattr(paper._printer, "print", lambda _: Outcome(Verdict.PRINTED, "on paper", paper_low=True))
    assert printed(qtbot, paper) == [TICKET, "printed"]
    assert "the roll of paper ends soon" in caplog.text


def test_the_centres_printer_is_taken_and_changed(made: list[Paper], tmp_path: Path) -> None:
    made.append(paper := Paper())
    paper.centre_has(Printer(f"file:{tmp_path}"))
    assert paper.is_there
    paper.centre_has(Printer())
    assert not paper.is_there


def test_the_centres_printer_is_taken_unless_the_device_has_its_own(
    qtbot: QtBot, made: list[Paper], tmp_path: Path
) -> None:
    own, centre = tmp_path / "own", tmp_path / "centre"
    for paper, where, not_there in ((Paper(f"file:{own}"), own, centre), (Paper(), centre, None)):
        made.append(paper)
        paper.centre_has(Printer(f"file:{centre}", 384))
        assert printed(qtbot, paper) == [TICKET, "printed"]
        assert list(where.glob("*.escpos"))
        assert not (not_there and not_there.exists())


def test_an_own_printer_that_can_never_print_is_refused() -> None:
    with pytest.raises(PrinterSettingError):
        Paper("tpc://10.0.0.1")


@pytest.mark.logs("the printer cannot be used")
def test_a_centre_printer_that_can_never_print_is_none_and_logged(
    made: list[Paper], caplog: pytest.LogCaptureFixture
) -> None:
    made.append(paper := Paper())
    with caplog.at_level(logging.ERROR):
        paper.centre_has(Printer("tpc://10.0.0.1"))
    assert not paper.is_there
    assert "tpc://10.0.0.1" in caplog.text
