"""The pages over plain HTTP: they say nothing worth hiding, and can only be read."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import partial

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.domain.languages import Speaking, Words
from shared.lan.http_line import PATIENCE, Line
from shared.lan.web import WebServer
from shared.pages import texts
from shared.pages.document import POLICY, now, page, plain_page
from shared.pages.known import Known, slip_key
from shared.pages.rate import Rates

PATH = re.compile(r"/t/([A-Za-z0-9_-]{22})(?:/now)?")
AT_ONCE = 900  # lines; a process may have 1,024 files open
SMALLEST = 400  # bytes worth compressing
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def server(known: Known, rates: Rates | None = None) -> WebServer:
    return WebServer(
        uvicorn.Config(
            application(known, rates),
            log_config=None,
            log_level="error",  # at warning, whoever sends nonsense fills the log
            access_log=False,
            lifespan="off",
            ws="none",
            http=Line,
            server_header=False,
            date_header=False,
            proxy_headers=False,  # there is no proxy: an address is the one that the line comes from
            limit_concurrency=AT_ONCE,
            timeout_keep_alive=int(PATIENCE),
            timeout_graceful_shutdown=1,
        )
    )


def application(known: Known, rates: Rates | None = None) -> ASGIApp:
    """What answers requests. Raises nothing."""
    ticket = partial(_ticket, known)
    pages = Starlette(
        routes=[
            Route("/t/{token}", partial(ticket, whole=True), methods=["GET"]),
            Route("/t/{token}/now", partial(ticket, whole=False), methods=["GET"]),
        ],
        exception_handlers={404: _said(404, texts.lost()), 405: _said(405, texts.read_only())},
    )
    limited = _Limited(pages, known, rates or Rates(time.monotonic))
    return GZipMiddleware(limited, minimum_size=SMALLEST, compresslevel=6)


async def _ticket(known: Known, request: Request, *, whole: bool) -> Response:
    found = PATH.fullmatch(request.scope["path"])
    view = known.ticket(found[1]) if found else None
    with Speaking(known.speech(request.query_params.get("lang", ""), view)):
        part = now(known, view)
        if whole:
            return HTMLResponse(page(known, view, part), part.http, HEADERS)
    headers = {**HEADERS, "etag": f'"{part.tag}"'}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(part.html, part.http, headers)


def _said(status: int, title: Words) -> Callable[[Request, Exception], Response]:
    def answer(_request: Request, error: Exception) -> Response:
        allowed = error.headers if isinstance(error, HTTPException) and error.headers else {}
        return HTMLResponse(plain_page(title), status, {**HEADERS, **allowed})

    return answer


class _Limited:
    """Turns away whoever asks too often, before anything is written for them."""

    def __init__(self, pages: ASGIApp, known: Known, rates: Rates) -> None:
        self._pages, self._known, self._rates = pages, known, rates
        self._refusal = plain_page(texts.too_often())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._allows(scope):
            await self._pages(scope, receive, send)
        else:  # made anew, for what compresses it writes into its headers
            await HTMLResponse(self._refusal, 429, {**HEADERS, "retry-after": "5"})(scope, receive, send)

    def _allows(self, scope: Scope) -> bool:
        client, found = scope.get("client"), PATH.fullmatch(scope["path"])
        ticket = slip_key(found[1]) if found and self._known.ticket(found[1]) else ""
        return self._rates.allows(ticket, client[0] if client else "")
