"""Editions, files and appointments in the office's store, on both databases."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from shared.domain.events import Appointment
from sync.down import APPOINTMENTS_AT_ONCE, Kind
from sync.office.store import OfficeStore
from sync.office.store.appointments import AppointmentTable, SlotCount
from sync.office.store.editions import ALL, Editions
from tests.fakes.records import CENTRE, NOON

SLOT = NOON + timedelta(days=1)


def test_versions_of_a_kind_never_repeat_and_a_centre_s_own_goes_first(store: OfficeStore) -> None:
    editions = Editions(store)
    assert editions.newest(CENTRE) == []
    for_all = editions.put(Kind.CATALOGUE, ALL, b"one", date(2027, 1, 1), NOON)
    own = editions.put(Kind.CATALOGUE, CENTRE, b"two", None, NOON)
    later = editions.put(Kind.CATALOGUE, ALL, b"three", None, NOON)
    other = editions.put(Kind.SOFTWARE, ALL, b"four", None, NOON)
    assert [for_all.version, own.version, later.version, other.version] == [1, 2, 3, 1]
    assert editions.newest(CENTRE) == [own, other]
    assert editions.newest("lima-norte") == [later, other]
    assert editions.withdraw(Kind.CATALOGUE, CENTRE)
    assert not editions.withdraw(Kind.CATALOGUE, CENTRE)
    assert editions.newest(CENTRE) == [later, other]


def test_bytes_are_read_from_any_place(store: OfficeStore) -> None:
    editions, body = Editions(store), bytes(range(256))
    made = editions.put(Kind.NOTICES, ALL, body, None, NOON)
    digest = editions.put_media(body)
    assert editions.put_media(body) == digest == made.digest
    for read in (
        lambda start, n: editions.body("notices", digest, start, n),
        lambda s, n: editions.media(digest, s, n),
    ):
        assert [read(0, 3), read(254, 10), read(0, 1000)] == [b"\0\1\2", b"\xfe\xff", body]
    assert (editions.size("notices", digest), editions.media_size(digest)) == (256, 256)
    assert (editions.size("catalogue", digest), editions.media_size("ab")) == (None, None)
    assert (editions.body("catalogue", digest, 0, 1), editions.media("ab", 0, 1)) == (None, None)


def test_each_change_of_an_appointment_has_a_number_of_its_own(store: OfficeStore) -> None:
    table = AppointmentTable(store)
    one, two = Appointment("C001", "PJ01", (SLOT,)), Appointment("C002", "PJ01", (SLOT,))
    assert table.put(CENTRE, [one, two], NOON) == 2
    assert table.put(CENTRE, [one, two], NOON) == 0
    assert table.put("lima-norte", [one], NOON) == 1
    moved = msgspec.structs.replace(one, slots=(SLOT + timedelta(hours=1),))
    assert table.put(CENTRE, [moved], NOON) == 1
    told = table.after(CENTRE, 2, NOON)
    assert (told.change, table.last_change(CENTRE), table.last_change("nowhere")) == (3, 3, 0)
    assert [(each.code, each.slots, each.instead) for each in told.appointments] == [
        ("C001", (SLOT, SLOT + timedelta(hours=1)), False)
    ]
    assert table.put(CENTRE, [moved], NOON, instead=True) == 1
    assert [(each.slots, each.instead) for each in table.after(CENTRE, 3, NOON).appointments] == [(moved.slots, True)]


def test_what_is_over_is_counted_and_not_told_and_what_is_taken_back_is(store: OfficeStore) -> None:
    table = AppointmentTable(store)
    table.put(CENTRE, [Appointment("C001", "PJ01", (NOON - timedelta(days=3),)), Appointment("C002", "PJ01", ())], NOON)
    told = table.after(CENTRE, 0, NOON)
    assert (told.change, [each.code for each in told.appointments]) == (2, ["C002"])


def test_many_come_in_pages_by_which_all_are_known(store: OfficeStore) -> None:
    table, after, seen = AppointmentTable(store), 0, []
    table.put(CENTRE, [Appointment(f"C{n:04}", "PJ01", (SLOT,)) for n in range(2 * APPOINTMENTS_AT_ONCE + 1)], NOON)
    while page := table.after(CENTRE, after, NOON).appointments:
        seen += [each.code for each in page]
        after = table.after(CENTRE, after, NOON).change
    assert seen == [f"C{n:04}" for n in range(2 * APPOINTMENTS_AT_ONCE + 1)]


def test_appointments_are_counted_by_service_and_hour(store: OfficeStore) -> None:
    table = AppointmentTable(store)
    table.put(CENTRE, [Appointment(f"C00{n}", "PJ01", (SLOT,)) for n in range(3)], NOON)
    table.put("lima-norte", [Appointment("C001", "BN01", (SLOT,))], NOON)
    pj, bn = SlotCount(CENTRE, "PJ01", SLOT, 3), SlotCount("lima-norte", "BN01", SLOT, 1)
    assert table.counts(NOON, SLOT + timedelta(hours=1)) == [bn, pj]
    assert table.counts(NOON, SLOT) == []
    assert table.counts(NOON, SLOT + timedelta(hours=1), centre=CENTRE) == [pj]
    assert table.counts(NOON, SLOT + timedelta(hours=1), service="BN01") == [bn]
