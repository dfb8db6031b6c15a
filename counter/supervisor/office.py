"""The way to the central office on the supervisor's page: what waits and since when, what was put aside, what came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from counter import texts as said
from counter.shown import Panel, Row
from counter.supervisor import office_texts as texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import Alert
from shared.domain.catalogue import Catalogue
from shared.lan.views import FromOfficeView, OfficeLineView

PARKED_SHOWN = 5
TOO_LONG = timedelta(days=2)
"""A record that waits longer is worth a word: somebody may carry it on a stick."""


def button(facts: HallFacts, catalogue: Catalogue) -> str:
    """A few words that open the panel; "" in a centre that has no office."""
    line = facts.office_line
    if line is None:
        return texts.NO_NEWS_SHORT if catalogue.office.url else ""
    return texts.short(line.state, line.waiting, more=line.more)


def alerts(facts: HallFacts, at: datetime) -> Iterator[Alert]:
    """What somebody has to do something about. Being without a line for a while is nothing."""
    line = facts.office_line
    if line is None:
        return
    if line.state == "stopped":
        yield Alert("office", texts.STOPPED_ALERT, texts.SEE)
    elif line.unlike:
        yield Alert("office", texts.unlike_alert(line.unlike), texts.SEE)
    elif line.parked_count:
        yield Alert("office", texts.parked_alert(line.parked_count), texts.SEE)
    elif line.waiting and line.oldest and at - line.oldest > TOO_LONG:
        yield Alert("office", texts.waits_long((at - line.oldest).days), texts.SEE)


def panel(facts: HallFacts, catalogue: Catalogue) -> Panel:
    """All of it, one line each; nothing here gives an order."""
    line, zone = facts.office_line, catalogue.timezone
    if line is None:
        text = texts.NO_NEWS if catalogue.office.url else texts.NONE
    else:
        told = [
            (texts.WAITING, texts.waiting(line.waiting, line.oldest, zone, more=line.more)),
            (texts.LINE, texts.line(line.heard_at, line.speed, zone)),
            (texts.PROVED, texts.proved(line.proved, line.unlike)),
            *_parked(line),
            *_came_down(line, facts.from_office),
        ]
        text = "\n".join([texts.STATES.get(line.state, texts.STATES["away"]), "", *map(": ".join, told)])
    return Panel("office", texts.TITLE, text, (Row("panel-close", said.BACK),))


def _parked(line: OfficeLineView) -> Iterator[tuple[str, str]]:
    if not line.parked_count:
        yield texts.PARKED, texts.NONE_PARKED
        return
    yield texts.PARKED, texts.parked_explained(line.parked_count)
    for one in line.parked[:PARKED_SHOWN]:
        yield texts.ticket(one.number, one.day), texts.reason(one.reason)


def _came_down(line: OfficeLineView, came: FromOfficeView | None) -> Iterator[tuple[str, str]]:
    if came is not None:
        yield texts.CATALOGUE, texts.catalogue(came.template, came.waits, came.waits_since)
        yield texts.APPOINTMENTS, texts.appointments(came.appointments)
    yield texts.NOTICES, texts.version(line.notices)
    yield texts.SOFTWARE, texts.software(line.running, line.wanted)
