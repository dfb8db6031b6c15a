"""The pages as routes: HTML made here, without anything to run in the browser; each table as CSV with `?csv=`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import jinja2
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from shared.reports.table import Table, as_csv
from shared.ui.tokens import LIGHT
from sync.office import texts
from sync.office.answers import as_json
from sync.office.pages import bulletin, centre, country, map, service
from sync.office.pages.line import FEW, TARGET
from sync.office.pages.period import Period, period_of
from sync.office.pages.projection import HEIGHT, WIDTH
from sync.office.store import OfficeStore, StoreFailed
from sync.office.store.figures import Figures

log = logging.getLogger(__name__)

HERE = Path(__file__).parent
FONTS = ("next-400.woff2", "next-600.woff2", "next-800.woff2")
POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src 'self'; form-action 'self'; base-uri 'none'"
)
UNREADABLE = "La oficina no puede leer sus datos en este momento."
YEARS = range(2000, 2100)


class Pages:
    """Keeps no state; `now`: the office's own clock."""

    def __init__(self, store: OfficeStore, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._templates = templates()

    @property
    def routes(self) -> list[BaseRoute]:
        pages = [
            Route("/", self._page(self._country)),
            Route("/centro/{centre}", self._page(self._centre)),
            Route("/centro/{centre}/servicio/{service}", self._page(self._service)),
            Route("/boletin/{year:int}", self._page(self._bulletin)),
            Route("/{path:path}", self._page(self._nowhere)),
        ]
        packed = [Middleware(GZipMiddleware, minimum_size=500)]
        return [Route("/letra/{name}", _font), Mount("/", routes=pages, middleware=packed)]

    def _page(self, make: Callable[[Request], Response]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(self._made, make, request)

        return answer

    def _made(self, make: Callable[[Request], Response], request: Request) -> Response:
        try:
            return make(request)
        except StoreFailed as error:
            log.error("the store failed: %s", error)
            return self._written("problem.html", {"problem": UNREADABLE, "now": self._now()}, 503)

    def _country(self, request: Request) -> Response:
        page = country.country(self._store, self._period(request.query_params), self._now())
        shape = {"departments": map.departments(), "width": WIDTH, "height": HEIGHT}
        return self._answer(request, "country.html", page, country.tables(page), shape)

    def _centre(self, request: Request) -> Response:
        standing = centre.standing_of(self._store, request.path_params["centre"], self._now())
        if standing is None:
            return self._missing("No hay ningún centro con ese nombre.")
        page = centre.centre(self._store, standing, self._period(request.query_params, standing.centre), self._now())
        return self._answer(request, "centre.html", page, centre.tables(page))

    def _service(self, request: Request) -> Response:
        standing = centre.standing_of(self._store, request.path_params["centre"], self._now())
        if standing is None:
            return self._missing("No hay ningún centro con ese nombre.")
        period = self._period(request.query_params, standing.centre)
        page = service.service(self._store, standing, request.path_params["service"], period)
        return self._answer(request, "service.html", page, service.tables(page))

    def _bulletin(self, request: Request) -> Response:
        year = request.path_params["year"]
        if year not in YEARS:
            return self._missing("No hay boletín de ese año.")
        page = bulletin.bulletin(self._store, year, self._now())
        return self._answer(request, "bulletin.html", page, bulletin.tables(page))

    def _nowhere(self, request: Request) -> Response:
        if request.url.path.startswith(("/api/", "/v1/")):  # a program asks
            return as_json({"problem": "there is nothing here"}, 404)
        return self._missing("Aquí no hay ninguna página.")

    def _period(self, query: QueryParams, centre: str | None = None) -> Period:
        today = self._now().astimezone(texts.LIMA).date()
        return period_of(query, Figures(self._store).last_day(centre) or today)

    def _answer(
        self,
        request: Request,
        template: str,
        page: object,
        tables: Mapping[str, Table],
        more: Mapping[str, object] | None = None,
    ) -> Response:
        if wanted := request.query_params.get("csv"):
            return _csv(tables[wanted]) if wanted in tables else self._missing("No hay ninguna tabla con ese nombre.")
        return self._written(template, {"page": page, "now": self._now(), **(more or {})})

    def _missing(self, problem: str) -> Response:
        return self._written("problem.html", {"problem": problem, "now": self._now()}, 404)

    def _written(self, template: str, context: Mapping[str, object], status: int = 200) -> Response:
        text = self._templates.get_template(template).render(context)
        return HTMLResponse(text, status, headers={"content-security-policy": POLICY, "referrer-policy": "same-origin"})


def templates() -> jinja2.Environment:
    """With the words and the colours of the house."""
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(texts=texts, colours=asdict(LIGHT), target=TARGET, few=FEW)
    for words in (texts.number, texts.share, texts.minutes, texts.seconds, texts.clock):
        found.filters[words.__name__] = words
    return found


async def _font(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in FONTS:
        return Response(status_code=404)
    kept = {"cache-control": "public, max-age=31536000, immutable"}
    return FileResponse(HERE / "fonts" / name, headers=kept, media_type="font/woff2")


def _csv(table: Table) -> Response:
    headers = {"content-disposition": f'attachment; filename="{table.title}.csv"'}
    # The mark at the beginning has spreadsheets read the accents.
    return Response("\N{BYTE ORDER MARK}" + as_csv(table), headers=headers, media_type="text/csv; charset=utf-8")
