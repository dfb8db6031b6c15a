"""What centres say of themselves: how they stand just now, and what they offer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from sync.exchange import Heard, NotTaken
from sync.live import Live, Offered
from sync.office.store import OfficeStore, StoreFailed
from sync.office.store.live import LiveTable
from sync.packing import Unpackable, expanded

log = logging.getLogger(__name__)

AHEAD = timedelta(hours=1)  # how much a centre's clock may be before the office's

Answer = tuple[msgspec.Struct, int]


class Hearing:
    """Answers to what is signed already. Keeps no state of its own."""

    def __init__(self, store: OfficeStore, now: Callable[[], datetime]) -> None:
        self._live, self._now = LiveTable(store), now

    async def live(self, request: Request, body: bytes) -> Answer:
        return await run_in_threadpool(self._take_live, request, body)

    async def offered(self, request: Request, body: bytes) -> Answer:
        return await run_in_threadpool(self._take_offered, request, body)

    def _take_live(self, request: Request, body: bytes) -> Answer:
        centre, incarnation, now = request.path_params["centre"], request.path_params["incarnation"], self._now()
        try:
            said = msgspec.json.decode(_plain(request, body), type=Live)
            if said.at > now + AHEAD:
                return NotTaken(f"its clock says {said.at:%Y-%m-%d %H:%M} UTC, which has not been yet"), 422
            self._live.put(centre, incarnation, said, now)
        except (msgspec.DecodeError, Unpackable) as error:
            return NotTaken(f"how the centre stands cannot be read: {error}"), 422
        except StoreFailed as error:
            log.error("the store failed: %s", error)
            return NotTaken(f"the office's store failed: {error}"), 503
        return Heard(), 200

    def _take_offered(self, request: Request, body: bytes) -> Answer:
        try:
            offered = msgspec.json.decode(_plain(request, body), type=Offered)
            self._live.put_offered(request.path_params["centre"], offered, self._now())
        except (msgspec.DecodeError, Unpackable) as error:
            return NotTaken(f"what the centre offers cannot be read: {error}"), 422
        except StoreFailed as error:
            log.error("the store failed: %s", error)
            return NotTaken(f"the office's store failed: {error}"), 503
        return Heard(), 200


def _plain(request: Request, body: bytes) -> bytes:
    """Raises Unpackable."""
    return expanded(body) if request.headers.get("content-encoding") == "zstd" else body
