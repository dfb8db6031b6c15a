"""Which moment it is at the counter, and what can be done in it."""

from __future__ import annotations

from enum import StrEnum

from counter import texts
from counter.facts import Facts
from counter.shown import Action

DEAF_FOR = 0.6
"""Seconds after a change of its meaning in which the primary action hears nothing: a bounce, a double press."""


class Moment(StrEnum):
    """What the advisor is in the middle of."""

    CLOSED = "closed"
    PAUSED = "paused"
    FREE = "free"
    CALLED = "called"
    SERVING = "serving"


def moment(facts: Facts) -> Moment:
    if not facts.advisor or facts.counter is None:
        return Moment.CLOSED
    if facts.attention:
        return Moment.SERVING if facts.attention.started_at else Moment.CALLED
    return Moment.PAUSED if facts.counter.status == "paused" else Moment.FREE


def primary(facts: Facts) -> Action:
    """The large action under the space bar: its name is its meaning."""
    at = moment(facts)
    why = _why_not(facts)
    if at is Moment.CLOSED:
        why = why or (texts.TAKEN_SHORT if facts.seated else "")
        return Action("primary", texts.OPEN, texts.SPACE, not why, why)
    if at is Moment.PAUSED:
        return Action("primary", texts.REOPEN, texts.SPACE, not why, why)
    if at is Moment.CALLED:
        return Action("primary", texts.START, texts.SPACE, not why, why)
    if at is Moment.SERVING:
        label = texts.FINISH_AND_CALL if facts.waiting else texts.FINISH
        return Action("primary", label, texts.SPACE, not why, why)
    why = why or ("" if facts.waiting else texts.NOBODY_WAITS)
    return Action("primary", texts.CALL_NEXT, texts.SPACE, not why, why)


def actions(facts: Facts) -> tuple[Action, ...]:
    """The quiet grid."""
    at = moment(facts)
    called, serving = at is Moment.CALLED, at is Moment.SERVING
    absent = called and not calls_left(facts)
    rows = (
        ("action-finish", texts.FINISH, "F", serving, texts.ONLY_SERVING),
        ("action-recall", texts.RECALL, "R", called, texts.ONLY_CALLED),
        ("action-absent", texts.ABSENT, "N", absent, texts.call_again(calls_left(facts)) or texts.ONLY_CALLED),
        ("action-undo", texts.UNDO, "Z", facts.undo is not None, texts.NOTHING_TO_UNDO),
        ("action-hold", texts.HOLD, "E", serving, texts.ONLY_SERVING),
        ("action-transfer", texts.TRANSFER, "D", serving, texts.ONLY_SERVING),
        ("action-pause", texts.PAUSE, "P", at is Moment.FREE, texts.ONLY_FREE),
        ("action-more", texts.MORE, "M", serving or bool(facts.absent), texts.NOTHING_MORE),
    )
    away = _why_not(facts)
    return tuple(
        Action(name, label, key, fits and not away, away or ("" if fits else why))
        for name, label, key, fits, why in rows
    )


def calls_left(facts: Facts) -> int:
    """Calls still to make before the citizen may be given up."""
    attention, catalogue = facts.attention, facts.catalogue
    if attention is None or attention.started_at or catalogue is None:
        return 0
    return max(0, catalogue.calls.before_absent - attention.calls)


def why_not_take(facts: Facts) -> str:
    """What stands in the way of calling by hand or resuming, or ""."""
    away = _why_not(facts)
    if away:
        return away
    if moment(facts) is Moment.CLOSED:
        return texts.ONLY_OPEN
    return "" if moment(facts) is Moment.FREE else texts.ONLY_FREE


def why_not_resume(facts: Facts) -> str:
    return why_not_take(facts) or ("" if facts.held else texts.HELD_EMPTY)


def why_not_leave(facts: Facts) -> str:
    """An advisor does not walk away from a citizen."""
    if not facts.online:
        return texts.AWAY_SHORT
    return texts.ONLY_FREE if facts.attention else ""


def _why_not(facts: Facts) -> str:
    if not facts.online:
        return texts.AWAY_SHORT
    return "" if facts.day_open else texts.DAY_NOT_OPEN
