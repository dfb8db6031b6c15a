"""What the sync module and the office say to each other over HTTP. `docs/office.md` tells it with examples."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import msgspec

from sync.columns import Columns
from sync.packing import Unpackable, pack, unpack
from sync.record import LARGEST_COUNT, AttentionRecord, Count

LARGEST_BATCH = 2000  # records
LONGEST_INCARNATION = 64  # characters
LARGEST_BODY = 1024 * 1024  # bytes, either way
MEDIA_TYPE = "application/vnd.suyana.records"

Hash = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?$")]
"""The first 16 bytes of the hash of an event in the centre's chain, or "" where there is none."""


class Batch(msgspec.Struct, frozen=True):
    """All records of the events after `after` up to and with `to`; perhaps none.

    before, chain: the hashes of events `after` and `to`, by which the office sees that it is still the same log.
    """

    after: int
    to: int
    records: Sequence[AttentionRecord]
    before: str = ""
    chain: str = ""


class Kept(msgspec.Struct, frozen=True):
    """The office has everything of a store up to event `cursor`, whose hash is `chain`."""

    cursor: int
    chain: str


class Parked(msgspec.Struct, frozen=True):
    """A record that the office put aside, and why."""

    seq: Count
    ticket: Count
    stop: Count
    revision: Count
    reason: str


class Cursor(msgspec.Struct, frozen=True, tag_field="type", tag="cursor"):
    """The office's acknowledgement: it has everything of this store up to event `cursor`.

    parked: of the records just handed over, those that it put aside.
    """

    centre: str
    incarnation: str
    cursor: Count
    chain: Hash = ""
    parked: tuple[Parked, ...] = ()


class Ancestor(msgspec.Struct, frozen=True):
    """What a restored store was before: until event `seq`, whose hash is `chain`, it is the same."""

    incarnation: Annotated[str, msgspec.Meta(pattern="^[ -~]{1,64}$")]
    seq: Count
    chain: Hash = ""


class Lineage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which stores a restored one continues, oldest first."""

    ancestors: Annotated[tuple[Ancestor, ...], msgspec.Meta(min_length=1, max_length=1000)]


class EntityTally(msgspec.Struct, frozen=True, array_like=True):
    """How many records of an entity, and a digest that only the same ones give."""

    records: Count
    digest: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]


class DayTally(msgspec.Struct, frozen=True, tag_field="type", tag="tally"):
    """What the office has of a service day of a store, by entity."""

    day: date
    entities: dict[str, EntityTally]


class Heard(msgspec.Struct, frozen=True, tag_field="type", tag="heard"):
    """What a centre said of itself is kept."""


class NotTaken(msgspec.Struct, frozen=True, tag_field="type", tag="problem"):
    """What the office could not take, in one sentence; nothing of it was stored. wait: seconds until another try."""

    problem: str
    wait: float = 0.0


class Diverging(msgspec.Struct, frozen=True, tag_field="type", tag="diverged"):
    """This store is not the one that the office knows under its name: nothing is taken until a person has looked."""

    problem: str


class BatchMistake(ValueError):
    """A batch that is not well formed: one sentence that names what and where."""


class _Sent(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    after: Count
    to: Count
    before: Annotated[bytes, msgspec.Meta(max_length=16)]
    chain: Annotated[bytes, msgspec.Meta(max_length=16)]
    packed: bytes


_sent: msgspec.msgpack.Decoder[_Sent] = msgspec.msgpack.Decoder(_Sent)


def write_batch(batch: Batch, incarnation: str = "") -> bytes:
    """A batch of a store as it travels: MessagePack around the packed records.

    `incarnation`: of the store, needed where records of one that it continues are among them.
    """
    hashes = bytes.fromhex(batch.before), bytes.fromhex(batch.chain)
    return msgspec.msgpack.encode(_Sent(batch.after, batch.to, *hashes, pack(batch.records, incarnation)))


def read_batch(body: bytes, centre: str, incarnation: str) -> Batch:
    """The batch of a store as it was sent. Raises BatchMistake."""
    try:
        sent = _sent.decode(body)
        records = unpack(sent.packed, centre, incarnation)
    except (msgspec.DecodeError, Unpackable) as error:
        raise BatchMistake(f"the batch cannot be read: {error}") from None
    if sent.to <= sent.after:
        raise BatchMistake(f"the batch is from {sent.after} to {sent.to}: `to` must be higher than `from`")
    if len(records) > LARGEST_BATCH:
        raise BatchMistake(f"the batch has {len(records)} records: at most {LARGEST_BATCH} are taken")
    if fault := _fault_of_keys(sent.after, sent.to, records):
        raise BatchMistake(fault)
    return Batch(sent.after, sent.to, records, sent.before.hex(), sent.chain.hex())


def _fault_of_keys(after: int, to: int, records: Columns) -> str:
    """What is wrong with the events, tickets and stores of a batch, in one sentence, or ""."""
    before = after
    for index, seq in enumerate(records.seq):
        if not after < seq <= to or seq < before:
            return f"records[{index}].seq is {seq}: expected {before} at least, more than {after} and at most {to}"
        before = seq
    for index, ticket in enumerate(records.ticket):
        if not 0 <= ticket <= LARGEST_COUNT:
            return f"records[{index}] is of no ticket: {ticket}"
    for store in set(records.incarnation):
        if len(store) > LONGEST_INCARNATION or not store.isprintable():
            return f"records[{records.incarnation.index(store)}] is of no store"
    return ""
