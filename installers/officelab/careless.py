"""Programs as `suyana` is, but for one thing: `python -m installers.officelab.careless HOW ...`.

quick: sync waits seconds where it waits minutes, and its pieces stay small, so that more cuts fall. small: even smaller
and sooner. no-cursor: as small, but sync trusts what it remembers. no-key: the office writes what it is sent.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from sqlalchemy import Engine

import suyana
import sync.__main__ as program
from shared.lan.client import HubClient
from sync import pace, pusher
from sync.exchange import Cursor
from sync.office.store import engine, writing
from sync.pusher import Pusher

LOOK_AGAIN, LONGEST = 5.0, 4.0  # seconds
PIECE, SMALL_PIECE = 100, 20  # records
SOON = 0.1  # seconds


class Remembering(Pusher):
    """Knows by itself how far the office has everything: what an outbox with a mark beside each record does."""

    _kept: Cursor | None = None

    async def _cursor(self, hub: HubClient) -> Cursor:
        if self._kept is None:
            self._kept = await super()._cursor(hub)
        return self._kept

    async def _push(self, hub: HubClient, batch: object) -> Cursor:
        kept = await super()._push(hub, batch)  # type: ignore[arg-type]
        before = self._kept or kept
        self._kept = Cursor(kept.centre, kept.incarnation, max(before.cursor, batch.to), batch.chain)  # type: ignore[attr-defined]
        return self._kept


def quick() -> None:
    vars(program)["Pusher"] = partial(Pusher, look_again=LOOK_AGAIN)
    vars(pusher).update(OFFICE_LONGEST=LONGEST)
    vars(pace).update(LARGEST=PIECE)


def small() -> None:
    quick()
    vars(pace).update(FIRST=SMALL_PIECE, LARGEST=SMALL_PIECE)
    vars(pusher).update(OFFICE_FIRST=SOON)


def no_cursor() -> None:
    small()
    vars(program)["Pusher"] = partial(Remembering, look_again=LOOK_AGAIN)


def no_key() -> None:
    make = engine._make_tables

    def without_key(of: Engine) -> None:
        make(of)
        with of.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE attention DROP CONSTRAINT IF EXISTS attention_pkey")

    vars(engine)["_make_tables"] = without_key
    vars(writing)["UPSERT"] = writing.INSERT


HOW: dict[str, Callable[[], None]] = {"quick": quick, "small": small, "no-cursor": no_cursor, "no-key": no_key}

if __name__ == "__main__":
    HOW[sys.argv[1]]()
    suyana.main(sys.argv[2:])
