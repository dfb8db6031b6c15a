"""The way to the office, where sync runs on this machine: what waits, what was put aside, which version is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from installers.doctor.finding import Finding, fault, fine, note
from sync.progress import Status, read_status
from sync.status import is_running

LONG = timedelta(days=2)


def look(folder: Path, now: datetime | None = None) -> Iterator[Finding]:
    """By what sync left in the folder of its enrolment; nothing where it never ran here."""
    try:
        found = read_status(folder)
    except (OSError, msgspec.DecodeError) as error:
        yield note("Sync", f"what it left cannot be read: {error}")
        return
    if found is not None:
        yield _records(found, now or datetime.now(UTC))
        yield from _wanted(found)


def _records(status: Status, now: datetime) -> Finding:
    line = status.line
    waiting = f"{line.waiting}{' or more' if line.more else ''} records wait"
    if line.state == "stopped":
        return fault("Sync", f"nothing is sent: {line.problem}", "see `suyana sync status`")
    if line.unlike:
        return fault("Sync", f"the office has not the same of {line.unlike} as this centre", "see the log of sync")
    if not is_running(status, now):
        return fault("Sync", f"it does not run since {status.written_at:%Y-%m-%d %H:%M} UTC", "start suyana-sync")
    if line.parked_count:
        return note("Sync", f"{waiting}; the office put {line.parked_count} aside", "see `suyana sync status`")
    if line.oldest and now - line.oldest > LONG:
        return note("Sync", f"{waiting}, the oldest since {line.oldest:%Y-%m-%d}", "`suyana sync export FILE`: a stick")
    return fine("Sync", f"line {line.state}, {waiting}")


def _wanted(status: Status) -> Iterator[Finding]:
    wanted, running = status.line.wanted, status.line.running
    if wanted:
        differs = wanted != running
        said = f"{running or 'not installed'} runs, the office wants {wanted}"
        yield (
            note("Version", said, f"install {wanted}") if differs else fine("Version", f"{wanted}, as the office wants")
        )
