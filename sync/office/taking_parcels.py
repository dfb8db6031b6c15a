"""A parcel that was carried to the office, taken as if its batches had come by the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sync.exchange import BatchMistake, Parked, read_batch
from sync.office.store import Diverged, OfficeStore
from sync.office.store.enrolled import Enrolments
from sync.parcel import read_parcel


@dataclass
class Delivered:
    """What came of a parcel. refused: a sentence for each batch that was not taken."""

    batches: int = 0
    records: int = 0
    stored: int = 0
    parked: list[Parked] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def take_parcel(
    store: OfficeStore, file: Path, now: datetime, progress: Callable[[float], None] = lambda _part: None
) -> Delivered:
    """Take every batch that an enrolled centre signed. Raises NoParcel, OSError, StoreFailed; what was taken stays."""
    enrolments, delivered = Enrolments(store), Delivered()
    for sealed, part in read_parcel(file):
        delivered.batches += 1
        try:
            if not sealed.signed_by(enrolments.public_of(sealed.centre)):
                raise BatchMistake(f"it is not signed by an enrolled centre {sealed.centre!r}")
            batch = read_batch(sealed.body, sealed.centre, sealed.incarnation)
            taken = store.take(sealed.centre, sealed.incarnation, batch, now)
        except (BatchMistake, Diverged) as error:
            delivered.refused.append(f"batch {delivered.batches} of {file}: {error}")
        else:
            delivered.records += len(batch.records)
            delivered.stored += taken.stored
            delivered.parked += taken.parked
        progress(part)
    return delivered
