from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, strategies as st

from shared.domain.catalogue import (
    Advisor,
    Catalogue,
    Counter,
    Entity,
    Limits,
    Opening,
    Purpose,
    Queue,
    Service,
)

LIMA = ZoneInfo("America/Lima")
MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)
SUNDAY = date(2026, 11, 29)
WEEK = (0, 1, 2, 3, 4)

CENTRE = Catalogue(
    id="prueba",
    name="Centro de prueba",
    zone="America/Lima",
    hours=(Opening(WEEK, time(8, 30), time(18)), Opening((5,), time(8, 30), time(13))),
    entities=(
        Entity("bn", "Banco de la Nación", "Banco de la Nación", "", "building-bank"),
        Entity(
            "sunat",
            "SUNAT",
            "SUNAT",
            "",
            "receipt-tax",
            # Written in the other order on purpose: the afternoon first.
            hours=(Opening(WEEK, time(14), time(17)), Opening(WEEK, time(9), time(12))),
        ),
        Entity("migraciones", "Migraciones", "Migraciones", "", "plane", hours=(Opening(WEEK, time(7), time(20, 30)),)),
    ),
    queues=(
        Queue("BN", "bn", "Banco de la Nación", 3.0, (Limits(15, 6),)),
        Queue("ST", "sunat", "SUNAT", 9.0, (Limits(30, 18), Limits(20, 18, since=date(2026, 12, 15)))),
        Queue("MT", "migraciones", "Migraciones", 6.0, (Limits(20, 12, since=date(2026, 6, 1)),)),
    ),
    services=(
        Service("BN01", "BN", "Pago de tasas", Purpose.PROCEDURE),
        Service("ST01", "ST", "Inscripción al RUC", Purpose.PROCEDURE),
        Service("ST04", "ST", "Orientación tributaria", Purpose.GUIDANCE),
        Service("MT01", "MT", "Pasaporte", Purpose.PROCEDURE, pay_first="BN01"),
    ),
    counters=(Counter(1, ("BN", "MT")), Counter(2, ("ST",), services=("ST04",)), Counter(3, ("ST",))),
    advisors=(Advisor("a001", "Rosa Quispe"),),
)


def in_lima(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LIMA)


def test_entity_without_hours_keeps_those_of_the_centre() -> None:
    assert CENTRE.openings("bn", MONDAY) == [(in_lima(MONDAY, 8, 30), in_lima(MONDAY, 18))]
    assert CENTRE.openings("bn", SATURDAY) == [(in_lima(SATURDAY, 8, 30), in_lima(SATURDAY, 13))]
    assert CENTRE.openings("bn", SUNDAY) == []


def test_entity_with_hours_of_its_own_keeps_only_those() -> None:
    assert CENTRE.openings("sunat", SATURDAY) == []
    assert CENTRE.openings("migraciones", MONDAY) == [(in_lima(MONDAY, 7), in_lima(MONDAY, 20, 30))]


def test_openings_come_in_the_order_of_the_day_whatever_the_order_of_the_file() -> None:
    assert [opens.hour for opens, _ in CENTRE.openings("sunat", MONDAY)] == [9, 14]


def test_entity_is_open_from_its_first_minute_to_just_before_its_last() -> None:
    assert not CENTRE.is_open("sunat", in_lima(MONDAY, 8, 59))
    assert CENTRE.is_open("sunat", in_lima(MONDAY, 9))
    assert CENTRE.is_open("sunat", in_lima(MONDAY, 11, 59))
    assert not CENTRE.is_open("sunat", in_lima(MONDAY, 12))
    assert CENTRE.is_open("sunat", in_lima(MONDAY, 14))
    assert not CENTRE.is_open("sunat", in_lima(MONDAY, 17))


@pytest.mark.parametrize("zone", [UTC, LIMA, ZoneInfo("Asia/Tokyo"), ZoneInfo("America/Anchorage")])
def test_moment_told_in_any_zone_is_judged_by_the_day_of_the_centre(zone: ZoneInfo) -> None:
    # 20:15 on a Friday in Lima is already Saturday in UTC and Tokyo.
    evening = in_lima(date(2026, 11, 27), 20, 15).astimezone(zone)
    assert CENTRE.is_open("migraciones", evening)
    assert not CENTRE.is_open("bn", evening)
    assert CENTRE.next_opening("bn", evening) is None


def test_next_opening_is_the_next_span_of_the_same_day() -> None:
    assert CENTRE.next_opening("sunat", in_lima(MONDAY, 7)) == in_lima(MONDAY, 9)
    assert CENTRE.next_opening("sunat", in_lima(MONDAY, 9)) == in_lima(MONDAY, 14)
    assert CENTRE.next_opening("sunat", in_lima(MONDAY, 13)) == in_lima(MONDAY, 14)
    assert CENTRE.next_opening("sunat", in_lima(MONDAY, 14)) is None
    assert CENTRE.next_opening("bn", in_lima(SUNDAY, 8)) is None


def test_day_runs_from_the_first_opening_to_the_last_closing_of_any_entity() -> None:
    assert CENTRE.day_span(MONDAY) == (in_lima(MONDAY, 7), in_lima(MONDAY, 20, 30))
    assert CENTRE.day_span(SATURDAY) == (in_lima(SATURDAY, 8, 30), in_lima(SATURDAY, 13))
    assert CENTRE.day_span(SUNDAY) is None


def test_new_limits_hold_from_their_day_and_leave_the_days_before_alone() -> None:
    assert CENTRE.limits_of("ST", date(2026, 12, 14)).wait == 30
    assert CENTRE.limits_of("ST", date(2026, 12, 15)).wait == 20
    assert CENTRE.limits_of("ST", date(2027, 1, 1)).wait == 20


def test_day_before_the_first_limits_takes_the_first() -> None:
    assert CENTRE.limits_of("MT", date(2026, 1, 1)).wait == 20


def test_limits_written_newest_first_are_chosen_by_date_alike() -> None:
    newest_first = tuple(reversed(CENTRE.queue["ST"].limits))
    other = msgspec.structs.replace(CENTRE, queues=(msgspec.structs.replace(CENTRE.queue["ST"], limits=newest_first),))
    for day in (date.min, date(2026, 12, 14), date(2026, 12, 15)):
        assert other.limits_of("ST", day) == CENTRE.limits_of("ST", day)


def test_narrowed_counter_serves_only_its_services_and_a_stop_of_the_bare_queue() -> None:
    assert CENTRE.serves(2, "ST", "ST04")
    assert CENTRE.serves(2, "ST", "")
    assert not CENTRE.serves(2, "ST", "ST01")
    assert not CENTRE.serves(2, "BN", "")
    assert CENTRE.serves(3, "ST", "ST01")


def test_services_and_counters_are_found_by_queue_in_the_order_of_the_file() -> None:
    assert [service.code for service in CENTRE.services_of["ST"]] == ["ST01", "ST04"]
    assert [counter.number for counter in CENTRE.counters_of["ST"]] == [2, 3]
    assert [counter.number for counter in CENTRE.counters_of["MT"]] == [1]


def test_fingerprint_tells_what_is_in_the_catalogue_and_nothing_else() -> None:
    same = msgspec.json.decode(msgspec.json.encode(CENTRE), type=Catalogue)
    assert same == CENTRE
    assert same.day_span(MONDAY)  # fills what is remembered beside the fields
    assert same.fingerprint == CENTRE.fingerprint
    assert msgspec.structs.replace(CENTRE, motto="Otro").fingerprint != CENTRE.fingerprint


def test_changed_copy_does_not_remember_what_the_first_one_worked_out() -> None:
    assert CENTRE.queue["BN"].name == "Banco de la Nación"
    copy = msgspec.structs.replace(CENTRE, queues=(), zone="Europe/Madrid")
    assert copy.queue == {}
    assert copy.timezone == ZoneInfo("Europe/Madrid")


@given(
    at=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    entity=st.sampled_from(["bn", "sunat", "migraciones"]),
    zone=st.sampled_from(["America/Lima", "Europe/Madrid", "America/New_York"]),
)
def test_open_moments_lie_inside_the_day_and_after_closing_comes_an_opening_or_nothing(
    at: datetime, entity: str, zone: str
) -> None:
    centre = msgspec.structs.replace(CENTRE, zone=zone)
    moment = at.replace(tzinfo=UTC)
    span = centre.day_span(moment.astimezone(centre.timezone).date())
    following = centre.next_opening(entity, moment)
    if centre.is_open(entity, moment):
        assert span is not None
        assert span[0] <= moment < span[1]
    if following is not None:
        assert following > moment
        assert centre.is_open(entity, following)
        assert not centre.is_open(entity, following - timedelta(seconds=1))


def test_what_is_derived_for_a_day_is_not_kept_for_the_next() -> None:
    centre = msgspec.structs.replace(CENTRE)
    centre.made_on(MONDAY)["lunch"] = "of Monday"
    assert centre.made_on(MONDAY) == {"lunch": "of Monday"}
    assert centre.made_on(SATURDAY) == {}
    assert centre.made_on(MONDAY) == {}
