"""What centres fetch: what there is for them, appointments, and the bytes of editions and files, from any byte on."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from sync.down import Down
from sync.exchange import NotTaken
from sync.office.store import OfficeStore
from sync.office.store.appointments import AppointmentTable
from sync.office.store.editions import Editions
from sync.signing import Key

PIECE = 64 * 1024  # bytes read from the store at once

Answer = tuple[msgspec.Struct, int]
Read = Callable[[int, int], bytes | None]


class HandingDown:
    """Answers to requests that are known to be signed. Keeps no state of its own."""

    def __init__(self, store: OfficeStore, key: Key, now: Callable[[], datetime]) -> None:
        self._editions, self._appointments = Editions(store), AppointmentTable(store)
        self._key, self._now = key, now

    async def down(self, request: Request, _body: bytes) -> Answer:
        centre = request.path_params["centre"]
        editions = await run_in_threadpool(self._editions.newest, centre)
        change = await run_in_threadpool(self._appointments.last_change, centre)
        return Down(tuple(each.signed(self._key, centre) for each in editions), change), 200

    async def appointments(self, request: Request, _body: bytes) -> Answer:
        asked = request.query_params.get("after", "0")
        if not re.fullmatch(r"\d{1,15}", asked):
            return NotTaken("`after` is the number of a change, 0 for all"), 422
        centre = request.path_params["centre"]
        return await run_in_threadpool(self._appointments.after, centre, int(asked), self._now()), 200

    async def edition(self, request: Request) -> Response:
        kind, digest = request.path_params["kind"], request.path_params["digest"]
        size = await run_in_threadpool(self._editions.size, kind, digest)
        return _bytes(request, digest, size, lambda start, length: self._editions.body(kind, digest, start, length))

    async def media(self, request: Request) -> Response:
        digest = request.path_params["digest"]
        size = await run_in_threadpool(self._editions.media_size, digest)
        return _bytes(request, digest, size, lambda start, length: self._editions.media(digest, start, length))


def _bytes(request: Request, digest: str, size: int | None, read: Read) -> Response:
    """Whole, or from the byte that is asked for. Whoever fetches believes the digest, which the office signed."""
    if size is None:
        body = msgspec.json.encode(NotTaken("there is nothing of that digest"))
        return Response(body, 404, media_type="application/json")
    headers = {"etag": f'"{digest}"', "accept-ranges": "bytes"}
    found = re.fullmatch(r"bytes=(\d{1,12})-", request.headers.get("range", ""))
    start = int(found[1]) if found else 0
    if start >= size > 0:
        return Response(status_code=416, headers=headers | {"content-range": f"bytes */{size}"})
    if found:
        headers["content-range"] = f"bytes {start}-{size - 1}/{size}"
    headers["content-length"] = str(size - start)
    return StreamingResponse(_pieces(read, start, size), 206 if found else 200, headers, "application/octet-stream")


async def _pieces(read: Read, start: int, size: int) -> AsyncIterator[bytes]:
    while start < size:
        piece = await run_in_threadpool(read, start, PIECE)
        if not piece:
            return
        yield piece
        start += len(piece)
