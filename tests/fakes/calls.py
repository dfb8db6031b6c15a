"""Calls and halls as a hub would show them."""

from __future__ import annotations

from datetime import date, timedelta

from shared.lan.views import CallView, HallView, QueueView
from tests.fakes.link import MORNING

MONDAY = date(2026, 11, 23)
OPEN = HallView(day=MONDAY, open=True)
CLOSED = HallView(day=MONDAY, open=False)


def call(
    number: int,
    ticket: str = "",
    counter: int = 0,
    *,
    recall: bool = False,
    languages: tuple[str, ...] = ("es",),
    spoken: bool = False,
) -> CallView:
    """The day's nth call; without more, of ticket "PJ 00n" to counter n, called five minutes ago."""
    at = MORNING - timedelta(minutes=5)
    return CallView(number, ticket or f"PJ {number:03d}", counter or number, recall, at, languages, spoken)


def calls(*numbers: int) -> list[CallView]:
    return [call(number) for number in numbers]


def queue(prefix: str, wait: tuple[int, int] | None = (5, 10), *, is_open: bool = True, counters: int = 1) -> QueueView:
    return QueueView(prefix, 3, 1, MORNING, wait, counters, is_open, 15)
