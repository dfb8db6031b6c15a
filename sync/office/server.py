"""The office's HTTP interface: cursors and batches for the centres, one page for people. See `docs/office.md`."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from sync.exchange import NotTaken
from sync.office.page import page
from sync.office.receiving import Receiving
from sync.office.store import OfficeStore, StoreFailed
from sync.signing import Key

log = logging.getLogger(__name__)

DEFAULT_PORT = 7272
KEPT_OPEN = 75  # seconds: longer than centres keep a line that is idle, so that none is closed under a request


class Certificate(NamedTuple):
    """PEM files: the chain, its own certificate first, and the key."""

    chain: Path
    key: Path


class PortTaken(Exception):
    """The office cannot listen where it was told to; one sentence."""


def listen(host: str, port: int) -> socket.socket:
    """Raises PortTaken."""
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        # Those it accepts have it too: else the second half of each answer waits a round trip for the first.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or str(error)
        raise PortTaken(f"cannot listen on {host} port {port}: {why}") from error


class OfficeServer(uvicorn.Server):
    """Serves until `should_exit`; signals are the program's to handle, from before it begins."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


def server(store: OfficeStore, key: Key, certificate: Certificate | None = None) -> OfficeServer:
    """With a certificate it speaks TLS; without one, what stands before it does."""
    return OfficeServer(
        uvicorn.Config(
            application(store, key),
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            http="h11",
            server_header=False,
            timeout_graceful_shutdown=2,
            timeout_keep_alive=KEPT_OPEN,
            ssl_certfile=str(certificate.chain) if certificate else None,
            ssl_keyfile=str(certificate.key) if certificate else None,
        )
    )


def application(store: OfficeStore, key: Key, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Starlette:
    """`key`: the office's, by which it signs. `now`: its own clock, for when a record was received."""
    pages = _Page(store)
    return Starlette(
        routes=[Route("/", pages.page), Route("/v1/centres", pages.centres), *Receiving(store, key, now).routes],
        exception_handlers={StoreFailed: _store_failed},
    )


class _Page:
    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    async def centres(self, _request: Request) -> Response:
        return _json({"centres": await run_in_threadpool(self._store.centres)})

    async def page(self, _request: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(self._page), headers={"content-security-policy": POLICY})

    def _page(self) -> str:
        stores = self._store.centres()
        return page(stores, {store.centre: self._store.last_day(store.centre) for store in stores})


POLICY = "default-src 'none'; style-src 'unsafe-inline'"


async def _store_failed(_request: Request, error: Exception) -> Response:
    log.error("the store failed: %s", error)
    return _json(NotTaken(f"the office's store failed: {error}"), 503)


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")
