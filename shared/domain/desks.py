"""The desk of a counter, from the catalogue and who attends where now: what `order.choose` asks for."""

from __future__ import annotations

from datetime import date, timedelta

from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterStatus, Day
from shared.domain.languages import tags
from shared.domain.order import Desk, Served


def desk_of(catalogue: Catalogue, day: Day, counter: int, advisor: str) -> Desk:
    """Services narrowed by the counter and by the skills of the advisor."""

    def elsewhere(need: str, queue: str, service: str) -> bool:
        return any(
            state.number != counter
            and state.status is CounterStatus.OPEN
            and speaks(catalogue, state.advisor, need)
            and queue in catalogue.counter[state.number].queues
            and catalogue.serves(state.number, queue, service, state.advisor)
            for state in day.counters.values()
        )

    return Desk(
        counter,
        served_at(catalogue, counter, advisor, day.day),
        frozenset(catalogue.advisor[advisor].skills) if advisor in catalogue.advisor else frozenset(),
        timedelta(minutes=catalogue.language_minutes),
        elsewhere,
    )


def served_at(catalogue: Catalogue, counter: int, advisor: str, day: date) -> tuple[Served, ...]:
    """The queues of a counter as this advisor serves them; made once a day."""
    made: dict[object, tuple[Served, ...]] = catalogue.made_on(day)
    key = counter, advisor
    if key not in made:
        queues = [q for q in catalogue.counter[counter].queues if catalogue.serves(counter, q, "", advisor)]
        made[key] = tuple(served(catalogue, queue, day, counter, advisor) for queue in queues)
    return made[key]


def served(catalogue: Catalogue, queue: str, day: date, counter: int = 0, advisor: str = "") -> Served:
    """A queue as a counter and an advisor serve it, or without a counter the whole of it."""
    made: dict[object, Served] = catalogue.made_on(day)
    key = queue, counter, advisor
    if key not in made:
        made[key] = _served(catalogue, queue, day, counter, advisor)
    return made[key]


def _served(catalogue: Catalogue, queue: str, day: date, counter: int, advisor: str) -> Served:
    codes = [service.code for service in catalogue.services_of[queue]]
    able = [code for code in codes if not counter or catalogue.serves(counter, queue, code, advisor)]
    limits = {code: timedelta(minutes=catalogue.limits_of(queue, day, code).wait) for code in codes}
    return Served(
        queue,
        catalogue.queue[queue].policy,
        timedelta(minutes=catalogue.limits_of(queue, day).wait),
        None if able == codes else frozenset(able),
        limits,
    )


def speaks(catalogue: Catalogue, advisor: str, need: str) -> bool:
    return advisor in catalogue.advisor and tags.speaks(catalogue.advisor[advisor].skills, need)
