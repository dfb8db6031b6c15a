"""Attention records as few bytes: by columns, each value as its difference from what is to be expected, then zstd.

A batch of 100 takes about 20 bytes a record, one of 500 about 14; JSON takes 410. `docs/office.md` tells the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import msgspec
import zstandard

from sync.record import AttentionRecord, Ending

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
    days: Words
    prefixes: Words
    queues: list[tuple[str, str]]  # queue, entity
    service_words: Words
    service_lists: list[tuple[str, ...]]
    languages: Words
    outcomes: Words
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
"""In the order of the struct; `_rows` gives and `_records` takes one value for each."""

_packed: msgspec.msgpack.Decoder[Packed] = msgspec.msgpack.Decoder(Packed)


class _Before:
    """What the next value is expected to be: the same while packing and unpacking."""

    def __init__(self) -> None:
        self.seq = self.count = self.ended = 0
        self.number: dict[int, int] = {}
        self.advisor: dict[int, int] = {}

    def step(self, of: dict[int, int], key: int, value: int) -> int:
        """The difference of a value from the last one of its key."""
        difference = value - of.get(key, 0)
        of[key] = value
        return difference

    def back(self, of: dict[int, int], key: int, difference: int) -> int:
        of[key] = of.get(key, 0) + difference
        return of[key]


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


def unpack(body: bytes, centre: str, incarnation: str) -> list[AttentionRecord]:
    """The records that `pack` was given. Raises Unpackable."""
    try:
        packed = _packed.decode(expanded(body))
    except msgspec.DecodeError as error:
        raise Unpackable(f"the packed records cannot be read: {error}") from None
    if packed.format != FORMAT:
        raise Unpackable(f"the packed records have format {packed.format}, this office reads {FORMAT}")
    columns = [getattr(packed, name) for name in COLUMNS]
    if len({len(column) for column in columns}) != 1:
        raise Unpackable("the packed records have columns of different lengths")
    if packed.origin and len(packed.origin) != len(packed.seq):
        raise Unpackable("the packed records have columns of different lengths")
    records: list[AttentionRecord] = []
    try:
        records.extend(_records(packed, centre, [incarnation, *packed.origins]))
    except (LookupError, ValueError, OverflowError, OSError) as error:
        raise Unpackable(f"packed record {len(records)} cannot be read: {error}") from None
    return records


INDICES = ("day", "prefix", "queue", "service", "services", "results", "flags", "outcome", "reason")


def _records(packed: Packed, centre: str, origins: list[str]) -> Iterator[AttentionRecord]:
    """Written flat: a closing hour of a country goes through here. Raises LookupError, ValueError, OverflowError."""
    below = [at for name in INDICES for at, index in enumerate(getattr(packed, name)) if index < 0]
    before, days, words = _Before(), [date.fromisoformat(day) for day in packed.days], packed.service_words
    day_ids = [int(f"{day:%Y%m%d}") * BY_DAY for day in days]
    own, lists, endings = [(word,) for word in words], packed.service_lists, list(map(Ending, packed.outcomes))
    origin_of = packed.origin or [0] * len(packed.seq)
    rows = zip(*(getattr(packed, name) for name in COLUMNS), strict=True)
    for at, (
        (seq, day, count, prefix, number, stop, revision, queue, service, services, results, flags, outcome, *times),
        origin,
    ) in enumerate(zip(rows, origin_of, strict=True)):
        ended, started, called, eligible, issued, attended, calls, counter, advisor, first, width, reason, *rest = times
        wait_limit, wait_interrupted, attention_limit, attention_interrupted, satisfaction = rest
        before.seq += seq
        before.count += count
        before.ended += ended
        advisor = before.back(before.advisor, counter, advisor)
        if at in below or origin < 0:
            raise ValueError("an index below 0")
        if before.count < 0 or advisor < 0:
            raise ValueError("a count below 0")
        ended = before.ended
        started_at = ended if started < 0 else ended - started
        called_at = started_at - called
        eligible_at = (ended if called < 0 else called_at) - eligible
        prefix_number = before.back(before.number, prefix, number)
        prefix_word = packed.prefixes[prefix]
        queue_word, entity = packed.queues[queue]
        yield AttentionRecord(
            centre,
            origins[origin],
            day_ids[day] + before.count,
            stop,
            revision,
            before.seq,
            days[day],
            f"{prefix_word} {prefix_number:03}",
            entity,
            queue_word,
            words[service],
            lists[services - 1] if services else own[service],
            flags % 2 == 1,
            packed.languages[flags // 2],
            endings[outcome],
            fromtimestamp(eligible_at - issued, UTC),
            fromtimestamp(eligible_at, UTC),
            None if called < 0 else fromtimestamp(called_at, UTC),
            None if started < 0 else fromtimestamp(started_at, UTC),
            fromtimestamp(ended, UTC),
            (0 if started < 0 else started) - attended,
            calls,
            counter,
            packed.advisors[advisor],
            None if first < 0 else (first, first + width),
            packed.reasons[reason],
            None if wait_limit < 0 else wait_limit,
            wait_interrupted,
            None if attention_limit < 0 else attention_limit,
            attention_interrupted,
            lists[results - 1] if results else (),
            None if satisfaction < 0 else satisfaction,
        )


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
fromtimestamp = datetime.fromtimestamp


def _seconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(seconds=1)
