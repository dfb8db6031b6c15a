"""What needs somebody now, worst first, each as a sentence with the action that answers it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from counter import helping, order_texts, texts as said
from counter.story import minutes_since
from counter.supervisor import entrance_texts, interrupting, office, spares, texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import Alert
from shared.domain.catalogue import Catalogue

AWAY_FOR = timedelta(minutes=3)


def alerts(facts: HallFacts, at: datetime) -> tuple[Alert, ...]:
    catalogue = facts.catalogue
    if catalogue is None:
        return ()
    clock = _clock(facts, catalogue)
    if not facts.day_open:
        return (*_store(facts), *clock, *_impostors(facts), _day(facts, catalogue, at), *office.alerts(facts, at))
    return (
        *_store(facts),
        *clock,
        *_impostors(facts),
        *_help(facts, catalogue),
        *_printers(facts),
        *_faults(facts),
        *_away(facts, catalogue, at),
        *spares.alerts(facts, catalogue, at),
        *interrupting.alerts(facts, catalogue),
        *_nobody_serves(facts, catalogue),
        *_waits_too_long(facts, catalogue, at),
        *_serves_too_long(facts, at),
        *_late_for_closing(facts, catalogue),
        *_held_too_long(facts, at),
        *_suspended(facts, catalogue),
        *office.alerts(facts, at),
    )


def _store(facts: HallFacts) -> list[Alert]:
    """What the hub says of its disk and its copies: the citizens of today are safe, those of tomorrow may not be."""
    return [Alert(alert.kind, texts.of_the_store(alert.kind, alert.amount), "") for alert in facts.store]


def _day(facts: HallFacts, catalogue: Catalogue, at: datetime) -> Alert:
    """A day that ended is not opened again."""
    today = at.astimezone(catalogue.timezone).date()
    if facts.hall and facts.hall.day == today:
        return Alert("ended", texts.ENDED, "")
    return Alert("today", texts.NOT_OPEN, texts.OPEN_DAY)


def _clock(facts: HallFacts, catalogue: Catalogue) -> list[Alert]:
    """The clock of the hub's machine is wrong. Only somebody at that machine can set it."""
    if facts.clock is None:
        return []
    machine = facts.clock.machine.astimezone(catalogue.timezone)
    return [Alert("clock", texts.clock_is_wrong(facts.clock.state, machine), "")]


def _impostors(facts: HallFacts) -> Iterator[Alert]:
    for one in facts.impostors:
        yield Alert("impostor", entrance_texts.impostor(one.address), "")


def _help(facts: HallFacts, catalogue: Catalogue) -> Iterator[Alert]:
    """Somebody stands at a kiosk and waits for a person."""
    for one, sentence in zip(facts.help, helping.sentences(facts.help, catalogue.timezone), strict=True):
        yield Alert(f"help-{one.device}", sentence, said.GOING)


def _printers(facts: HallFacts) -> Iterator[Alert]:
    for one, sentence in zip(facts.printers, helping.printers(facts.printers), strict=True):
        yield Alert(f"printer-{one.device}", sentence, "")


def _away(facts: HallFacts, catalogue: Catalogue, at: datetime) -> Iterator[Alert]:
    """A citizen sits at a counter whose screen is gone: after a while only a supervisor can help them."""
    for number, counter in sorted(facts.counters.items()):
        since, attention = counter.away_since, counter.attention
        if since and attention and at - since >= AWAY_FOR:
            clock = said.clock(since, catalogue.timezone)
            yield Alert(f"look-{number}", entrance_texts.away(number, clock, attention.number), texts.SEE_COUNTER)


def _faults(facts: HallFacts) -> list[Alert]:
    faults = facts.proof.faults if facts.proof else 0
    return [Alert("proof", order_texts.proof_alert(faults), texts.SEE_PROOF)] if faults else []


def _nobody_serves(facts: HallFacts, catalogue: Catalogue) -> list[Alert]:
    alone = [q for q in facts.queues.values() if q.waiting and not q.counters and q.prefix in catalogue.queue]
    return [
        Alert(f"staff-{q.prefix}", texts.nobody_serves(catalogue.queue[q.prefix].name, q.waiting), texts.OPEN_ONE)
        for q in sorted(alone, key=lambda q: -q.waiting)
    ]


def _waits_too_long(facts: HallFacts, catalogue: Catalogue, at: datetime) -> list[Alert]:
    late = [
        (minutes_since(q.oldest, at), q)
        for q in facts.queues.values()
        if q.oldest and q.counters and q.prefix in catalogue.queue and minutes_since(q.oldest, at) > q.limit_minutes
    ]
    return [
        Alert(
            f"line-{q.prefix}",
            texts.waits_too_long(catalogue.queue[q.prefix].name, waited, q.limit_minutes),
            texts.SEE_QUEUE,
        )
        for waited, q in sorted(late, key=lambda found: found[1].limit_minutes - found[0])
    ]


def _serves_too_long(facts: HallFacts, at: datetime) -> Iterator[Alert]:
    for number, counter in sorted(facts.counters.items()):
        attention = counter.attention
        if attention is None or attention.started_at is None:
            continue
        took = minutes_since(attention.started_at, at)
        if took > attention.limit_minutes > 0:
            sentence = texts.serves_too_long(number, attention.number, took, attention.limit_minutes)
            yield Alert(f"look-{number}", sentence, texts.SEE_COUNTER)


def _late_for_closing(facts: HallFacts, catalogue: Catalogue) -> Iterator[Alert]:
    for prefix, outlook in facts.outlooks.items():
        done, closes = outlook.last_served, outlook.closes_at
        if done and closes and done > closes and prefix in catalogue.queue:
            times = (said.clock(moment, catalogue.timezone) for moment in (done, closes))
            yield Alert(f"late-{prefix}", texts.late_for_closing(catalogue.queue[prefix].name, *times), texts.SEE_QUEUE)


def _held_too_long(facts: HallFacts, at: datetime) -> Iterator[Alert]:
    for held in facts.held:
        if held.until and at > held.until:
            sentence = texts.held_too_long(held.number, minutes_since(held.since, at), held.counter)
            yield Alert(f"held-{held.ticket}", sentence, texts.SEE_TICKET)


def _suspended(facts: HallFacts, catalogue: Catalogue) -> Iterator[Alert]:
    for code, view in sorted(facts.services.items()):
        if view.state == "suspended" and code in catalogue.service:
            service = catalogue.service[code]
            yield Alert(f"lift-{code}", texts.is_suspended(service.short or service.name, code), texts.RESTORE)
