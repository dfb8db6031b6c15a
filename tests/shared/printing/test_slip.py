from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from msgspec.structs import replace

from shared.printing import texts
from shared.printing.lines import CELL, Cut, Line, Pair, Qr, Text
from shared.printing.slip import Slip, SlipStop, layout, number_size

Make = Callable[..., Slip]
PAPERS = pytest.mark.parametrize("dots", [576, 512, 384])


def words(lines: list[Line]) -> list[str]:
    said = []
    for line in lines:
        match line:
            case Text(text):
                said.append(text.strip())
            case Pair(left, right):
                said += [left, right]
            case Qr(text):
                said.append(f"qr:{text}")
    return said


def width(line: Line) -> int:
    match line:
        case Text(text, _, size):
            return len(text) * CELL * size[0]
        case Pair(left, right, size):
            return CELL * (len(left) + 1 + len(right) * size[0])
        case _:
            return 0


def test_the_paper_says_the_same_in_the_same_order_as_the_screen(make_slip: Make) -> None:
    assert words(layout(make_slip(), 576)) == [
        "Centro MAC Región Sur",
        "lunes 23 de noviembre de 2026 · 10:24",
        "PJ 047",
        "Certificado de",
        "antecedentes penales",
        "Atención preferente",
        "Personas antes",
        "12",
        "Le llamaremos entre",
        "10:35 y 10:40",
        "1. Banco de la Nación",
        "módulos 1 a 6",
        "pago de S/ 52.80",
        "2. Poder Judicial",
        "módulos 20 y 21",
        "qr:Zr3mX9q0b2kLw8tVYpA7uQ",
        "Código de su ticket",
        "La pantalla le dirá su módulo.",
        "Este número vale solo por hoy.",
        "¿Un reclamo? Pida el Libro de Reclamaciones.",
    ]


@PAPERS
def test_the_number_is_the_largest_thing_and_ends_before_the_edge(make_slip: Make, dots: int) -> None:
    lines = [line for line in layout(make_slip(number="RW 1888"), dots) if isinstance(line, Text)]
    number = next(line for line in lines if line.text == "RW 1888")
    others = max(line.size[1] for line in lines if line is not number)
    assert number.size[1] >= 2 * others
    assert width(number) <= dots < (number.size[0] + 1) * CELL * len("RW 1888")


def test_a_short_number_is_as_large_as_a_long_one() -> None:
    assert number_size("PJ 047", 576) == number_size("RW 1888", 576) == (6, 6)
    assert number_size("A 001", 384) == number_size("RW 1888", 384) == (4, 4)


def test_an_ordinary_ticket_says_nothing_of_preference(make_slip: Make) -> None:
    assert texts.preferential() not in words(layout(make_slip(preferential=False), 576))


def test_one_place_to_visit_is_not_listed(make_slip: Make) -> None:
    lines = layout(make_slip(stops=(SlipStop("Poder Judicial", "módulos 20 y 21"),)), 576)
    assert "1. Poder Judicial" not in words(lines)


def test_without_a_code_there_is_no_caption(make_slip: Make) -> None:
    lines = layout(make_slip(qr=""), 576)
    assert not any(isinstance(line, Qr) for line in lines)
    assert texts.ticket_code() not in words(lines)


def test_a_second_slip_says_that_it_is_a_copy(make_slip: Make) -> None:
    assert texts.copy() in words(layout(make_slip(copy=True), 576))
    assert texts.copy() not in words(layout(make_slip(), 576))


def test_when_nobody_serves_it_no_hour_is_promised(make_slip: Make) -> None:
    said = words(layout(make_slip(call_window=None), 576))
    assert "Le llamaremos entre" not in said
    assert " ".join(said).count("Ahora ningún módulo atiende.") == 1


def test_a_window_of_one_minute_is_one_hour(make_slip: Make) -> None:
    hour = datetime(2026, 11, 23, 10, 35)
    said = words(layout(make_slip(call_window=(hour, hour)), 576))
    assert said[said.index("Le llamaremos hacia") + 1] == "las 10:35"


def test_a_call_that_may_come_at_once_has_only_an_end(make_slip: Make) -> None:
    slip = make_slip()
    assert slip.call_window
    said = words(layout(replace(slip, call_window=(slip.issued_at, slip.call_window[1])), 576))
    assert said[said.index("Le llamaremos antes de") + 1] == "las 10:40"


def test_the_centre_may_add_lines_at_the_foot(make_slip: Make) -> None:
    assert words(layout(make_slip(footer=("Wi-Fi: MAC",)), 576))[-1] == "Wi-Fi: MAC"


def test_the_slip_ends_with_one_cut(make_slip: Make) -> None:
    lines = layout(make_slip(), 576)
    assert [line for line in lines if isinstance(line, Cut)] == lines[-1:]


NAMES = st.text(alphabet=st.characters(codec="utf-8"), max_size=90)


@PAPERS
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(name=NAMES, entity=NAMES, modules=NAMES, note=NAMES)
def test_whatever_things_are_called_nothing_is_clipped(
    make_slip: Make, dots: int, name: str, entity: str, modules: str, note: str
) -> None:
    stops = (SlipStop(entity, modules, note), SlipStop("Poder Judicial", "módulos 20 y 21"))
    slip = make_slip(centre=name, service=name, stops=stops, footer=(note,), qr_caption=modules)
    assert all(width(line) <= dots for line in layout(slip, dots))
