"""Written Spanish and English as a voice says them."""

from __future__ import annotations

import pytest

from shared.domain.languages.aloud import aloud, one_by_one


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Su número es RW 1888", "Su número es erre doble ve, mil ochocientos ochenta y ocho"),
        ("PJ\u00a0047", "pe jota, cuarenta y siete"),
        ("De 5 a 10 minutos", "De cinco a diez minutos"),
        ("Más de 1 hora", "Más de una hora"),
        ("Más de 1 minuto, 21 minutos, 31 minutos", "Más de un minuto, veintiún minutos, treinta y un minutos"),
        ("21 personas", "veintiuna personas"),
        ("1 espera", "uno espera"),
        ("módulos 1 a 3 y 21", "módulos uno a tres y veintiuno"),
        ("Tasa: S/\u00a052.80", "Tasa: cincuenta y dos soles con ochenta céntimos"),
        ("S/\u00a01.00", "un sol"),
        ("Reabre a las 13:05", "Reabre a las trece cero cinco"),
        ("desde las 1:00", "desde las una en punto"),
        ("10:30 - 10:50", "diez treinta a diez cincuenta"),
        ("Llame al 900700200", "Llame al nueve, cero, cero, siete, cero, cero, dos, cero, cero"),
        ("RENIEC · módulo 4", "RENIEC. módulo cuatro"),
        ("No hace falta.\nPodrá sacarlo después", "No hace falta. Podrá sacarlo después"),
        ("Un momento\nEspere", "Un momento. Espere"),
        ("Ley 28683", "Ley dos, ocho, seis, ocho, tres"),
        ("nivel A1", "nivel A1"),
        ("Si nadie lo pide en 30 s, deja de valer", "Si nadie lo pide en treinta segundos, deja de valer"),
        ("vuelva 45 min después", "vuelva cuarenta y cinco minutos después"),
        ("entre 10:35 y 10:40", "entre diez treinta y cinco y diez cuarenta"),
    ],
)
def test_spanish(written: str, said: str) -> None:
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Your number is PJ 047", "Your number is pee jay, forty-seven"),
        ("From 5 to 10 minutes", "From five to ten minutes"),
        ("S/\u00a052.80", "fifty-two soles eighty"),
        ("from 13:05", "from thirteen oh five"),
        ("10:00 - 10:50", "ten o'clock to ten fifty"),
        ("between 10:35 - 10:40", "between ten thirty-five and ten forty"),
        ("counters 1-6, 21", "counters one to six, twenty-one"),
        ("call 01-234-5678", "call zero, one, two, three, four, five, six, seven, eight"),
    ],
)
def test_english(written: str, said: str) -> None:
    assert aloud(written, "en") == said


def test_a_code_is_said_sign_by_sign() -> None:
    assert one_by_one("A-402") == "a, cuatro, cero, dos"
