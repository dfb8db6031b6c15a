"""Services as an orientator finds them, the one that is chosen, and the ticket that was given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from counter import texts as said
from counter.orientator import texts
from counter.orientator.shown import Chosen, Given
from counter.shown import Action, Row
from shared.domain import spanish
from shared.domain.catalogue import Catalogue, Entity, Service
from shared.domain.commands import EnterPaper
from shared.domain.order import SIGN_LANGUAGE
from shared.domain.searching import matches
from shared.domain.spare import ROLL
from shared.domain.ticket import number_text
from shared.lan.messages import Receipt
from shared.lan.views import AbsentView, ServiceView
from shared.printing import texts as slip

CODE = r"(?=.*[0-9])[A-Z0-9][A-Z0-9-]{2,19}"
"""An appointment's: as the file brings them, with a digit at least, so that no word is taken for one."""


def rows(catalogue: Catalogue, services: Mapping[str, ServiceView], query: str) -> tuple[Row, ...]:
    """Whatever the words lead to; a code typed in full comes first."""
    found = [s for s in catalogue.services if s.code in services and _fits(catalogue, s, query)]
    found.sort(key=lambda s: s.code != query.strip().upper())
    return tuple(_row(catalogue, s, services[s.code]) for s in found)


def ticket_rows(query: str, absent: Iterable[AbsentView]) -> tuple[Row, ...]:
    """What can be done with a ticket whose number is typed: "PJ 047" or "pj47"."""
    written = re.fullmatch(r"([A-Z]{2})[ -]*([0-9]{1,4})", query.strip().upper())
    if not written:
        code = query.strip().upper()
        if not re.fullmatch(CODE, code):
            return ()
        return (
            Row(f"appointment-{code}", code, texts.CHECK_IN),
            Row(f"preferential_appointment-{code}", code, texts.CHECK_IN_PREFERENTIAL),
        )
    number = number_text(written[1], int(written[2]))
    back = [a for a in absent if a.number == number]
    returned = [Row(f"returned-{a.ticket}", number, texts.RETURNED) for a in back]
    return (*returned, Row(f"copy-{number}", number, texts.COPY))


def fee_rows() -> tuple[Row, ...]:
    """Asked of who has an appointment, where the fee is paid first."""
    return Row("fee-paid", texts.PAID), Row("fee-unpaid", texts.NOT_PAID)


def roll_rows(catalogue: Catalogue, order: EnterPaper | None) -> tuple[Row, ...]:
    """Numbers of a paper roll, typed with their queue and hours: "PJ 12-30 10:40-11:20"."""
    if order is None:
        return ()
    first, last = number_text(ROLL, order.first), number_text(ROLL, order.last)
    hours = tuple(said.clock(at, catalogue.timezone) for at in (order.from_at, order.to_at))
    return (Row("roll", texts.roll_title(first, last), texts.roll(catalogue.queue[order.queue].name, *hours)),)


def _fits(catalogue: Catalogue, service: Service, query: str) -> bool:
    entity = entity_of(catalogue, service)
    queue = catalogue.queue[service.queue]
    return matches(query, service.code, service.name, service.short, entity.name, entity.short, queue.name)


def _row(catalogue: Catalogue, service: Service, view: ServiceView) -> Row:
    entity = entity_of(catalogue, service)
    return Row(
        f"service-{service.code}",
        service.code,
        f"{service.name} · {entity.short}",
        state_words(catalogue, view),
        enabled=view.state == "open",
    )


def entity_of(catalogue: Catalogue, service: Service) -> Entity:
    return catalogue.entity[catalogue.queue[service.queue].entity]


def state_words(catalogue: Catalogue, view: ServiceView) -> str:
    """Who waits and how long, or why no ticket is given."""
    if view.state == "suspended":
        return texts.SUSPENDED
    if view.state == "full":
        return texts.full(said.clock(view.opens_at, catalogue.timezone) if view.opens_at else "")
    if view.state != "open":
        return texts.opens(said.clock(view.opens_at, catalogue.timezone)) if view.opens_at else texts.CLOSED_TODAY
    people = spanish.waiting(view.waiting)
    if view.interrupted:
        return f"{people} · {spanish.interrupted(view.interrupted).lower()}"
    return f"{people} · {texts.expected(view.wait)}" if view.wait else f"{people} · {texts.NOBODY_SERVES.lower()}"


def signs(catalogue: Catalogue) -> bool:
    """Whether anybody here attends in sign language."""
    return any(SIGN_LANGUAGE in advisor.skills for advisor in catalogue.advisors)


def next_language(catalogue: Catalogue | None, language: str) -> str:
    """The one after it, of those that are spoken here; after the last one the first."""
    languages = catalogue.languages if catalogue else (language,)
    at = languages.index(language) if language in languages else -1
    return languages[(at + 1) % len(languages)]


def chosen(
    catalogue: Catalogue, view: ServiceView, *, preferential: bool, sign: bool | None, paid: str, give: Action
) -> Chosen:
    service = catalogue.service[view.code]
    queue = service.queue
    serving = [c.number for c in catalogue.counters_of[queue] if catalogue.serves(c.number, queue, service.code)]
    fee = [texts.fee(service.fee_cents)] if service.fee_cents else []
    if service.pay_first:
        fee.append(texts.pays_at(entity_of(catalogue, catalogue.service[service.pay_first]).short))
    return Chosen(
        title=service.name,
        place=f"{entity_of(catalogue, service).short} · {spanish.counters(serving)}",
        wait=state_words(catalogue, view),
        needs=service.requirements or (texts.NEEDS_NOTHING,),
        fee=" ".join(f"{part.rstrip('.')}." for part in fee),
        preferential=preferential,
        sign=sign,
        paid=paid,
        give=give,
    )


def given(catalogue: Catalogue, receipt: Receipt, paper: str) -> Given:
    window = receipt.between
    zone = catalogue.timezone
    local = (window[0].astimezone(zone), window[1].astimezone(zone)) if window else None
    lines = [texts.ahead(receipt.ahead), texts.call(local, receipt.issued_at.astimezone(zone))]
    if receipt.copy:
        lines = [texts.copy_of(receipt.state)]
    if receipt.late or receipt.slot:
        of = receipt.late or receipt.slot
        assert of is not None
        lines.insert(0, slip.appointment(of.astimezone(zone), late=receipt.late is not None))
    if len(receipt.stops) > 1:
        first = receipt.stops[0]
        entity = catalogue.entity[catalogue.queue[first.queue].entity]
        lines.append(texts.first_stop(entity.short, first.counters))
    service = catalogue.service.get(receipt.service)
    return Given(
        number=receipt.number,
        service=service.name if service else catalogue.queue[receipt.queue].name,
        preferential=texts.PREFERENTIAL if receipt.preferential else "",
        lines=tuple(lines),
        paper=paper,
        can_group=receipt.state == "waiting",
    )
