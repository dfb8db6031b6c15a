"""Batches in a file, for a stick that is carried where there is no line. Each is signed as it would be on the line.

A file is a row of values, each after its length: `suyana-parcel-1`, then of each batch what the centre signed and its
signature. So the office trusts a parcel exactly as it trusts a request, and whether a batch comes by the line or by the
stick, once or twice, before or after the others, does not matter.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from sync.exchange import LARGEST_BODY, Batch, write_batch
from sync.office_link import records_path
from sync.signing import Key, new_nonce, request_parts, signed_by

MARK = b"suyana-parcel-1"


class NoParcel(ValueError):
    """A file that is none, or was cut off or changed: one sentence."""


class Sealed(msgspec.Struct, frozen=True, array_like=True):
    """A batch as its centre signed it."""

    centre: str
    incarnation: str
    nonce: str
    signature: str
    body: bytes

    def signed_by(self, public: str) -> bool:
        path = records_path(self.centre, self.incarnation)
        return signed_by(public, self.signature, *request_parts("POST", path, self.nonce, self.body))


def seal(centre: str, incarnation: str, batch: Batch, key: Key) -> Sealed:
    body, nonce = write_batch(batch, incarnation), new_nonce()
    signature = key.sign(*request_parts("POST", records_path(centre, incarnation), nonce, body))
    return Sealed(centre, incarnation, nonce, signature, body)


@contextmanager
def writing_parcel(file: Path) -> Iterator[Callable[[Sealed], None]]:
    """Gives what puts one batch more into the parcel; whole at the end of the block, or not there. Raises OSError."""
    written = file.with_name(f"{file.name}.part")
    try:
        with written.open("wb") as out:
            _put(out, MARK)
            yield lambda sealed: _put(out, msgspec.msgpack.encode(sealed))
            out.flush()
            os.fsync(out.fileno())  # a stick is pulled out soon after
        written.replace(file)
    finally:
        written.unlink(missing_ok=True)


def write_parcel(file: Path, batches: Iterable[Sealed]) -> int:
    """Write a parcel, whole or not at all. Returns how many batches are in it. Raises OSError."""
    count = 0
    with writing_parcel(file) as put:
        for sealed in batches:
            put(sealed)
            count += 1
    return count


def _put(out: BinaryIO, value: bytes) -> None:
    out.write(len(value).to_bytes(4, "big") + value)


def read_parcel(file: Path) -> Iterator[tuple[Sealed, float]]:
    """Each batch of a parcel, with how much of the file (0 to 1) was read then. Raises NoParcel, OSError."""
    size = max(1, file.stat().st_size)
    with file.open("rb") as source:
        if _next(source, file) != MARK:
            raise NoParcel(f"{file} is no parcel of records")
        while (value := _next(source, file)) is not None:
            try:
                sealed = msgspec.msgpack.decode(value, type=Sealed)
            except msgspec.DecodeError as error:
                raise NoParcel(f"{file} holds what is no batch, before byte {source.tell()}: {error}") from error
            yield sealed, source.tell() / size


def _next(source: BinaryIO, file: Path) -> bytes | None:
    head = source.read(4)
    if not head:
        return None
    length = int.from_bytes(head, "big")
    value = source.read(min(length, 2 * LARGEST_BODY))
    if len(head) < 4 or len(value) != length:
        raise NoParcel(f"{file} was cut off, or is no parcel of records: byte {source.tell()}")
    return value
