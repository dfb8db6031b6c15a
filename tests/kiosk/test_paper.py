from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk import views as v
from kiosk.offer import Offer
from kiosk.paper import Paper
from kiosk.slip import slip_of
from shared.domain.catalogue import Catalogue, Printer
from shared.printing.address import PrinterSettingError
from shared.printing.slip import Slip
from tests.fakes.morning import receipt


@pytest.fixture
def slip(catalogue: Catalogue) -> Slip:
    return slip_of(receipt(), Offer(catalogue, {}))


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[list[Paper]]:  # noqa: ARG001
    """Papers made by a test; no thread outlives it."""
    papers: list[Paper] = []
    yield papers
    for paper in papers:
        paper.close()


def printed(qtbot: QtBot, paper: Paper, slip: Slip) -> list[object]:
    with qtbot.waitSignal(paper.ended) as ended:
        paper.print(receipt().ticket, slip)
    return list(ended.args or [])


def test_printed_slip_is_told(qtbot: QtBot, made: list[Paper], slip: Slip, tmp_path: Path) -> None:
    made.append(paper := Paper(f"file:{tmp_path}"))
    assert printed(qtbot, paper, slip) == [receipt().ticket, v.PRINTED]
    assert (tmp_path / "ticket-PJ-047.escpos").read_bytes()


@pytest.mark.logs("slip of PJ 047: offline")
def test_printer_that_is_away_is_told(qtbot: QtBot, made: list[Paper], slip: Slip) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        made.append(paper := Paper(f"tcp://127.0.0.1:{taken.getsockname()[1]}"))
        assert printed(qtbot, paper, slip) == [receipt().ticket, v.NOT_PRINTED]


@pytest.mark.logs("slip of PJ 047")
def test_fault_of_ours_leaves_the_citizen_told(
    qtbot: QtBot, made: list[Paper], slip: Slip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.append(paper := Paper(f"file:{tmp_path}"))

    def broken(_slip: Slip) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(paper._printer, "print", broken)
    assert printed(qtbot, paper, slip) == [receipt().ticket, v.UNSURE]


def test_centre_without_printer_has_none(made: list[Paper]) -> None:
    made.append(paper := Paper())
    assert not paper.is_there


def test_centres_printer_is_taken_and_changed(made: list[Paper], tmp_path: Path) -> None:
    made.append(paper := Paper())
    paper.centre_has(Printer(f"file:{tmp_path}"))
    assert paper.is_there
    paper.centre_has(Printer())
    assert not paper.is_there


def test_kiosks_own_printer_goes_before_the_centres(
    qtbot: QtBot, made: list[Paper], slip: Slip, tmp_path: Path
) -> None:
    made.append(paper := Paper(f"file:{tmp_path}/own"))
    paper.centre_has(Printer(f"file:{tmp_path}/centre", 384))
    assert printed(qtbot, paper, slip) == [receipt().ticket, v.PRINTED]
    assert (tmp_path / "own").is_dir()
    assert not (tmp_path / "centre").exists()


def test_own_printer_that_can_never_print_is_refused() -> None:
    with pytest.raises(PrinterSettingError):
        Paper("tpc://10.0.0.1")


@pytest.mark.logs("the printer cannot be used")
def test_centres_printer_that_can_never_print_is_none_and_logged(
    made: list[Paper], caplog: pytest.LogCaptureFixture
) -> None:
    made.append(paper := Paper())
    with caplog.at_level(logging.ERROR):
        paper.centre_has(Printer("tpc://10.0.0.1"))
    assert not paper.is_there
    assert "tpc://10.0.0.1" in caplog.text
