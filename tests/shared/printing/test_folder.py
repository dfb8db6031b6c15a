from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.printing.job import job
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import open_printer
from shared.printing.slip import Slip, layout

Make = Callable[..., Slip]


def test_a_slip_becomes_one_file_with_the_exact_bytes(make_slip: Make, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "slips"
    outcome = open_printer(f"file:{folder}").print(make_slip())
    assert outcome == Outcome(Verdict.PRINTED, f"written to {folder / 'ticket-PJ-047.escpos'}")
    assert [path.name for path in folder.iterdir()] == ["ticket-PJ-047.escpos"]
    assert (folder / "ticket-PJ-047.escpos").read_bytes() == job(layout(make_slip(), 576), 576)


def test_a_second_slip_of_a_number_leaves_the_first_alone(make_slip: Make, tmp_path: Path) -> None:
    printer = open_printer(f"file:{tmp_path}")
    printer.print(make_slip())
    first = (tmp_path / "ticket-PJ-047.escpos").read_bytes()
    printer.print(make_slip(copy=True))
    assert (tmp_path / "ticket-PJ-047.escpos").read_bytes() == first
    assert (tmp_path / "ticket-PJ-047-2.escpos").read_bytes() != first


@pytest.mark.parametrize("number", ["../../PJ 1", "PJ/1", "PJ\x001", "ñ"])
def test_no_number_leads_out_of_the_folder(make_slip: Make, tmp_path: Path, number: str) -> None:
    folder = tmp_path / "slips"
    assert open_printer(f"file:{folder}").print(make_slip(number=number)).verdict is Verdict.PRINTED
    assert [path.parent for path in tmp_path.rglob("*.escpos")] == [folder]


def test_a_folder_that_cannot_be_one_is_offline(make_slip: Make, tmp_path: Path) -> None:
    (tmp_path / "slips").write_text("a file")
    printer = open_printer(f"file:{tmp_path / 'slips'}")
    assert printer.status() == Outcome(Verdict.OFFLINE, f"{tmp_path / 'slips'} is not a folder")
    assert printer.print(make_slip()).verdict is Verdict.OFFLINE
