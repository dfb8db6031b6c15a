"""The citizen at the counter, as the advisor reads it: who, why this one, how long, which services."""

from __future__ import annotations

from datetime import datetime

from counter import order_texts, texts
from counter.facts import Facts
from counter.shown import Badge, Chip, Clock, Figure, Now, Quiet, Row
from shared.domain.catalogue import Catalogue, Service
from shared.domain.events import Because
from shared.lan.views import AttentionView, FiguresView

CHIPS = 4
"""How many services stand as chips beside what is coded; the rest are behind *+ otro servicio*."""
NEAR = 0.8
"""The part of the limit from which the bar turns gold."""


def now_shown(facts: Facts, attention: AttentionView, coded: tuple[str, ...], at: datetime, document: str = "") -> Now:
    catalogue = facts.catalogue
    assert catalogue is not None
    serving = attention.started_at is not None
    shown = chip_services(facts, attention, coded) if serving else ()
    return Now(
        number=attention.number,
        service=service_full(catalogue, attention),
        story=story(catalogue, attention),
        badges=tuple(badges(attention)),
        clock=clock(attention, at),
        chips=tuple(
            Chip(f"chip-{s.code}", chip_label(s, i), str(i) if i < 10 else "", s.code in coded)
            for i, s in enumerate(shown, 1)
        ),
        other=texts.OTHER_SERVICE if serving and len(shown) < len(facts.services_here) else "",
        hint=hint(attention),
        document=document,
    )


def service_full(catalogue: Catalogue, attention: AttentionView) -> str:
    if attention.service in catalogue.service:
        return catalogue.service[attention.service].name
    return catalogue.queue[attention.queue].name


def badges(attention: AttentionView) -> list[Badge]:
    found = [Badge(texts.PREFERENTIAL, "gold", "heart-handshake")] if attention.preferential else []
    need = "lsp" if attention.sign else attention.language
    if need in texts.LANGUAGES:
        found.append(Badge(texts.LANGUAGES[need], "blue", "language"))
    return found


def story(catalogue: Catalogue, attention: AttentionView) -> str:
    """How long they waited, where they come from, why they were called, where they go."""
    sentences = [texts.waited(attention.waited, attention.promised)]
    if attention.came_from in catalogue.counter:
        sentences.append(_came_from(catalogue, attention))
    sentences.append(called(catalogue, attention.because))
    if attention.late or attention.slot:
        of = attention.late or attention.slot
        assert of is not None
        sentences.append(texts.appointment(texts.clock(of, catalogue.timezone), late=attention.late is not None))
    if attention.together:
        sentences.append(texts.comes_with(attention.together))
    after = [texts.place_after(catalogue.queue[s.queue].name, s.gap) for s in attention.after]
    if not after and attention.next_queue in catalogue.queue:
        after = [catalogue.queue[attention.next_queue].name]
    if after:
        sentences.append(texts.goes_to(after))
    return " ".join(sentences)


def hint(attention: AttentionView) -> str:
    """What the counter before wrote, and while the citizen is on the way, what to do."""
    note = texts.note(attention.note) if attention.note else ""
    coming = "" if attention.started_at else texts.COMING
    return "\n".join(line for line in (note, coming) if line)


def called(catalogue: Catalogue, why: Because) -> str:
    """Why a ticket was called and no other."""
    return order_texts.because(why, texts.clock(why.due, catalogue.timezone) if why.due else "")


def _came_from(catalogue: Catalogue, attention: AttentionView) -> str:
    queues = catalogue.counter[attention.came_from].queues
    service = catalogue.service.get(attention.service)
    fee = catalogue.service.get(service.pay_first) if service else None
    paid = fee is not None and fee.queue in queues
    return texts.came_from(queues[0], attention.came_from, paid=paid)


def clock(attention: AttentionView, at: datetime) -> Clock:
    """The running time against the limit; before the start, how long the call has been out."""
    if attention.started_at is None:
        out = round((at - attention.called_at).total_seconds())
        return Clock(texts.CALLED, texts.running(out), texts.called_times(attention.calls))
    seconds = max(0, int((at - attention.started_at).total_seconds()))
    limit = attention.limit_minutes
    if limit <= 0:
        return Clock(texts.SERVING, texts.running(seconds), "")
    part = seconds / (limit * 60)
    level = "over" if part > 1 else "near" if part >= NEAR else "within"
    return Clock(texts.SERVING, texts.running(seconds), texts.limit(limit, seconds), level, part)


def chip_services(facts: Facts, attention: AttentionView, coded: tuple[str, ...]) -> tuple[Service, ...]:
    """The ticket's own first, then what else its queue offers here, then what was added from other queues."""
    here = facts.services_here
    own = [s for s in here if s.code == attention.service]
    queue = [s for s in here if s.queue == attention.queue and s.code != attention.service]
    shown = [*own, *queue][:CHIPS]
    catalogue = facts.catalogue
    added = [catalogue.service[code] for code in coded if catalogue and code in catalogue.service]
    return tuple(shown + [s for s in added if s not in shown])


def chip_label(service: Service, place: int) -> str:
    """The first ones in words; what was added besides by its code, so that many find room."""
    return f"{service.code} {service.short or service.name}" if place <= CHIPS else service.code


def quiet(facts: Facts, at: datetime) -> Quiet:
    """What stands in the middle while nobody is at the counter."""
    counter, catalogue = facts.counter, facts.catalogue
    if not facts.day_open:
        return Quiet(texts.DAY_NOT_OPEN, texts.DAY_CLOSED_HINT)
    if catalogue and facts.person and facts.seated and not facts.advisor:
        name = catalogue.advisor[facts.seated].name if facts.seated in catalogue.advisor else facts.seated
        return Quiet(texts.taken(name), texts.TAKEN_HINT)
    if facts.person and not facts.advisor:
        return Quiet(texts.CLOSED, texts.CLOSED_HINT)
    if counter is None or catalogue is None or counter.status != "paused":
        return Quiet(texts.NO_TICKET, texts.NO_TICKET_WAITING if facts.waiting else texts.NO_TICKET_EMPTY)
    since = ""
    if counter.since:
        minutes = max(0, int((at - counter.since).total_seconds() // 60))
        since = texts.pause_since(texts.clock(counter.since, catalogue.timezone), minutes)
    return Quiet(texts.paused(counter.reason), f"{since}\n{texts.PAUSED_HINT}".strip())


def waiting_rows(facts: Facts, at: datetime) -> tuple[Row, ...]:
    catalogue = facts.catalogue
    assert catalogue is not None
    return tuple(
        Row(
            f"waiting-{w.ticket}",
            w.number,
            with_language(short_service(catalogue, w.service, w.queue), "lsp" if w.sign else w.language),
            texts.minutes(minutes_since(w.since, at)),
            mark="preferential" if w.preferential else "",
        )
        for w in facts.waiting
    )


def with_language(service: str, language: str) -> str:
    """ "Antecedentes · Quechua": what an advisor should know before the call."""
    return f"{service} · {texts.LANGUAGES[language]}" if language in texts.LANGUAGES else service


def held_rows(facts: Facts, at: datetime) -> tuple[Row, ...]:
    catalogue, own = facts.catalogue, facts.counter.counter if facts.counter else 0
    assert catalogue is not None
    return tuple(
        Row(
            f"held-{h.ticket}",
            h.number,
            texts.held_line(h.reason, h.counter, own),
            texts.minutes(minutes_since(h.since, at)),
            mark="preferential" if h.preferential else "",
            tone="over" if h.until and at > h.until else "",
        )
        for h in facts.held
    )


def short_service(catalogue: Catalogue, service: str, queue: str) -> str:
    """A service as a list names it; the queue where only that is known."""
    if service in catalogue.service:
        known = catalogue.service[service]
        return known.short or known.name
    return catalogue.queue[queue].name if queue in catalogue.queue else queue


def minutes_since(since: datetime, at: datetime) -> int:
    return max(0, int((at - since).total_seconds() // 60))


def figures(day: FiguresView) -> tuple[Figure, ...]:
    """My day. A mean or a share of nothing is not shown as zero."""
    some = day.finished > 0
    return (
        Figure(str(day.finished), texts.FINISHED_TODAY),
        Figure(texts.mean_time(day.mean_seconds) if some else texts.NO_FIGURE, texts.MEAN),
        Figure(texts.percent(day.within_limit, day.finished) if some else texts.NO_FIGURE, texts.WITHIN),
        Figure(str(day.absent), texts.ABSENT_TODAY),
    )
