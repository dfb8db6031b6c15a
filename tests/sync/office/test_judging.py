from __future__ import annotations

from datetime import date, timedelta

import pytest

from sync.columns import Columns
from sync.office.judging import are_all_true, fault_of
from tests.fakes.records import NOON, SERVED, record

LATE = SERVED.ended_at + timedelta(seconds=1)
POISON: dict[str, tuple[dict[str, object], str]] = {
    "called after its end": ({"called_at": LATE}, "its hours are not in order"),
    "could be called before its ticket": (
        {"eligible_at": SERVED.issued_at - timedelta(1)},
        "its hours are not in order",
    ),
    "of next week": ({"ended_at": NOON + timedelta(days=7)}, "which has not been yet"),
    "of two days": (
        {"issued_at": NOON - timedelta(days=2), "eligible_at": NOON - timedelta(days=2)},
        "more than a day",
    ),
    "of another day": ({"day": date(2026, 11, 29)}, "its day is 2026-11-29, its ticket was given on 2026-11-23"),
    "attended for ever": ({"attended_seconds": 90_000}, "for more than a day"),
    "interrupted for ever": ({"wait_interrupted": 90_000}, "for more than a day"),
    "promised backwards": ({"promised": (20, 10)}, "its promise ends before it begins"),
    "promised from before now": ({"promised": (-5, 10)}, "its promise ends before it begins"),
    "a number that no column holds": ({"counter": 2**31}, "counter is no number up to"),
    "a number below nothing": ({"calls": -1}, "calls is no number up to"),
    "more than satisfied": ({"satisfaction": 6}, "its satisfaction is 6, not 1 to 5"),
    "a long word": ({"advisor": "a" * 65}, "advisor is no word"),
    "a control character": ({"queue": "P\x1bJ"}, "queue is no word"),
    "an empty code": ({"services": ("",)}, "services holds what is no code"),
}


@pytest.mark.parametrize(("changed", "fault"), POISON.values(), ids=POISON.keys())
def test_what_cannot_be_true_is_named(changed: dict[str, object], fault: str) -> None:
    wrong = record(10, **changed)
    assert fault in fault_of(wrong, NOON)
    assert not are_all_true(Columns.of([SERVED, wrong]), NOON)


def test_a_record_of_an_ordinary_stop_has_no_fault() -> None:
    assert fault_of(SERVED, NOON) == ""
    never_called = {"called_at": None, "started_at": None, "attended_seconds": 0, "services": (), "promised": None}
    assert fault_of(record(10, **never_called), NOON) == ""
    assert are_all_true(Columns.of([SERVED, record(10, **never_called)]), NOON)
    assert are_all_true(Columns.of([]), NOON)
