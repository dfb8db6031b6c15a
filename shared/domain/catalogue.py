"""What a centre offers and where: entities, queues, services, counters, advisors, hours, ANS limits.

`centre_file` reads and checks the TOML that people write. A catalogue never changes while it is in force:
a change is a new catalogue with another fingerprint.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from shared.domain.ending import LastTicket
from shared.domain.personal import AskedFor, Personal
from shared.domain.policy import LEGAL, Policy
from shared.domain.slip_design import SlipDesign
from shared.domain.translation import Translation
from shared.domain.voice import Voice


class Purpose(StrEnum):
    """What a citizen comes for: the kiosk's first question."""

    PROCEDURE = "procedure"
    GUIDANCE = "guidance"
    COMPANY = "company"
    PICKUP = "pickup"


class Role(StrEnum):
    """What a person of the centre may do."""

    ADVISOR = "advisor"
    ORIENTATOR = "orientator"
    SUPERVISOR = "supervisor"


class Opening(msgspec.Struct, frozen=True):
    """One span of opening on some weekdays (0 is Monday), in the centre's own time."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time


class Limits(msgspec.Struct, frozen=True):
    """The ANS limits of a queue, in minutes, valid from a date on (a new limit never rewrites the past)."""

    wait: int
    service: int
    since: date = date.min


class Entity(msgspec.Struct, frozen=True):
    """A public body with a place in the centre. `hours` empty: the centre's own hours hold.

    keep: keys of its table in the centre file that hold whatever the office's catalogue says; the same in what follows.
    """

    id: str
    name: str
    short: str
    does: str
    icon: str
    hours: tuple[Opening, ...] = ()
    keep: tuple[str, ...] = ()


class Queue(msgspec.Struct, frozen=True):
    """Where tickets of one entity wait: owns the two-letter prefix. `demand` is stops on an ordinary day."""

    prefix: str
    entity: str
    name: str
    mean_minutes: float
    limits: tuple[Limits, ...]
    demand: int = 0
    policy: Policy = LEGAL
    last_ticket: LastTicket = LastTicket()
    keep: tuple[str, ...] = ()


class Service(msgspec.Struct, frozen=True):
    """Something a citizen can come for, in one queue. `pay_first` names the service where its fee is paid.

    `limits` empty: those of its queue hold. cap: tickets given at most in each `cap_minutes`, 0 without end.
    document: whether a person's document number is asked for, null where the centre's own rule holds.
    words: by which people look for it too.
    """

    code: str
    queue: str
    name: str
    purpose: Purpose
    short: str = ""
    fee_cents: int = 0
    pay_first: str = ""
    appointment: bool = False
    requirements: tuple[str, ...] = ()
    limits: tuple[Limits, ...] = ()
    cap: int = 0
    cap_minutes: int = 60
    document: AskedFor | None = None
    words: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def is_paid_at(self, service: str) -> bool:
        """Whether a stop for that service is where the fee of this one is paid."""
        return bool(service) and service == self.pay_first != self.code


class Leg(msgspec.Struct, frozen=True):
    """One stop of an itinerary. gap, expires: minutes, as in `PlannedStop`; free: the order of free legs may change."""

    service: str
    gap: int = 0
    expires: int = 0
    free: bool = False


class Itinerary(msgspec.Struct, frozen=True):
    """All the stops of whoever comes for `service`, in order; the fee is left out where it is paid already."""

    id: str
    service: str
    stops: tuple[Leg, ...]


class Calls(msgspec.Struct, frozen=True):
    """How often somebody is called before being absent, and how long they may still come back (0: not by that).

    returns_to: arrival, first or tail: where they stand in the line then.
    """

    before_absent: int = 1
    spacing_seconds: int = 0
    grace_minutes: int = 0
    grace_tickets: int = 0
    returns_to: str = "arrival"


class Visits(msgspec.Struct, frozen=True):
    """Where a ticket stands that was sent on or changed (arrival, first or tail), and what may be undone how long.

    hold_minutes: how long a ticket may be pending before people are told, 0 without end.
    """

    transfer_to: str = "arrival"
    change_to: str = "arrival"
    hold_minutes: int = 0
    undo_seconds: int = 60


class Appointments(msgspec.Struct, frozen=True):
    """From how many minutes before its slot an appointment may be checked in, and until how many after it."""

    early_minutes: int = 30
    late_minutes: int = 15


class Counter(msgspec.Struct, frozen=True):
    """A module of the hall. `services` narrows what it serves of its queues; empty means all of them.

    lunch: from and until when it is left for lunch, where nobody takes over. way: how to get there, as said aloud.
    """

    number: int
    queues: tuple[str, ...]
    services: tuple[str, ...] = ()
    zone: str = "1"
    lunch: tuple[time, time] | None = None
    way: str = ""


class Advisor(msgspec.Struct, frozen=True):
    """A person who works here: the log knows only `id`; `name` is what screens show ("" where it is kept apart).

    `skills`: languages spoken, `lsp` for sign language; codes of services and prefixes of queues, which limit what this
    person is given to those (none of them: no limit). `hours`: of work; none: those of the entities of the counter
    where this person signs in. `lunch`: from and until; None: that of the counter.
    """

    id: str
    name: str
    role: Role = Role.ADVISOR
    skills: tuple[str, ...] = ()
    hours: tuple[Opening, ...] = ()
    lunch: tuple[time, time] | None = None


class Printer(msgspec.Struct, frozen=True):
    """Where slips go: a URL (tcp://host:9100, usb:04b8:0e15, serial:/dev/ttyUSB0, cups:NAME, file:DIR)."""

    url: str = ""
    dots: int = 576
    profile: str = "default"


class Board(msgspec.Struct, frozen=True):
    """The hall board: how far people sit from it, how large it is, and its one notice."""

    distance_m: float = 10.0
    panel_inches: float = 55.0
    notice: str = ""
    voice: bool = True


class Kiosk(msgspec.Struct, frozen=True):
    """The kiosks' panels, as the installer measured them: sizes that are laid down in millimetres follow.

    long_wait: from how many minutes of expected wait on people are asked whether they want the number; 0: never.
    """

    panel_inches: float = 21.5
    distance_m: float = 0.6
    long_wait: int = 45


class Office(msgspec.Struct, frozen=True):
    """Where attention records go; an empty `url` means that this centre sends none.

    without: codes of services of the office's catalogue that this centre does not have.
    """

    url: str = ""
    without: tuple[str, ...] = ()


class Phone(msgspec.Struct, frozen=True):
    """The page that a slip's code opens: its address in the network `wifi`. Without both no slip names it."""

    url: str = ""
    wifi: str = ""

    def page_of(self, token: str) -> str:
        """What the code of a slip says: the address of its page, or the token alone where there is no page."""
        return f"{self.url.rstrip('/')}/t/{token}" if self.url and token else token


class SpareNumbers(msgspec.Struct, frozen=True):
    """How many numbers a kiosk gives by itself while the hub is away, and for how many hours after it last saw it."""

    most: int = 300
    hours: int = 24


class Copies(msgspec.Struct, frozen=True):
    """Where the log is shipped to and copies are carried, "" for nowhere; how many are kept; when the disk is low."""

    place: str = ""
    keep: int = 14
    low_space_mb: int = 500


class Catalogue(msgspec.Struct, frozen=True, dict=True):
    """The whole of a centre, as its centre file tells it."""

    id: str
    name: str
    zone: str
    hours: tuple[Opening, ...]
    entities: tuple[Entity, ...]
    queues: tuple[Queue, ...]
    services: tuple[Service, ...]
    counters: tuple[Counter, ...]
    advisors: tuple[Advisor, ...]
    languages: tuple[str, ...] = ("es",)
    motto: str = ""
    printer: Printer = Printer()
    kiosk: Kiosk = Kiosk()
    slip: SlipDesign = SlipDesign()
    board: Board = Board()
    office: Office = Office()
    phone: Phone = Phone()
    itineraries: tuple[Itinerary, ...] = ()
    calls: Calls = Calls()
    visits: Visits = Visits()
    appointments: Appointments = Appointments()
    language_minutes: int = 10
    """For how long a ticket is kept for an advisor who speaks its language, where one attends."""
    lock_minutes: int = 5
    """After how long without anybody a screen asks for the PIN again; 0: never."""
    document: AskedFor = AskedFor()
    personal: Personal = Personal()
    spare_numbers: SpareNumbers = SpareNumbers()
    copies: Copies = Copies()
    voice: Voice = Voice()
    translations: tuple[Translation, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of the catalogue without names, in hex: what `DayOpened` carries."""
        return hashlib.sha256(msgspec.json.encode(self.without_names())).hexdigest()

    @cached_property
    def timezone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @cached_property
    def entity(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def queue(self) -> dict[str, Queue]:
        return {queue.prefix: queue for queue in self.queues}

    @cached_property
    def service(self) -> dict[str, Service]:
        return {service.code: service for service in self.services}

    @cached_property
    def counter(self) -> dict[int, Counter]:
        return {counter.number: counter for counter in self.counters}

    @cached_property
    def advisor(self) -> dict[str, Advisor]:
        return {advisor.id: advisor for advisor in self.advisors}

    @cached_property
    def itinerary(self) -> dict[str, Itinerary]:
        """By the service that people come for."""
        return {itinerary.service: itinerary for itinerary in self.itineraries}

    @cached_property
    def services_of(self) -> dict[str, tuple[Service, ...]]:
        """Services by queue prefix, in the order of the file."""
        return {q.prefix: tuple(s for s in self.services if s.queue == q.prefix) for q in self.queues}

    @cached_property
    def counters_of(self) -> dict[str, tuple[Counter, ...]]:
        """Counters by queue prefix."""
        return {q.prefix: tuple(c for c in self.counters if q.prefix in c.queues) for q in self.queues}

    @cached_property
    def names(self) -> dict[str, str]:
        """Who works here, by id."""
        return {advisor.id: advisor.name for advisor in self.advisors}

    @cached_property
    def made(self) -> dict[Any, Any]:
        """What others derive from this catalogue and keep with it."""
        return {}

    def made_on(self, day: date) -> dict[Any, Any]:
        """The same for one day, until another day is asked for: a hub lives for months."""
        if day not in self._made_on:
            self._made_on.clear()
            self._made_on[day] = {}
        return self._made_on[day]

    @cached_property
    def _made_on(self) -> dict[date, dict[Any, Any]]:
        return {}

    @cached_property
    def policies(self) -> str:
        """The policies in force, in a line: `legal`, or `legal; PJ: ratio 3:1`."""
        own = [f"{queue.prefix}: {queue.policy.text}" for queue in self.queues if queue.policy.text != LEGAL.text]
        return "; ".join([LEGAL.text, *own])

    def without_names(self) -> Catalogue:
        """The same with nobody's name in it: what goes into the log, which is for ever."""
        return self.with_names(dict.fromkeys(self.advisor, ""))

    def with_names(self, names: Mapping[str, str]) -> Catalogue:
        """The same with the names of the people given; who is not among them keeps the one here."""
        people = tuple(replace(advisor, name=names.get(advisor.id, advisor.name)) for advisor in self.advisors)
        return replace(self, advisors=people)

    def serves(self, counter: int, queue: str, service: str, advisor: str = "") -> bool:
        """Whether a stop of this queue and service ("" where only the queue is known) can be served there.

        With `advisor`, by that person.
        """
        at = self.counter[counter]
        if queue not in at.queues or (at.services and service and service not in at.services):
            return False
        return not advisor or self.skilled(advisor, queue, service)

    def skilled(self, advisor: str, queue: str, service: str) -> bool:
        """Whether the skills of an advisor allow this service ("" where only the queue is known)."""
        skills = self.skills_for.get(advisor)
        if skills is None or queue in skills or service in skills:
            return True
        return not service and any(self.service[skill].queue == queue for skill in skills if skill in self.service)

    @cached_property
    def skills_for(self) -> dict[str, frozenset[str] | None]:
        """Prefixes and codes to which the skills of each person limit it; None for no limit."""
        known = self.queue.keys() | self.service.keys()
        return {advisor.id: frozenset(known & set(advisor.skills)) or None for advisor in self.advisors}

    def asked_for(self, service: str) -> AskedFor:
        """Whether a service asks for the number of a document, and why."""
        known = self.service.get(service)
        return (known.document if known else None) or self.document

    def hours_of(self, entity: str) -> tuple[Opening, ...]:
        return self.entity[entity].hours or self.hours

    def openings(self, entity: str, day: date) -> list[tuple[datetime, datetime]]:
        """The spans of a day in which an entity attends, aware, in order."""
        return spans(self.hours_of(entity), day, self.timezone)

    def is_open(self, entity: str, at: datetime) -> bool:
        """Whether an entity attends at this moment."""
        day = at.astimezone(self.timezone).date()
        return any(opens <= at < closes for opens, closes in self.openings(entity, day))

    def next_opening(self, entity: str, at: datetime) -> datetime | None:
        """When the entity attends next today, or None when it does no more today."""
        day = at.astimezone(self.timezone).date()
        return next((opens for opens, _ in self.openings(entity, day) if opens > at), None)

    def day_span(self, day: date) -> tuple[datetime, datetime] | None:
        """First opening and last closing of any entity on that day, or None on a day without attention."""
        all_spans = [span for entity in self.entities for span in self.openings(entity.id, day)]
        if not all_spans:
            return None
        return min(opens for opens, _ in all_spans), max(closes for _, closes in all_spans)

    def limits_of(self, queue: str, day: date, service: str = "") -> Limits:
        """The ANS limits in force on that day for a queue, or for a service of it that may have its own."""
        own = self.service[service].limits if service else ()
        written = own or self.queue[queue].limits
        valid = [limits for limits in written if limits.since <= day]
        return max(valid or written[:1], key=lambda limits: limits.since)


def spans(openings: tuple[Opening, ...], day: date, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    """Opening spans of one calendar day as aware datetimes, in order."""
    return sorted(
        (datetime.combine(day, o.opens, zone), datetime.combine(day, o.closes, zone))
        for o in openings
        if day.weekday() in o.weekdays
    )
