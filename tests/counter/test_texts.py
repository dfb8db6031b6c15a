"""What the desk says."""

from __future__ import annotations

import re

import pytest

from counter import texts
from shared.domain.events import Because


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


@pytest.mark.parametrize(
    ("rule", "passed", "said"),
    [
        ("preferential", (1,), "Se llamó primero por ser preferente."),
        ("preferential", (), "Se llamó por ser preferente y llegar antes."),
        ("arrival", (), "Se llamó por orden de llegada."),
        ("by_hand", (1, 2), "Se llamó a mano, de la lista."),
        ("resumed", (), "Estaba pendiente."),
    ],
)
def test_every_reason_of_a_call_is_one_sentence(rule: str, passed: tuple[int, ...], said: str) -> None:
    assert texts.because(Because(rule, 60, 3, passed)) == said


def test_one_person_is_not_several() -> None:
    assert texts.waiting_line(1, 3).startswith("1 espera ·")
    assert texts.waiting_line(9, 12).startswith("9 esperan ·")
    assert texts.waiting_line(0, None) == "Nadie espera"
    assert "1 persona que va antes" in texts.called_before(1)
    assert texts.called_times(1) == "1 llamada"


def plain(text: str) -> str:
    return re.sub(r"\s", " ", text)
