from __future__ import annotations

import msgspec
import pytest
import zstandard

from sync.exchange import LARGEST_BATCH, Batch, BatchMistake, read_batch, write_batch
from sync.packing import COLUMNS, WORDS, pack
from sync.record import AttentionRecord
from tests.fakes.records import CENTRE, SERVED, STORE, batch, record

HASH = "0123456789abcdef" * 2


def read(body: bytes) -> Batch:
    came = read_batch(body, CENTRE, STORE)
    return msgspec.structs.replace(came, records=tuple(came.records))


def test_a_batch_is_read_as_it_was_sent() -> None:
    for sent in (batch(0, 20, 10, 15), Batch(3, 4, ()), Batch(3, 4, (), HASH, HASH[::-1])):
        assert read(write_batch(sent)) == sent


def test_the_stops_that_end_with_one_event_may_share_its_number() -> None:
    together = Batch(0, 20, (record(10), record(10, stop=1)))
    assert read(write_batch(together)) == together


def sent(after: int, to: int, *records: AttentionRecord, packed: bytes | None = None) -> bytes:
    body = pack(records) if packed is None else packed
    return msgspec.msgpack.encode([after, to, b"", b"", body])


def with_count(count: int) -> bytes:
    """A packed record whose ticket is that one of its day."""
    body = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(pack((record(10),))))
    body[1 + len(WORDS) + COLUMNS.index("count")] = [count]
    return zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(body))


MALFORMED: dict[str, tuple[bytes, str]] = {
    "no message": (b"hola", "the batch cannot be read"),
    "nothing": (b"", "the batch cannot be read"),
    "a map": (msgspec.msgpack.encode({}), "Expected `array`"),
    "no range": (msgspec.msgpack.encode(["a", 2, b"", b"", b""]), "Expected `int`, got `str` - at `$[0]`"),
    "no records": (sent(0, 2, packed=b"hola"), "what is packed cannot be read"),
    "backwards": (sent(9, 9), "`to` must be higher than `from`"),
    "a hash too long": (msgspec.msgpack.encode([0, 2, b"x" * 17, b"", b""]), "length <= 16"),
    "a record out of the range": (sent(0, 20, SERVED, record(21)), "records[1].seq is 21: expected 10 at least"),
    "a record of before": (sent(10, 20, SERVED), "records[0].seq is 10: expected 10 at least, more than 10"),
    "records out of order": (sent(0, 20, SERVED, record(9)), "records[1].seq is 9: expected 10 at least"),
    "a ticket beyond every count": (sent(0, 20, packed=with_count(2**53)), "records[0] is of no ticket: "),
    "a store that cannot be said": (
        write_batch(Batch(0, 20, (record(10, incarnation="a\nb"),)), STORE),
        "records[0] is of no store",
    ),
    "too many records": (sent(0, 9999, *(record(n + 1) for n in range(LARGEST_BATCH + 1))), f"at most {LARGEST_BATCH}"),
}


@pytest.mark.parametrize(("body", "problem"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_batch_is_refused_with_what_and_where(body: bytes, problem: str) -> None:
    with pytest.raises(BatchMistake) as mistake:
        read_batch(body, CENTRE, STORE)
    assert problem in str(mistake.value)
    assert "\n" not in str(mistake.value)
