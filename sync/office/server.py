"""The office's HTTP interface: batches of centres, questions of others, pages for people. See `docs/office.md`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.lan.web import WebServer, WholeAnswers
from sync.exchange import NotTaken
from sync.office.answers import as_json
from sync.office.api import Api
from sync.office.pages.serving import Pages
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


def utc_now() -> datetime:
    return datetime.now(UTC)


def server(
    store: OfficeStore, key: Key, certificate: Certificate | None = None, now: Callable[[], datetime] = utc_now
) -> WebServer:
    """With a certificate it speaks TLS; without one, what stands before it does. now: the office's own clock."""
    return serving(application(store, key, now), certificate)


def serving(application: Starlette, certificate: Certificate | None = None) -> WebServer:
    return WebServer(
        uvicorn.Config(
            application,
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            http=WholeAnswers,
            server_header=False,
            timeout_graceful_shutdown=2,
            timeout_keep_alive=KEPT_OPEN,
            ssl_certfile=str(certificate.chain) if certificate else None,
            ssl_keyfile=str(certificate.key) if certificate else None,
        )
    )


def application(store: OfficeStore, key: Key, now: Callable[[], datetime] = utc_now) -> Starlette:
    """`key`: the office's, by which it signs. `now`: its own clock, for when a record was received."""

    async def centres(_request: Request) -> Response:
        return as_json({"centres": await run_in_threadpool(store.centres)})

    return Starlette(
        routes=[
            Route("/v1/centres", centres),
            *Api(store, now).routes,
            *Receiving(store, key, now).routes,
            *Pages(store, now).routes,
        ],
        middleware=[Middleware(PlainPaths)],
        exception_handlers={StoreFailed: _store_failed},
    )


class PlainPaths:
    """No path with a character that cannot be printed is let in: neither a log nor every database could hold it."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not str(scope["path"]).isprintable():
            await as_json({"problem": "there is nothing here"}, 404)(scope, receive, send)
        else:
            await self._inner(scope, receive, send)


async def _store_failed(_request: Request, error: Exception) -> Response:
    log.error("the store failed: %s", error)
    return as_json(NotTaken(f"the office's store failed: {error}"), 503)
