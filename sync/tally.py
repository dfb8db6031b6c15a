"""The proof that both ends have the same records of a day: counted and digested by entity, at each end by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from sync.exchange import EntityTally
from sync.record import AttentionRecord


def digest_of(record: AttentionRecord) -> int:
    """64 bits of everything in a record."""
    said = msgspec.msgpack.encode(msgspec.to_builtins(record))
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "big")


def tally(records: Iterable[AttentionRecord]) -> dict[str, EntityTally]:
    """By entity; in any order the same. Only the highest revision of a stop may be among them."""
    counts: dict[str, int] = {}
    sums: dict[str, int] = {}
    for record in records:
        counts[record.entity] = counts.get(record.entity, 0) + 1
        sums[record.entity] = (sums.get(record.entity, 0) + digest_of(record)) % 2**64
    return {entity: EntityTally(count, f"{sums[entity]:016x}") for entity, count in sorted(counts.items())}


def differences(here: dict[str, EntityTally], there: dict[str, EntityTally]) -> list[str]:
    """The entities in which two tallies differ, each with what both ends have."""
    none = EntityTally(0, "0" * 16)
    return [
        f"{entity}: {here.get(entity, none).records} here, {there.get(entity, none).records} at the office"
        for entity in sorted(here.keys() | there.keys())
        if here.get(entity, none) != there.get(entity, none)
    ]
