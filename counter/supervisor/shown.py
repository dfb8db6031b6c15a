"""What the supervisor's page shows."""

from __future__ import annotations

import msgspec

from counter.shown import Page, Panel, Row


class Cell(msgspec.Struct, frozen=True):
    """A counter in the hall. tone: closed, free, paused, called, serving, over."""

    name: str
    number: str
    person: str
    state: str
    time: str
    tone: str


class Alert(msgspec.Struct, frozen=True):
    """A sentence, and the action that answers it."""

    name: str
    sentence: str
    action: str


class QueueLine(msgspec.Struct, frozen=True):
    """A queue against its limit. tone: "", over (somebody waits too long), alone (people and no counter)."""

    name: str
    prefix: str
    title: str
    waiting: str
    longest: str
    counters: str
    tone: str = ""


class SupervisorView(Page, frozen=True):
    """The whole page. mode: connecting or hall. proof: preferential attention today, in a few words.

    promises: how those of today were kept. interruptions: the way to those of today. office: how the way to the central
    office stands, "" where there is none.
    """

    alerts: tuple[Alert, ...] = ()
    more: str = ""
    calm: str = ""
    proof: str = ""
    promises: str = ""
    interruptions: str = ""
    office: str = ""
    counters: tuple[Cell, ...] = ()
    queues: tuple[QueueLine, ...] = ()
    waiting: tuple[Row, ...] = ()
    panel: Panel | None = None
