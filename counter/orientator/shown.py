"""What the orientator's page shows."""

from __future__ import annotations

import msgspec

from counter.shown import Action, Page, Row


class Chosen(msgspec.Struct, frozen=True):
    """A service about to be given. paid: "" (nothing to pay first), asked, yes, no. sign: None where nobody signs.

    language: that of the ticket, in words; "" where the centre has one only. speaks_another: not Spanish.
    """

    title: str
    place: str
    wait: str
    needs: tuple[str, ...]
    fee: str
    preferential: bool
    paid: str
    give: Action
    sign: bool | None = None
    language: str = ""
    speaks_another: bool = False


class Given(msgspec.Struct, frozen=True):
    """A ticket just given. paper: what became of the slip, in words.

    can_group: whether another one of the same family or group may be given with it.
    """

    number: str
    service: str
    preferential: str
    lines: tuple[str, ...]
    paper: str
    can_group: bool = False


class OrientatorView(Page, frozen=True):
    """The whole page. mode: connecting, search, chosen or given. help: who asks for a person, or "".

    paper: which printers need somebody, or "".
    """

    query: str = ""
    help: str = ""
    paper: str = ""
    rows: tuple[Row, ...] = ()
    empty: str = ""
    chosen: Chosen | None = None
    given: Given | None = None
