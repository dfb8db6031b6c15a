"""What a phone shows of a ticket: words, from what the hub tells of it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from shared.domain.catalogue import Catalogue
from shared.lan.views import PhoneView, StopView
from shared.pages import texts

FINISHED = ("done", "transferred")
CALLS = ("called", "serving")


class StopShown(NamedTuple):
    """One stop of the visit. state: as people say it; now: whether it is the one at hand."""

    entity: str
    service: str
    state: str
    now: bool


class Status(NamedTuple):
    """A headline, what it means, and the visit. call: names the call to be noticed, "" when there is none."""

    number: str
    headline: str
    sentences: tuple[str, ...]
    stops: tuple[StopShown, ...]
    call: str = ""


def status_of(view: PhoneView, catalogue: Catalogue, at: datetime) -> Status:
    """`at`: the time now."""
    zone = catalogue.timezone
    stops = tuple(_stop(catalogue, stop, index, view) for index, stop in enumerate(view.stops))
    headline, *sentences = _waiting(view, at, zone) if view.state == "waiting" else _elsewhere(view, zone)
    call = f"{view.counter}.{view.calls}.{view.at}" if view.state == "called" else ""
    return Status(view.number, headline, tuple(sentences), stops if len(stops) > 1 else (), call)


def _waiting(view: PhoneView, at: datetime, zone: ZoneInfo) -> list[str]:
    said = [texts.ahead(view.ahead)]
    if view.interrupted:
        said.append(texts.INTERRUPTED)
    elif view.between is None:
        said.append(texts.NOBODY_SERVES)
    elif at > view.between[1]:
        said.append(texts.LATER_THAN_SAID)
    else:
        said.append(texts.between(*(texts.hour(one.astimezone(zone)) for one in view.between)))
    return [*said, texts.OTHERS] if view.ahead else said


def _elsewhere(view: PhoneView, zone: ZoneInfo) -> list[str]:
    until = texts.hour(view.until.astimezone(zone)) if view.until else ""
    match view.state:
        case "called":
            return [texts.go_to(view.counter)]
        case "serving":
            return [texts.served_at(view.counter)]
        case "returning":
            return [texts.RETURN_TITLE, texts.comes_back(until)]
        case "absent":
            return [texts.MISSED_TITLE, texts.missed(view.counter, until)]
        case _:
            return [texts.HELD_TITLE, texts.held(view.counter)]


def _stop(catalogue: Catalogue, stop: StopView, index: int, view: PhoneView) -> StopShown:
    queue = catalogue.queue.get(stop.queue)  # a catalogue that changed since may have lost it
    service = catalogue.service.get(stop.service)
    now = index == view.at
    state = texts.DONE if stop.state in FINISHED else texts.NOW if now else texts.LATER
    entity = catalogue.entity[queue.entity].short if queue else stop.queue
    return StopShown(entity, service.name if service else "", state, now)
