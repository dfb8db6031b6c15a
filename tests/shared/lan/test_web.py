"""Answers of an HTTP server of ours, as they are handed to the network."""

from __future__ import annotations

import asyncio

import pytest

from shared.lan.web import Together

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Wire(asyncio.Transport):
    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        assert not self.closed
        self.written.append(bytes(data))

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True


async def test_the_head_of_an_answer_and_its_body_go_out_as_one() -> None:
    wire = Wire()
    together = Together(wire)
    together.write(b"head ")
    together.write(b"body")
    await asyncio.sleep(0)
    together.write(b"another")
    await asyncio.sleep(0)
    assert wire.written == [b"head body", b"another"]


async def test_what_was_written_before_the_end_goes_out_before_it() -> None:
    wire = Wire()
    together = Together(wire)
    together.write(b"the last")
    together.close()
    await asyncio.sleep(0)
    assert (wire.written, wire.closed) == ([b"the last"], True)
