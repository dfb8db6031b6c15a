"""Putting right what was stated of an attention that is over: typed as "PJ 047 PJ01 PJ03", with "m20" for a counter."""

from __future__ import annotations

import re

from counter import texts as said
from counter.shown import Panel, Row
from counter.supervisor import texts
from shared.domain.catalogue import Catalogue
from shared.domain.commands import CorrectServices

NUMBER, COUNTER, SERVICES = r"([A-Z]{1,2})[ -]*([0-9]{1,4})", r"M(?:[OÓ]DULO)? *([0-9]{1,3})", r"[A-Z]{2,4}[0-9]{1,3}"
WRITTEN = re.compile(rf"{NUMBER}(?:[ ,]+{COUNTER})?((?:[ ,]+{SERVICES})+)")


def written(catalogue: Catalogue, query: str) -> CorrectServices | None:
    """None for what is not complete, or names a service that the centre does not have."""
    found = WRITTEN.fullmatch(query.strip().upper())
    if not found:
        return None
    services = tuple(dict.fromkeys(re.split("[ ,]+", found[4].strip(" ,"))))
    if any(code not in catalogue.service for code in services):
        return None
    return CorrectServices(f"{found[1]} {int(found[2]):03d}", services, int(found[3] or 0))


def panel(catalogue: Catalogue, query: str) -> Panel:
    order = written(catalogue, query)
    rows: tuple[Row, ...] = ()
    if order:
        names = [catalogue.service[code].short or catalogue.service[code].name for code in order.services]
        where = said.counter_name(order.counter) if order.counter else texts.LAST_ATTENTION
        rows = (Row("coding-go", texts.coding_is(order.number, names), where, key=said.ENTER),)
    return Panel("coding", texts.CORRECT_CODING, texts.CODING_HINT, rows, search=True, placeholder=texts.CODING_EXAMPLE)
