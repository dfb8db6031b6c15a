"""Numbers of the kiosk's own letter: durable before they are seen, capped, and never the same twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.last_known import LastKnown
from kiosk.spare_numbers import Given, SpareNumbers
from shared.domain.catalogue import Catalogue, SpareNumbers as Setting
from shared.domain.commands import IssueTicket
from shared.lan.messages import Letter
from shared.lan.views import HallView, ServiceView
from shared.store.journal import Journal
from tests.fakes.morning import NOW, OPEN

ORDER = IssueTicket("PJ01", pay_first=True, preferential=True)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite")
    yield journal
    journal.close()


def with_letter(journal: Journal, last: int = 0) -> SpareNumbers:
    spares = SpareNumbers(journal, monotonic=lambda: 0.0)
    spares.learn(Letter("A", last), "2026-11-23")
    return spares


def give(spares: SpareNumbers, catalogue: Catalogue, at: datetime = NOW, first: str = "r1") -> Given:
    given = spares.give(ORDER, first, at, catalogue)
    assert given
    return given


def test_a_number_says_all_that_a_ticket_says_but_who_waits(journal: Journal, catalogue: Catalogue) -> None:
    receipt = give(with_letter(journal), catalogue).receipt
    assert (receipt.number, receipt.service, receipt.queue, receipt.preferential) == ("A 001", "PJ01", "PJ", True)
    assert [stop.queue for stop in receipt.stops] == ["BN", "PJ"]
    assert receipt.stops[1].counters == (20, 21)
    assert len(receipt.token) == 22
    assert receipt.between is None


def test_it_is_on_disk_and_the_next_life_goes_on_behind_it(journal: Journal, catalogue: Catalogue) -> None:
    assert give(with_letter(journal), catalogue).receipt.number == "A 001"
    assert [spare.number for spare in journal.spares()] == [1]
    assert give(SpareNumbers(journal), catalogue).receipt.number == "A 002"


def test_a_new_kiosk_goes_on_behind_what_the_hub_knows_of_today(journal: Journal, catalogue: Catalogue) -> None:
    assert give(with_letter(journal, last=7), catalogue).receipt.number == "A 008"


def test_each_day_begins_anew_and_a_clock_that_goes_back_does_not_bring_one_back(
    journal: Journal, catalogue: Catalogue
) -> None:
    spares = with_letter(journal)
    give(spares, catalogue)
    assert give(spares, catalogue, NOW + timedelta(days=1)).receipt.number == "A 001"
    assert give(spares, catalogue, NOW).receipt.number == "A 002"


def test_without_a_letter_or_a_journal_there_is_none(journal: Journal, catalogue: Catalogue) -> None:
    assert not SpareNumbers(journal).can_give(NOW, catalogue, NOW)
    assert not SpareNumbers().can_give(NOW, catalogue, NOW)
    assert SpareNumbers().give(ORDER, "r1", NOW, catalogue) is None


def test_so_many_numbers_and_so_many_hours_and_no_more(journal: Journal, catalogue: Catalogue) -> None:
    few = replace(catalogue, spare_numbers=Setting(most=2, hours=3))
    spares = with_letter(journal)
    assert spares.can_give(NOW, few, NOW - timedelta(hours=3))
    assert not spares.can_give(NOW, few, NOW - timedelta(hours=3, seconds=1))
    first = give(spares, few)
    give(spares, few)
    assert not spares.can_give(NOW, few, NOW)
    spares.merged(first.merge)
    assert spares.can_give(NOW, few, NOW)


def test_a_merge_is_the_same_words_for_ever(journal: Journal, catalogue: Catalogue) -> None:
    spares = with_letter(journal)
    given = give(spares, catalogue)
    assert spares.next_merge(NOW) is None, "nobody has it yet"
    spares.told(given.merge)
    request, order = spares.next_merge(NOW + timedelta(minutes=7)) or ("", None)
    assert (request, order and order.number, order and order.first) == (given.merge, 1, "r1")
    assert order
    assert given.receipt.token not in str(order)
    assert SpareNumbers(journal).next_merge(NOW + timedelta(hours=1)) == (request, order)


def test_arrival_is_counted_back_from_the_hubs_time_by_the_clock_that_only_grows(
    journal: Journal, catalogue: Catalogue
) -> None:
    passed = [100.0]
    spares = SpareNumbers(journal, monotonic=lambda: passed[0])
    spares.learn(Letter("A", 0), "2026-11-23")
    spares.told(give(spares, catalogue, datetime(2000, 1, 1, tzinfo=UTC)).merge)
    passed[0] += 600
    _, order = spares.next_merge(NOW) or ("", None)
    assert order
    assert order.taken_at == NOW - timedelta(minutes=10)


def test_a_number_that_nobody_has_is_told_as_void(journal: Journal, catalogue: Catalogue) -> None:
    give(with_letter(journal), catalogue)
    again = SpareNumbers(journal)
    (unprinted,) = again.unprinted(catalogue)
    again.void(unprinted.merge)
    _, order = again.next_merge(NOW) or ("", None)
    assert order
    assert order.void == "not_printed"


@pytest.mark.logs("no spare number")
def test_a_number_that_cannot_be_kept_is_not_given(journal: Journal, catalogue: Catalogue) -> None:
    spares = with_letter(journal)
    journal._db.execute("PRAGMA query_only = ON")
    assert spares.give(ORDER, "r1", NOW, catalogue) is None
    assert spares.waiting == []


# ---- what was known


def test_the_catalogue_and_the_time_of_before_are_known_after_a_restart(journal: Journal, catalogue: Catalogue) -> None:
    LastKnown(journal).note(NOW, catalogue, OPEN, [ServiceView("PJ01", "suspended", 0, None)])
    known = LastKnown(journal)
    assert known.catalogue == catalogue
    assert known.seen
    assert known.time(known.seen.wall + timedelta(minutes=5)) == NOW + timedelta(minutes=5)
    assert known.time(datetime(1970, 1, 1, tzinfo=UTC)) == NOW, "a dead clock battery"
    states = {view.code: view.state for view in known.services(NOW)}
    assert (states["PJ01"], states["PJ02"], states["ST01"]) == ("suspended", "open", "open")
    tomorrow = {view.code: view.state for view in known.services(NOW + timedelta(days=1))}
    assert tomorrow["PJ01"] == "open"


def test_the_day_goes_by_the_hours_of_the_centre_file(journal: Journal, catalogue: Catalogue) -> None:
    known = LastKnown(journal)
    known.note(NOW, catalogue, OPEN, [])
    assert known.hall(NOW).open
    night = known.hall(NOW + timedelta(hours=14))
    assert not night.open
    assert night.opens_at == datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
    assert {view.state for view in known.services(NOW + timedelta(hours=14))} == {"closed"}


def test_a_day_that_was_closed_early_stays_closed(journal: Journal, catalogue: Catalogue) -> None:
    known = LastKnown(journal)
    known.note(NOW, catalogue, HallView(OPEN.day, open=False), [])
    assert not known.hall(NOW).open
    assert known.hall(NOW + timedelta(days=1)).open
