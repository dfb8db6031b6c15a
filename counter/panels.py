"""The questions that open inside the advisor's window, each answered by one key, one click, or arrows and Enter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counter import story, texts
from counter.shown import Panel, Row
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Queue, Service
from shared.domain.searching import matches
from shared.lan.views import AbsentView, HeldView, StopView, UndoView

YES = "panel-yes"


def hold() -> Panel:
    return _reasons("hold", texts.HOLD_ASK, texts.HOLD_HINT, texts.HOLD_REASONS)


def pause() -> Panel:
    return _reasons("pause", texts.PAUSE_ASK, texts.PAUSE_HINT, texts.PAUSE_REASONS)


def transfer(catalogue: Catalogue, own_queue: str, query: str = "") -> Panel:
    """Every queue but the ticket's own; a prefix typed in full comes first."""
    queues = [q for q in catalogue.queues if q.prefix != own_queue]
    rows = tuple(_queue_row(catalogue, q) for q in _matching_queues(catalogue, queues, query))
    return Panel("transfer", texts.TRANSFER_ASK, texts.TRANSFER_HINT, rows, search=True, columns=2)


def transfer_service(catalogue: Catalogue, queue: str) -> Panel:
    """The service is optional: Enter leaves it open."""
    services = catalogue.services_of[queue]
    rows = (
        Row("service-any", texts.ANY_SERVICE, key="0"),
        *(Row(f"service-{s.code}", s.name, key=str(i) if i < 10 else "") for i, s in enumerate(services, 1)),
    )
    title = texts.service_ask(catalogue.queue[queue].name)
    return Panel("transfer-service", title, texts.TRANSFER_HINT, rows, columns=2 if len(rows) > 6 else 1)


def other_services(services: Iterable[Service], query: str = "") -> Panel:
    """Services of this counter that are not among the chips."""
    rows = tuple(Row(f"other-{s.code}", s.code, s.name) for s in services if matches(query, s.code, s.name, s.short))
    return Panel("other", texts.OTHER_SERVICE_ASK, "", rows, search=True)


def resume(catalogue: Catalogue, held: Iterable[HeldView], number: int) -> Panel:
    rows = tuple(
        Row(
            f"held-{h.ticket}",
            h.number,
            texts.held_line(h.reason, h.counter, number),
            story.short_service(catalogue, h.service, h.queue),
            key=str(i) if i < 10 else "",
        )
        for i, h in enumerate(held, 1)
    )
    return Panel("resume", texts.RESUME_ASK, texts.RESUME_HINT, rows)


def call_this(number: str, ahead: str) -> Panel:
    """`ahead`: who goes before."""
    text = f"{ahead} {texts.CALL_ON_RECORD}"
    return confirm("call-this", texts.call_this(number), text, texts.call_this_yes(number))


def note() -> Panel:
    """The last question of a transfer: what is typed is the note."""
    rows = (Row("note-go", texts.SEND), Row("note-back", texts.SEND_AND_BACK))
    return Panel("note", texts.NOTE_ASK, texts.NOTE_HINT, rows, search=True, placeholder=texts.NOTE_PLACEHOLDER)


def undo(undoing: UndoView) -> Panel:
    hint = texts.UNDO_CALL_HINT if undoing.what == "call" else texts.UNDO_FINISH_HINT
    return confirm("undo", texts.undo_ask(undoing.what, undoing.number), hint, texts.UNDO)


def more(*, serving: bool, absent: bool) -> Panel:
    """What is seldom needed: only what can be done now."""
    rows = []
    if serving:
        rows.append(Row("more-stops", texts.MORE_STOPS, texts.MORE_STOPS_HINT, key="S"))
    if absent:
        rows.append(Row("more-returned", texts.MORE_RETURNED, texts.RETURNED_HINT, key="V"))
    return Panel("more", texts.MORE_ASK, "", tuple(rows))


def returned(catalogue: Catalogue, absent: Iterable[AbsentView], number: int) -> Panel:
    rows = tuple(
        Row(
            f"absent-{a.ticket}",
            a.number,
            texts.absent_line(a.counter, number, texts.clock(a.until, catalogue.timezone) if a.until else ""),
            story.short_service(catalogue, a.service, a.queue),
            key=str(i) if i < 10 else "",
        )
        for i, a in enumerate(absent, 1)
    )
    return Panel("returned", texts.RETURNED_ASK, texts.RETURNED_HINT, rows)


def stops(catalogue: Catalogue, planned: Sequence[StopView]) -> Panel:
    """The plan of the citizen at the counter; each stop leads to what can be done with it."""
    rows = [
        Row(
            f"stop-{i}",
            story.short_service(catalogue, s.service, s.queue),
            texts.place_after(catalogue.queue[s.queue].name, s.gap),
            texts.stop_place(i + 1),
            key=str(i + 1),
        )
        for i, s in enumerate(planned)
    ]
    if len(planned) < c.MOST_STOPS:
        rows.append(Row("stop-add", texts.STOP_ADD, key="A"))
    return Panel("stops", texts.STOPS_ASK, texts.STOPS_HINT if planned else "", tuple(rows))


def stop(catalogue: Catalogue, planned: Sequence[StopView], index: int) -> Panel:
    name = story.short_service(catalogue, planned[index].service, planned[index].queue)
    rows = (Row("stop-first", texts.STOP_FIRST, key="P"),) if index else ()
    return Panel("stop", name, "", (*rows, Row("stop-remove", texts.STOP_REMOVE, key="Q")))


def add_stop(services: Iterable[Service], query: str = "") -> Panel:
    rows = tuple(Row(f"add-{s.code}", s.code, s.name) for s in services if matches(query, s.code, s.name, s.short))
    return Panel("stop-add", texts.STOP_ADD_ASK, "", rows, search=True)


def leave(number: int) -> Panel:
    return confirm("leave", texts.leave_ask(number), texts.LEAVE_HINT, texts.LEAVE)


def confirm(name: str, title: str, text: str, yes: str) -> Panel:
    """One thing to say yes to; Esc is no."""
    return Panel(name, title, text, (Row(YES, yes, key=texts.ENTER),))


def _reasons(name: str, title: str, text: str, reasons: dict[str, tuple[str, str]]) -> Panel:
    rows = tuple(Row(f"{name}-{reason}", label, key=key) for reason, (key, label) in reasons.items())
    return Panel(name, title, text, rows, columns=2)


def _queue_row(catalogue: Catalogue, queue: Queue) -> Row:
    entity = catalogue.entity[queue.entity]
    return Row(f"queue-{queue.prefix}", queue.prefix, queue.name, "" if entity.short in queue.name else entity.short)


def _matching_queues(catalogue: Catalogue, queues: list[Queue], query: str) -> list[Queue]:
    found = [
        q
        for q in queues
        if matches(query, q.prefix, q.name, catalogue.entity[q.entity].name, catalogue.entity[q.entity].short)
    ]
    return sorted(found, key=lambda q: q.prefix != query.strip().upper())
