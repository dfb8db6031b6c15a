"""Every rule that can say no: once, with exactly the parameters that its code promises."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e, refusals
from shared.domain.catalogue import Calls, Catalogue, Service, Visits
from shared.domain.ending import Override
from shared.domain.personal import AskedFor, Asking, DocumentKind, PersonDocument
from shared.domain.refusals import Code, Refusal
from shared.domain.spare import LETTERS
from tests.fakes.scene import NINE, Scene

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
FIRST = 2026112300001


def stopped(scene: Scene) -> None:
    scene.issue("PJ01")
    scene.order(c.SetLastTicket("PJ", Override.STOPPED))


BY_THE_HUB = {
    Code.UNKNOWN_COMMAND,
    Code.UNKNOWN_ZONE,
    Code.NOT_ALLOWED,
    Code.REQUEST_REUSED,
    Code.DISK_FULL,
    Code.NOT_UNDERSTOOD,
    Code.SPARE_GIVEN,
    Code.NOT_THE_LETTER,
    Code.ALREADY_HAS_TICKET,  # the hub alone knows whose a ticket is: test_giving_document.py
    *(Code.NOT_SIGNED_IN, Code.NOT_YOUR_PLACE, Code.SIGN_IN_BUSY),
    *(Code.WRONG_PIN, Code.PIN_LOCKED, Code.PIN_NOT_SET, Code.PIN_WEAK, Code.PIN_MUST_CHANGE),
}


def nobody(_scene: Scene) -> None:
    """The day is open, and that is all."""


def every_letter_given(scene: Scene) -> None:
    for letter in LETTERS:
        scene.order(c.TakeLetter(device=f"kiosk-{letter}"))


def attended(scene: Scene) -> None:
    scene.open(20)


def waiting(scene: Scene) -> None:
    attended(scene)
    scene.issue("PJ01")


def called(scene: Scene) -> None:
    waiting(scene)
    scene.call(20)


def serving(scene: Scene) -> None:
    called(scene)
    scene.start(20)


def paused(scene: Scene) -> None:
    attended(scene)
    scene.pause(20)


def waiting_for_another(scene: Scene) -> None:
    scene.open(1)
    scene.issue("PJ01")


def waiting_for_sign_language(scene: Scene) -> None:
    scene.open(20)
    scene.order(c.OpenCounter(21, "a052"))
    scene.issue("PJ01", sign=True)


def suspended(scene: Scene) -> None:
    scene.order(c.SuspendService("PJ01"))


def in_the_evening(scene: Scene) -> None:
    scene.pass_(hours=10)


def last_number_given(scene: Scene) -> None:
    scene.day.last_number["PJ"] = 9999


def without_counters(scene: Scene) -> c.ChangeCatalogue:
    return c.ChangeCatalogue(replace(scene.catalogue, counters=()))


def asking_for_documents(scene: Scene) -> None:
    asked = AskedFor(Asking.REQUIRED, "Para su trámite", "Ley 1")
    scene.happen(e.CatalogueChanged(replace(scene.catalogue, document=asked)))


def full(scene: Scene) -> None:
    scene.happen(e.CatalogueChanged(replace(scene.catalogue, services=capped(scene.catalogue))))
    scene.issue("PJ01")


def capped(catalogue: Catalogue) -> tuple[Service, ...]:
    return tuple(replace(s, cap=1) if s.code == "PJ01" else s for s in catalogue.services)


def called_by_the_rules_of(calls: Calls) -> Callable[[Scene], None]:
    def before(scene: Scene) -> None:
        scene.happen(e.CatalogueChanged(replace(scene.catalogue, calls=calls)))
        called(scene)

    return before


def absent_too_long(scene: Scene) -> None:
    called_by_the_rules_of(Calls(grace_minutes=5))(scene)
    scene.absent(20)
    scene.pass_(minutes=6)


def called_long_ago(scene: Scene) -> None:
    scene.happen(e.CatalogueChanged(replace(scene.catalogue, visits=Visits(undo_seconds=60))))
    called(scene)
    scene.pass_(minutes=2)


def with_appointment(*slots: str) -> Callable[[Scene], None]:
    """One, for PJ01, with slots of local time."""

    def before(scene: Scene) -> None:
        at = tuple(datetime.fromisoformat(slot).replace(tzinfo=scene.catalogue.timezone) for slot in slots)
        scene.order(c.LoadAppointments((e.Appointment("C1234", "PJ01", at),)))

    return before


def checked_in(scene: Scene) -> None:
    with_appointment("2026-11-23T09:00")(scene)
    scene.order(c.CheckIn("C1234", pay_first=False))


def interrupted(scene: Scene) -> None:
    scene.order(c.BeginInterruption("system", entity="pj"))


def interrupted_before(scene: Scene) -> None:
    interrupted(scene)
    scene.pass_(minutes=5)
    scene.order(c.EndInterruption(1))


CASES: dict[Code, tuple[Callable[[Scene], object], c.Command | Callable[[Scene], c.Command], dict[str, object]]] = {
    Code.DAY_NOT_OPEN: (Scene.close_day, c.IssueTicket("PJ01"), {}),
    Code.DAY_ALREADY_OPEN: (nobody, c.OpenDay(MONDAY), {"day": "2026-11-23"}),
    Code.DAY_BEFORE_LAST: (Scene.close_day, c.OpenDay(MONDAY), {"day": "2026-11-23", "last": "2026-11-23"}),
    Code.DAY_NOT_TODAY: (Scene.close_day, c.OpenDay(TUESDAY), {"day": "2026-11-24", "today": "2026-11-23"}),
    Code.UNKNOWN_SERVICE: (nobody, c.IssueTicket("XX01"), {"service": "XX01"}),
    Code.UNKNOWN_LANGUAGE: (nobody, c.IssueTicket("PJ01", language="xx"), {"language": "xx"}),
    Code.UNKNOWN_DEVICE: (nobody, c.RevokeDevice("kiosk-9"), {"device": "kiosk-9"}),
    Code.UNKNOWN_QUEUE: (nobody, c.IssueTicket(queue="XX"), {"queue": "XX"}),
    Code.UNKNOWN_ENTITY: (nobody, c.BeginInterruption("system", entity="xx"), {"entity": "xx"}),
    Code.UNKNOWN_INTERRUPTION: (nobody, c.EndInterruption(1), {"interruption": 1}),
    Code.ALREADY_INTERRUPTED: (interrupted, c.BeginInterruption("power", entity="pj"), {"interruption": 1}),
    Code.INTERRUPTION_OVER: (interrupted_before, c.EndInterruption(1), {"interruption": 1}),
    Code.INTERRUPTION_TIMES: (
        nobody,
        c.NoteInterruption("power", NINE - timedelta(hours=1), NINE + timedelta(hours=1)),
        {"since": "2026-11-23T13:00:00+00:00", "until": "2026-11-23T15:00:00+00:00"},
    ),
    Code.UNKNOWN_COUNTER: (nobody, c.CallNext(99), {"counter": 99}),
    Code.UNKNOWN_ADVISOR: (nobody, c.OpenCounter(20, "a999"), {"advisor": "a999"}),
    Code.UNKNOWN_TICKET: (nobody, c.CancelTicket(7), {"ticket": 7}),
    Code.UNKNOWN_REASON: (serving, c.HoldTicket(20, "rain"), {"reason": "rain"}),
    Code.ENTITY_CLOSED: (in_the_evening, c.IssueTicket("PJ01"), {"entity": "pj", "opens_at": ""}),
    Code.SERVICE_SUSPENDED: (suspended, c.IssueTicket("PJ01"), {"service": "PJ01"}),
    Code.NUMBERS_EXHAUSTED: (last_number_given, c.IssueTicket("PJ01"), {"prefix": "PJ"}),
    Code.NOTHING_TO_PAY: (nobody, c.IssueTicket("PJ02", pay_first=True), {"service": "PJ02"}),
    Code.COUNTER_NOT_OPEN: (nobody, c.CallNext(20), {"counter": 20}),
    Code.COUNTER_PAUSED: (paused, c.CallNext(20), {"counter": 20}),
    Code.COUNTER_TAKEN: (attended, c.OpenCounter(20, "a021"), {"counter": 20, "advisor": "a020"}),
    Code.ADVISOR_ELSEWHERE: (attended, c.OpenCounter(21, "a020"), {"advisor": "a020", "counter": 20}),
    Code.COUNTER_BUSY: (called, c.CloseCounter(20), {"counter": 20, "ticket": FIRST}),
    Code.NO_TICKET_HERE: (attended, c.Recall(20), {"counter": 20}),
    Code.NOBODY_WAITING: (attended, c.CallNext(20), {"counter": 20}),
    Code.WAITS_FOR_LANGUAGE: (
        waiting_for_sign_language,
        c.CallNext(20),
        {"ticket": FIRST, "language": "lsp", "minutes": 10},
    ),
    Code.NOT_WAITING: (called, c.CancelTicket(FIRST), {"ticket": FIRST, "state": "called"}),
    Code.NOT_HELD: (waiting, c.ResumeTicket(20, FIRST), {"ticket": FIRST, "state": "waiting"}),
    Code.NOT_AT_A_COUNTER: (waiting, c.ReleaseTicket(FIRST), {"ticket": FIRST, "state": "waiting"}),
    Code.NOT_SERVED_HERE: (
        waiting_for_another,
        c.CallTicket(1, FIRST),
        {"ticket": FIRST, "counter": 1},
    ),
    Code.NOT_STARTED: (called, c.FinishAttention(20), {"ticket": FIRST}),
    Code.ALREADY_STARTED: (serving, c.MarkAbsent(20), {"ticket": FIRST}),
    Code.SAME_QUEUE: (serving, c.TransferTicket(20, "PJ"), {"queue": "PJ"}),
    Code.NOT_OF_QUEUE: (serving, c.TransferTicket(20, "BN", "MT01"), {"service": "MT01", "queue": "BN"}),
    Code.LAST_TICKET_GIVEN: (
        stopped,
        c.IssueTicket("PJ01"),
        {"queue": "PJ", "entity": "pj", "last": "2026-11-23T14:00:00+00:00", "again": "2026-11-24T08:30:00-05:00"},
    ),
    Code.SERVICE_FULL: (
        full,
        c.IssueTicket("PJ01"),
        {"service": "PJ01", "cap": 1, "from_at": "2026-11-23T10:00:00-05:00"},
    ),
    Code.TOO_FEW_CALLS: (
        called_by_the_rules_of(Calls(before_absent=2)),
        c.MarkAbsent(20),
        {"ticket": FIRST, "calls": 1, "needed": 2, "seconds": 0},
    ),
    Code.CALLED_JUST_NOW: (
        called_by_the_rules_of(Calls(spacing_seconds=30)),
        c.Recall(20),
        {"ticket": FIRST, "seconds": 30},
    ),
    Code.NOT_ABSENT: (waiting, c.ReturnTicket(FIRST), {"ticket": FIRST, "state": "waiting"}),
    Code.GRACE_OVER: (absent_too_long, c.ReturnTicket(FIRST), {"ticket": FIRST}),
    Code.NOTHING_TO_UNDO: (attended, c.Undo(20), {"counter": 20}),
    Code.TOO_LATE_TO_UNDO: (called_long_ago, c.Undo(20), {"counter": 20, "seconds": 60}),
    Code.TOO_MANY_STOPS: (serving, c.PlanStops(20, (e.PlannedStop("BN"),) * 7), {"most": 6}),
    Code.NOTE_TOO_LONG: (serving, c.TransferTicket(20, "BN", note="a" * 201), {"most": 200}),
    Code.DOCUMENT_REQUIRED: (asking_for_documents, c.IssueTicket("PJ01"), {"service": "PJ01"}),
    Code.DOCUMENT_NOT_ASKED: (
        nobody,
        c.IssueTicket("PJ01", document=PersonDocument(DocumentKind.DNI, "00000001")),
        {"service": "PJ01"},
    ),
    Code.DOCUMENT_WRONG: (
        asking_for_documents,
        c.IssueTicket("PJ01", document=PersonDocument(DocumentKind.DNI, "1234567")),
        {"kind": "dni"},
    ),
    Code.NO_DOCUMENT: (serving, c.ShowDocument(20), {"ticket": FIRST}),
    Code.NOT_ATTENDED: (waiting, c.CorrectServices("PJ 001", ("PJ01",)), {"number": "PJ 001", "counter": 0}),
    Code.SAME_SERVICE: (waiting, c.ChangeService("PJ01", ticket=FIRST), {"service": "PJ01"}),
    Code.UNKNOWN_CODE: (waiting, c.FindTicket("PJ 002"), {}),
    Code.UNKNOWN_APPOINTMENT: (nobody, c.CheckIn("C1234"), {"appointment": "C1234"}),
    Code.FEE_NOT_ASKED: (
        with_appointment("2026-11-23T09:00"),
        c.CheckIn("C1234"),
        {"appointment": "C1234", "service": "PJ01"},
    ),
    Code.APPOINTMENT_USED: (checked_in, c.CheckIn("C1234"), {"appointment": "C1234", "number": "PJ 001"}),
    Code.APPOINTMENT_OTHER_DAY: (
        with_appointment("2026-11-20T09:00", "2026-11-27T09:00"),
        c.CheckIn("C1234"),
        {"appointment": "C1234", "slot": "2026-11-27T09:00:00-05:00"},
    ),
    Code.APPOINTMENT_TOO_EARLY: (
        with_appointment("2026-11-23T11:00"),
        c.CheckIn("C1234"),
        {
            "appointment": "C1234",
            "slot": "2026-11-23T11:00:00-05:00",
            "from_at": "2026-11-23T10:30:00-05:00",
        },
    ),
    Code.NO_LETTER_LEFT: (every_letter_given, c.TakeLetter(device="kiosk-99"), {}),
    Code.RANGE_NOT_RIGHT: (nobody, c.EnterPaper(9, 3, NINE, NINE, queue="PJ"), {"most": 100}),
    Code.CATALOGUE_IN_USE: (attended, without_counters, {"what": 20}),
}


@pytest.mark.parametrize("code", CASES)
def test_an_order_against_the_rules_is_refused_with_its_code_and_changes_nothing(scene: Scene, code: Code) -> None:
    before, command, params = CASES[code]
    before(scene)
    events = len(scene.log)
    refused = scene.refusal(command(scene) if callable(command) else command)
    assert refused == (code, params)
    assert len(scene.log) == events


def test_every_code_of_the_rules_is_provoked_here() -> None:
    assert set(Code) - set(CASES) == BY_THE_HUB


def test_a_refusal_carries_the_parameters_that_stand_beside_its_code() -> None:
    promised = {
        name: set(re.findall(r"\w+", re.sub(r' or ""', "", params)))
        for name, params in re.findall(r'= "(\w+)"  # \[([^]]*)\]', inspect.getsource(refusals))
    }
    assert {code.value: set(CASES[code][2]) for code in CASES}.items() <= promised.items()


@pytest.mark.parametrize("state", ["paused", "serving"])
def test_any_other_reason_than_those_listed_is_unknown(region_sur: Catalogue, state: str) -> None:
    scene = Scene(region_sur)
    if state == "paused":
        attended(scene)
        assert scene.refusal(c.PauseCounter(20, "form")) == (Code.UNKNOWN_REASON, {"reason": "form"})
    else:
        serving(scene)
        assert scene.refusal(c.HoldTicket(20, "lunch")) == (Code.UNKNOWN_REASON, {"reason": "lunch"})


@pytest.mark.parametrize(
    "command",
    [
        c.OpenCounter(99, "a001"),
        c.PauseCounter(99, "lunch"),
        c.CloseCounter(99),
        c.CallNext(99),
        c.CallTicket(99, FIRST),
        c.Recall(99),
        c.StartAttention(99),
        c.CodeServices(99, ()),
        c.ShowDocument(99),
        c.FinishAttention(99),
        c.MarkAbsent(99),
        c.HoldTicket(99, "form"),
        c.ResumeTicket(99, FIRST),
        c.TransferTicket(99, "BN"),
        c.PlanStops(99, ()),
        c.Undo(99),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_counter_that_does_not_exist_orders_nothing(scene: Scene, command: c.Command) -> None:
    assert scene.refusal(command) == (Code.UNKNOWN_COUNTER, {"counter": 99})


@pytest.mark.parametrize(
    "command",
    [
        c.CallNext(20, finish=True),
        c.Recall(20),
        c.StartAttention(20),
        c.CodeServices(20, ()),
        c.ShowDocument(20),
        c.FinishAttention(20),
        c.MarkAbsent(20),
        c.HoldTicket(20, "form"),
        c.TransferTicket(20, "BN"),
        c.PlanStops(20, ()),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_counter_with_nobody_at_it_has_nobody_to_attend(scene: Scene, command: c.Command) -> None:
    attended(scene)
    assert scene.refusal(command) == (Code.NO_TICKET_HERE, {"counter": 20})


@pytest.mark.parametrize("service", ["XX01", "pj01", " PJ01"])
def test_a_service_is_known_by_its_exact_code(scene: Scene, service: str) -> None:
    unknown = (Code.UNKNOWN_SERVICE, {"service": service})
    for command in (c.IssueTicket(service), c.SuspendService(service), c.RestoreService(service)):
        assert scene.refusal(command) == unknown
    serving(scene)
    assert scene.refusal(c.CodeServices(20, ("PJ01", service))) == unknown


@pytest.mark.parametrize(
    "command",
    [
        c.CancelTicket(7),
        c.ReleaseTicket(7),
        c.CallTicket(20, 7),
        c.ResumeTicket(20, 7),
        c.ReturnTicket(7),
        c.ChangeService("PJ01", ticket=7),
        c.FindTicket(ticket=7),
        c.IssueTicket("PJ01", together_with=7),
    ],
)
def test_a_ticket_of_another_day_is_unknown(scene: Scene, command: c.Command) -> None:
    attended(scene)
    assert scene.refusal(command) == (Code.UNKNOWN_TICKET, {"ticket": 7})


def test_a_refusal_reads_as_its_code_and_parameters() -> None:
    assert str(Refusal(Code.NOBODY_WAITING, counter=20)) == "nobody_waiting {'counter': 20}"
    assert str(Refusal(Code.DAY_NOT_OPEN)) == "day_not_open"
