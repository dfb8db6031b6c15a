"""The questions of the supervisor's page."""

from __future__ import annotations

from datetime import datetime

from counter import order_texts, panels, story, texts as said, why
from counter.shown import Panel, Row
from counter.supervisor import entrance_texts, texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.hall_view import place
from counter.supervisor.shown import Alert
from shared.domain.catalogue import Catalogue
from shared.domain.ending import Override
from shared.domain.searching import matches
from shared.lan import views as v


def counter(facts: HallFacts, catalogue: Catalogue, number: int, at: datetime) -> Panel:
    """What can be done with a counter, by how it stands."""
    view = facts.counter(number)
    title = texts.counter_title(number, place(catalogue, number))
    if view.status == "closed":
        return Panel("counter", title, texts.CLOSED, (Row(f"open-{number}", texts.OPEN_COUNTER),))
    person = catalogue.advisor[view.advisor].name if view.advisor in catalogue.advisor else view.advisor
    since = said.clock(view.since, catalogue.timezone) if view.since else ""
    text = texts.counter_open(person, since)
    if view.status == "paused":
        rows = (Row(f"reopen-{number}", texts.REOPEN_COUNTER), Row(f"close-{number}", texts.CLOSE_COUNTER))
        return Panel("counter", title, f"{text} {said.paused(view.reason)}.", rows)
    if view.away_since:
        text = f"{text} {entrance_texts.away_since(said.clock(view.away_since, catalogue.timezone))}"
    attention = view.attention
    why = texts.FREE_FIRST if attention else ""
    rows = (
        Row(f"pause-{number}", texts.PAUSE_COUNTER, detail=why, enabled=not why),
        Row(f"close-{number}", texts.CLOSE_COUNTER, detail=why, enabled=not why),
    )
    if attention is None:
        return Panel("counter", title, text, rows)
    took = story.minutes_since(attention.started_at or attention.called_at, at)
    doing = texts.counter_serving if attention.started_at else texts.counter_calling
    release = Row(f"release-{attention.ticket}", texts.release(attention.number))
    text = f"{text} {doing(attention.number, took)} {story.called(catalogue, attention.because)}"
    return Panel("counter", title, text, (release, *rows))


def advisor(facts: HallFacts, number: int, query: str) -> Panel:
    found = [a for a in facts.free_advisors() if matches(query, a.id, a.name)]
    rows = tuple(Row(f"advisor-{a.id}", a.name, detail=a.id) for a in found)
    text = texts.CHOOSE_ADVISOR if rows or query else texts.NO_ADVISOR
    return Panel("advisor", texts.choose_advisor(number), text, rows, search=True, columns=2)


def staff(facts: HallFacts, catalogue: Catalogue, queue: str) -> Panel:
    """Which counter to open for a queue that nobody serves."""
    rows = tuple(
        Row(f"take-{c.number}", said.counter_name(c.number), _standing(facts, catalogue, c.number))
        for c in facts.not_open(queue)
    )
    return Panel("staff", texts.choose_counter(catalogue.queue[queue].name), "", rows)


def _standing(facts: HallFacts, catalogue: Catalogue, number: int) -> str:
    view = facts.counter(number)
    if view.status == "closed":
        return texts.CLOSED
    person = catalogue.advisor[view.advisor].name if view.advisor in catalogue.advisor else view.advisor
    return f"{said.paused(view.reason)} · {person}"


def queue(facts: HallFacts, catalogue: Catalogue, prefix: str) -> Panel:
    """The services of a queue, to be suspended or restored."""
    rows = []
    for service in catalogue.services_of[prefix]:
        view = facts.services.get(service.code)
        suspended = view is not None and view.state == "suspended"
        name = f"{'restore' if suspended else 'suspend'}-{service.code}"
        action = texts.RESTORE if suspended else texts.SUSPEND
        rows.append(Row(name, service.code, service.name, action, tone="over" if suspended else ""))
    outlook = facts.outlooks.get(prefix)
    ending = [texts.promises(outlook.kept, outlook.promised), _ending(catalogue, outlook)] if outlook else []
    text = " ".join(part for part in (*ending, why.policy(catalogue, prefix), texts.SUSPEND_HINT) if part)
    roll = Row(f"paper-{prefix}", texts.ROLL, texts.ROLL_EXPLAINED)
    return Panel("queue", catalogue.queue[prefix].name, text, (*rows, *_last_ticket(outlook), roll))


def _ending(catalogue: Catalogue, outlook: v.OutlookView) -> str:
    """When those inside will be done, against the hour at which the entity closes; and whether numbers are given."""
    done, closes = (said.clock(at, catalogue.timezone) if at else "" for at in (outlook.last_served, outlook.closes_at))
    return texts.ending(done, closes, ended=outlook.ended)


def _last_ticket(outlook: v.OutlookView | None) -> list[Row]:
    """What the supervisor can decide for today, where it would change something."""
    if outlook is None or outlook.closes_at is None:
        return []
    could = {
        Override.STOPPED: not outlook.ended,
        Override.EXTENDED: outlook.ended or (outlook.last_ticket != "none" and outlook.how == Override.POLICY),
        Override.POLICY: outlook.how != Override.POLICY,
    }
    return [Row(f"{how.value}-{outlook.prefix}", texts.LAST_TICKET[how]) for how, useful in could.items() if useful]


def ticket(facts: HallFacts, catalogue: Catalogue, number: int, at: datetime) -> Panel | None:
    """What can be done with somebody who waits or is pending, or None when they are neither any more."""
    waits, holds = facts.waits(number), facts.holds(number)
    if waits:
        stands = why.stands(catalogue, waits, facts.waiting, facts.counters.values(), at)
        text = f"{story.short_service(catalogue, waits.service, waits.queue)}. {stands} {texts.CANCEL_HINT}"
        return Panel("ticket", waits.number, text, (Row(f"cancel-{number}", texts.CANCEL),))
    if holds:
        text = f"{story.short_service(catalogue, holds.service, holds.queue)}. {texts.CANCEL_HINT} {texts.TO_LINE_HINT}"
        rows = (Row(f"release-{number}", texts.TO_LINE), Row(f"cancel-{number}", texts.CANCEL))
        return Panel("ticket", holds.number, text, rows)
    if absent := facts.was_absent(number):
        text = f"{story.short_service(catalogue, absent.service, absent.queue)}. {texts.RETURNED_HINT}"
        return Panel("ticket", absent.number, text, (Row(f"returned-{number}", texts.RETURNED),))
    if returning := facts.returns(number):
        when = texts.returns_at(said.clock(returning.returns_at, catalogue.timezone))
        text = f"{story.short_service(catalogue, returning.service, returning.queue)}. {when} {texts.CANCEL_HINT}"
        return Panel("ticket", returning.number, text, (Row(f"cancel-{number}", texts.CANCEL),))
    return None


def more_alerts(alerts: tuple[Alert, ...]) -> Panel:
    """Those that the page has no room for."""
    rows = tuple(Row(alert.name, alert.sentence, detail=alert.action) for alert in alerts)
    return Panel("alerts", texts.ALERTS, "", rows)


def proof(facts: HallFacts, catalogue: Catalogue) -> Panel:
    """The exceptions of the day, newest first, faults before them; then the policies for which somebody answers."""
    view = facts.proof
    text = order_texts.PROOF_FAULTS if view and view.faults else order_texts.PROOF_CLEAN
    passings = [
        Row(
            f"look-{one.counter}",
            one.number,
            why.passing(catalogue, one),
            said.clock(one.at, catalogue.timezone),
            tone="over" if one.fault else "",
        )
        for one in facts.passings
    ]
    answered = [q for q in catalogue.queues if q.policy.yields]
    rows = [Row(f"queue-{q.prefix}", q.prefix, why.policy(catalogue, q.prefix)) for q in answered]
    if not passings:
        text = f"{text} {order_texts.PROOF_NONE}"
    return Panel("proof", order_texts.PROOF, text, (*passings, *rows))


def close_day(facts: HallFacts) -> Panel:
    attended = sum(view.attention is not None for view in facts.counters.values())
    text = texts.close_day_text(len(facts.waiting), len(facts.held), attended)
    return Panel("close-day", texts.CLOSE_DAY_ASK, text, (Row(panels.YES, texts.CLOSE_DAY_YES, key=said.ENTER),))
