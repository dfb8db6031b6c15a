"""What is on the paper that a citizen carries: the same things in the same order as on the screen."""

from __future__ import annotations

from datetime import datetime

import msgspec

from shared.domain.languages import Speaking, Speech, Words, beside, both
from shared.domain.languages.speech import IN_SPANISH
from shared.domain.slip_design import SlipDesign
from shared.printing import texts
from shared.printing.lines import (
    DOUBLE,
    TALL,
    Align,
    Bitmap,
    Cut,
    Feed,
    Line,
    Pair,
    Qr,
    Rule,
    Size,
    Text,
    columns,
    fits,
    fitted,
    hanging,
    pair,
    paragraph,
)
from shared.printing.plain import plain

WIDEST_NUMBER = "RW 1888"
LARGEST = 8  # what GS ! can do


class SlipStop(msgspec.Struct, frozen=True):
    """One place to visit: `modules` as people say it ("módulos 1 a 6"), `note` what to do there, or empty."""

    entity: str
    modules: str
    note: str = ""


class Slip(msgspec.Struct, frozen=True):
    """One ticket as it is printed. Datetimes are aware, in the centre's zone.

    `number` comes as the board shows it ("PJ 047"). `call_window` is None when nobody serves it now. An empty
    `qr` leaves out the code and its caption; `copy` marks a slip that is printed again,
    `provisional` a number that the kiosk gave by itself: nobody knows who waits. `speech`: its language; what may
    not stand alone in it has its Spanish below. design: what the centre puts on it and leaves out.
    """

    centre: str
    number: str
    service: str
    issued_at: datetime
    people_ahead: int
    call_window: tuple[datetime, datetime] | None = None
    preferential: bool = False
    stops: tuple[SlipStop, ...] = ()
    qr: str = ""
    qr_caption: str = ""
    copy: bool = False
    appointment: str = ""
    provisional: bool = False
    speech: Speech = IN_SPANISH
    design: SlipDesign = SlipDesign()

    @property
    def kind(self) -> str:
        return "ticket"

    @property
    def label(self) -> str:
        return self.number

    def lines(self, dots: int) -> list[Line]:
        return layout(self, dots)


def layout(slip: Slip, dots: int) -> list[Line]:
    """The slip for a paper of so many printable dots (576 on 80 mm, 384 on 58 mm)."""
    with Speaking(slip.speech):
        return [
            *_head(slip, dots),
            *_number(slip, dots),
            *_service(slip, dots),
            *_waiting(slip, dots),
            *_stops(slip, dots),
            *_code(slip, dots),
            *_foot(slip, dots),
            Cut(),
        ]


def letterhead(design: SlipDesign, dots: int) -> list[Line]:
    """Logo and header. A logo made for a wider paper is left out: cut in half it would say nothing."""
    picture = design.picture
    logo: list[Line] = [Bitmap(picture), Feed()] if 0 < picture.width <= dots else []
    return [*logo, *(line for text in design.header for line in paragraph(plain(text), dots))]


def said(text: str, dots: int, align: Align = "center", *, bold: bool = False) -> list[Line]:
    """A text, and below it the Spanish where it may not stand alone."""
    second = beside(text)
    below = paragraph(plain(second), dots, align) if second else []
    return [*paragraph(plain(text), dots, align, bold), *below]


def asked(caption: str, value: str, dots: int) -> list[Line]:
    """A caption and its value; the Spanish caption below where it has to be there, with the value as Spanish has it."""
    lines = pair(plain(caption), plain(value), dots, DOUBLE)
    spanish = beside(caption) or beside(value)
    return [*lines, *paragraph(plain(_in_spanish(caption, value)), dots, "left")] if spanish else lines


def _in_spanish(caption: str, value: str) -> str:
    return " ".join(part.spanish if isinstance(part, Words) else part for part in (caption, value))


def _head(slip: Slip, dots: int) -> list[Line]:
    date = texts.date_and_hour(slip.issued_at)
    if len(date) > columns(dots):
        date = texts.short_date_and_hour(slip.issued_at)
    name = fitted(plain(slip.centre), dots, (DOUBLE, TALL), 2) if slip.design.has("centre") else []
    return [*letterhead(slip.design, dots), *name, *paragraph(plain(date), dots), Feed()]


def _number(slip: Slip, dots: int) -> list[Line]:
    number = plain(slip.number)
    lines: list[Line] = [Text(number, "center", number_size(number, dots), bold=True)]
    if slip.provisional:
        lines[:0] = [*_mark(texts.provisional(), dots, (TALL,)), Feed()]
    if slip.copy:
        lines[:0] = [*_mark(texts.copy(), dots, (DOUBLE, TALL)), Feed()]
    return lines


def _mark(text: str, dots: int, sizes: tuple[Size, ...]) -> list[Line]:
    second = beside(text)
    return [*fitted(plain(text), dots, sizes, 1), *(paragraph(plain(second), dots, bold=True) if second else [])]


def number_size(number: str, dots: int) -> Size:
    """As large as four digits allow, so that a number does not shrink in the afternoon."""
    fits = columns(dots) // max(len(number), len(WIDEST_NUMBER))
    side = max(1, min(fits, LARGEST))
    return side, side


def _service(slip: Slip, dots: int) -> list[Line]:
    lines: list[Line] = [*fitted(plain(slip.service), dots, (DOUBLE, TALL), 3)]
    if second := beside(slip.service):
        lines += paragraph(plain(second), dots)
    if slip.preferential:
        lines += said(texts.preferential(), dots, bold=True)
    if slip.appointment:
        lines += said(slip.appointment, dots)
    return [*lines, Rule()]


def _waiting(slip: Slip, dots: int) -> list[Line]:
    if slip.provisional:
        return [*said(texts.provisional_explained(), dots, "left"), Rule()]
    people = asked(texts.people_before_title(), texts.people_before(slip.people_ahead), dots)
    lines = [*(people if slip.design.has("people") else []), *(_call(slip, dots) if slip.design.has("call") else [])]
    return [*lines, Rule()] if lines else []


def _call(slip: Slip, dots: int) -> list[Line]:
    if slip.call_window is None:
        return said(texts.nobody_serves(), dots, "left")
    caption, hours = texts.call(slip.call_window, slip.issued_at)
    return asked(caption, hours, dots)


def _stops(slip: Slip, dots: int) -> list[Line]:
    if len(slip.stops) < 2 or not slip.design.has("stops"):
        return []
    numbered = enumerate(slip.stops, start=1)
    return [*(line for position, stop in numbered for line in _stop(position, stop, dots)), Rule()]


def _stop(position: int, stop: SlipStop, dots: int) -> list[Line]:
    name, modules, task = (plain(both(part, " / ")) for part in (stop.entity, stop.modules, stop.note))
    mark = texts.stop(position)
    margin = " " * len(mark)
    note = hanging(margin, task, dots)
    if fits(mark + name, modules, dots):
        return [Pair(mark + name, modules), *note]
    return [*hanging(mark, name, dots), *hanging(margin, modules, dots, bold=True), *note]


def _code(slip: Slip, dots: int) -> list[Line]:
    if not slip.qr or not slip.design.has("code"):
        return []
    # The empty lines are the white that a reader needs around the code.
    return [Feed(), Qr(slip.qr), Feed(), *said(slip.qr_caption or texts.ticket_code(), dots), Feed()]


def _foot(slip: Slip, dots: int) -> list[Line]:
    known = {"board": texts.look_at_board(), "today": texts.only_today(), "complaints": texts.complaints()}
    sentences = [*(text for part, text in known.items() if slip.design.has(part)), *slip.design.footer]
    return [line for sentence in sentences for line in said(sentence, dots)]
