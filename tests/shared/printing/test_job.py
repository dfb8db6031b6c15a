from __future__ import annotations

from collections.abc import Callable

import pytest

from shared.printing.job import job
from shared.printing.lines import Cut, Pair, Rule, Text
from shared.printing.slip import Slip, layout


def test_the_job_begins_with_a_reset_and_a_fixed_code_page() -> None:
    assert job([], 576) == b"\x1b@\x1c.\x1bt\x13"
    assert job([], 384, "POS-5890") == b"\x1b@\x1c.\x1bt\x35"


def test_the_code_page_is_chosen_once(make_slip: Callable[..., Slip]) -> None:
    assert job(layout(make_slip(centre="Ñandú € ¿¡ º"), 576), 576).count(b"\x1bt") == 1


def test_spanish_letters_are_the_bytes_of_page_858() -> None:
    assert job([Text("ñ á é í ó ú ü ¿ ¡ º S/")], 576).endswith("ñ á é í ó ú ü ¿ ¡ º S/\n".encode("cp858"))


def test_a_value_ends_at_the_right_edge() -> None:
    assert b"Personas antes" + b" " * 30 + b"\x1d!\x11\x1bE\x0112\n" in job([Pair("Personas antes", "12", (2, 2))], 576)


@pytest.mark.parametrize(("dots", "dashes"), [(576, 48), (384, 32)])
def test_a_rule_crosses_the_paper(dots: int, dashes: int) -> None:
    assert job([Rule()], dots).endswith(b"-" * dashes + b"\n")


def test_the_knife_leaves_a_thread() -> None:
    assert job([Cut()], 576).endswith(b"\x1dVB\x00")


def test_a_printer_without_knife_moves_the_slip_to_the_edge() -> None:
    assert job([Cut()], 384, "POS-5890").endswith(b"\x1bd\x04")


def test_no_text_reaches_the_printer_as_a_command() -> None:
    assert job([Text("a\x1b@\x10\x04\x01b\n")], 576).endswith(b"a@b\n")


def test_printing_writes_nothing_to_the_terminal(
    make_slip: Callable[..., Slip], capfd: pytest.CaptureFixture[str]
) -> None:
    job(layout(make_slip(), 576), 576)
    assert capfd.readouterr() == ("", "")


def test_the_model_of_one_job_does_not_change_the_next(make_slip: Callable[..., Slip]) -> None:
    first = job(layout(make_slip(), 384), 384)
    job(layout(make_slip(), 576), 576)
    assert job(layout(make_slip(), 384), 384) == first
