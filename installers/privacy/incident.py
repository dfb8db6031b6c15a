"""A report on an incident for the data protection officer: what, how many, since when; as text and as tables.

From the newest verified copy, so that it is the same tomorrow; what the open day adds comes with its closing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path

from installers.privacy import texts
from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.events import Recorded, event_type
from shared.reports.table import Cell, Table, as_csv, as_text
from shared.store.history import History

FACTS = ("document_given", "document_seen", "personal_asked", "personal_erased")
DEVICES = ("device_paired", "device_revoked", "store_restored")
FAILED = ("wrong_pin", "locked", "no_pin", "not_here")
MOST_ON_SCREEN = 20  # rows of a table; the file has all


def report(history: History, catalogue: Catalogue, first: date, last: date, out: Path) -> str:
    """Write the tables into a folder, and return the report as text. Raises StoreError, OSError."""
    zone = catalogue.timezone
    since, until = (datetime.combine(day, time.min, zone) for day in (first, last + timedelta(days=1)))
    facts = history.facts(FACTS, since, until)
    tables = {
        "dias": _days(facts, zone),
        "miradas": _looks(history, facts, zone),
        "accesos": _tries(history, since, until, zone),
        "equipos": _devices(history.facts(DEVICES, since, until), zone),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        (out / f"{name}.csv").write_text(as_csv(table), encoding="utf-8", newline="")
    text = "\n".join(_lines(catalogue, first, last, history, tables.values()))
    (out / "informe.txt").write_text(text + "\n", encoding="utf-8")
    return text


def _lines(catalogue: Catalogue, first: date, last: date, history: History, tables: Iterable[Table]) -> Iterable[str]:
    yield texts.INCIDENT
    yield f"{catalogue.name}. {texts.between(first, last)}."
    told = catalogue.personal
    yield from (line for line in (told.holder, told.bank) if line)
    yield ""
    for table in tables:
        few = Table(table.title, table.columns, table.rows[:MOST_ON_SCREEN])
        yield as_text(few)
        yield f"{len(table.rows)} en total" if table.rows else "ninguno"
        yield ""
    closed = history.days()
    if not closed or closed[-1] < last:
        yield texts.without(last)
    yield from (texts.NO_NUMBERS, texts.WHOLE, texts.CLOCK, texts.DEADLINE)


def _days(facts: Sequence[Recorded], zone: tzinfo) -> Table:
    counted: dict[str, Counter[str]] = {}
    for fact in facts:
        of = counted.setdefault(f"{fact.at.astimezone(zone):%Y-%m-%d}", Counter())
        of[event_type(fact.event)] += 1
        if isinstance(fact.event, e.DocumentGiven):
            of[fact.event.mode] += 1
    columns = ("document_given", "optional", "required", "document_seen", "personal_asked", "personal_erased")
    rows: list[tuple[Cell, ...]] = [(day, *(of[column] for column in columns)) for day, of in sorted(counted.items())]
    return Table("Por día", texts.DAYS, rows)


def _looks(history: History, facts: Sequence[Recorded], zone: tzinfo) -> Table:
    names = history.names()
    numbers = history.numbers({f.event.ticket for f in facts if isinstance(f.event, e.DocumentSeen)})
    rows: list[tuple[Cell, ...]] = []
    for fact in facts:
        if isinstance(fact.event, e.DocumentSeen):
            who, number = fact.event.advisor, numbers.get(fact.event.ticket, str(fact.event.ticket))
            rows.append((*_when(fact.at, zone), number, fact.event.counter, f"{who} {names.get(who, '')}".strip()))
    return Table("Quién miró un número", texts.LOOKS, rows)


def _tries(history: History, since: datetime, until: datetime, zone: tzinfo) -> Table:
    rows = [
        (*_when(one.at, zone), one.person or "nadie del centro", one.device, texts.WHAT[one.what])
        for one in history.sign_ins(since, until)
        if one.what in FAILED
    ]
    return Table("Intentos de entrar que fallaron", texts.TRIES, rows)


def _devices(facts: Sequence[Recorded], zone: tzinfo) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for fact in facts:
        what = {"device_paired": "paired", "device_revoked": "revoked"}.get(event_type(fact.event), "restored")
        device = getattr(fact.event, "device", "servidor")
        rows.append((*_when(fact.at, zone), device, texts.WHAT[what], fact.device or "el servidor"))
    return Table("Equipos y almacén", texts.DEVICES, rows)


def _when(at: datetime, zone: tzinfo) -> tuple[str, str]:
    there = at.astimezone(zone)
    return f"{there:%Y-%m-%d}", f"{there:%H:%M:%S}"
