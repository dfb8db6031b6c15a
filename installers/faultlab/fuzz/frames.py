"""Nonsense in frames: saved cases, then random, mutated, huge, deep, badly encoded, and valid but forbidden ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

from shared.domain import commands as c
from shared.lan.messages import Ask, encode

CASES: tuple[bytes, ...] = (
    b"",
    b"null",
    b"\x00",
    b"\xff\xfe{}",
    b'{"type":"command","request":"\xed\xa0\x80","command":{"type":"call_next","counter":20}}',
    b"[" * 60_000,
    b'{"type":"command","request":"r","command":' + b'{"a":' * 10_000 + b"1" + b"}" * 10_001,
    b'{"type":"read_log","request":"r","after":-9223372036854775808,"limit":9223372036854775807}',
    b'{"type":"read_log","request":"r","after":1e400}',
    b'{"type":"command","request":"r","command":{"type":"cancel_ticket","ticket":99999999999999999999999}}',
    b'{"type":"command","request":"r","command":{"type":"find_ticket","number":"\\u0000\\u001b@"}}',
    b'{"type":"command","request":"","command":{"type":"issue_ticket","service":"PJ02"}}',
    b'{"type":"command","request":"r","command":{"type":"open_day","day":"0001-01-01"}}',
    b'{"type":"command","request":"r","command":{"type":"issue_ticket","document":{"kind":"dni","number":"\\ud800"}}}',
)


def frames(random: Random, count: int) -> Iterator[bytes]:
    """Saved cases, then random, mutated, huge, deep, badly encoded, and valid but forbidden ones in turn."""
    yield from CASES[:count]
    makers = (_random, _mutated, _mutated, _huge, _deep, _badly_encoded, _forbidden, _mistyped)
    for n in range(max(0, count - len(CASES))):
        yield makers[n % len(makers)](random)


def valid(random: Random) -> bytes:
    orders = (
        c.IssueTicket("PJ02"),
        c.CheckIn("48213377"),
        c.FindTicket(token="A" * 22),
        c.ChangeService("BN01", token="A" * 22),
        c.CancelTicket(token="A" * 22),
    )
    return encode(Ask(f"{random.getrandbits(64):x}", random.choice(orders))).encode()


def _random(random: Random) -> bytes:
    return random.randbytes(random.randrange(1, 2_000))


def _mutated(random: Random) -> bytes:
    frame = bytearray(valid(random))
    for _ in range(random.randrange(1, 8)):
        at = random.randrange(len(frame))
        match random.randrange(4):
            case 0:
                frame[at] = random.randrange(256)
            case 1:
                del frame[at : at + random.randrange(1, 9)]
            case 2:
                frame[at:at] = frame[random.randrange(len(frame)) :][: random.randrange(1, 40)]
            case _:
                frame[at:at] = random.choice((b'"', b"{", b"[", b"null", b"-1", b"1e999", b"\\u0000", b"\xff"))
        if not frame:
            return b"{}"
    return bytes(frame)


def _huge(random: Random) -> bytes:
    size = random.choice((10_000, 60_000, 65_536, 70_000, 300_000))
    return b'{"type":"command","request":"' + b"x" * size + b'","command":{"type":"call_next","counter":20}}'


def _deep(random: Random) -> bytes:
    deep = random.randrange(8, 25_000)
    opening, closing = random.choice(((b"[", b"]"), (b'{"a":', b"}")))
    return b'{"type":"command","request":"r","command":' + opening * deep + b"1" + closing * (deep + 1)


def _badly_encoded(random: Random) -> bytes:
    bad = random.choice((b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82"))
    return b'{"type":"command","request":"r","command":{"type":"issue_ticket","service":"' + bad + b'"}}'


def _forbidden(random: Random) -> bytes:
    orders = (
        c.CallNext(20),
        c.CloseDay(),
        c.OpenCounter(20, "a020"),
        c.RevokeDevice("counter-20"),
        c.IssueTicket("PJ02", excused=True),
        c.ShowDocument(20),
        c.NoteClockStep(1e9),
        c.PassTime(),
    )
    return encode(Ask(f"{random.getrandbits(64):x}", random.choice(orders))).encode()


def _mistyped(random: Random) -> bytes:
    value: object = random.choice((None, -1, 2**70, 1e308, "", "\x00\x1b@", [], {}, True, "x" * 5_000))
    key = random.choice(("service", "queue", "preferential", "language", "together_with", "document", "pay_first"))
    order = {"type": "issue_ticket", key: value}
    frame = {"type": "command", "request": f"{random.getrandbits(64):x}", "command": order}
    return json.dumps(frame).encode()
