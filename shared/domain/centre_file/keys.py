"""Every key that a centre file may hold, its kind and its default. `docs/centre-file.md` explains them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from shared.domain.catalogue import Purpose, Role
from shared.domain.centre_file.kinds import Kind, at_most, list_of, matching, number, one_of, whole
from shared.domain.centre_file.values import (
    CODE,
    DATE,
    FEE,
    FLAG,
    FOLDER,
    HOUR,
    IDENTIFIER,
    LANGUAGES,
    LUNCH,
    NUMBERS,
    OFFICE_URL,
    PHONE_URL,
    PREFIX,
    PRINTER_URL,
    SENTENCE,
    TEXT,
    VOLUME,
    WORDS,
    ZONE,
)
from shared.domain.ending import Ending
from shared.domain.personal import Asking, Keeping
from shared.domain.policy import Rule
from shared.domain.slip_design import MAY_BE_LEFT_OUT

REQUIRED: Final = object()
"""The default of a key that has to be written."""


class Key(NamedTuple):
    kind: Kind
    default: Any = REQUIRED


def _any(value: object) -> object:
    return value


LIMITS = Kind("{ wait = MINUTES, service = MINUTES }", _any, blank=None)
WRITTEN_POLICY = Kind("a policy such as 'legal'", _any, blank=None)
WRITTEN_ENDING = Kind("a rule such as 'forecast'", _any, blank=None)
HOURS = Kind('a table such as { mon-fri = "08:30-18:00" }', _any, blank=None)
ENTITY_ID = TEXT._replace(what="the id of an entity")
QUEUE_PREFIX = TEXT._replace(what="the prefix of a queue")
SERVICE_CODE = TEXT._replace(what="the code of a service")
WRITTEN_DOCUMENT = Kind("'off', 'optional', 'required' or a table", _any, blank=None)
WRITTEN_STOPS = Kind("a list of services and tables such as { service = 'ME01', gap_minutes = 45 }", _any, blank=())

CENTRE = {
    "id": Key(IDENTIFIER),
    "name": Key(TEXT),
    "motto": Key(SENTENCE, ""),
    "zone": Key(ZONE),
    "languages": Key(list_of(one_of(LANGUAGES)), ("es",)),
}
ENTITY = {
    "id": Key(IDENTIFIER),
    "name": Key(TEXT),
    "short": Key(SENTENCE, ""),
    "does": Key(SENTENCE, ""),
    "icon": Key(matching("the name of an icon, such as 'building-bank'", r"[a-z0-9]+(-[a-z0-9]+)*"), "building"),
    "hours": Key(HOURS, None),
    "keep": Key(list_of(one_of(("all", "name", "short", "does", "icon"))), ()),
}
RULES = [rule.value for rule in Rule]
POLICY = {
    "rule": Key(one_of(RULES), "legal"),
    "guard": Key(whole(1, 480), 0),
    "ratio": Key(whole(1, 50), 0),
    "preferential": Key(number(0.01, 1000), 0.0),
    "appointment": Key(number(0.01, 1000), 1.0),
    "ordinary": Key(number(0.01, 1000), 1.0),
    "acknowledged_by": Key(SENTENCE._replace(what="the id of a person"), ""),
    "reason": Key(SENTENCE, ""),
}
QUEUE = {
    "prefix": Key(PREFIX),
    "entity": Key(ENTITY_ID),
    "name": Key(TEXT),
    "mean_minutes": Key(number(0.1, 480)),
    "ans": Key(LIMITS),
    "demand": Key(whole(0, 100_000), 0),
    "policy": Key(WRITTEN_POLICY, None),
    "last_ticket": Key(WRITTEN_ENDING, None),
    "keep": Key(list_of(one_of(("all", "name", "ans"))), ()),
}
LAST_TICKET = {
    "rule": Key(one_of([rule.value for rule in Ending]), "none"),
    "at": Key(HOUR, None),
    "count": Key(whole(1, 9999), 0),
}
ANS = {
    "wait": Key(whole(1, 480)),
    "service": Key(whole(1, 480)),
    "since": Key(DATE, date.min),
}
KEPT_OF_SERVICE = ("all", "name", "short", "purpose", "fee", "pay_first", "appointment", "requirements", "ans")
SERVICE = {
    "code": Key(CODE),
    "queue": Key(QUEUE_PREFIX),
    "name": Key(TEXT),
    "short": Key(SENTENCE, ""),
    "purpose": Key(one_of([purpose.value for purpose in Purpose]), "procedure"),
    "fee": Key(FEE, 0),
    "pay_first": Key(SENTENCE._replace(what="the code of a service"), ""),
    "appointment": Key(FLAG, False),
    "requirements": Key(list_of(TEXT), ()),
    "ans": Key(LIMITS, None),
    "cap": Key(whole(0, 10_000), 0),
    "cap_minutes": Key(whole(5, 1440), 60),
    "document": Key(WRITTEN_DOCUMENT, None),
    "words": Key(list_of(TEXT), ()),
    "keep": Key(list_of(one_of(KEPT_OF_SERVICE)), ()),
}
ITINERARY = {
    "id": Key(IDENTIFIER),
    "service": Key(SERVICE_CODE),
    "stops": Key(WRITTEN_STOPS),
}
LEG = {
    "service": Key(SERVICE_CODE),
    "gap_minutes": Key(whole(0, 480), 0),
    "expires_minutes": Key(whole(0, 720), 0),
    "free": Key(FLAG, False),
}
PLACES = one_of(("arrival", "first", "tail"))
CALLS = {
    "before_absent": Key(whole(1, 10), 1),
    "spacing_seconds": Key(whole(0, 600), 0),
    "grace_minutes": Key(whole(0, 480), 0),
    "grace_tickets": Key(whole(0, 100), 0),
    "returns_to": Key(PLACES, "arrival"),
}
VISITS = {
    "transfer_to": Key(PLACES, "arrival"),
    "change_to": Key(one_of(("arrival", "tail")), "arrival"),
    "hold_minutes": Key(whole(0, 480), 0),
    "undo_seconds": Key(whole(0, 3600), 60),
}
APPOINTMENTS = {
    "early_minutes": Key(whole(0, 480), 30),
    "late_minutes": Key(whole(0, 480), 15),
}
COUNTER = {
    "number": Key(whole(1, 999), None),
    "numbers": Key(NUMBERS, None),
    "queues": Key(list_of(QUEUE_PREFIX)),
    "services": Key(list_of(SERVICE_CODE), ()),
    "zone": Key(TEXT, "1"),
    "lunch": Key(LUNCH, ()),
    "way": Key(SENTENCE, ""),
}
ADVISOR = {
    "id": Key(IDENTIFIER),
    "name": Key(TEXT),
    "role": Key(one_of([role.value for role in Role]), "advisor"),
    "skills": Key(list_of(TEXT._replace(what="a skill such as 'qu'")), ()),
    "hours": Key(HOURS, None),
    "lunch": Key(LUNCH, ()),
}
PRINTER = {
    "url": Key(PRINTER_URL, ""),
    "dots": Key(whole(200, 1200), 576),
    "profile": Key(TEXT, "default"),
}
KIOSK = {
    "panel_inches": Key(number(21.5, 100), 21.5),
    "distance_m": Key(number(0.3, 1.0), 0.6),
    "long_wait": Key(whole(0, 480), 45),
}
LINES = at_most(60, TEXT, "a slip")
SLIP = {
    "logo": Key(SENTENCE, ""),
    "header": Key(list_of(LINES), ()),
    "footer": Key(list_of(LINES), ()),
    "without": Key(list_of(one_of(MAY_BE_LEFT_OUT)), ()),
}
BOARD = {
    "distance_m": Key(number(1, 50), 10.0),
    "panel_inches": Key(number(10, 300), 55.0),
    "notice": Key(SENTENCE, ""),
    "voice": Key(FLAG, True),
}
VOICE = {
    "languages": Key(list_of(one_of(LANGUAGES)), ("es",)),
    "ticket_language": Key(FLAG, True),
    "volume": Key(VOLUME, ()),
}
DOCUMENT = {
    "mode": Key(one_of([mode.value for mode in Asking]), "off"),
    "reason": Key(at_most(70, SENTENCE), ""),
    "rule": Key(at_most(60, SENTENCE), ""),
}
KEPT = one_of([keeping.value for keeping in Keeping])
PERSONAL = {
    "holder": Key(at_most(80, SENTENCE), ""),
    "bank": Key(at_most(30, SENTENCE), ""),
    "rights": Key(at_most(80, SENTENCE), ""),
    "version": Key(at_most(20, SENTENCE), ""),
    "keep_document": Key(KEPT, "visit"),
    "keep_note": Key(KEPT, "visit"),
}
PHONE = {"url": Key(PHONE_URL, ""), "wifi": Key(at_most(32, SENTENCE), "")}
OFFICE = {"url": Key(OFFICE_URL, ""), "without": Key(list_of(SERVICE_CODE), ())}
SPARE_NUMBERS = {
    "most": Key(whole(0, 900), 300),
    "hours": Key(whole(1, 72), 24),
}
COPIES = {
    "place": Key(FOLDER, ""),
    "keep": Key(whole(2, 400), 14),
    "low_space_mb": Key(whole(100, 100_000), 500),
}
ORDER = {"language_minutes": Key(whole(0, 480), 10)}
SIGN_IN = {"lock_minutes": Key(whole(0, 480), 5)}

TRANSLATION = {
    "language": Key(one_of(LANGUAGES), REQUIRED),
    "source": Key(TEXT, REQUIRED),
    "reviewed_by": Key(SENTENCE, ""),
    "reviewed_on": Key(DATE, None),
    "words": Key(WORDS, REQUIRED),
}

TABLES = {
    "centre": CENTRE,
    "order": ORDER,
    "sign_in": SIGN_IN,
    "calls": CALLS,
    "visits": VISITS,
    "appointments": APPOINTMENTS,
    "printer": PRINTER,
    "kiosk": KIOSK,
    "slip": SLIP,
    "board": BOARD,
    "voice": VOICE,
    "office": OFFICE,
    "phone": PHONE,
    "document": DOCUMENT,
    "personal": PERSONAL,
    "spare_numbers": SPARE_NUMBERS,
    "copies": COPIES,
}
"""The tables written once, [centre]; [hours] has weekdays for keys and is read by `hours.py`."""

LISTS = {"entity": ENTITY, "queue": QUEUE, "service": SERVICE, "counter": COUNTER, "advisor": ADVISOR}
"""The tables written many times, [[queue]]; each has to be there at least once."""

OPTIONAL = {"itinerary": ITINERARY, "translation": TRANSLATION}
"""The same, which may be left out."""
