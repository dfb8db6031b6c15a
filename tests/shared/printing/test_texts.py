from __future__ import annotations

from datetime import datetime, timedelta

from shared.printing import texts
from shared.printing.lines import columns


def test_the_date_is_written_as_one_says_it() -> None:
    assert texts.date_and_hour(datetime(2026, 11, 23, 8, 5)) == "lunes 23 de noviembre de 2026 · 08:05"


def test_every_date_of_a_year_fits_both_papers() -> None:
    days = [datetime(2026, 1, 1, 23, 59) + timedelta(days=day) for day in range(365)]
    assert max(len(texts.date_and_hour(day)) for day in days) <= columns(576)
    assert max(len(texts.short_date_and_hour(day)) for day in days) <= columns(384)


def test_nobody_before_is_said_with_a_word() -> None:
    assert texts.people_before(0) == "ninguna"
    assert texts.people_before(12) == "12"


def test_the_slip_promises_no_page_that_does_not_exist() -> None:
    words = " ".join(value for value in vars(texts).values() if isinstance(value, str))
    assert "celular" not in words
