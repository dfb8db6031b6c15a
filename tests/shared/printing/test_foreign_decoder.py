"""The bytes of a slip, read by decoders that are not ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.printing.job import job
from shared.printing.paper import render
from shared.printing.slip import Slip, layout
from tests.tools.foreign import decode, read_code

Make = Callable[..., Slip]
SPANISH = "ñ Ñ á é í ó ú ü Á É Í Ó Ú Ü ¿ ¡ º S/ 52.80"


def test_another_decoder_reads_the_whole_slip(make_slip: Make) -> None:
    lines = decode(job(layout(make_slip(), 576), 576), "cp858")["text"].splitlines()
    assert [line.strip() for line in lines if line.strip("- ")] == [
        "Centro MAC Región Sur",
        "lunes 23 de noviembre de 2026 · 10:24",
        "PJ 047",
        "Certificado de",
        "antecedentes penales",
        "Atención preferente",
        "Personas antes                              12",
        "Le llamaremos entre   10:35 y 10:40",
        "1. Banco de la Nación              módulos 1 a 6",
        "pago de S/ 52.80",
        "2. Poder Judicial                módulos 20 y 21",
        "Código de su ticket",
        "La pantalla le dirá su módulo.",
        "Este número vale solo por hoy.",
        "¿Un reclamo? Pida el Libro de Reclamaciones.",
    ]


@pytest.mark.parametrize(("profile", "page"), [("default", "cp858"), ("POS-5890", "cp858"), ("ZJ-5870", "cp850")])
def test_spanish_letters_arrive(make_slip: Make, profile: str, page: str) -> None:
    slip = make_slip(footer=(SPANISH,))
    text = decode(job(layout(slip, 384), 384, profile), page)["text"]
    assert " ".join(SPANISH.split()) in " ".join(text.split())


@pytest.mark.parametrize(
    "code",
    [
        "Zr3mX9q0b2kLw8tVYpA7uQ",
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "https://centro.mac.pe/t/dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    ],
)
@pytest.mark.parametrize("dots", [576, 384])
def test_another_reader_reads_the_code(make_slip: Make, tmp_path: Path, code: str, dots: int) -> None:
    data = job(layout(make_slip(qr=code), dots), dots)
    [picture] = decode(data, "cp858")["pictures"]
    assert read_code(picture, tmp_path) == code
    assert read_code(render(data, dots), tmp_path) == code
    assert 24 <= (picture.width - 60) / 8 <= 28  # millimetres


def test_another_decoder_finds_no_command_that_was_hidden_in_a_name(make_slip: Make) -> None:
    honest = decode(job(layout(make_slip(), 576), 576), "cp858")
    evil = make_slip(service="DNI\x1bp\x00\x19\xfa\x1dV\x00", centre="MAC\x10\x04\x01", footer=("\x1b@",))
    found = decode(job(layout(evil, 576), 576), "cp858")
    assert found["commands"] == honest["commands"]
