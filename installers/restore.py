"""`suyana restore`: the newest whole copy and the shipped log after it make the store again; a drill only says so."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from shared.store.database import locked
from shared.store.repairing import NEW, Suspicion, clear
from shared.store.restoring import Restored, last_event_left, put_in_place, restore


def main(store: Path, place: Path | None, *, drill: bool) -> int:
    """Exit status 1 for a drill in which something would be lost. Raises StoreError, with the store as it was."""
    began = time.monotonic()
    with ExitStack() as at_the_end:
        if drill:
            folder = at_the_end.enter_context(TemporaryDirectory(prefix="suyana-drill-"))
            done = _made(store, place, Path(folder) / store.name, only_backup=True)
            click.echo(_told(done, time.monotonic() - began))
            return _drilled(done, store)
        at_the_end.enter_context(locked(store))
        target = store.with_name(store.name + NEW)
        clear(target)
        done = _made(store, place, target, only_backup=False)
        aside = put_in_place(done, store, datetime.now(UTC))
        clear(target)
        Suspicion(store).settle()
    click.echo(_told(done, time.monotonic() - began))
    click.echo(f"The store {store} is restored, as a new incarnation." + (f" The old one is {aside}." if aside else ""))
    if done.lost:
        click.echo(f"LOST: {done.lost} events that were known and are nowhere.", err=True)
    return 0


def _made(store: Path, place: Path | None, target: Path, *, only_backup: bool) -> Restored:
    label = "Trying" if only_backup else "Restoring"
    bar: Any
    with click.progressbar(length=last_event_left(store)[0] or 1, label=label, file=sys.stderr) as bar:
        return restore(store, place, target, bar.update, only_backup=only_backup)


def _told(done: Restored, seconds: float) -> str:
    lines = [f"  not whole, not used: {sentence}" for sentence in done.refused]
    lines.append(f"  copy: {done.copy or 'none'}" + (f", up to event {done.of_copy}" if done.copy else ""))
    lines.append(f"  from the shipped log: {done.from_log} events")
    lines += [f"  from the old store itself: {done.from_store} events"] if done.from_store else []
    lines.append(f"  made again up to event {done.last}, in {seconds:.1f} s")
    return "\n".join(lines)


def _drilled(done: Restored, store: Path) -> int:
    """What would be lost if this machine's disk were gone now."""
    now, _ = last_event_left(store)
    if not now:
        click.echo("  the store itself cannot be read, so what would be lost is not known")
        return 1
    lost = max(now - done.last, 0)
    click.echo(f"  the store is at event {now}: {lost} events would be lost if its disk were gone")
    return 1 if lost else 0
