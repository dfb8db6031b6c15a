"""What a centre puts on its slips and what it leaves out; and its requirements on paper, in every language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES
from shared.domain.slip_design import MAY_BE_LEFT_OUT, SlipDesign
from shared.languages.packs import Languages
from shared.printing.job import job
from shared.printing.lines import CELL, Line, Pair, Qr, Text
from shared.printing.requirements import requirements
from shared.printing.slip import Slip, layout
from tests.tools.foreign import decode

Make = Callable[..., Slip]
NOW = datetime(2026, 11, 23, 15, 24, tzinfo=UTC)
PARTS = {
    "centre": "Centro MAC Región Sur",
    "people": "Personas antes",
    "call": "Le llamaremos entre",
    "stops": "1. Banco de la Nación",
    "code": "Código de su ticket",
    "board": "La pantalla le dirá su módulo.",
    "today": "Este número vale solo por hoy.",
    "complaints": "Libro de Reclamaciones",
}


def read(lines: list[Line]) -> str:
    said = (
        line.text if isinstance(line, Text) else f"{line.left} {line.right}"
        for line in lines
        if isinstance(line, Text | Pair)
    )
    return " / ".join(said)


def test_every_part_that_may_be_left_out_is_tested_here() -> None:
    assert set(PARTS) == set(MAY_BE_LEFT_OUT)


@pytest.mark.parametrize("part", MAY_BE_LEFT_OUT)
def test_a_part_is_there_until_it_is_left_out_and_nothing_else_goes_with_it(make_slip: Make, part: str) -> None:
    whole = read(layout(make_slip(), 576))
    without = read(layout(make_slip(design=SlipDesign(without=(part,))), 576))
    assert PARTS[part] in whole
    assert PARTS[part] not in without
    for other in set(PARTS) - {part}:
        assert PARTS[other] in without


def test_what_makes_a_ticket_stands_there_whatever_is_left_out(make_slip: Make) -> None:
    slip = make_slip(copy=True, number="RW 1888", design=SlipDesign(without=MAY_BE_LEFT_OUT))
    for dots in (576, 384):
        lines = layout(slip, dots)
        said = read(lines)
        for word in ("COPIA", "RW 1888", "Atención preferente", "10:24", "antecedentes"):
            assert word in said
        assert not [line for line in lines if isinstance(line, Qr)]


def test_header_and_footer_are_the_first_and_the_last_words(make_slip: Make) -> None:
    design = SlipDesign(header=("Presidencia del Consejo de Ministros",), footer=("Central 1800", "mac.pe"))
    lines = [line.text for line in layout(make_slip(design=design), 576) if isinstance(line, Text)]
    assert lines[0] == "Presidencia del Consejo de Ministros"
    assert lines[-2:] == ["Central 1800", "mac.pe"]


@pytest.mark.parametrize("dots", [576, 384])
def test_requirements_say_what_to_bring_what_it_costs_and_that_it_is_no_ticket(
    region_sur: Catalogue, dots: int
) -> None:
    sheet = requirements("PJ01", region_sur, NOW)
    words = " ".join(decode(job(sheet.lines(dots), dots), "cp858")["text"].split())
    for said in (
        "Requisitos. No es un ticket: no da turno.",
        "Certificado de antecedentes penales",
        "Poder Judicial",
        "- Su DNI",
        "S/ 52.80",
        "Se paga en el Banco de la Nación",
        "Lunes a viernes: 08:30 a 18:00",
        "23/11/2026 · 10:24",
    ):
        assert said in words


@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_requirements_fit_the_paper_in_every_language_and_another_decoder_reads_them(
    region_sur: Catalogue, tag: str, dots: int
) -> None:
    speech = Languages().speech(tag)
    for service in region_sur.services:
        sheet = requirements(service.code, region_sur, NOW, speech)
        for line in sheet.lines(dots):
            match line:
                case Text(text, _, size):
                    assert CELL * size[0] * len(text) <= dots, text
                case Pair(left, right, size):
                    assert CELL * (len(left) + 1 + len(right) * size[0]) <= dots, left
    sheet = requirements("MT01", region_sur, NOW, speech)
    words = " ".join(decode(job(sheet.lines(dots), dots), "cp858")["text"].split())
    assert "Emisión de pasaporte electrónico" in words
    assert "Requisitos. No es un ticket: no da turno." in words, "what nobody has signed stands beside the Spanish"


def test_a_service_of_which_nothing_is_known_says_whom_to_ask(region_sur: Catalogue) -> None:
    bare = replace(region_sur.service["PJ01"], requirements=(), fee_cents=0, pay_first="")
    catalogue = replace(region_sur, services=(bare,))
    assert "Pregunte a un orientador qué traer." in read(requirements("PJ01", catalogue, NOW).lines(576))
