"""The parts of the supervisor's page: counters, queues and people, as rows of words."""

from __future__ import annotations

from datetime import datetime

from counter import story, texts as said
from counter.shown import Row
from counter.supervisor import texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import Cell, QueueLine
from shared.domain.catalogue import Catalogue
from shared.lan import views as v


def place(catalogue: Catalogue, number: int) -> str:
    """The entities of a counter."""
    entities = (catalogue.entity[catalogue.queue[q].entity] for q in catalogue.counter[number].queues)
    return said.people(list(dict.fromkeys(entity.short for entity in entities)))


def cells(facts: HallFacts, catalogue: Catalogue, at: datetime) -> tuple[Cell, ...]:
    return tuple(_cell(facts.counter(counter.number), catalogue, at) for counter in catalogue.counters)


def _cell(view: v.CounterView, catalogue: Catalogue, at: datetime) -> Cell:
    name, number = f"counter-{view.counter}", str(view.counter)
    if view.status == "closed":
        return Cell(name, number, "", texts.CLOSED, "", "closed")
    person = first_name(catalogue, view.advisor)
    attention = view.attention
    if attention is None:
        since = story.minutes_since(view.since, at) if view.since else 0
        paused = view.status == "paused"
        state = texts.PAUSED if paused else texts.FREE
        return Cell(name, number, person, state, said.minutes(since) if paused else "", "paused" if paused else "free")
    took = story.minutes_since(attention.started_at or attention.called_at, at)
    over = attention.started_at is not None and took > attention.limit_minutes > 0
    tone = "over" if over else "serving" if attention.started_at else "called"
    return Cell(name, number, person, attention.number, said.minutes(took), tone)


def first_name(catalogue: Catalogue, advisor: str) -> str:
    """Gladys B.: enough to know who it is, short enough for a cell."""
    if advisor not in catalogue.advisor:
        return advisor
    first, *rest = catalogue.advisor[advisor].name.split()
    return f"{first} {rest[0][0]}." if rest else first


def queue_lines(facts: HallFacts, catalogue: Catalogue, at: datetime) -> tuple[QueueLine, ...]:
    """Those in trouble first, the others where the centre file has them."""
    lines = [_queue(facts.queues[q.prefix], q.name, at) for q in catalogue.queues if q.prefix in facts.queues]
    return tuple(sorted(lines, key=lambda line: ("alone", "over", "").index(line.tone)))


def _queue(view: v.QueueView, title: str, at: datetime) -> QueueLine:
    longest = story.minutes_since(view.oldest, at) if view.oldest else 0
    late = view.waiting > 0 and longest > view.limit_minutes
    tone = "alone" if view.waiting and not view.counters else "over" if late else ""
    return QueueLine(
        name=f"queue-{view.prefix}",
        prefix=view.prefix,
        title=title,
        waiting=str(view.waiting),
        longest=texts.against(longest, view.limit_minutes) if view.waiting else said.NO_FIGURE,
        counters=str(view.counters),
        tone=tone,
    )


def promises(facts: HallFacts) -> str:
    """Of all queues together."""
    promised = sum(outlook.promised for outlook in facts.outlooks.values())
    return texts.promises_short(sum(outlook.kept for outlook in facts.outlooks.values()), promised)


def people(facts: HallFacts, catalogue: Catalogue, at: datetime) -> tuple[Row, ...]:
    """Who waits, longest first; then who is pending, who comes back later, and who was absent and may come back."""
    waiting = [_waiting(w, facts, catalogue, at) for w in facts.waiting]
    held = [
        Row(
            f"held-{h.ticket}",
            h.number,
            f"{texts.ON_HOLD}: {said.held_line(h.reason, h.counter, 0)}",
            said.minutes(story.minutes_since(h.since, at)),
            mark="preferential" if h.preferential else "",
            tone="over" if h.until and at > h.until else "",
        )
        for h in facts.held
    ]
    returning = [
        Row(
            f"returning-{r.ticket}",
            r.number,
            f"{texts.RETURNS}: {story.short_service(catalogue, r.service, r.queue)}",
            said.clock(r.returns_at, catalogue.timezone),
            mark="preferential" if r.preferential else "",
        )
        for r in facts.returning
    ]
    absent = [
        Row(
            f"absent-{a.ticket}",
            a.number,
            f"{texts.ABSENT}: {story.short_service(catalogue, a.service, a.queue)}",
            said.minutes(story.minutes_since(a.since, at)),
            mark="preferential" if a.preferential else "",
        )
        for a in facts.absent
    ]
    return (*waiting, *held, *returning, *absent)


def _waiting(w: v.WaitingView, facts: HallFacts, catalogue: Catalogue, at: datetime) -> Row:
    minutes = story.minutes_since(w.since, at)
    service = story.short_service(catalogue, w.service, w.queue)
    limit = facts.queues[w.queue].limit_minutes if w.queue in facts.queues else 0
    late = minutes > limit > 0
    return Row(
        f"waiting-{w.ticket}",
        w.number,
        service,
        texts.against(minutes, limit) if late else said.minutes(minutes),
        mark="preferential" if w.preferential else "",
        tone="over" if late else "",
    )
