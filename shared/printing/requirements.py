"""What a service asks for, on paper: for whoever comes back another day. It is no ticket, and says so."""

from __future__ import annotations

from datetime import datetime

import msgspec

from shared.domain.catalogue import Catalogue
from shared.domain.languages import Speaking, Speech, phrases
from shared.domain.languages.speech import IN_SPANISH
from shared.domain.slip_design import SlipDesign
from shared.printing import texts
from shared.printing.lines import DOUBLE, TALL, Cut, Feed, Line, Rule, fitted, hanging, paragraph
from shared.printing.plain import plain
from shared.printing.slip import asked, letterhead, said

MARK = "- "


class Requirements(msgspec.Struct, frozen=True):
    """`at` is aware, in the centre's zone. fee_cents 0: no fee is known; pays_at: a sentence that says where, or "".

    hours: of the entity, a line each.
    """

    centre: str
    service: str
    entity: str
    at: datetime
    bring: tuple[str, ...] = ()
    fee_cents: int = 0
    pays_at: str = ""
    hours: tuple[str, ...] = ()
    speech: Speech = IN_SPANISH
    design: SlipDesign = SlipDesign()

    @property
    def kind(self) -> str:
        return "requirements"

    @property
    def label(self) -> str:
        return self.service

    def lines(self, dots: int) -> list[Line]:
        with Speaking(self.speech):
            return [*_head(self, dots), *_bring(self, dots), *_cost(self, dots), *_foot(self, dots), Cut()]


def requirements(service: str, catalogue: Catalogue, at: datetime, speech: Speech = IN_SPANISH) -> Requirements:
    """Of a service by its code, at a moment. Raises KeyError."""
    of = catalogue.service[service]
    entity = catalogue.entity[catalogue.queue[of.queue].entity]
    paid = catalogue.service.get(of.pay_first)
    with Speaking(speech):
        return Requirements(
            centre=catalogue.name,
            service=phrases.term(of.name),
            entity=phrases.term(entity.name),
            at=at.astimezone(catalogue.timezone),
            bring=tuple(phrases.term(one) for one in of.requirements),
            fee_cents=of.fee_cents,
            pays_at=texts.pays_at(catalogue.entity[catalogue.queue[paid.queue].entity].short) if paid else "",
            hours=tuple(
                phrases.opening(span.weekdays, span.opens, span.closes) for span in catalogue.hours_of(entity.id)
            ),
            speech=speech,
            design=catalogue.slip,
        )


def _head(sheet: Requirements, dots: int) -> list[Line]:
    name = fitted(plain(sheet.centre), dots, (DOUBLE, TALL), 2) if sheet.design.has("centre") else []
    return [
        *letterhead(sheet.design, dots),
        *name,
        *said(texts.no_ticket(), dots, bold=True),
        Feed(),
        *fitted(plain(sheet.service), dots, (DOUBLE, TALL), 3),
        *said(sheet.entity, dots),
        Rule(),
    ]


def _bring(sheet: Requirements, dots: int) -> list[Line]:
    if not sheet.bring:
        return [*said(texts.ask_what_to_bring(), dots, "left"), Rule()]
    listed = [line for one in sheet.bring for line in hanging(MARK, plain(one), dots)]
    return [*said(texts.bring_title(), dots, "left", bold=True), *listed, Rule()]


def _cost(sheet: Requirements, dots: int) -> list[Line]:
    if not sheet.fee_cents:
        return []
    where = said(sheet.pays_at, dots, "left") if sheet.pays_at else []
    return [*asked(texts.fee_title(), texts.amount(sheet.fee_cents), dots), *where, Rule()]


def _foot(sheet: Requirements, dots: int) -> list[Line]:
    hours = [*said(texts.hours_title(), dots, bold=True), *(line for one in sheet.hours for line in said(one, dots))]
    return [*(hours if sheet.hours else []), *paragraph(plain(texts.printed_on(sheet.at)), dots)]
