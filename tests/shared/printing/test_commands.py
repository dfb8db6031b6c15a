from __future__ import annotations

from collections.abc import Callable

import pytest

from shared.printing.commands import Command, UnknownCommand, commands
from shared.printing.job import job
from shared.printing.slip import Slip, layout


def test_bytes_are_taken_apart_into_text_and_commands() -> None:
    assert list(commands(b"\x1b@\x1ba\x01Hola\n\x1dVB\x00")) == [
        Command("ESC @"),
        Command("ESC a", b"\x01"),
        Command("text", b"Hola"),
        Command("LF"),
        Command("GS V", b"B\x00"),
    ]


def test_bytes_of_a_picture_are_no_commands() -> None:
    picture = b"\x1dv0\x00\x01\x00\x02\x00\x1b\x0a"
    assert [command.name for command in commands(picture + b"a")] == ["GS v", "text"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"ab\x1bZ\x01", "byte 2 begins an unknown command: 1b 5a 01"),
        (b"\x1b", "byte 0 begins an unknown command: 1b"),
        (b"\x07", "byte 0 begins an unknown command: 07"),
        (b"\x1dv0\x00\x48\x00\xff\x00ab", "the command at byte 0 (GS v) is cut short"),
    ],
)
def test_what_no_slip_has_is_named(data: bytes, said: str) -> None:
    with pytest.raises(UnknownCommand) as told:
        list(commands(data))
    assert str(told.value) == said


def test_every_command_of_a_slip_is_known(make_slip: Callable[..., Slip]) -> None:
    assert list(commands(job(layout(make_slip(), 384), 384, "POS-5890")))
