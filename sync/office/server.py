"""The office's HTTP interface: cursors and batches for the centres, one page for people. See `docs/office.md`."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from sync.exchange import LARGEST_BODY, BatchMistake, Cursor, NotTaken, read_batch
from sync.office.page import page
from sync.office.store import OfficeStore, StoreFailed

log = logging.getLogger(__name__)

DEFAULT_PORT = 7272


class PortTaken(Exception):
    """The office cannot listen where it was told to; one sentence."""


def listen(host: str, port: int) -> socket.socket:
    """Raises PortTaken."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or str(error)
        raise PortTaken(f"cannot listen on {host} port {port}: {why}") from error


class OfficeServer(uvicorn.Server):
    """Serves until `should_exit`; signals are the program's to handle, from before it begins."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


def server(store: OfficeStore) -> OfficeServer:
    return OfficeServer(
        uvicorn.Config(
            application(store),
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            http="h11",
            server_header=False,
            timeout_graceful_shutdown=2,
        )
    )


def application(store: OfficeStore, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Starlette:
    """`now`: the office's own clock, for when a record was received."""
    office = _Office(store, now)
    return Starlette(
        routes=[
            Route("/", office.page),
            Route("/v1/centres", office.centres),
            Route("/v1/centres/{centre}/{incarnation}/cursor", office.cursor),
            Route("/v1/centres/{centre}/{incarnation}/records", office.records, methods=["POST"]),
        ],
        exception_handlers={StoreFailed: _store_failed},
    )


class _Office:
    def __init__(self, store: OfficeStore, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now

    async def cursor(self, request: Request) -> Response:
        centre, incarnation = request.path_params["centre"], request.path_params["incarnation"]
        return _json(Cursor(centre, incarnation, await run_in_threadpool(self._store.cursor, centre, incarnation)))

    async def records(self, request: Request) -> Response:
        centre, incarnation = request.path_params["centre"], request.path_params["incarnation"]
        try:
            body = await _body(request)
        except ClientDisconnect:
            log.info("centre %s: a batch was cut off on its way", centre)
            return Response(status_code=400)  # nobody is there to read it
        if body is None:
            return _json(NotTaken(f"the batch is larger than {LARGEST_BODY} bytes"), 413)
        try:
            batch = read_batch(body, centre, incarnation)
        except BatchMistake as mistake:
            log.warning("centre %s: a batch was not taken: %s", centre, mistake)
            return _json(NotTaken(str(mistake)), 422)
        stored = await run_in_threadpool(self._store.take, centre, incarnation, batch, self._now())
        cursor = await run_in_threadpool(self._store.cursor, centre, incarnation)
        log.info("centre %s: %d of %d records stored, cursor %d", centre, stored, len(batch.records), cursor)
        return _json(Cursor(centre, incarnation, cursor), 409 if cursor < batch.after else 200)

    async def centres(self, _request: Request) -> Response:
        return _json({"centres": await run_in_threadpool(self._store.centres)})

    async def page(self, _request: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(self._page), headers={"content-security-policy": POLICY})

    def _page(self) -> str:
        stores = self._store.centres()
        return page(stores, {store.centre: self._store.last_day(store.centre) for store in stores})


POLICY = "default-src 'none'; style-src 'unsafe-inline'"


async def _body(request: Request) -> bytes | None:
    """The whole body, or None when it is larger than anybody honest sends."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            return None
    return body


async def _store_failed(_request: Request, error: Exception) -> Response:
    log.error("the store failed: %s", error)
    return _json(NotTaken(f"the office's store failed: {error}"), 503)


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")
