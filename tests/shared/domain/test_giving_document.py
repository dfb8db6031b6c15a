"""A document number: taken only where the centre file says why, once a person and service, seen by one advisor."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.personal import (
    AskedFor,
    Asking,
    DocumentKind,
    Personal,
    PersonDocument,
    well_written,
    without_document,
)
from shared.domain.refusals import Code, Refusal
from tests.fakes.scene import Scene

NUMBER = "00471183"
DNI = PersonDocument(DocumentKind.DNI, NUMBER, "2026-11")


def asking(centre: Catalogue, mode: Asking) -> Catalogue:
    told = Personal("PCM", "RNPDP 1", "Orientación", "2026-11")
    return replace(centre, document=AskedFor(mode, "Para ubicar su expediente", "TUPA 12"), personal=told)


@pytest.fixture
def asked(region_sur: Catalogue) -> Scene:
    return Scene(asking(region_sur, Asking.OPTIONAL))


def events(scene: Scene) -> list[str]:
    return [e.event_type(recorded.event) for recorded in scene.log]


def test_nobody_is_asked_unless_the_centre_file_says_so(region_sur: Catalogue) -> None:
    assert region_sur.document.mode is Asking.OFF
    assert region_sur.asked_for("PJ01").mode is Asking.OFF


def test_who_gives_a_document_and_who_does_not_are_served_the_same(asked: Scene) -> None:
    asked.order(c.IssueTicket("PJ01", document=DNI))
    asked.order(c.IssueTicket("PJ01"))
    first, second = asked.day.tickets.values()
    assert (first.document, second.document) == (True, False)
    given = next(r.event for r in asked.log if isinstance(r.event, e.DocumentGiven))
    assert given == e.DocumentGiven(first.id, "2026-11", "optional", "visit")


def test_the_number_stands_in_no_event(asked: Scene) -> None:
    asked.order(c.IssueTicket("PJ01", document=DNI))
    assert all(NUMBER.encode() not in e.encode_event(recorded.event) for recorded in asked.log)


def test_where_a_rule_obliges_only_a_person_of_the_centre_may_excuse(region_sur: Catalogue) -> None:
    scene = Scene(asking(region_sur, Asking.REQUIRED))
    assert scene.refusal(c.IssueTicket("PJ01")) == (Code.DOCUMENT_REQUIRED, {"service": "PJ01"})
    scene.order(c.IssueTicket("PJ01", excused=True))


def test_a_service_may_ask_where_the_centre_does_not(region_sur: Catalogue) -> None:
    asked = AskedFor(Asking.REQUIRED, "Para su expediente", "TUPA 12")
    services = tuple(replace(s, document=asked) if s.code == "PJ01" else s for s in region_sur.services)
    scene = Scene(replace(region_sur, services=services))
    assert scene.refusal(c.IssueTicket("PJ01"))[0] is Code.DOCUMENT_REQUIRED
    assert scene.refusal(c.IssueTicket("PJ02", document=DNI))[0] is Code.DOCUMENT_NOT_ASKED


@pytest.mark.parametrize(
    ("kind", "number", "well"),
    [
        (DocumentKind.DNI, "00000001", True),
        (DocumentKind.DNI, "1234567", False),
        (DocumentKind.DNI, "123456789", False),
        (DocumentKind.DNI, "1234567A", False),
        (DocumentKind.DNI, "1234567\n", False),
        (DocumentKind.DNI, "١٢٣٤٥٦٧٨", False),
        (DocumentKind.CE, "001234567", True),
        (DocumentKind.CE, "PE1234567890", True),
        (DocumentKind.CE, "12345678", False),
        (DocumentKind.CE, "1234567890123", False),
    ],
)
def test_numbers_are_checked_for_their_form(kind: DocumentKind, number: str, well: bool) -> None:
    assert well_written(PersonDocument(kind, number)) is well


def test_a_person_has_one_open_ticket_for_a_service(asked: Scene) -> None:
    asked.order(c.IssueTicket("PJ01", document=DNI))
    (first,) = asked.day.tickets
    again = c.IssueTicket("PJ01", document=DNI)
    with pytest.raises(Refusal) as no:
        asked.hall.decide(again, asked.at, [first])
    assert (no.value.code, no.value.params) == (Code.ALREADY_HAS_TICKET, {"service": "PJ01"})
    assert asked.hall.decide(again, asked.at, [])
    assert asked.hall.decide(c.IssueTicket("PJ02", document=DNI), asked.at, [first])
    asked.order(c.CancelTicket(first))
    assert asked.hall.decide(again, asked.at, [first])


def test_nobody_changes_into_a_service_for_which_they_have_a_ticket(asked: Scene) -> None:
    for service in ("PJ01", "PJ02"):
        asked.order(c.IssueTicket(service, document=DNI))
    first, second = asked.day.tickets
    change = c.ChangeService("PJ01", ticket=second)
    with pytest.raises(Refusal) as no:
        asked.hall.decide(change, asked.at, [first, second])
    assert (no.value.code, no.value.params) == (Code.ALREADY_HAS_TICKET, {"service": "PJ01"})
    assert asked.hall.decide(change, asked.at, []), "whose document nobody knows"
    asked.order(c.CancelTicket(first))
    assert asked.hall.decide(change, asked.at, [first, second])


def test_a_change_of_mind_frees_the_service_and_takes_the_other(asked: Scene) -> None:
    asked.order(c.IssueTicket("PJ01", document=DNI))
    (first,) = asked.day.tickets
    asked.order(c.ChangeService("BN01", ticket=first))
    assert asked.hall.decide(c.IssueTicket("PJ01", document=DNI), asked.at, [first])
    with pytest.raises(Refusal) as no:
        asked.hall.decide(c.IssueTicket("BN01", document=DNI), asked.at, [first])
    assert no.value.code is Code.ALREADY_HAS_TICKET


def test_nobody_comes_past_a_required_document_by_changing_the_service(region_sur: Catalogue) -> None:
    needed = AskedFor(Asking.REQUIRED, "Para su expediente", "TUPA 12")
    centre = asking(region_sur, Asking.OPTIONAL)
    services = tuple(replace(one, document=needed) if one.code == "PJ02" else one for one in centre.services)
    scene = Scene(replace(centre, services=services))
    plain = scene.issue("PJ01")
    assert scene.refusal(c.ChangeService("PJ02", ticket=plain)) == (Code.DOCUMENT_REQUIRED, {"service": "PJ02"})
    scene.order(c.ChangeService("PJ02", ticket=plain, excused=True))
    scene.order(c.IssueTicket("PJ01", document=DNI))
    scene.order(c.ChangeService("PJ02", ticket=max(scene.day.tickets)))


def test_a_look_is_for_the_attention_in_course_and_is_noted(asked: Scene) -> None:
    asked.open(20)
    asked.order(c.IssueTicket("PJ01", document=DNI))
    asked.call(20)
    assert asked.refusal(c.ShowDocument(20))[0] is Code.NOT_STARTED
    asked.start(20)
    asked.order(c.ShowDocument(20))
    seen = asked.log[-1].event
    assert isinstance(seen, e.DocumentSeen)
    assert (seen.counter, seen.advisor) == (20, "a020")


def test_a_document_shows_itself_in_no_log() -> None:
    order = c.IssueTicket("PJ01", document=DNI)
    assert NUMBER not in f"{order} {DNI!r} {[DNI]}"
    assert without_document(order) == c.IssueTicket("PJ01")
    assert without_document(c.CallNext(20)) == c.CallNext(20)
