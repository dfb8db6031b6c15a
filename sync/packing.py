"""Attention records as few bytes: by columns, each value as its difference from what is to be expected, then zstd.

A batch of 100 takes about 20 bytes a record, one of 500 about 14; JSON takes 410. `docs/office.md` tells the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from operator import sub
from typing import Annotated, NamedTuple, TypeVar

import msgspec
import zstandard

from sync.columns import Columns
from sync.record import AttentionRecord, Ending

T = TypeVar("T")

FORMAT = 1
LEVEL = 19
LARGEST_UNPACKED = 8 * 1024 * 1024  # bytes
BY_DAY = 100_000  # a ticket id is its service day and a count: 20261124_00388

Column = list[Annotated[int, msgspec.Meta(ge=-(2**53), le=2**53)]]
Words = list[str]


class Unpackable(ValueError):
    """Bytes that are no packed records: one sentence that says why."""


class Packed(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """The columns of a batch, one value a record, and the words that its indices mean.

    seq, count, ended: difference from the record before. number: from the last one of its prefix. The times before the
    end are seconds back: started from ended, called from started (or ended), eligible from called (or ended), issued
    from eligible; -1 for none. attended: what is missing of ended - started. advisor: from the last one of its counter.
    services: 0 for exactly the service asked for, otherwise 1 + index. flags: preferential + 2 * language.
    promised: from and width in minutes, -1 for none. The limits
    and satisfaction: -1 for none. origin: 0 for this store, otherwise 1 + index of the one that it continues; with
    origins left out where all are of this store.
    """

    format: int
    days: list[date]
    prefixes: Words
    queues: list[tuple[str, str]]  # queue, entity
    service_words: Words
    service_lists: list[tuple[str, ...]]
    languages: Words
    outcomes: list[Ending]
    advisors: Words
    reasons: Words
    seq: Column
    day: Column
    count: Column
    prefix: Column
    number: Column
    stop: Column
    revision: Column
    queue: Column
    service: Column
    services: Column
    results: Column
    flags: Column
    outcome: Column
    ended: Column
    started: Column
    called: Column
    eligible: Column
    issued: Column
    attended: Column
    calls: Column
    counter: Column
    advisor: Column
    promised_from: Column
    promised_width: Column
    reason: Column
    wait_limit: Column
    wait_interrupted: Column
    attention_limit: Column
    attention_interrupted: Column
    satisfaction: Column
    origins: Words = []
    origin: Column = []


WORDS = ("days", "prefixes", "queues", "service_words", "service_lists", "languages", "outcomes", "advisors", "reasons")
OTHERS = ("format", "origins", "origin")
COLUMNS = tuple(name for name in Packed.__struct_fields__ if name not in OTHERS and name not in WORDS)
"""In the order of the struct; `_rows` gives one value for each."""

_packed: msgspec.msgpack.Decoder[Packed] = msgspec.msgpack.Decoder(Packed)


class _Before:
    """What the next value is expected to be."""

    def __init__(self) -> None:
        self.seq = self.count = self.ended = 0
        self.number: dict[int, int] = {}
        self.advisor: dict[int, int] = {}

    def step(self, of: dict[int, int], key: int, value: int) -> int:
        """The difference of a value from the last one of its key."""
        difference = value - of.get(key, 0)
        of[key] = value
        return difference


def pack(records: Sequence[AttentionRecord], incarnation: str = "") -> bytes:
    """Records of one store, in the order of their events. `incarnation`: of that store, where others are among them."""
    words: dict[str, dict[object, int]] = {kind: {} for kind in WORDS}
    rows = list(_rows(records, words))
    columns = zip(*rows, strict=True) if rows else ([] for _ in COLUMNS)
    body = [FORMAT, *(list(words[kind]) for kind in WORDS), *map(list, columns), *_origins(records, incarnation)]
    return compressed(msgspec.msgpack.encode(body))


def _origins(records: Sequence[AttentionRecord], incarnation: str) -> tuple[Words, list[int]] | tuple[()]:
    others = dict.fromkeys(r.incarnation for r in records if incarnation and r.incarnation != incarnation)
    if not others:
        return ()
    known = list(others)
    return known, [1 + known.index(r.incarnation) if r.incarnation in others else 0 for r in records]


def _rows(records: Iterable[AttentionRecord], words: dict[str, dict[object, int]]) -> Iterable[tuple[int, ...]]:
    def index(kind: str, word: object) -> int:
        return words[kind].setdefault(word, len(words[kind]))

    before = _Before()
    for r in records:
        count, ended = r.ticket % BY_DAY, _seconds(r.ended_at)
        started = _seconds(r.started_at) if r.started_at else None
        called = _seconds(r.called_at) if r.called_at else None
        eligible = _seconds(r.eligible_at)
        from_called = called if called is not None else ended
        prefix, number = r.number.split(" ")
        prefix_at, advisor = index("prefixes", prefix), index("advisors", r.advisor)
        yield (
            r.seq - before.seq,
            index("days", r.day.isoformat()),
            count - before.count,
            prefix_at,
            before.step(before.number, prefix_at, int(number)),
            r.stop,
            r.revision,
            index("queues", (r.queue, r.entity)),
            index("service_words", r.service),
            0 if r.services == (r.service,) else 1 + index("service_lists", r.services),
            index("service_lists", r.results) + 1 if r.results else 0,
            int(r.preferential) + 2 * index("languages", r.language),
            index("outcomes", r.outcome.value),
            ended - before.ended,
            -1 if started is None else ended - started,
            -1 if called is None else (ended if started is None else started) - called,
            from_called - eligible,
            eligible - _seconds(r.issued_at),
            (0 if started is None else ended - started) - r.attended_seconds,
            r.calls,
            r.counter,
            before.step(before.advisor, r.counter, advisor),
            -1 if r.promised is None else r.promised[0],
            -1 if r.promised is None else r.promised[1] - r.promised[0],
            index("reasons", r.because),
            -1 if r.wait_limit is None else r.wait_limit,
            r.wait_interrupted,
            -1 if r.attention_limit is None else r.attention_limit,
            r.attention_interrupted,
            -1 if r.satisfaction is None else r.satisfaction,
        )
        before.seq, before.count, before.ended = r.seq, count, ended


def compressed(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=LEVEL).compress(body)


def expanded(body: bytes) -> bytes:
    """What `compressed` was given, unless that is more than anybody honest sends. Raises Unpackable."""
    try:
        # The library believes what a frame says of its own size, whatever limit it is told.
        if zstandard.get_frame_parameters(body).content_size not in range(LARGEST_UNPACKED + 1):
            raise Unpackable(f"what is packed does not say that it is at most {LARGEST_UNPACKED} bytes")
        return zstandard.ZstdDecompressor().decompress(body, max_output_size=LARGEST_UNPACKED)
    except zstandard.ZstdError as error:
        raise Unpackable(f"what is packed cannot be read: {error}") from None


def unpack(body: bytes, centre: str, incarnation: str) -> Columns:
    """The records that `pack` was given. Raises Unpackable."""
    try:
        packed = _packed.decode(expanded(body))
    except msgspec.DecodeError as error:
        raise Unpackable(f"the packed records cannot be read: {error}") from None
    if packed.format != FORMAT:
        raise Unpackable(f"the packed records have format {packed.format}, this office reads {FORMAT}")
    if not packed.origin:
        packed.origin = [0] * len(packed.seq)
    if len({len(getattr(packed, name)) for name in (*COLUMNS, "origin")}) != 1:
        raise Unpackable("the packed records have columns of different lengths")
    return _columns(packed, centre, incarnation)


def _columns(packed: Packed, centre: str, incarnation: str) -> Columns:
    """Column by column, by what C does with a list: a closing hour of a country goes through here."""
    days = _of("day", packed.days, packed.day)
    ids = {day: int(f"{day:%Y%m%d}") * BY_DAY for day in set(days)}
    counts = _no_less_than_0("count", list(accumulate(packed.count)))
    numbers = _back(packed.prefix, packed.number)
    queues = _of("queue", packed.queues, packed.queue)
    service = _of("service", packed.service_words, packed.service)
    lists: list[tuple[str, ...]] = [(), *packed.service_lists]
    stated = _of("services", lists, packed.services)
    advisors = _no_less_than_0("advisor", _back(packed.counter, packed.advisor))
    hours = _hours(packed)
    return Columns(
        centre=[centre] * len(days),
        incarnation=_of("origin", [incarnation, *packed.origins], packed.origin),
        ticket=[ids[day] + count for day, count in zip(days, counts, strict=True)],
        stop=packed.stop,
        revision=packed.revision,
        seq=list(accumulate(packed.seq)),
        day=days,
        number=[
            f"{prefix} {number:03}"
            for prefix, number in zip(_of("prefix", packed.prefixes, packed.prefix), numbers, strict=True)
        ],
        entity=[entity for _, entity in queues],
        queue=[queue for queue, _ in queues],
        service=service,
        services=[
            said if index else (asked,) for said, index, asked in zip(stated, packed.services, service, strict=True)
        ],
        preferential=[flags % 2 == 1 for flags in packed.flags],
        language=_of("flags", packed.languages, [flags // 2 for flags in packed.flags]),
        outcome=_of("outcome", [ending.value for ending in packed.outcomes], packed.outcome),
        issued_at=hours.issued,
        eligible_at=hours.eligible,
        called_at=hours.called,
        started_at=hours.started,
        ended_at=hours.ended,
        attended_seconds=[max(whole, 0) - less for whole, less in zip(packed.started, packed.attended, strict=True)],
        calls=packed.calls,
        counter=packed.counter,
        advisor=_of("advisor", packed.advisors, advisors),
        promised_from=_or_none(packed.promised_from),
        promised_to=[
            None if first < 0 else first + width
            for first, width in zip(packed.promised_from, packed.promised_width, strict=True)
        ],
        because=_of("reason", packed.reasons, packed.reason),
        wait_limit=_or_none(packed.wait_limit),
        wait_interrupted=packed.wait_interrupted,
        attention_limit=_or_none(packed.attention_limit),
        attention_interrupted=packed.attention_interrupted,
        results=_of("results", lists, packed.results),
        satisfaction=_or_none(packed.satisfaction),
    )


class _Hours(NamedTuple):
    issued: list[int]
    eligible: list[int]
    called: list[int | None]
    started: list[int | None]
    ended: list[int]


def _hours(packed: Packed) -> _Hours:
    """Seconds since 1970, each counted back from what came after it."""
    ended = list(accumulate(packed.ended))
    started = [end if less < 0 else end - less for end, less in zip(ended, packed.started, strict=True)]
    called = list(map(sub, started, packed.called))
    before = [end if less < 0 else call for end, less, call in zip(ended, packed.called, called, strict=True)]
    eligible = list(map(sub, before, packed.eligible))
    issued = list(map(sub, eligible, packed.issued))
    for column in (ended, started, called, eligible, issued):
        if column and not FIRST <= min(column) <= max(column) <= LAST:
            raise Unpackable("the packed records have an hour of no century")
    return _Hours(issued, eligible, _where(packed.called, called), _where(packed.started, started), ended)


def _where(given: list[int], values: list[int]) -> list[int | None]:
    return [None if told < 0 else value for told, value in zip(given, values, strict=True)]


def _or_none(column: list[int]) -> list[int | None]:
    return [None if value < 0 else value for value in column]


def _of(name: str, words: Sequence[T], indices: list[int]) -> list[T]:
    if indices and not 0 <= min(indices) <= max(indices) < len(words):
        raise Unpackable(f"column {name} of the packed records has an index of nothing")
    return list(map(words.__getitem__, indices))


def _no_less_than_0(name: str, column: list[int]) -> list[int]:
    if column and min(column) < 0:
        raise Unpackable(f"column {name} of the packed records has a count below 0")
    return column


def _back(keys: list[int], differences: list[int]) -> list[int]:
    """Each value from its difference from the last one of its key."""
    last: dict[int, int] = {}
    values = list[int]()
    for key, difference in zip(keys, differences, strict=True):
        last[key] = value = last.get(key, 0) + difference
        values.append(value)
    return values


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST, LAST = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (1, 9999))
"""Hours that a clock can show."""


def _seconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(seconds=1)
