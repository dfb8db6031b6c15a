from __future__ import annotations

from datetime import date, datetime

import pytest

from shared.domain import spanish


def test_days_are_said_as_people_say_them() -> None:
    assert spanish.day_words(date(2026, 11, 23)) == "lunes 23 de noviembre"
    assert spanish.day_words(date(2026, 9, 2)) == "miércoles 2 de setiembre"


def test_every_day_and_month_has_its_word() -> None:
    said = {spanish.day_words(date(2026, month, day)) for month in range(1, 13) for day in range(1, 8)}
    assert len(said) == 84


def test_an_hour_has_two_digits() -> None:
    assert spanish.hour(datetime(2026, 11, 23, 8, 5)) == "08:05"


def test_money_keeps_together() -> None:
    assert spanish.soles(5280) == "S/\u00a052.80"
    assert spanish.soles(405) == "S/\u00a04.05"


def test_an_entity_has_its_article_inside_a_sentence() -> None:
    named = [spanish.named(entity) for entity in ("Banco de la Nación", "Policía Nacional", "SUNARP")]
    assert named == ["el Banco de la Nación", "la Policía Nacional", "SUNARP"]


def test_people_are_counted_as_one_says_it() -> None:
    assert [spanish.waiting(n) for n in (0, 1, 12)] == ["nadie espera", "1 espera", "12 esperan"]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""),
        ((9,), "módulo 9"),
        ((20, 21), "módulos 20 y 21"),
        ((1, 2, 7), "módulos 1, 2 y 7"),
        ((1, 2, 3, 4, 5, 6), "módulos 1 a 6"),
        ((7, 1, 3, 2), "módulos 1 a 3 y 7"),
        ((9, 3, 5), "módulos 3, 5 y 9"),
        ((1, 2, 3, 7, 9, 10, 11), "módulos 1 a 3, 7 y 9 a 11"),
    ],
)
def test_counters_are_told_as_people_say_them(numbers: tuple[int, ...], words: str) -> None:
    assert spanish.counters(numbers) == words


def test_two_neighbours_are_told_one_by_one() -> None:
    assert spanish.spans((1, 2, 3, 7, 8)) == [(1, 3), (7, 7), (8, 8)]
