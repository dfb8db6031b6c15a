from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import zstandard
from hypothesis import given, strategies as st

from sync.packing import COLUMNS, OTHERS, WORDS, Packed, Unpackable, pack, unpack
from sync.record import AttentionRecord, Ending
from tests.fakes.records import CENTRE, SERVED, STORE, record

MORNING = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
seconds = st.integers(0, 10_000)
codes = st.sampled_from(["PJ01", "PJ02", "BN01", ""])


@st.composite
def records(draw: st.DrawFn) -> AttentionRecord:
    """Any that could be true, in any order of whatever a centre may send."""
    issued = MORNING + timedelta(seconds=draw(seconds))
    eligible = issued + timedelta(seconds=draw(seconds))
    called = draw(st.none() | seconds.map(lambda late: eligible + timedelta(seconds=late)))
    started = draw(st.none() | seconds.map(lambda late: (called or eligible) + timedelta(seconds=late)))
    ended = (started or called or eligible) + timedelta(seconds=draw(seconds))
    promised = draw(st.none() | st.tuples(st.integers(0, 90), st.integers(0, 90)).map(lambda p: (p[0], p[0] + p[1])))
    return record(
        draw(st.integers(1, 2000)),
        stop=draw(st.integers(0, 5)),
        revision=draw(st.integers(0, 3)),
        number=draw(st.sampled_from(["PJ 001", "PJ 047", "BN 1888", "A 012"])),
        queue=draw(st.sampled_from(["PJ", "BN"])),
        service=draw(codes),
        services=tuple(draw(st.lists(codes, max_size=3))),
        results=tuple(draw(st.lists(codes, max_size=1))),
        preferential=draw(st.booleans()),
        language=draw(st.sampled_from(["es", "qu", "ay"])),
        outcome=draw(st.sampled_from(Ending)),
        issued_at=issued,
        eligible_at=eligible,
        called_at=called,
        started_at=started,
        ended_at=ended,
        attended_seconds=draw(seconds),
        calls=draw(st.integers(0, 9)),
        counter=draw(st.integers(0, 60)),
        advisor=draw(st.sampled_from(["", "a001", "a002"])),
        promised=promised,
        wait_limit=draw(st.none() | st.integers(1, 120)),
        wait_interrupted=draw(seconds),
        attention_limit=draw(st.none() | st.integers(1, 120)),
        attention_interrupted=draw(seconds),
        satisfaction=draw(st.none() | st.integers(1, 5)),
    )


@given(st.lists(records(), max_size=20))
def test_whatever_was_packed_is_unpacked_as_it_was(sent: list[AttentionRecord]) -> None:
    assert list(unpack(pack(sent), CENTRE, STORE)) == sent


def test_every_field_of_a_record_travels() -> None:
    """A field added to the record and forgotten here would come back as its default."""
    told = set(COLUMNS) | {"centre", "incarnation"}
    other = {"ticket": "count", "preferential": "flags", "language": "flags", "entity": "queue", "because": "reason"}
    times = {f"{name}_at": name for name in ("issued", "eligible", "called", "started", "ended")}
    more = {"attended_seconds": "attended", "promised": "promised_from"}
    for name in AttentionRecord.__struct_fields__:
        assert (other | times | more).get(name, name) in told, name


def changed(**columns: list[int]) -> bytes:
    """Two records packed, with these columns instead of their own."""
    raw = zstandard.ZstdDecompressor().decompress(pack([SERVED, record(12)]))
    packed = msgspec.msgpack.decode(raw, type=Packed)
    return zstandard.ZstdCompressor().compress(
        msgspec.msgpack.encode(msgspec.structs.replace(packed, **columns))  # type: ignore[arg-type]
    )


BROKEN = {
    "nothing": (b"", "cannot be read"),
    "no zstd": (b"hola", "cannot be read"),
    "no message": (zstandard.compress(b"\xc1"), "cannot be read"),
    "another shape": (zstandard.compress(msgspec.msgpack.encode({"a": 1})), "cannot be read"),
    "another format": (changed(format=2), "format 2"),
    "columns of different lengths": (changed(calls=[1]), "different lengths"),
    "an index of nothing": (changed(queue=[0, 7]), "column queue of the packed records has an index of nothing"),
    "an index below nothing": (
        changed(outcome=[0, -1]),
        "column outcome of the packed records has an index of nothing",
    ),
    "an hour of no century": (changed(ended=[2**53, 0]), "an hour of no century"),
    "a count below nothing": (changed(count=[-1, 0]), "column count of the packed records has a count below 0"),
}


@pytest.mark.parametrize(("body", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_packed_records_is_one_sentence(body: bytes, problem: str) -> None:
    with pytest.raises(Unpackable, match=problem) as error:
        unpack(body, CENTRE, STORE)
    assert "\n" not in str(error.value)


@given(st.binary(max_size=60))
def test_no_bytes_make_it_fail_otherwise(noise: bytes) -> None:
    for body in (noise, zstandard.compress(noise)):
        with pytest.raises(Unpackable):
            unpack(body, CENTRE, STORE)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Unpackable):
        unpack(zstandard.compress(b"\0" * 100_000_000), CENTRE, STORE)


def test_the_columns_are_those_of_the_page() -> None:
    assert len(COLUMNS) + len(WORDS) + len(OTHERS) == len(Packed.__struct_fields__)


def test_records_of_a_store_that_this_one_continues_keep_their_origin() -> None:
    sent = [SERVED, record(12, incarnation="another"), record(14)]
    assert list(unpack(pack(sent, STORE), CENTRE, STORE)) == sent
    assert len(pack([SERVED, record(14)], STORE)) == len(pack([SERVED, record(14)]))


def test_an_origin_that_is_none_is_not_read() -> None:
    raw = zstandard.ZstdDecompressor().decompress(pack([record(12, incarnation="another")], STORE))
    for origin in ([-1], [2], [0, 0]):
        body = msgspec.msgpack.decode(raw)
        body[-1] = origin
        with pytest.raises(Unpackable):
            unpack(zstandard.compress(msgspec.msgpack.encode(body)), CENTRE, STORE)
