from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sync.enrolment import Enrol, proof
from sync.exchange import Batch
from sync.office.store import OfficeStore
from sync.office.store.enrolled import Enrolments
from sync.office.taking_parcels import Delivered, take_parcel
from sync.parcel import NoParcel, read_parcel, seal, write_parcel
from sync.signing import Key
from tests.fakes.office import CENTRE_KEY, sqlite_url
from tests.fakes.records import CENTRE, STORE, batch, record

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> OfficeStore:
    store = OfficeStore(sqlite_url(tmp_path / "office.sqlite"))
    enrolments = Enrolments(store)
    code = enrolments.new(CENTRE, NOW)
    enrolments.take(CENTRE, Enrol(CENTRE_KEY.public, proof(code, "centre", CENTRE, CENTRE_KEY.public)), NOW)
    return store


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    file = tmp_path / "region-sur.parcel"
    batches = (batch(0, 20, 10, 15), batch(20, 40, 25), Batch(40, 50, ()))
    assert write_parcel(file, (seal(CENTRE, STORE, each, CENTRE_KEY) for each in batches)) == 3
    return file


def cursor(store: OfficeStore) -> int:
    return store.cursor(CENTRE, STORE).cursor


def test_a_parcel_is_taken_as_if_it_had_come_by_the_line(store: OfficeStore, parcel: Path) -> None:
    parts: list[float] = []
    assert take_parcel(store, parcel, NOW, parts.append) == Delivered(3, 3, 3)
    assert cursor(store) == 50
    assert parts == sorted(parts)
    assert parts[-1] == 1


def test_the_order_of_line_and_stick_does_not_matter(store: OfficeStore, parcel: Path) -> None:
    store.take(CENTRE, STORE, batch(40, 60, 55), NOW)
    store.take(CENTRE, STORE, batch(0, 20, 10, 15), NOW)
    assert take_parcel(store, parcel, NOW).stored == 1
    assert cursor(store) == 60
    assert take_parcel(store, parcel, NOW).stored == 0
    assert store.centres()[0].records == 4


def test_a_parcel_of_another_centre_or_key_is_refused_batch_by_batch(store: OfficeStore, tmp_path: Path) -> None:
    file = tmp_path / "p"
    theirs = Batch(0, 20, (record(10, centre="lima-norte"),))
    write_parcel(
        file,
        [
            seal(CENTRE, STORE, batch(0, 20, 10), Key.new()),
            seal("lima-norte", STORE, theirs, CENTRE_KEY),
            seal(CENTRE, STORE, batch(0, 20, 10), CENTRE_KEY),
        ],
    )
    delivered = take_parcel(store, file, NOW)
    assert (delivered.batches, delivered.stored) == (3, 1)
    assert [refused.split(": ")[1] for refused in delivered.refused] == [
        "it is not signed by an enrolled centre 'region-sur'",
        "it is not signed by an enrolled centre 'lima-norte'",
    ]


def test_a_parcel_that_was_changed_on_its_way_is_refused(store: OfficeStore, parcel: Path) -> None:
    content = bytearray(parcel.read_bytes())
    content[200] ^= 1
    parcel.write_bytes(content)
    assert take_parcel(store, parcel, NOW).stored == 1


@pytest.mark.parametrize("length", [0, 3, 10, 40, 250])
def test_a_parcel_that_was_cut_off_is_named_and_what_was_whole_is_taken(
    store: OfficeStore, parcel: Path, length: int
) -> None:
    parcel.write_bytes(parcel.read_bytes()[:length])
    with pytest.raises(NoParcel, match=r"region-sur\.parcel (was cut off|is no parcel)"):
        take_parcel(store, parcel, NOW)


def test_a_file_that_is_no_parcel_is_named(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear office, we have no line.")
    with pytest.raises(NoParcel, match=r"letter\.txt"):
        list(read_parcel(file))


def test_a_parcel_that_could_not_be_written_leaves_nothing(tmp_path: Path) -> None:
    def fails():
        yield seal(CENTRE, STORE, batch(0, 20, 10), CENTRE_KEY)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_parcel(tmp_path / "p", fails())
    assert not (tmp_path / "p").exists()
    assert not (tmp_path / "p.part").exists()
