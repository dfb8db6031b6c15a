"""One person has one open ticket for a service."""

from __future__ import annotations

from shared.domain import commands as c, events as e
from shared.domain.refusals import Code
from tests.fakes.scene import Scene

ME, YOU = "k1", "k2"


def test_a_second_ticket_for_the_same_service_is_refused_with_the_number_of_the_first(scene: Scene) -> None:
    scene.order(c.IssueTicket("PJ01", person=ME))
    refused = (Code.TICKET_OPEN, {"service": "PJ01", "number": "PJ 001"})
    assert scene.refusal(c.IssueTicket("PJ01", person=ME)) == refused
    assert scene.refusal(c.IssueTicket("PJ01", pay_first=True, person=ME)) == refused


def test_another_person_another_service_and_nobody_known_are_free(scene: Scene) -> None:
    scene.order(c.IssueTicket("PJ01", person=ME))
    for order in (c.IssueTicket("PJ01", person=YOU), c.IssueTicket("PJ02", person=ME)):
        assert scene.refusal(order) is None
    assert scene.refusal(c.IssueTicket("PJ01")) is None
    assert scene.refusal(c.IssueTicket("PJ01")) is None


def test_whose_ticket_has_ended_may_have_another(scene: Scene) -> None:
    scene.open(20)
    scene.order(c.IssueTicket("PJ01", person=ME))
    scene.serve(20)
    assert scene.refusal(c.IssueTicket("PJ01", person=ME)) is not None  # at the counter it is still open
    scene.finish(20)
    assert scene.refusal(c.IssueTicket("PJ01", person=ME)) is None


def test_a_change_of_service_does_not_go_round_the_rule(scene: Scene) -> None:
    scene.order(c.IssueTicket("PJ01", person=ME))
    scene.order(c.IssueTicket("PJ02", person=ME))
    second = next(reversed(scene.day.tickets))
    assert scene.refusal(c.ChangeService("PJ01", ticket=second)) == (
        Code.TICKET_OPEN,
        {"service": "PJ01", "number": "PJ 001"},
    )


def test_the_code_of_an_appointment_is_a_person_as_long_as_its_ticket_is_open(scene: Scene) -> None:
    slot = scene.at
    scene.order(c.LoadAppointments((e.Appointment("C1", "PJ01", (slot,)),)))
    scene.open(20)
    scene.order(c.CheckIn("C1"))
    used = (Code.APPOINTMENT_USED, {"appointment": "C1", "number": "PJ 001"})
    assert scene.refusal(c.CheckIn("c1 ")) == used  # however it is typed
    scene.serve(20)
    assert scene.refusal(c.CheckIn("C1")) == used
    scene.finish(20)
    assert scene.refusal(c.CheckIn("C1")) == used  # it has been used
