from __future__ import annotations

from datetime import timedelta

import msgspec

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.ticket import ENDED
from sync.record import OUTCOME, AttentionRecord, Ending, Records, recorded
from tests.fakes.hub import FIRST_MOMENT, entry


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_a_served_ticket_tells_the_whole_of_its_stop(morning) -> None:
    ticket = morning.ticket(preferential=True)
    issued_at = morning.now
    morning.order(c.CallNext(morning.court), minutes=7)
    morning.order(c.Recall(morning.court))
    morning.order(c.StartAttention(morning.court))
    morning.order(c.CodeServices(morning.court, ("PJ01", "PJ02")))
    morning.order(c.FinishAttention(morning.court), minutes=4)
    counter = morning.hall.day.counter(morning.court)
    limits = morning.hall.centre.catalogue.limits_of("PJ", FIRST_MOMENT.date(), "PJ01")
    assert morning.records() == [
        AttentionRecord(
            centre="region-sur",
            incarnation=morning.incarnation,
            ticket=ticket,
            stop=0,
            revision=0,
            seq=morning.last,
            day=FIRST_MOMENT.date(),
            number="PJ 001",
            entity="pj",
            queue="PJ",
            service="PJ01",
            services=("PJ01", "PJ02"),
            preferential=True,
            language="es",
            outcome=Ending.SERVED,
            issued_at=issued_at,
            eligible_at=issued_at,
            called_at=issued_at + minutes(7),
            started_at=issued_at + minutes(9),
            ended_at=issued_at + minutes(14),
            attended_seconds=300,
            calls=2,
            counter=morning.court,
            advisor=counter.advisor,
            promised=(0, 5),
            because="preferential",
            wait_limit=limits.wait,
            attention_limit=limits.service,
        )
    ]


def test_each_stop_of_a_visit_is_a_record_of_its_own_entity(morning) -> None:
    ticket = morning.ticket("PJ01", pay_first=True)
    morning.serve(morning.bank)
    paid_at = morning.now
    morning.serve(morning.court)
    paid, done = morning.records()
    assert [(r.ticket, r.stop, r.entity, r.number) for r in (paid, done)] == [
        (ticket, 0, "bn", "PJ 001"),
        (ticket, 1, "pj", "PJ 001"),
    ]
    assert done.eligible_at == paid_at
    assert done.promised == (0, 5)


def test_a_company_that_was_constituted_is_a_result(morning) -> None:
    express = 51
    morning.order(c.OpenCounter(express, "a051"))
    for stated in (("MX03", "MX01"), ("MX01",)):
        morning.ticket("MX03")
        morning.order(c.CallNext(express))
        morning.order(c.StartAttention(express))
        morning.order(c.CodeServices(express, stated))
        morning.order(c.FinishAttention(express), minutes=5)
    assert [record.results for record in morning.records()] == [("MX03",), ()]


def test_an_absent_ticket_gives_one_record_and_none_for_the_stop_it_never_reached(morning) -> None:
    morning.ticket("PJ01", pay_first=True)
    morning.order(c.CallNext(morning.bank))
    morning.order(c.Recall(morning.bank))
    morning.order(c.MarkAbsent(morning.bank))
    (record,) = morning.records()
    assert (record.outcome, record.entity, record.started_at, record.services) == (Ending.ABSENT, "bn", None, ())
    assert record.called_at is not None
    assert record.attended_seconds == 0


def test_a_cancelled_ticket_was_never_called(morning) -> None:
    ticket = morning.ticket()
    morning.order(c.CancelTicket(ticket))
    (record,) = morning.records()
    assert (record.outcome, record.called_at, record.counter, record.advisor, record.calls, record.because) == (
        Ending.CANCELLED,
        None,
        0,
        "",
        0,
        "",
    )


def test_those_inside_at_closing_are_left_whatever_they_were_doing(morning) -> None:
    waiting, called, serving, held = (morning.ticket() for _ in range(4))
    morning.order(c.CallTicket(morning.court, held))
    morning.order(c.StartAttention(morning.court))
    morning.order(c.HoldTicket(morning.court, "copies"))
    morning.order(c.CallTicket(morning.court, serving))
    morning.order(c.StartAttention(morning.court))
    morning.order(c.OpenCounter(morning.court + 1, morning.hall.centre.catalogue.advisors[5].id))
    morning.order(c.CallTicket(morning.court + 1, called))
    morning.order(c.CloseDay())
    records = {record.ticket: record for record in morning.records()}
    assert records.keys() == {waiting, called, serving, held}
    assert {record.outcome for record in records.values()} == {Ending.LEFT}
    assert records[waiting].called_at is None
    assert records[called].started_at is None
    assert records[serving].started_at is not None
    assert records[held].attended_seconds == 60
    assert len({record.seq for record in records.values()}) == 4


def test_a_transfer_ends_one_stop_and_the_next_goes_on_under_the_same_number(morning) -> None:
    morning.ticket("BN01")
    morning.order(c.CallNext(morning.bank))
    morning.order(c.StartAttention(morning.bank))
    morning.order(c.TransferTicket(morning.bank, "PJ", "PJ02"))
    transferred_at = morning.now
    morning.serve(morning.court)
    first, second = morning.records()
    assert (first.outcome, first.stop, first.queue) == (Ending.TRANSFERRED, 0, "BN")
    assert (second.outcome, second.stop, second.queue, second.service) == (Ending.SERVED, 1, "PJ", "PJ02")
    assert first.number == second.number == "BN 001"
    assert second.eligible_at == transferred_at


def test_a_pending_stop_is_one_record_with_its_first_wait_and_without_the_time_aside(morning) -> None:
    ticket = morning.ticket()
    issued_at = morning.now
    morning.order(c.CallNext(morning.court), minutes=3)
    morning.order(c.StartAttention(morning.court))
    morning.order(c.HoldTicket(morning.court, "copies"), minutes=2)
    assert morning.records() == []
    morning.order(c.ResumeTicket(morning.court, ticket), minutes=30)
    morning.order(c.StartAttention(morning.court))
    morning.order(c.CodeServices(morning.court, ("PJ03",)))
    morning.order(c.FinishAttention(morning.court), minutes=3)
    (record,) = morning.records()
    assert (record.called_at, record.started_at) == (issued_at + minutes(3), issued_at + minutes(4))
    assert (record.attended_seconds, record.calls, record.because) == (6 * 60, 2, "arrival")
    assert record.services == ("PJ03",)


def test_a_release_forgets_the_call_it_took_back(morning) -> None:
    ticket = morning.ticket()
    morning.order(c.CallNext(morning.court))
    morning.order(c.ReleaseTicket(ticket))
    morning.order(c.CallTicket(morning.court, ticket), minutes=9)
    called_at = morning.now
    morning.order(c.StartAttention(morning.court))
    morning.order(c.FinishAttention(morning.court))
    (record,) = morning.records()
    assert (record.called_at, record.calls, record.because) == (called_at, 1, "by_hand")


def test_records_may_begin_at_any_day_with_its_catalogue(morning) -> None:
    morning.served(3)
    morning.next_day()
    morning.ticket()
    morning.serve(morning.court)
    opened = next(r.seq for r in reversed(morning.log) if isinstance(r.event, e.DayOpened))
    later = Records("region-sur", morning.incarnation)
    whole_day = [morning.log[0], *morning.log[opened - 1 :]]
    assert [record for entry in whole_day for record in later.take(entry)] == morning.records()[-1:]


def test_a_stop_belongs_to_the_entity_its_queue_had_when_it_ended(morning, region_sur: Catalogue) -> None:
    morning.served(1)
    queues = tuple(
        msgspec.structs.replace(queue, entity="reniec") if queue.prefix == "BN" else queue
        for queue in region_sur.queues
    )
    morning.order(c.ChangeCatalogue(msgspec.structs.replace(region_sur, queues=queues)))
    morning.served(1)
    assert [record.entity for record in morning.records()] == ["bn", "reniec"]


def test_a_stop_that_ended_before_a_restoration_keeps_its_origin_and_what_ends_later_has_the_new_one(morning) -> None:
    morning.served(2)
    morning.restore(morning.last, "1111111111111111")
    morning.served(1)
    before = morning.records()[0]
    note = c.NoteInterruption("system", before.started_at, before.ended_at, queue="BN")
    morning.order(note)
    assert [(record.incarnation, record.revision) for record in morning.records()] == [
        ("0123456789abcdef", 0),
        ("0123456789abcdef", 0),
        ("1111111111111111", 0),
        ("0123456789abcdef", 1),
    ]


def test_an_event_of_a_newer_version_is_passed_over() -> None:
    records = Records("region-sur", "1")
    newer = e.Recorded(1, FIRST_MOMENT, None, 1, "", "", e.decode_event(b'{"type":"roof_painted","colour":"red"}'))
    assert records.take(newer) == []


def test_an_entry_of_the_log_is_read_as_it_was_recorded(morning) -> None:
    assert [recorded(entry(event)) for event in morning.log] == morning.log


def test_a_record_crosses_the_wire_unchanged(morning) -> None:
    morning.served(2)
    for record in morning.records():
        assert msgspec.json.decode(msgspec.json.encode(record), type=AttentionRecord) == record


def test_every_ending_of_a_stop_is_an_outcome() -> None:
    assert OUTCOME.keys() == ENDED
    assert set(OUTCOME.values()) == set(Ending)


def test_a_released_pending_ticket_waits_again_without_the_stay_before(morning) -> None:
    ticket = morning.ticket()
    morning.order(c.CallNext(morning.court))
    morning.order(c.StartAttention(morning.court))
    morning.order(c.HoldTicket(morning.court, "copies"))
    morning.order(c.ReleaseTicket(ticket))
    morning.order(c.CloseDay())
    (record,) = morning.records()
    assert (record.outcome, record.called_at, record.attended_seconds) == (Ending.LEFT, None, 0)


def test_an_interruption_is_taken_out_of_the_waits_it_touches_also_when_it_is_told_afterwards(morning) -> None:
    morning.ticket("PJ02")
    morning.serve(morning.court)
    before = morning.records()[-1]
    assert (before.wait_limit, before.wait_interrupted, before.revision) == (15, 0, 0)
    assert before.called_at
    note = c.NoteInterruption("system", before.eligible_at, before.called_at - timedelta(seconds=20), queue="PJ")
    morning.order(note)
    told = morning.records()[-1]
    assert (told.wait_interrupted, told.revision) == (40, 1)
    assert told == msgspec.structs.replace(before, wait_interrupted=40, revision=1, seq=told.seq)
    morning.order(c.WithdrawInterruption(1))
    withdrawn = morning.records()[-1]
    assert (withdrawn.wait_interrupted, withdrawn.revision) == (0, 2)
    assert len(morning.records()) == 3


def test_services_that_are_corrected_after_the_close_make_one_revision_more(morning) -> None:
    morning.ticket("PJ02")
    morning.serve(morning.court)
    morning.order(c.CloseDay())
    before = morning.records()[-1]
    morning.order(c.CorrectServices(before.number, ("PJ01", "PJ02")))
    told = morning.records()[-1]
    assert (before.services, before.revision) == (("PJ02",), 0)
    assert told == msgspec.structs.replace(before, services=("PJ01", "PJ02"), revision=1, seq=told.seq)


def test_what_the_citizen_says_of_the_visit_is_one_revision_more_and_stays_in_those_after_it(morning) -> None:
    ticket = morning.ticket("PJ02")
    morning.serve(morning.court)
    morning.order(c.RateVisit(4, ticket=ticket))
    before, said = morning.records()
    assert (before.satisfaction, said.satisfaction) == (None, 4)
    assert (said.revision, msgspec.structs.replace(said, satisfaction=None, revision=0, seq=before.seq)) == (1, before)
    morning.order(c.CorrectServices(before.number, ("PJ03",)))
    morning.order(c.RateVisit(2, ticket=ticket))
    assert [(one.revision, one.services, one.satisfaction) for one in morning.records()[2:]] == [
        (2, ("PJ03",), 4),
        (3, ("PJ03",), 2),
    ]
