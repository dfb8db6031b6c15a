"""What a phone shows of a ticket: words, from what the hub tells of it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from shared.domain import spanish
from shared.domain.catalogue import Catalogue
from shared.domain.languages import Words, capital, phrases
from shared.lan.views import PhoneView, StopView
from shared.pages import texts

FINISHED = ("done", "transferred")


class StopShown(NamedTuple):
    """One stop of the visit. state: as people say it; now: whether it is the one at hand."""

    entity: Words
    service: Words
    state: Words
    now: bool


class Status(NamedTuple):
    """A headline, what it means, and the visit. call: names the call to be noticed, "" when there is none."""

    number: str
    headline: Words
    sentences: tuple[Words, ...]
    stops: tuple[StopShown, ...]
    call: str = ""


def status_of(view: PhoneView, catalogue: Catalogue, at: datetime) -> Status:
    """In the language that is spoken. `at`: the time now."""
    zone = catalogue.timezone
    stops = tuple(_stop(catalogue, stop, index, view) for index, stop in enumerate(view.stops))
    headline, *sentences = _waiting(view, at, zone) if view.state == "waiting" else _elsewhere(view, catalogue)
    call = f"{view.counter}.{view.calls}.{view.at}" if view.state == "called" else ""
    return Status(view.number, headline, tuple(sentences), stops if len(stops) > 1 else (), call)


def _waiting(view: PhoneView, at: datetime, zone: ZoneInfo) -> list[Words]:
    said = [texts.ahead(view.ahead)]
    if view.interrupted:
        said.append(texts.interrupted())
    elif view.between is None:
        said.append(texts.nobody_serves())
    elif at > view.between[1]:
        said.append(texts.later_than_said())
    else:
        said.append(texts.between(*(spanish.hour(one.astimezone(zone)) for one in view.between)))
    return [*said, texts.others()] if view.ahead else said


def _elsewhere(view: PhoneView, catalogue: Catalogue) -> list[Words]:
    until = spanish.hour(view.until.astimezone(catalogue.timezone)) if view.until else ""
    match view.state:
        case "called":
            counter = catalogue.counter.get(view.counter)
            way = [capital(phrases.term(counter.way)).ended()] if counter and counter.way else []
            return [texts.go_to(view.counter), *way]
        case "serving":
            return [texts.served_at(view.counter)]
        case "returning":
            return [texts.return_title(), texts.comes_back(until)]
        case "absent":
            return [texts.missed_title(), texts.missed(view.counter, until)]
        case _:
            return [texts.held_title(), texts.held(view.counter)]


def _stop(catalogue: Catalogue, stop: StopView, index: int, view: PhoneView) -> StopShown:
    queue = catalogue.queue.get(stop.queue)  # a catalogue that changed since may have lost it
    service = catalogue.service.get(stop.service)
    now = index == view.at
    if now and view.state == "returning" and view.until:
        state = texts.at_hour(spanish.hour(view.until.astimezone(catalogue.timezone)))
    else:
        state = texts.done() if stop.state in FINISHED else texts.now() if now else texts.later()
    entity = phrases.term(catalogue.entity[queue.entity].short) if queue else Words(stop.queue)
    return StopShown(entity, phrases.term(service.name) if service else Words(""), state, now)
