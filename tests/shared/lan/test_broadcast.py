"""One question to everybody, and what a hub says to it. Loopback only."""

from __future__ import annotations

import asyncio
import secrets

import pytest

from shared.lan import broadcast
from shared.lan.broadcast import Answerer, Asker, answer, answering, question, reaching, told

pytestmark = pytest.mark.anyio
HERE = "127.0.0.1"


def test_hub_answers_a_question_after_its_centre_and_one_after_any() -> None:
    for centre in ("lima-norte", ""):
        said = answer(question("n1", centre), "lima-norte", 7171)
        assert told(said, "192.0.2.9", "n1", centre) == "wss://192.0.2.9:7171"


def test_hub_says_nothing_to_the_question_of_another_centre_nor_to_nonsense() -> None:
    for asked in (question("n1", "lima-sur"), b"", b"{}", b"\xff" * 300, b"[" * 300, question("n", "lima-norte") * 9):
        assert answer(asked, "lima-norte", 7171) == b""


def test_an_answer_is_never_longer_than_its_question() -> None:
    for nonce in ("n", "n" * 120, "n" * 400):
        asked = question(nonce, "")
        assert len(answer(asked, "c" * 60, 7171)) <= len(asked)
    assert answer(b'{"type":"where_is_hub","nonce":"n","centre":""}', "lima-norte", 7171) == b""


@pytest.mark.parametrize(
    ("data", "sender"),
    [
        (b"", HERE),
        (b"\xff\xfe", HERE),
        (b"[" * 2_000, HERE),
        (answer(question("other", ""), "lima-norte", 7171), HERE),
        (answer(question("n1", ""), "lima-sur", 7171), HERE),
        (answer(question("n1", ""), "lima-norte", 0), HERE),
        (answer(question("n1", ""), "lima-norte", 70_000), HERE),
        (answer(question("n1", ""), "lima-norte", 7171), "not an address"),
    ],
)
def test_an_answer_that_is_none_names_no_place(data: bytes, sender: str) -> None:
    assert told(data, sender, "n1", "lima-norte") == ""


def test_every_network_of_the_machine_is_reached_and_of_named_addresses_theirs_alone() -> None:
    assert "255.255.255.255" in reaching()
    assert reaching([HERE]) == ["127.255.255.255"]


async def asked(centre: str) -> list[str]:
    heard = asyncio.Event()
    asker = Asker(centre, heard.set, [HERE])
    await asker.open()
    try:
        asker.ask()
        async with asyncio.timeout(10):
            await heard.wait()
    finally:
        asker.close()
    return asker.places


async def test_a_hub_is_found_by_whoever_asks_everybody() -> None:
    centre = f"centre-{secrets.token_hex(4)}"
    async with answering(centre, 7999, HERE), answering("another", 7998, HERE):
        assert await asked(centre) == [f"wss://{HERE}:7999"]


async def test_who_answers_without_end_is_remembered_only_so_often() -> None:
    asker = Asker("lima-norte", lambda: None)
    asker.ask()
    for port in range(1, 100):
        asker.datagram_received(answer(question(asker._nonce, ""), "lima-norte", port), (HERE, 1))
    assert len(asker.places) == broadcast.MOST_ANSWERS


async def test_a_hub_answers_a_flood_of_questions_only_so_often() -> None:
    class Line:
        sent = 0

        def sendto(self, _data: bytes, _to: object) -> None:
            self.sent += 1

    line = Line()
    answerer = Answerer("lima-norte", 7171, "0.0.0.0")
    answerer.connection_made(line)  # type: ignore[arg-type]
    for _ in range(1_000):
        answerer.datagram_received(question("n", ""), ("192.0.2.9", 9))
    assert 0 < line.sent <= broadcast.PER_SECOND + 5


async def test_a_hub_on_loopback_answers_this_machine_only() -> None:
    answerer = Answerer("lima-norte", 7171, HERE)
    answerer.datagram_received(question("n", ""), ("192.0.2.9", 9))  # it has no line: an answer would fail
