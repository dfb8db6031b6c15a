"""Records as PostgreSQL reads them in a binary COPY, which costs either side least; what an office does most."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import chain, repeat
from struct import Struct, pack

from sync.columns import Columns

HEAD, END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"
NONE = pack(">i", -1)
SINCE = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
TEXT_TYPE = 1043  # PostgreSQL's number of the type of an array's elements

# Never missing and of a width of their own: how wide, and how written.
WIDE = {"stop": "i", "revision": "i", "seq": "q", "ticket": "q", "day": "i", "preferential": "?"}
WIDE |= {"issued_at": "q", "eligible_at": "q", "ended_at": "q", "attended_seconds": "i", "wait_interrupted": "i"}
WIDE |= {"attention_interrupted": "i", "calls": "i", "counter": "i"}
WORDS = ("centre", "incarnation", "number", "entity", "queue", "service", "language", "outcome", "advisor", "because")
NUMBERS = ("wait_limit", "attention_limit", "promised_from", "promised_to", "satisfaction")
LISTS = ("services", "results")
MOMENTS = ("called_at", "started_at")
COPIED = (*WIDE, *WORDS, *NUMBERS, *LISTS, *MOMENTS)

BYTES = {"i": 4, "q": 8, "?": 1}
_wide = Struct(">h" + "".join(f"i{kind}" for kind in WIDE.values()))
_moment = Struct(">iq")


def copied(records: Columns) -> bytes:
    """All of a COPY in the order of `COPIED`. Every value must fit its column."""
    own: list[list[int]] = []
    for name in WIDE:
        column = records.column(name)
        if name == "day":
            column = list(map(_day, column))
        elif name.endswith("_at"):
            column = [(at - SINCE) * 1_000_000 for at in column]
        own.append(column)
    wide = chain.from_iterable(zip(map(repeat, map(BYTES.__getitem__, WIDE.values())), own, strict=True))
    columns = [
        map(_wide.pack, repeat(len(COPIED)), *wide),
        *(map(_word, records.column(name)) for name in WORDS),
        *(map(_number, records.column(name)) for name in NUMBERS),
        *(map(_list, records.column(name)) for name in LISTS),
        *(map(_moment_of, records.column(name)) for name in MOMENTS),
    ]
    return b"".join((HEAD, *chain.from_iterable(zip(*columns, strict=True)), END))


@lru_cache(1024)
def _day(day: date) -> int:
    return (day - date(2000, 1, 1)).days


@lru_cache(16384)
def _word(word: str) -> bytes:
    written = word.encode()
    return pack(">i", len(written)) + written


@lru_cache(4096)
def _number(number: int | None) -> bytes:
    return NONE if number is None else pack(">ii", 4, number)


@lru_cache(4096)
def _list(words: tuple[str, ...]) -> bytes:
    """An array of one dimension, which begins at 1; an empty one has none."""
    body = pack(">iii", bool(words), 0, TEXT_TYPE)
    if words:
        body += pack(">ii", len(words), 1) + b"".join(map(_word, words))
    return pack(">i", len(body)) + body


def _moment_of(at: int | None) -> bytes:
    return NONE if at is None else _moment.pack(8, (at - SINCE) * 1_000_000)
