"""The pages over plain HTTP: they say nothing worth hiding, and can only be read."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from functools import partial

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.domain.languages import Speaking, Words
from shared.lan.web import WebServer
from shared.pages import texts
from shared.pages.document import POLICY, plain_page, ticket_page
from shared.pages.hall import Hall
from shared.pages.rate import Rate

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
EACH_SECOND, BURST = 20.0, 200.0  # requests of one address: a phone makes one in four seconds, a router has many phones
AT_ONCE = 1_000  # lines
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def server(hall: Hall) -> WebServer:
    return WebServer(
        uvicorn.Config(
            application(hall),
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            http="h11",
            server_header=False,
            limit_concurrency=AT_ONCE,
            timeout_graceful_shutdown=1,
        )
    )


def application(hall: Hall, rate: Rate | None = None) -> ASGIApp:
    """What answers requests. Raises nothing."""
    ticket = partial(_ticket, hall)
    pages = Starlette(
        routes=[
            Route("/t/{token}", partial(ticket, whole=True), methods=["GET"]),
            Route("/t/{token}/now", partial(ticket, whole=False), methods=["GET"]),
        ],
        exception_handlers={404: _said(404, texts.lost()), 405: _said(405, texts.read_only())},
    )
    return _Limited(pages, rate or Rate(EACH_SECOND, BURST, time.monotonic))


async def _ticket(hall: Hall, request: Request, *, whole: bool) -> Response:
    token = str(request.path_params["token"])
    view = hall.ticket(token) if TOKEN.fullmatch(token) else None
    with Speaking(hall.speech(request.query_params.get("lang", ""), view)):
        text = ticket_page(view, hall.catalogue, hall.now(), hall.away_since, whole=whole)
    if whole:
        return HTMLResponse(text, 200 if view else 404, HEADERS)
    etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:16]}"'
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={**HEADERS, "etag": etag})
    return HTMLResponse(text, 200 if view else 404, {**HEADERS, "etag": etag})


def _said(status: int, title: Words) -> Callable[[Request, Exception], Response]:
    def answer(_request: Request, error: Exception) -> Response:
        allowed = error.headers if isinstance(error, HTTPException) and error.headers else {}
        return HTMLResponse(plain_page(title), status, {**HEADERS, **allowed})

    return answer


class _Limited:
    """Turns away whoever asks too often, before anything is looked up."""

    def __init__(self, pages: ASGIApp, rate: Rate) -> None:
        self._pages, self._rate = pages, rate
        self._refusal = HTMLResponse(plain_page(texts.too_often()), 429, {**HEADERS, "retry-after": "5"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        allowed = scope["type"] != "http" or self._rate.allows(client[0] if client else "")
        await (self._pages if allowed else self._refusal)(scope, receive, send)
