"""What the sync module and the office say to each other, as JSON over HTTP. `docs/office.md` tells it with examples."""

from __future__ import annotations

import msgspec

from sync.record import AttentionRecord, Count

LARGEST_BATCH = 1000  # records
LARGEST_BODY = 4 * 1024 * 1024  # bytes, either way


class Batch(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"after": "from"}):
    """All records of the events after `after` (on the wire: `from`) up to and with `to`; perhaps none."""

    after: Count
    to: Count
    records: tuple[AttentionRecord, ...]


class Cursor(msgspec.Struct, frozen=True, tag_field="type", tag="cursor"):
    """The office's acknowledgement: it has everything of this store up to event `cursor`, and nothing after."""

    centre: str
    incarnation: str
    cursor: Count


class NotTaken(msgspec.Struct, frozen=True, tag_field="type", tag="problem"):
    """What the office could not take, in one sentence; nothing of it was stored."""

    problem: str


class BatchMistake(ValueError):
    """A batch that is not well formed: one sentence that names what and where."""


_batch: msgspec.json.Decoder[Batch] = msgspec.json.Decoder(Batch)


def read_batch(body: bytes, centre: str, incarnation: str) -> Batch:
    """The batch of a store as it was sent. Raises BatchMistake."""
    try:
        batch = _batch.decode(body)
    except msgspec.DecodeError as error:
        raise BatchMistake(f"the batch cannot be read: {error}") from error
    if batch.to <= batch.after:
        raise BatchMistake(f"the batch is from {batch.after} to {batch.to}: `to` must be higher than `from`")
    if len(batch.records) > LARGEST_BATCH:
        raise BatchMistake(f"the batch has {len(batch.records)} records: at most {LARGEST_BATCH} are taken")
    before = batch.after
    for index, record in enumerate(batch.records):
        _check(record, f"records[{index}]", centre, incarnation)
        if not before < record.seq <= batch.to:
            raise BatchMistake(
                f"records[{index}].seq is {record.seq}: expected more than {before} and at most {batch.to}"
            )
        before = record.seq
    return batch


def _check(record: AttentionRecord, where: str, centre: str, incarnation: str) -> None:
    for name, value, expected in (
        ("centre", record.centre, centre),
        ("incarnation", record.incarnation, incarnation),
    ):
        if value != expected:
            raise BatchMistake(f"{where}.{name} is {value!r}: the batch was sent for {expected!r}")
    if record.ended_at < record.issued_at:
        raise BatchMistake(f"{where}.ended_at is before issued_at")
