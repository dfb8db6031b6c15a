from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import msgspec
from sqlalchemy import select, update

from sync.exchange import Batch
from sync.office.counting import Count, Place, count
from sync.office.store import OfficeStore
from sync.office.store.figure_tables import PLACE, day_figures, hour_figures, month_figures
from sync.office.store.figures import Figures, Wanted, next_month
from sync.office.store.recounting import AT_ONCE, Mark, Recounting
from sync.office.store.tables import attention, changed_day
from sync.record import AttentionRecord, Ending
from tests.fakes.days import RESULT, day_of
from tests.fakes.postgres import Postgres
from tests.fakes.records import CENTRE, NOON, STORE, record

DAY = date(2026, 11, 23)
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
DAYS = [DAY + timedelta(days=n) for n in range(-25, 3)]  # of October and November


def take(store: OfficeStore, records: Iterable[AttentionRecord], centre: str = CENTRE) -> None:
    whole = tuple(records)
    after = store.cursor(centre, STORE).cursor
    store.take(centre, STORE, Batch(after, after + len(whole), whole), NOW)


def counted(store: OfficeStore) -> int:
    return Recounting(store).all()


def places(store: OfficeStore, centre: str, day: date) -> dict[Place, Count]:
    found = Figures(store).hours(Wanted(day, day + timedelta(days=1), centre), *PLACE[2:])
    return {Place(*key): of for key, of in found.items()}


def total(counts: Iterable[Count]) -> Count:
    whole = Count()
    for of in counts:
        whole.add(of)
    return whole


def test_what_is_kept_is_what_counting_all_records_again_gives(store: OfficeStore) -> None:
    everything = {(centre, day): list(day_of(centre, day, 12)) for centre in ("callao", "piura") for day in DAYS}
    for (centre, _), records in everything.items():
        take(store, records, centre)
    assert counted(store) == len(everything)
    figures = Figures(store)
    assert Recounting(store).changed() == []
    for (centre, day), records in everything.items():
        assert places(store, centre, day) == count(records)
    for centre in ("callao", "piura"):
        for month in (date(2026, 10, 1), date(2026, 11, 1)):
            within = Wanted(month, next_month(month), centre)
            again = total(
                of
                for (at, day), records in everything.items()
                if at == centre and day.replace(day=1) == month
                for of in count(records).values()
            )
            assert total(figures.days(within).values()) == again
            assert total(figures.months(within).values()) == again
            assert total(figures.months(within, "entity", "queue", "service").values()) == again


def test_a_figure_that_was_changed_behind_its_back_is_found_by_counting_again(store: OfficeStore) -> None:
    """The control: the comparison above would see it."""
    records = list(day_of(CENTRE, DAY, 12))
    take(store, records)
    counted(store)
    with store.writing() as connection:
        connection.execute(update(hour_figures).values(served=hour_figures.c.served + 1))
    assert places(store, CENTRE, DAY) != count(records)


def test_a_record_revised_later_moves_its_figures(store: OfficeStore) -> None:
    first = record(10)
    take(store, [first])
    counted(store)
    take(store, [msgspec.structs.replace(first, revision=1, outcome=Ending.ABSENT, started_at=None)])
    assert [mark.day for mark in Recounting(store).changed()] == [DAY]
    assert counted(store) == 1
    (of,) = places(store, CENTRE, DAY).values()
    assert (of.served, of.absent, of.attention_count) == (0, 1, 0)
    november = total(Figures(store).months(Wanted(date(2026, 11, 1), date(2026, 12, 1))).values())
    assert (november.stops, november.absent) == (1, 1)


def test_records_that_are_gone_are_in_no_figure_any_more(store: OfficeStore) -> None:
    take(store, [record(10)])
    counted(store)
    with store.writing() as connection:
        connection.execute(attention.delete())
        connection.execute(changed_day.insert().values(centre=CENTRE, day=DAY, changes=1))
    assert counted(store) == 1
    with store.reading() as connection:
        for table in (hour_figures, day_figures, month_figures):
            assert connection.execute(select(table)).all() == []


def test_a_day_that_changes_while_it_is_counted_is_counted_again(store: OfficeStore) -> None:
    take(store, [record(10)])
    old = Recounting(store).changed()
    take(store, [record(11)])
    assert Recounting(store).count(old) == 1
    assert total(places(store, CENTRE, DAY).values()).stops == 2


def test_two_that_count_at_once_leave_the_same_figures(store: OfficeStore) -> None:
    everything = {day: list(day_of(CENTRE, day, 12)) for day in DAYS[-2 * AT_ONCE :]}
    for records in everything.values():
        take(store, records)
    stubborn = threading.Barrier(2)

    def count_all() -> None:
        stubborn.wait()
        while counted(store):
            pass

    threads = [threading.Thread(target=count_all) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counted(store)
    assert Recounting(store).changed() == []
    for day, records in everything.items():
        assert places(store, CENTRE, day) == count(records)


def test_a_centre_that_another_process_counts_is_left_to_it(postgres: Postgres) -> None:
    """In SQLite nobody else writes meanwhile."""
    with OfficeStore(postgres.empty("office")) as store:
        take(store, [record(10)])
        recounting = Recounting(store)
        with store.writing() as connection:
            assert recounting._claim(connection, CENTRE, [Mark(CENTRE, DAY, 1)])
            assert recounting.all() == 0
        assert counted(store) == 1


def test_services_done_companies_and_service_days_are_those_of_the_year(store: OfficeStore) -> None:
    everything = {day: list(day_of(CENTRE, day, 12)) for day in DAYS}
    for records in everything.values():
        take(store, records)
    counted(store)
    year = Wanted(date(2026, 1, 1), date(2027, 1, 1))
    done = Figures(store).done(year, "service")
    stated = [service for records in everything.values() for r in records for service in r.services]
    assert {service: of.times for (service,), of in done.items()} == {s: stated.count(s) for s in set(stated)}
    assert done[RESULT,].results == done[RESULT,].times > 0
    assert Figures(store).service_days(year) == {CENTRE: len(DAYS)}
    assert Figures(store).years() == [2026]


def test_only_what_was_asked_for_is_read(store: OfficeStore) -> None:
    take(store, day_of(CENTRE, DAY, 40))
    take(store, day_of("callao", DAY, 40), "callao")
    counted(store)
    figures, day = Figures(store), Wanted(DAY, DAY + timedelta(days=1))
    assert {centre for (centre,) in figures.days(day, "centre")} == {CENTRE, "callao"}
    of_bank = figures.hours(msgspec_replace(day, centre=CENTRE, entity="bn"), "entity", "hour")
    assert {entity for entity, _ in of_bank} == {"bn"}
    assert figures.last_day() == figures.last_day("callao") == DAY
    assert figures.last_day("nowhere") is None
    assert figures.days(Wanted(NOON.date() + timedelta(days=9), NOON.date() + timedelta(days=10)), "centre") == {}
    assert figures.days(Wanted(date(2020, 1, 1), date(2020, 1, 2))) == {}


def msgspec_replace(wanted: Wanted, **other: str) -> Wanted:
    return Wanted(wanted.since, wanted.until, **other)


def test_the_month_after_december_is_january() -> None:
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
