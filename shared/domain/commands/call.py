"""Orders of a board."""

from __future__ import annotations

from shared.domain.commands.order import Order


class NoteSpoken(Order, frozen=True, tag="note_spoken"):
    """This board has announced a call to its end. number: as the board showed it; aloud: with sound."""

    call: int
    number: str
    aloud: bool = True
