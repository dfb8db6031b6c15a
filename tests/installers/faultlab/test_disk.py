from __future__ import annotations

from pathlib import Path

from installers.faultlab.disk import ROW, Place, _places
from tests.fakes.shown import short_form_of


def test_a_disk_that_says_no_leads_to_no_false_answer_and_an_early_answer_is_found_out(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)


def test_places_are_the_calls_of_the_child_by_kind_and_number() -> None:
    lines = [
        '7  openat(AT_FDCWD, "/x/shared/domain/spare.py") = 3',
        '7  openat(AT_FDCWD, "/x/centre.sqlite") = 3',
        '9  openat(AT_FDCWD, "/x/f/spare") = 4',
        "9  pwrite64(3</x/f/centre.sqlite>, 1) = 1",
        "7  pwrite64(3</x/f/centre.sqlite>, 1) = 1",
        "9  pwrite64(4</x/f/other>, 1) = 1",
        "9  fsync(3</x/f/centre.sqlite-wal>) = 0",
        "9  pwrite64(3</x/f/centre.sqlite>, 1) = 1",
    ]
    assert list(_places(lines)) == [
        Place("pwrite64", 1),
        Place("fsync", 1, "centre.sqlite-wal"),
        Place("pwrite64", 3),
    ]
