"""When a call is heard: what a board tells, and from when on the time to come counts."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.commands import NoteSpoken
from shared.domain.day import Day
from shared.domain.languages.tags import LANGUAGES, SPANISH, Tag, canonical
from shared.domain.ticket import Attention

VOICE_IS_AT_WORK = timedelta(seconds=60)  # since it said something last
LONGEST_BACKLOG = timedelta(seconds=120)  # longer than twenty calls together take


def note(day: Day, command: NoteSpoken) -> list[e.Event]:
    """What follows from a board's word: nothing where it was told before, or where the call is of another day."""
    if not 0 < command.call <= len(day.calls):
        return []
    call = day.calls[command.call - 1]
    if call.spoken_at or day.tickets[call.ticket].text != command.number:
        return []
    return [e.CallSpoken(call.ticket, call.counter, command.call, command.aloud)]


def heard_at(catalogue: Catalogue, day: Day, attention: Attention, at: datetime) -> datetime:
    """From when on somebody who was called has had time to come.

    The end of the announcement. Before it: now, while the voice of that part of the hall is at work on the calls
    before this one; without a voice, or after two minutes, the moment of the call.
    """
    called = attention.last_call_at or attention.called_at
    call = next((call for call in reversed(day.calls) if call.ticket == attention.ticket), None)
    if call and call.spoken_at:
        return call.spoken_at
    zone = catalogue.counter[attention.counter].zone
    spoken = (when for number, when in day.last_spoken.items() if catalogue.counter[number].zone == zone)
    last = max(spoken, default=None)
    is_at_work = last is not None and at - last <= VOICE_IS_AT_WORK and at - called <= LONGEST_BACKLOG
    return at if is_at_work else called


def languages_of(catalogue: Catalogue, ticket_language: str) -> tuple[Tag, ...]:
    """In which languages a call is said: those of the centre, in its order, then that of the ticket."""
    own = [ticket_language] if catalogue.voice.ticket_language and canonical(ticket_language) in LANGUAGES else []
    said = (canonical(tag) for tag in (*catalogue.voice.languages, *own))
    return tuple(dict.fromkeys(said)) or (SPANISH,)
