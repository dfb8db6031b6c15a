"""What the desk says."""

from __future__ import annotations

import re

import pytest

from counter import texts


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "00:00"), (222, "03:42"), (3599, "59:59"), (3600, "1:00:00"), (-3, "00:00")]
)
def test_the_running_time_is_read_as_a_clock(seconds: int, said: str) -> None:
    assert texts.running(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "límite 8 min"),
        (383, "límite 8 min"),
        (384, "queda 1 min"),
        (450, "queda menos de 1 min"),
        (481, "pasó el límite de 8 min"),
    ],
)
def test_the_limit_is_said_in_words_too(seconds: int, said: str) -> None:
    assert plain(texts.limit(8, seconds)) == said


def test_minutes_become_hours_when_there_are_many() -> None:
    assert [plain(texts.minutes(m)) for m in (0, 59, 60, 125)] == ["0 min", "59 min", "1 h 00", "2 h 05"]


def test_one_person_is_not_several() -> None:
    assert texts.waiting_line(1, 3).startswith("1 espera ·")
    assert texts.waiting_line(9, 12).startswith("9 esperan ·")
    assert texts.waiting_line(0, None) == "Nadie espera"
    assert texts.called_times(1) == "1 llamada"


def plain(text: str) -> str:
    return re.sub(r"\s", " ", text)
