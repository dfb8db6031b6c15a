"""An office that has something of everything: a few centres, their figures, how they stand now, who may ask."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from sync.exchange import Batch
from sync.live import Live, Offered, OfferedEntity, OfferedQueue, OfferedService, ServiceNow
from sync.office.store import OfficeStore
from sync.office.store.live import LiveTable
from sync.office.store.places import Place, Places
from sync.office.store.recounting import Recounting
from tests.fakes.days import SERVICES, day_of
from tests.fakes.records import STORE

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # ten in the morning in Lima
DAYS = (date(2025, 11, 24), date(2026, 10, 20), date(2026, 11, 23), date(2026, 11, 24))
CENTRES = {
    "callao": ("MAC Callao", Place("Callao", -12.05, -77.12)),
    "cusco": ("MAC Cusco", Place("Cusco", -13.53, -71.97)),
    "piura": ("MAC Piura", Place("Piura", -5.19, -80.63)),
}
SILENT = "piura"
ENTITIES = {
    "bn": "Banco de la Nación",
    "pj": "Poder Judicial",
    "reniec": "RENIEC",
    "sunat": "SUNAT",
}
NAMES = {"BN01": "Pago de tasas", "PJ01": "Certificado de antecedentes penales", "RT01": "Duplicado de DNI"}


def fill(
    store: OfficeStore, now: datetime = NOW, days: Iterable[date] = DAYS, tickets: int = 40, silent: str = SILENT
) -> None:
    """One centre was not heard for two days; the others said a minute ago how they stand."""
    live, places = LiveTable(store), Places(store)
    for centre, (name, where) in CENTRES.items():
        at = now - timedelta(days=2) if centre == silent else now - timedelta(minutes=1)
        records = tuple(r for day in days for r in day_of(centre, day, tickets) if r.ended_at <= at)
        store.take(centre, STORE, Batch(0, max(1, len(records)), records), at)
        places.put(centre, where)
        live.put_offered(centre, offered(name), at)
        live.put(centre, STORE, said(at), at)
    Recounting(store).all()


def offered(name: str) -> Offered:
    return Offered(
        "f" * 16,
        name,
        "America/Lima",
        tuple(OfferedEntity(id, name) for id, name in ENTITIES.items()),
        tuple(OfferedQueue(queue, entity, ENTITIES[entity]) for entity, queue in SERVICES),
        tuple(
            OfferedService(code, queue, NAMES.get(code, f"Trámite {code}"), 1250, False, ("DNI",))
            for (_, queue), codes in SERVICES.items()
            for code in codes
            if code
        ),
    )


def said(at: datetime) -> Live:
    services = [
        ServiceNow(code, queue, "open", 4 + number, (5, 15) if number else None, 2)
        for number, ((_, queue), codes) in enumerate(SERVICES.items())
        for code in codes
        if code
    ]
    return Live(at, at.date(), True, tuple(services))
