"""Appointments: when they may be checked in, what the ticket carries, and who came too late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain import commands as c, events as e
from shared.domain.appointment_file import AppointmentFileError, read_appointments
from shared.domain.refusals import Code
from tests.fakes.scene import NINE, Scene, folded, picture
from tests.fakes.small_centre import VISITS

SERVICES = {"MT01", "PJ01"}
ZONE = VISITS.timezone


@pytest.fixture
def small() -> Scene:
    scene = Scene(VISITS)
    scene.open(2, 4)
    return scene


def known(scene: Scene, *minutes: int, code: str = "C1234", instead: bool = False) -> None:
    slots = tuple(NINE + timedelta(minutes=after) for after in minutes)
    scene.order(c.LoadAppointments((e.Appointment(code, "PJ01", slots),), instead))


def issued(scene: Scene, code: str = "C1234") -> e.TicketIssued:
    (event,) = scene.order(c.CheckIn(code, pay_first=False))
    assert isinstance(event, e.TicketIssued)
    return event


@pytest.mark.parametrize("after", [-15, 0, 30])
def test_in_its_window_an_appointment_dates_the_ticket(small: Scene, after: int) -> None:
    known(small, after)
    event = issued(small)
    assert (event.slot, event.late, event.appointment) == (NINE + timedelta(minutes=after), None, "C1234")
    assert small.ticket(event.ticket).stop.slot == event.slot


def test_who_comes_too_late_stands_in_the_ordinary_line_and_is_told_why(small: Scene) -> None:
    known(small, -16)
    event = issued(small)
    assert (event.slot, event.late) == (None, NINE - timedelta(minutes=16))
    assert small.waiting("PJ") == [event.ticket]


def test_after_a_rescheduling_both_slots_are_valid(small: Scene) -> None:
    known(small, 0)
    known(small, 240)
    assert issued(small).slot == NINE
    small.cancel(next(iter(small.day.tickets)))
    small.pass_(minutes=230)
    assert issued(small).slot == NINE + timedelta(minutes=240)


def test_of_a_missed_slot_and_one_to_come_the_one_to_come_holds(small: Scene) -> None:
    known(small, -60, 120)
    refused = small.refusal(c.CheckIn("C1234", pay_first=False))
    assert refused is not None
    assert refused[0] is Code.APPOINTMENT_TOO_EARLY


def test_slots_are_replaced_where_that_is_asked(small: Scene) -> None:
    known(small, 0)
    known(small, 240, instead=True)
    refused = small.refusal(c.CheckIn("C1234", pay_first=False))
    assert refused is not None
    assert refused[0] is Code.APPOINTMENT_TOO_EARLY


def test_what_is_known_already_is_no_event(small: Scene) -> None:
    known(small, 0)
    events = len(small.log)
    known(small, 0)
    assert len(small.log) == events


def test_a_cap_does_not_keep_out_who_has_an_appointment(small: Scene) -> None:
    for _ in range(5):
        small.issue("PJ01")
    known(small, 0)
    assert issued(small).number == 6


def test_appointments_live_in_the_log_alone(small: Scene) -> None:
    known(small, 0)
    issued(small)
    assert picture(folded(small.log)) == picture(small.hall)


def read(text: str) -> list[e.Appointment]:
    return read_appointments(text, "citas.csv", ZONE, SERVICES)


def test_a_file_gives_each_code_its_slots() -> None:
    rows = ("MT01,a-1,2026-11-27 10:30", "", "MT01,A-1,2026-11-23T10:30", "PJ01,48213377,2026-11-23 09:00")
    text = "\n".join(("\ufeffservice,code,slot", *rows))
    assert read(text) == [
        e.Appointment(
            "A-1",
            "MT01",
            (datetime(2026, 11, 23, 15, 30, tzinfo=UTC), datetime(2026, 11, 27, 15, 30, tzinfo=UTC)),
        ),
        e.Appointment("48213377", "PJ01", (datetime(2026, 11, 23, 14, 0, tzinfo=UTC),)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "citas.csv, line 1: expected the columns code,service,slot and no others"),
        ("code,service,slot,name\n", "citas.csv, line 1: expected the columns code,service,slot and no others"),
        ("code,service,slot\nx,MT01,2026-11-23 10:30\n", "line 2: expected a code of 3 to 20 letters, digits or"),
        ("code,service,slot\nA-1,XX01,2026-11-23 10:30\n", "line 2: there is no service 'XX01'"),
        ("code,service,slot\nA-1,MT01,23/11/2026\n", "expected a slot such as '2026-11-23 10:30', found '23/11/2026'"),
        ("code,service,slot\nA-1,MT01,2026-13-23 10:30\n", "expected a slot such as"),
        ("code,service,slot\nA-1,MT01,2026-11-23 10:30\nA-1,PJ01,2026-11-23 10:30\n", "'A-1' is for MT01 above"),
        ("code,service,slot\nA-1,MT01\n", "expected a slot such as '2026-11-23 10:30', found ''"),
    ],
)
def test_a_file_with_a_mistake_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(AppointmentFileError) as wrong:
        read(text)
    assert said in str(wrong.value)


def test_where_a_fee_is_paid_first_it_has_to_be_asked(small: Scene) -> None:
    known(small, 0)
    assert small.refusal(c.CheckIn("C1234")) == (Code.FEE_NOT_ASKED, {"appointment": "C1234", "service": "PJ01"})
    small.order(c.CheckIn("C1234", pay_first=True))
    ticket = next(reversed(small.day.tickets))
    assert small.queues(ticket) == ["BN", "PJ"]
    assert small.ticket(ticket).goal.slot == NINE


def test_where_there_is_nothing_to_pay_nobody_is_asked(small: Scene) -> None:
    small.order(c.LoadAppointments((e.Appointment("C2", "PJ02", (NINE,)),)))
    assert small.refusal(c.CheckIn("C2")) is None


def test_the_code_of_an_appointment_has_one_open_ticket_and_none_after_it_was_attended(small: Scene) -> None:
    small.order(c.LoadAppointments((e.Appointment("C2", "PJ02", (NINE,)),)))
    small.order(c.CheckIn("C2"))
    used = (Code.APPOINTMENT_USED, {"appointment": "C2", "number": "PJ 001"})
    assert small.refusal(c.CheckIn(" c2")) == used  # however it is typed
    small.serve(2)
    assert small.refusal(c.CheckIn("C2")) == used
    small.finish(2)
    assert small.refusal(c.CheckIn("C2")) == used
    assert len(small.day.tickets) == 1
