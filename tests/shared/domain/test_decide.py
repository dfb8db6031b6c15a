"""Numbers, the way of a visit, hours, suspended services, the day and the catalogue."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Code
from shared.domain.ticket import StopState
from tests.fakes.scene import NINE, Scene
from tests.fakes.small_centre import SMALL

DONE, WAITING, PLANNED = StopState.DONE, StopState.WAITING, StopState.PLANNED
CANCELLED, LEFT, SERVING = StopState.CANCELLED, StopState.LEFT, StopState.SERVING


# numbers


def test_numbers_of_a_prefix_begin_at_one_and_have_no_gaps(scene: Scene) -> None:
    tickets = [scene.issue(service) for service in ("PJ01", "PJ02", "MT02", "PJ03")]
    assert [scene.ticket(ticket).text for ticket in tickets] == ["PJ 001", "PJ 002", "MT 001", "PJ 003"]


def test_numbers_begin_again_with_the_day_and_ids_go_on_growing(scene: Scene) -> None:
    monday = scene.issue("PJ01")
    scene.close_day()
    scene.pass_(days=1)
    scene.open_day()
    tuesday = scene.issue("PJ01")
    assert scene.ticket(tuesday).text == "PJ 001"
    assert tuesday > monday


def test_number_of_a_cancelled_ticket_is_not_given_again(scene: Scene) -> None:
    scene.cancel(scene.issue("PJ01"))
    assert scene.ticket(scene.issue("PJ01")).text == "PJ 002"


def test_numbers_go_up_to_9999_and_no_further(scene: Scene) -> None:
    stops = (e.PlannedStop("PJ", "PJ01"),)
    scene.happen(e.TicketIssued(2026112300001, "PJ", 9998, stops, False, "es", 0, None))
    assert scene.ticket(scene.issue("PJ01")).text == "PJ 9999"
    assert scene.refusal(c.IssueTicket("PJ01")) == (Code.NUMBERS_EXHAUSTED, {"prefix": "PJ"})
    assert scene.ticket(scene.issue("BN01")).text == "BN 001"


def test_where_a_centre_prefers_it_a_number_is_given_for_a_queue(scene: Scene) -> None:
    scene.order(c.IssueTicket(queue="PJ"))
    assert scene.last == e.TicketIssued(
        2026112300001, "PJ", 1, (e.PlannedStop("PJ"),), preferential=False, language="es", ahead=0, wait=None
    )


def test_ticket_says_how_many_are_called_before_it_and_the_wait_that_follows(scene: Scene) -> None:
    scene.open(20, 21)
    for _ in range(4):
        scene.issue("PJ01")
    scene.issue("PJ01", preferential=True)
    issued = scene.last
    assert isinstance(issued, e.TicketIssued)
    assert (issued.ahead, issued.wait) == (0, (0, 5))
    scene.issue("PJ01")
    issued = scene.last
    assert isinstance(issued, e.TicketIssued)
    # Two of the five go to the free counters; four turns come before the sixth, of 4 minutes and 45 seconds to come.
    assert (issued.ahead, issued.wait) == (5, (15, 20))


def test_no_wait_is_promised_while_no_counter_is_open(scene: Scene) -> None:
    scene.issue("PJ01")
    assert isinstance(scene.last, e.TicketIssued)
    assert scene.last.wait is None


def test_wait_counts_only_the_counters_where_this_service_is_attended() -> None:
    scene = Scene(SMALL)
    scene.open(3)  # of PJ only PJ02
    orientation, other = scene.issue("PJ02"), scene.issue("PJ01")
    assert scene.ticket(orientation).stop.promised == (0, 5)
    assert scene.ticket(other).stop.promised is None


# payment first


def test_visit_that_pays_first_has_the_prefix_of_its_goal_and_waits_at_the_bank(scene: Scene) -> None:
    ticket = scene.issue("PJ01", pay_first=True)
    assert scene.ticket(ticket).text == "PJ 001"
    assert scene.states(ticket) == [WAITING, PLANNED]
    assert (scene.waiting("BN"), scene.waiting("PJ")) == ([ticket], [])


def test_next_stop_waits_once_the_payment_is_done_and_keeps_the_arrival(scene: Scene) -> None:
    scene.open(1, 20)
    pays_first = scene.issue("PJ01", pay_first=True)
    scene.pass_(minutes=1)
    has_paid = scene.issue("PJ01")
    scene.serve(1)
    assert scene.waiting("PJ") == [has_paid]
    scene.pass_(minutes=3)
    scene.finish(1)
    assert scene.states(pays_first) == [DONE, WAITING]
    assert scene.waiting("PJ") == [pays_first, has_paid]
    assert scene.call(20) == pays_first


def test_wait_of_the_second_stop_is_counted_from_when_it_could_be_called(scene: Scene) -> None:
    scene.open(1, 20)
    scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    scene.pass_(minutes=5)
    scene.finish(1)
    scene.pass_(minutes=2)
    scene.call(20)
    assert scene.at_counter(20).because.waited == 120


def test_only_a_service_with_a_fee_can_be_paid_first(scene: Scene) -> None:
    assert scene.refusal(c.IssueTicket("PJ02", pay_first=True)) == (Code.NOTHING_TO_PAY, {"service": "PJ02"})


# hours and suspended services


def test_no_number_for_an_entity_before_it_opens(scene: Scene) -> None:
    scene.at = datetime(2026, 11, 23, 13, 29, 59, tzinfo=UTC)
    opens = {"entity": "pj", "opens_at": "2026-11-23T08:30:00-05:00"}
    assert scene.refusal(c.IssueTicket("PJ01")) == (Code.ENTITY_CLOSED, opens)
    scene.pass_(seconds=1)
    assert scene.issue("PJ01")


def test_migraciones_attends_when_the_rest_of_the_centre_has_closed(scene: Scene) -> None:
    scene.at = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)  # Monday, 19:00 in Lima
    assert scene.refusal(c.IssueTicket("PJ01")) == (Code.ENTITY_CLOSED, {"entity": "pj", "opens_at": ""})
    assert scene.ticket(scene.issue("MT01")).text == "MT 001"


def test_visit_that_pays_first_needs_the_bank_open_too(scene: Scene) -> None:
    scene.at = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
    assert scene.refusal(c.IssueTicket("MT01", pay_first=True)) == (
        Code.ENTITY_CLOSED,
        {"entity": "bn", "opens_at": ""},
    )


def test_suspended_service_gives_no_numbers_until_it_is_restored(scene: Scene) -> None:
    before = scene.issue("PJ01")
    scene.order(c.SuspendService("PJ01"))
    assert scene.refusal(c.IssueTicket("PJ01")) == (Code.SERVICE_SUSPENDED, {"service": "PJ01"})
    assert scene.issue("PJ02")
    scene.open(20)
    assert scene.call(20) == before
    scene.order(c.RestoreService("PJ01"))
    assert scene.issue("PJ01")


def test_visit_that_pays_first_needs_the_payment_not_suspended(scene: Scene) -> None:
    scene.order(c.SuspendService("BN01"))
    refused = scene.refusal(c.IssueTicket("PJ01", pay_first=True))
    assert refused == (Code.SERVICE_SUSPENDED, {"service": "BN01"})
    assert scene.issue("PJ01")


def test_suspending_or_restoring_what_is_so_already_changes_nothing(scene: Scene) -> None:
    assert scene.order(c.RestoreService("PJ01")) == []
    assert scene.order(c.SuspendService("PJ01")) == [e.ServiceSuspended("PJ01")]
    assert scene.order(c.SuspendService("PJ01")) == []


def test_service_suspended_today_is_given_again_tomorrow(scene: Scene) -> None:
    scene.order(c.SuspendService("PJ01"))
    scene.close_day()
    scene.pass_(days=1)
    scene.open_day()
    assert scene.issue("PJ01")


# cancel and release


def test_a_cancelled_visit_waits_nowhere(scene: Scene) -> None:
    ticket = scene.issue("PJ01", pay_first=True)
    scene.cancel(ticket)
    assert scene.states(ticket) == [CANCELLED, CANCELLED]
    assert (scene.waiting("BN"), scene.waiting("PJ")) == ([], [])


def test_a_pending_ticket_can_be_cancelled(scene: Scene) -> None:
    scene.open(20)
    ticket = scene.issue("PJ01")
    scene.serve(20)
    scene.hold(20)
    scene.cancel(ticket)
    assert scene.states(ticket) == [CANCELLED]
    assert not scene.day.held


def test_ticket_at_a_counter_cannot_be_cancelled(scene: Scene) -> None:
    scene.open(20)
    ticket = scene.issue("PJ01")
    scene.call(20)
    assert scene.refusal(c.CancelTicket(ticket)) == (Code.NOT_WAITING, {"ticket": ticket, "state": "called"})
    scene.start(20)
    assert scene.refusal(c.CancelTicket(ticket)) == (Code.NOT_WAITING, {"ticket": ticket, "state": "serving"})


@pytest.mark.parametrize("started", [False, True])
def test_released_ticket_leaves_its_counter_free_and_waits_in_its_old_place(scene: Scene, started: bool) -> None:
    scene.open(20)
    first, second = scene.issue("PJ01"), scene.issue("PJ01")
    scene.call(20)
    if started:
        scene.start(20)
    scene.pass_(minutes=7)
    scene.release(first)
    assert scene.is_free(20)
    assert scene.waiting("PJ") == [first, second]
    scene.call(20)
    assert scene.at_counter(20).because.waited == 7 * 60


def test_released_pending_ticket_waits_in_its_old_place(scene: Scene) -> None:
    scene.open(20)
    first, second = scene.issue("PJ01"), scene.issue("PJ01")
    scene.serve(20)
    scene.hold(20)
    scene.release(first)
    assert scene.waiting("PJ") == [first, second]
    assert not scene.day.held


def test_ticket_that_waits_cannot_be_released(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    assert scene.refusal(c.ReleaseTicket(ticket)) == (Code.NOT_AT_A_COUNTER, {"ticket": ticket, "state": "waiting"})


# the day


def test_closing_the_day_notes_everybody_inside_and_empties_the_counters(scene: Scene) -> None:
    scene.open(1, 20, 21)
    done, called, held, waits = (scene.issue("PJ01") for _ in range(4))
    pays = scene.issue("PJ01", pay_first=True)
    scene.serve(20)
    scene.finish(20)
    scene.call(20)
    scene.serve(21)
    scene.hold(21)
    scene.serve(1)
    scene.close_day()
    assert [scene.states(ticket) for ticket in (done, called, held, waits)] == [[DONE], [LEFT], [LEFT], [LEFT]]
    assert scene.states(pays) == [LEFT, LEFT]
    assert all(attention.ended_at == scene.at for attention in scene.day.attentions.values())
    assert not scene.day.counters
    assert not scene.day.held
    assert not any(scene.day.lines.values())


def test_after_closing_nothing_is_done_until_another_day_opens(scene: Scene) -> None:
    scene.open(20)
    scene.close_day()
    for command in (c.IssueTicket("PJ01"), c.CallNext(20), c.OpenCounter(20, "a020"), c.CloseDay()):
        assert scene.refusal(command) == (Code.DAY_NOT_OPEN, {})


def test_day_carries_the_catalogue_in_force_and_the_rule_of_order(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    opened = scene.last
    assert isinstance(opened, e.DayOpened)
    assert (opened.day, opened.catalogue, opened.policy) == (date(2026, 11, 23), region_sur.fingerprint, "legal")


def test_day_opens_once(scene: Scene) -> None:
    today = date(2026, 11, 23)
    assert scene.refusal(c.OpenDay(today)) == (Code.DAY_ALREADY_OPEN, {"day": "2026-11-23"})
    scene.close_day()
    assert scene.refusal(c.OpenDay(today)) == (Code.DAY_BEFORE_LAST, {"day": "2026-11-23", "last": "2026-11-23"})


def test_no_day_opens_before_the_last_one_whatever_the_clock_says(scene: Scene) -> None:
    scene.close_day()
    scene.pass_(days=-3)
    refused = scene.refusal(c.OpenDay(date(2026, 11, 20)))
    assert refused == (Code.DAY_BEFORE_LAST, {"day": "2026-11-20", "last": "2026-11-23"})


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 11, 24), date(2062, 11, 23)])
def test_day_of_another_date_does_not_open(region_sur: Catalogue, day: date) -> None:
    scene = Scene(region_sur, open_day=False)
    assert scene.refusal(c.OpenDay(day)) == (Code.DAY_NOT_TODAY, {"day": day.isoformat(), "today": "2026-11-23"})


def test_date_of_a_day_is_that_of_the_centre_when_it_is_tomorrow_in_utc(region_sur: Catalogue) -> None:
    scene = Scene(region_sur, NINE + timedelta(hours=11), open_day=False)  # 20:00 in Lima
    assert scene.refusal(c.OpenDay(date(2026, 11, 23))) is None


# the catalogue


def without(catalogue: Catalogue, what: str) -> Catalogue:
    """The catalogue without whatever has this code, prefix, number or id."""
    return replace(
        catalogue,
        queues=tuple(q for q in catalogue.queues if q.prefix != what),
        services=tuple(s for s in catalogue.services if what not in (s.code, s.queue)),
        counters=tuple(k for k in catalogue.counters if str(k.number) != what),
        advisors=tuple(a for a in catalogue.advisors if a.id != what),
    )


def change(scene: Scene, what: str) -> object:
    refused = scene.refusal(c.ChangeCatalogue(without(scene.catalogue, what)))
    return refused and (refused[0], refused[1]["what"])


def test_catalogue_changes_while_nobody_depends_on_what_it_loses(scene: Scene) -> None:
    scene.open(20)
    scene.issue("PJ01")
    for what in ("MT", "PJ02", "21", "a021"):
        assert change(scene, what) is None
    assert scene.refusal(c.IssueTicket("MT01")) == (Code.UNKNOWN_SERVICE, {"service": "MT01"})


def test_catalogue_keeps_what_the_open_day_depends_on(scene: Scene) -> None:
    scene.open(20)
    scene.issue("PJ01", pay_first=True)
    for what in ("BN", "PJ", "PJ01", "a020"):
        assert change(scene, what) == (Code.CATALOGUE_IN_USE, what)
    assert change(scene, "20") == (Code.CATALOGUE_IN_USE, 20)


def test_queue_whose_tickets_have_ended_is_kept_until_the_day_closes(scene: Scene) -> None:
    scene.cancel(scene.issue("PJ01"))
    assert change(scene, "PJ") == (Code.CATALOGUE_IN_USE, "PJ")
    scene.close_day()
    assert change(scene, "PJ") is None


def test_a_step_of_the_machines_clock_is_noted_with_or_without_a_day(region_sur: Catalogue) -> None:
    scene = Scene(region_sur, open_day=False)
    assert scene.order(c.NoteClockStep(-3600.0)) == [e.ClockStepped(-3600.0)]
    scene.open_day()
    assert scene.order(c.NoteClockStep(5.5)) == [e.ClockStepped(5.5)]
