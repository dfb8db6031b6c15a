"""What has to be true between the parts of a centre: everything named exists, nothing is named twice, all is served."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from shared.domain.catalogue import Catalogue, Counter, Queue, Service
from shared.domain.centre_file.documents import check_documents
from shared.domain.centre_file.itineraries import check_itineraries
from shared.domain.centre_file.mistakes import Mistakes, did_you_mean
from shared.domain.centre_file.places import Place
from shared.domain.centre_file.policies import check_policies
from shared.domain.centre_file.values import LANGUAGES, SIGN_LANGUAGE
from shared.domain.languages.tags import canonical


class Places(NamedTuple):
    """Where each part of the catalogue stands in the file, in the order of the catalogue."""

    entities: list[Place]
    queues: list[Place]
    services: list[Place]
    counters: list[Place]
    advisors: list[Place]
    itineraries: list[Place]


class Known(NamedTuple):
    """What may be named. None where one of them is itself unreadable: whoever names it need not be told too."""

    entities: Collection[str] | None
    queues: Collection[str] | None
    services: Collection[str] | None


def check_names(centre: Catalogue, places: Places, mistakes: Mistakes) -> None:
    """Nothing is named twice, and whatever is named exists."""
    _check_unique(["number", "numbers"], [c.number for c in centre.counters], places.counters, mistakes)
    _check_unique(["id"], [a.id for a in centre.advisors], places.advisors, mistakes)
    known = Known(
        _check_unique(["id"], [e.id for e in centre.entities], places.entities, mistakes),
        _check_unique(["prefix"], [q.prefix for q in centre.queues], places.queues, mistakes),
        _check_unique(["code"], [s.code for s in centre.services], places.services, mistakes),
    )
    if "es" not in centre.languages:
        mistakes.note(("centre", "languages"), "'es' is missing: every centre speaks Spanish")
    for tag, other in _same_language(centre.languages):
        mistakes.note(("centre", "languages"), f"'{tag}' and '{other}' are the same language")
    _check_phone(centre, mistakes)
    for queue, place in zip(centre.queues, places.queues, strict=True):
        _check_known("entity", [queue.entity], known.entities, (*place, "entity"), mistakes)
    for service, place in zip(centre.services, places.services, strict=True):
        _check_known("queue", [service.queue], known.queues, (*place, "queue"), mistakes)
        _check_known("service", [service.pay_first], known.services, (*place, "pay_first"), mistakes)
        _check_payment(service, centre, (*place, "pay_first"), mistakes)
    for place, counter in _once_each(centre.counters, places.counters).items():
        _check_known("queue", counter.queues, known.queues, (*place, "queues"), mistakes)
        _check_known("service", counter.services, known.services, (*place, "services"), mistakes)
        if not mistakes.noted((*place, "queues")):
            _check_counter(counter, centre, place, mistakes)
    _check_skills(centre, known, places, mistakes)
    check_itineraries(centre, places.itineraries, mistakes)
    check_policies(centre, places.queues, mistakes)
    check_documents(centre, places.services, mistakes)


def check_served(centre: Catalogue, places: Places, mistakes: Mistakes) -> None:
    """Whoever takes a ticket can be called: every queue and service has a counter, every entity a queue.

    Asked only of a file that is right otherwise: one slip in a prefix would be told three times.
    """
    for entity, place in zip(centre.entities, places.entities, strict=True):
        if not any(queue.entity == entity.id for queue in centre.queues):
            mistakes.note(place, f"entity '{entity.id}' has no queue")
    for queue, place in zip(centre.queues, places.queues, strict=True):
        if not centre.counters_of[queue.prefix]:
            mistakes.note(place, f"no counter serves queue '{queue.prefix}', its people would wait for ever")
    for service, place in zip(centre.services, places.services, strict=True):
        at = centre.counters_of[service.queue]
        if at and not any(centre.serves(c.number, service.queue, service.code) for c in at):
            mistakes.note(place, f"no counter serves '{service.code}', its people would wait for ever")


def _check_unique(
    keys: list[str], names: Sequence[str | int], places: list[Place], mistakes: Mistakes
) -> Collection[str] | None:
    """Note each name that another part has already, under the key of `keys` that is written; returns what is known."""
    first: dict[str | int, Place] = {}
    for name, place in zip(names, places, strict=True):
        if name and name in first:
            kind, line = place[0], mistakes.line(first[name])
            sentence = f"{name!r} is already the {keys[0]} of the {kind} at line {line}"
            mistakes.note(mistakes.written(place, *keys), sentence)
        first.setdefault(name, place)
    wrong = any(mistakes.noted((*place, key)) for place in places for key in keys)
    return None if wrong else [name for name in first if isinstance(name, str)]


def _check_known(
    what: str, names: Iterable[str], known: Collection[str] | None, place: Place, mistakes: Mistakes
) -> None:
    for name in names:
        if name and known is not None and name not in known and not mistakes.noted(place):
            mistakes.note(place, f"there is no {what} '{name}'{did_you_mean(name, known)}")


def _check_payment(service: Service, centre: Catalogue, place: Place, mistakes: Mistakes) -> None:
    if service.pay_first == service.code and service.code:
        mistakes.note(place, f"'{service.code}' cannot be paid at itself")
    elif service.pay_first in centre.service and centre.service[service.pay_first].pay_first:
        mistakes.note(place, f"'{service.pay_first}' asks for a payment first itself, name one that does not")


def _check_counter(counter: Counter, centre: Catalogue, place: Place, mistakes: Mistakes) -> None:
    if not counter.queues:
        mistakes.note((*place, "queues"), f"counter {counter.number} serves nothing, name at least one queue")
        return
    for code in counter.services:
        if code in centre.service and centre.service[code].queue not in counter.queues:
            queue = centre.service[code].queue
            mistakes.note((*place, "services"), f"'{code}' is of queue '{queue}', which `queues` does not name")
    for prefix in counter.queues if counter.services and not mistakes.noted((*place, "services")) else ():
        if prefix in centre.queue and not _narrowed(centre.queue[prefix], counter, centre):
            mistakes.note((*place, "services"), f"names no service of queue '{prefix}', which `queues` names")


def _same_language(tags: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in combinations(tags, 2) if canonical(a) == canonical(b)]


def _check_skills(centre: Catalogue, known: Known, places: Places, mistakes: Mistakes) -> None:
    """A skill is a language, or a queue or service that the person attends."""
    if known.queues is not None and known.services is not None:
        skills = {*LANGUAGES, SIGN_LANGUAGE, *known.queues, *known.services}
        for advisor, place in zip(centre.advisors, places.advisors, strict=True):
            _check_known("skill", advisor.skills, skills, (*place, "skills"), mistakes)


def _once_each(counters: Iterable[Counter], places: list[Place]) -> dict[Place, Counter]:
    """One counter of each [[counter]]: those written together by their `numbers` are alike."""
    alike: dict[Place, Counter] = {}
    for counter, place in zip(counters, places, strict=True):
        alike.setdefault(place, counter)
    return alike


def _narrowed(queue: Queue, counter: Counter, centre: Catalogue) -> bool:
    """Whether a narrowed counter still serves something of this queue."""
    offered = {service.code for service in centre.services_of[queue.prefix]}
    return not offered or bool(offered & set(counter.services))


def _check_phone(centre: Catalogue, mistakes: Mistakes) -> None:
    """Whoever scans a code needs the network too."""
    there, missing = ("url", "wifi") if centre.phone.url else ("wifi", "url")
    if bool(centre.phone.url) != bool(centre.phone.wifi):
        mistakes.note(("phone", there), f"{missing} is missing: a slip names both or none")
