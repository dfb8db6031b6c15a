"""Somebody asks what is kept about them, or wants it erased: asked of the running hub, told as a statement."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, tzinfo

from installers.privacy import texts
from shared.domain import commands as c, events as e
from shared.domain.events import Recorded, decode_event
from shared.domain.hall import Hall
from shared.domain.personal import DocumentKind, PersonDocument, well_written
from shared.domain.refusals import Code
from shared.hub.console import HELLO
from shared.hub.trust import Trust
from shared.lan.client import HubClient, HubRefused, connected
from shared.lan.messages import LogEntry, PersonalHeld
from shared.lan.views import CatalogueView
from shared.reports.table import Table, as_text

PAGE = 2_000


class NotADocument(Exception):
    """What was typed is no number of that kind; one sentence."""

    status = 2  # of the process


def statement(trust: Trust, hub: str, kind: str, number: str, *, erase: bool) -> str:
    """What is kept about whoever has this document, erased where asked for.

    Raises HubAway, HubRefused, NotADocument.
    """
    document = PersonDocument(DocumentKind(kind), number.strip().upper())
    if not well_written(document):
        raise NotADocument(f"this is no number of the kind {kind}")
    return asyncio.run(_statement(trust, hub, document, erase))


async def _statement(trust: Trust, hub: str, document: PersonDocument, erase: bool) -> str:
    order: c.Command = c.ErasePersonal(document) if erase else c.AskPersonal(document)
    async with connected([hub], HELLO, trust.console) as client:
        try:
            answer = await client.ask(order)
        except HubRefused as error:
            if error.refused.code != Code.DAY_NOT_OPEN:
                raise
            return _told(client, document, (texts.DAY_CLOSED,), erase)
        assert isinstance(answer.result, PersonalHeld)
        tickets = answer.result.tickets
        if not tickets:
            return _told(client, document, (texts.NOTHING, texts.PAST), erase)
        told = [recorded(entry) for entry in await _today(client)]
    table = _table(told, tickets)
    notes = (*((texts.GONE,) if erase else ()), texts.NOT_IN_LOG, texts.PAST)
    return _told(client, document, (*as_text(table).splitlines()[2:], "", *notes), erase)


def _told(client: HubClient, document: PersonDocument, lines: Iterable[str], erase: bool) -> str:
    title = texts.ERASED if erase else texts.HELD
    shown = client.mirror.get("catalogue", CatalogueView)
    assert shown
    now = client.welcome.now.astimezone(shown.catalogue.timezone)
    head = (title, texts.at(shown.catalogue.name, now), texts.of(document.kind.value, document.number), "")
    return "\n".join((*head, *lines))


async def _today(client: HubClient) -> list[LogEntry]:
    """The catalogue in force, and all events of the day."""
    found: list[LogEntry] = []
    after, whole = client.mirror.seq, True
    while True:
        page = await client.read_log(after, PAGE, whole_day=whole)
        found += page.entries
        if not page.entries or page.entries[-1].seq >= page.last:
            return found
        after, whole = page.entries[-1].seq, False


def recorded(entry: LogEntry) -> Recorded:
    event = decode_event(bytes(entry.body))
    return Recorded(entry.seq, entry.at, None, entry.epoch, entry.device, entry.person, event)


def _table(told: Iterable[Recorded], tickets: tuple[int, ...]) -> Table:
    """A row for each ticket: when its number was given, on what ground, and who looked."""
    hall, given, seen = Hall(), dict[int, tuple[datetime, e.DocumentGiven]](), dict[int, list[str]]()
    for one in told:
        hall.apply(one.event, one.at)
        zone: tzinfo = hall.centre.catalogue.timezone
        if isinstance(one.event, e.DocumentGiven):
            given[one.event.ticket] = one.at.astimezone(zone), one.event
        if isinstance(one.event, e.DocumentSeen):
            look = texts.seen(one.event.counter, one.event.advisor, one.at.astimezone(zone))
            seen.setdefault(one.event.ticket, []).append(look)
    rows = []
    for number in tickets:
        at, fact = given[number]
        assert hall.day
        ticket = hall.day.tickets[number]
        kept = texts.KEPT.get(fact.kept, fact.kept)
        ground = texts.MODES.get(fact.mode, fact.mode)
        looks = ", ".join(seen.get(number, [])) or "nadie"
        rows.append((ticket.text, ticket.goal.service, f"{at:%H:%M}", fact.text, ground, kept, looks))
    return Table("", texts.TICKETS, rows)
