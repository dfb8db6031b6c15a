"""A centre small enough to be crowded: three entities, six counters, every way in which a counter may be narrowed."""

from __future__ import annotations

from datetime import date, time

from shared.domain.catalogue import (
    Advisor,
    Board,
    Catalogue,
    Counter,
    Entity,
    Limits,
    Office,
    Opening,
    Printer,
    Purpose,
    Queue,
    Role,
    Service,
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
