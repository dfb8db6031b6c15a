"""The interface as routes: a key, a query, rows as JSON or CSV."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from shared.reports.table import Table, as_csv
from sync.office.answers import as_json
from sync.office.api import asked as a, told as t
from sync.office.api.access import Access, Refused
from sync.office.api.openapi import Described, page
from sync.office.api.reading import NotAnswered, Reading
from sync.office.store import OfficeStore, StoreFailed

log = logging.getLogger(__name__)

BASE = "/api/v1"
ROWS: dict[type[t.Rows], type[msgspec.Struct]] = {
    t.Centres: t.CentreRow,
    t.Waiting: t.WaitingRow,
    t.Catalogue: t.ServiceRow,
    t.Appointments: t.AppointmentRow,
    t.FigureRows: t.FigureRow,
}


@dataclass(frozen=True)
class Operation(Described):
    """`read` answers a query that is of the kind `asked`."""

    read: Callable[[Any], t.Rows]


class Api:
    """Keeps no state that another receiver would need."""

    def __init__(self, store: OfficeStore, now: Callable[[], datetime]) -> None:
        self._access, reading = Access(store, now), Reading(store, now)
        self.operations = (
            Operation(f"{BASE}/centres", "centres", "The centres.", a.AskedCentres, t.Centres, reading.centres),
            Operation(
                f"{BASE}/waiting", "waiting", "How long the wait is now.", a.AskedWaiting, t.Waiting, reading.waiting
            ),
            Operation(
                f"{BASE}/catalogue",
                "catalogue",
                "What centres offer.",
                a.AskedCatalogue,
                t.Catalogue,
                reading.catalogue,
            ),
            Operation(
                f"{BASE}/appointments",
                "appointments",
                "How many appointments there are, by hour.",
                a.AskedAppointments,
                t.Appointments,
                reading.appointments,
            ),
            Operation(f"{BASE}/figures/daily", "daily", "Figures of days.", a.AskedDays, t.FigureRows, reading.days),
            Operation(
                f"{BASE}/figures/monthly", "monthly", "Figures of months.", a.AskedMonths, t.FigureRows, reading.months
            ),
        )
        self.page = page(self.operations)

    @property
    def routes(self) -> list[Route]:
        served = [Route(each.path, self._serve(each), methods=["GET"]) for each in self.operations]
        return [Route(f"{BASE}/openapi.json", self._page, methods=["GET"]), *served]

    async def _page(self, _request: Request) -> Response:
        return as_json(self.page)

    def _serve(self, operation: Operation) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(self._answer, operation, request)

        return answer

    def _answer(self, operation: Operation, request: Request) -> Response:
        try:
            self._access.check(request)
            asked = query_of(request, operation.asked)
            return _written(operation.read(asked), asked.format, operation.name)
        except Refused as refused:
            return as_json(t.Problem(refused.said), refused.status, refused.headers)
        except NotAnswered as error:
            return as_json(t.Problem(str(error)), 422)
        except StoreFailed as error:
            log.error("the store failed: %s", error)
            return as_json(t.Problem("the office's store cannot be read just now"), 503)


def query_of(request: Request, kind: type[a.Asked]) -> a.Asked:
    """Raises NotAnswered."""
    said = request.query_params.multi_items()
    if len({name for name, _ in said}) < len(said):
        raise NotAnswered("a parameter is given twice")
    try:
        return msgspec.convert(dict(said), kind, strict=False)
    except msgspec.ValidationError as error:
        raise NotAnswered(f"the query cannot be read: {error}") from None


def _written(told: t.Rows, form: a.Form, name: str) -> Response:
    if form is a.Form.JSON:
        return as_json(told)
    columns = ROWS[type(told)].__struct_fields__
    cells = [[_cell(getattr(row, column)) for column in columns] for row in told.rows]
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(as_csv(Table(name, columns, cells)), headers=headers, media_type="text/csv; charset=utf-8")


def _cell(value: object) -> str | int | float | None:
    if value is None or isinstance(value, str | int | float):
        return value
    return str(msgspec.to_builtins(value))
