"""Interruptions on the supervisor's page: those of today, and the questions that log, end, correct or withdraw one."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import NamedTuple

from counter import texts as said
from counter.interrupted import what
from counter.shown import Panel, Row
from counter.supervisor import texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import Alert
from shared.domain import commands as c, spanish
from shared.domain.catalogue import Catalogue
from shared.domain.searching import matches
from shared.lan import views as v

ASKS = ("interruptions", "interruption", "what", "why", "when")
"""The questions about interruptions."""
TIMES = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*(?:-|–|a)\s*(\d{1,2})[:.](\d{2}))?")


class Step(NamedTuple):
    """Where an answer leads: an order, or the next question and what it is about."""

    order: c.Command | None = None
    ask: str = ""
    about: str = ""


def alerts(facts: HallFacts, catalogue: Catalogue) -> list[Alert]:
    """Those that go on: promises stop while they do, so somebody must say when they end."""
    return [
        Alert(
            f"end-{one.interruption}",
            said.interrupted(what(catalogue, one), one.reason, said.clock(one.since, catalogue.timezone)),
            texts.END_INTERRUPTION,
        )
        for one in facts.interruptions
        if one.until is None
    ]


def panel(asked: str, about: str, query: str, facts: HallFacts, catalogue: Catalogue) -> Panel | None:
    """The question that is open, or None where what it was about is gone."""
    match asked:
        case "interruptions":
            return _listed(facts, catalogue)
        case "interruption":
            one = _one(facts, about)
            return _of_one(one, catalogue) if one else None
        case "what":
            return _what(catalogue, query)
        case "why":
            rows = tuple(Row(f"why-{reason}", label, key=key) for reason, (key, label) in texts.INTERRUPTED_BY.items())
            return Panel("why", texts.WHY_INTERRUPTED, "", rows)
        case "when":
            return _when(about, query, facts, catalogue)
    return None


def _listed(facts: HallFacts, catalogue: Catalogue) -> Panel:
    rows = [
        Row(
            f"interruption-{one.interruption}",
            what(catalogue, one),
            spanish.INTERRUPTED.get(one.reason, one.reason),
            _hours(one, catalogue),
            tone="" if one.until else "over",
        )
        for one in facts.interruptions
    ]
    note = Row("broken-note", texts.NOTE_INTERRUPTION, key="P")
    coding = Row("coding", texts.CORRECT_CODING, key="S")
    day = facts.hall.day if facts.hall else None
    if day and not facts.day_open:
        return Panel("interruptions", texts.corrections_of(day), texts.CORRECTIONS_HINT, (note, coding, *rows))
    begin = Row("broken-begin", texts.BEGIN_INTERRUPTION, key="A")
    text = texts.INTERRUPTIONS_HINT if rows else f"{texts.NO_INTERRUPTIONS} {texts.INTERRUPTIONS_HINT}"
    return Panel("interruptions", texts.INTERRUPTIONS, text, (begin, note, coding, *rows))


def _hours(one: v.InterruptionView, catalogue: Catalogue) -> str:
    since = said.clock(one.since, catalogue.timezone)
    return f"{since}-{said.clock(one.until, catalogue.timezone)}" if one.until else texts.since(since)


def _of_one(one: v.InterruptionView, catalogue: Catalogue) -> Panel:
    number = one.interruption
    end = (Row(f"end-{number}", texts.END_INTERRUPTION, key="T"),) if one.until is None else ()
    rows = (
        *end,
        Row(f"correct-{number}", texts.CORRECT_HOURS, key="C"),
        Row(f"withdraw-{number}", texts.WITHDRAW_INTERRUPTION, key="R"),
    )
    who = catalogue.advisor[one.by].name if one.by in catalogue.advisor else ""
    noted = texts.noted_by(who) if who else ""
    text = f"{spanish.interrupted(one.reason)}, {_hours(one, catalogue)}. {noted} {texts.WITHDRAW_HINT}"
    return Panel("interruption", what(catalogue, one), " ".join(text.split()), rows)


def _what(catalogue: Catalogue, query: str) -> Panel:
    """The whole centre, an entity, a queue where its entity has several; a service once something is typed."""
    rows = [Row("what-", said.WHOLE_CENTRE)] if matches(query, said.WHOLE_CENTRE) else []
    rows += [
        Row(f"what-entity:{e.id}", e.short, texts.ENTITY) for e in catalogue.entities if matches(query, e.name, e.short)
    ]
    several = [q for q in catalogue.queues if sum(q.entity == other.entity for other in catalogue.queues) > 1]
    rows += [Row(f"what-queue:{q.prefix}", q.name, texts.QUEUE) for q in several if matches(query, q.prefix, q.name)]
    if query.strip():
        found = [s for s in catalogue.services if matches(query, s.code, s.name, s.short)]
        rows += [Row(f"what-service:{s.code}", s.short or s.name, s.code) for s in found]
    return Panel("what", texts.WHAT_INTERRUPTED, "", tuple(rows), search=True, columns=2)


def _when(about: str, query: str, facts: HallFacts, catalogue: Catalogue) -> Panel:
    kind, _, rest = about.partition("|")
    one = _one(facts, rest) if kind == "correct" else None
    goes_on = one is not None and one.until is None
    ready = hours(query, facts, catalogue, goes_on=goes_on) is not None
    hint = texts.WHEN_BEGAN if goes_on else texts.WHEN_HINT
    go = Row("when-go", texts.NOTE_DOWN, key=said.ENTER, enabled=ready)
    now = f"{texts.noted_as(_hours(one, catalogue))} {hint}" if one else hint
    placeholder = texts.WHEN_BEGAN_EXAMPLE if goes_on else texts.WHEN_EXAMPLE
    return Panel("when", texts.WHEN_INTERRUPTED, now, (go,), search=True, placeholder=placeholder)


def hours(
    query: str, facts: HallFacts, catalogue: Catalogue, *, goes_on: bool
) -> tuple[datetime, datetime | None] | None:
    """ "10:15-10:40" of the service day; only one that goes on may be without an end. None where it is not that."""
    found, day = TIMES.fullmatch(query.strip()), facts.hall.day if facts.hall else None
    if found is None or day is None or (found[3] is None and not goes_on):
        return None
    try:
        moments = [time(int(found[i]), int(found[i + 1])) for i in (1, 3) if found[i]]
    except ValueError:
        return None
    since, *until = (datetime.combine(day, moment, catalogue.timezone) for moment in moments)
    return (since, until[0] if until else None) if not until or since < until[0] else None


def answer(
    asked: str, about: str, query: str, name: str, facts: HallFacts, catalogue: Catalogue, person: str
) -> Step | None:
    """What an answer means; None where it is none of these."""
    kind, _, rest = name.partition("-")
    by = person if person in catalogue.advisor else ""
    match kind:
        case "end":
            return Step(c.EndInterruption(int(rest)))
        case "withdraw":
            return Step(c.WithdrawInterruption(int(rest)))
        case "correct":
            return Step(ask="when", about=f"correct|{rest}")
        case "broken":
            return Step(ask="what", about=rest)
        case "what" if asked == "what":
            return Step(ask="why", about=f"{about}|{rest}")
        case "why" if asked == "why":
            beginning, of_what = about.split("|")
            if beginning == "begin":
                return Step(c.BeginInterruption(rest, *_fields(of_what), by))
            return Step(ask="when", about=f"note|{of_what}|{rest}")
        case "when" if asked == "when":
            return _noted(about, query, facts, catalogue, by)
    return None


def _noted(about: str, query: str, facts: HallFacts, catalogue: Catalogue, by: str) -> Step:
    kind, *parts = about.split("|")
    one = _one(facts, parts[0]) if kind == "correct" else None
    found = hours(query, facts, catalogue, goes_on=one is not None and one.until is None)
    if found is None:
        return Step(ask="when", about=about)
    if one:
        number, of_what = one.interruption, (one.entity, one.queue, one.service)
        return Step(c.NoteInterruption(one.reason, *found, number, *of_what, one.by))
    return Step(c.NoteInterruption(parts[1], *found, 0, *_fields(parts[0]), by))


def _fields(of_what: str) -> tuple[str, str, str]:
    """ "entity:pj" as entity, queue and service of an order; "" is the whole centre."""
    field, _, key = of_what.partition(":")
    entity, queue, service = (key if field == one else "" for one in ("entity", "queue", "service"))
    return entity, queue, service


def _one(facts: HallFacts, number: str) -> v.InterruptionView | None:
    return next((one for one in facts.interruptions if str(one.interruption) == number), None)
