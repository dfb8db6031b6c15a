"""A centre small enough to be crowded: three entities, six counters, every way in which a counter may be narrowed."""

from __future__ import annotations

from datetime import date, time

from msgspec.structs import replace

from shared.domain.catalogue import (
    Advisor,
    Board,
    Calls,
    Catalogue,
    Counter,
    Entity,
    Itinerary,
    Leg,
    Limits,
    Office,
    Opening,
    Printer,
    Purpose,
    Queue,
    Role,
    Service,
    Visits,
)

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)

SMALL = Catalogue(
    id="prueba",
    name="Centro de prueba",
    zone="America/Lima",
    hours=(Opening(EVERY_DAY, time(8), time(20)),),
    entities=(
        Entity("bn", "Banco de la Nación", "Banco", "Tasas", "building-bank"),
        Entity("pj", "Poder Judicial", "Poder Judicial", "Antecedentes", "certificate"),
        Entity("mt", "Migraciones", "Migraciones", "Pasaportes", "plane", (Opening(EVERY_DAY, time(7), time(21)),)),
    ),
    queues=(
        Queue("BN", "bn", "Banco de la Nación", 3.0, (Limits(15, 6),), 600),
        Queue("PJ", "pj", "Poder Judicial", 4.0, (Limits(20, 8), Limits(15, 8, date(2027, 1, 1))), 200),
        Queue("MT", "mt", "Migraciones", 6.0, (Limits(20, 12),), 100),
    ),
    services=(
        Service("BN01", "BN", "Pago de tasas", Purpose.PROCEDURE),
        Service("PJ01", "PJ", "Antecedentes penales", Purpose.PROCEDURE, "Antecedentes", 5280, "BN01"),
        Service("PJ02", "PJ", "Orientación", Purpose.GUIDANCE, requirements=("Su DNI",)),
        Service("MT01", "MT", "Pasaporte", Purpose.PROCEDURE, "", 9860, "BN01", appointment=True),
    ),
    counters=(
        Counter(1, ("BN",)),
        Counter(2, ("BN", "PJ")),
        Counter(3, ("PJ",), ("PJ02",)),
        Counter(4, ("PJ", "MT")),
        Counter(5, ("MT",), (), "2"),
        Counter(6, ("BN", "PJ", "MT"), ("BN01", "MT01"), "2"),
    ),
    advisors=(
        Advisor("a001", "Rosa Quispe"),
        Advisor("a002", "Julio Puma", skills=("qu",)),
        Advisor("a003", "Elena Mamani"),
        Advisor("a004", "Luis Condori"),
        Advisor("a005", "Carmen Flores", Role.ORIENTATOR),
        Advisor("a006", "Víctor Huanca", Role.SUPERVISOR),
    ),
    languages=("es", "qu"),
    motto="Mejor Atención al Ciudadano",
    printer=Printer("file:slips", 384, "TM-T20II"),
    board=Board(12.0, 65.0, "Atención preferente en todos los módulos", voice=False),
    office=Office("http://127.0.0.1:8181"),
)

VISITS = replace(
    SMALL,
    itineraries=(
        Itinerary("pasaporte", "MT01", (Leg("BN01"), Leg("MT01"), Leg("PJ02", gap=20, expires=30))),
        Itinerary("varios", "PJ02", (Leg("PJ02", free=True), Leg("MT01", free=True))),
    ),
    services=tuple(replace(s, cap=5, cap_minutes=30) if s.code == "PJ01" else s for s in SMALL.services),
    calls=Calls(before_absent=2, spacing_seconds=30, grace_minutes=10, grace_tickets=1, returns_to="first"),
    visits=Visits(transfer_to="tail", change_to="tail", hold_minutes=15, undo_seconds=90),
)
"""The same with visits of several stops and every rule of coming back switched on."""
