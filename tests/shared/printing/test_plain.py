from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from shared.printing.plain import CODE_PAGE, plain, printable

SPANISH = "ñÑ áéíóúü ÁÉÍÓÚÜ ¿¡ º ª ° · S/ «»"


def test_spanish_letters_stay_as_they_are() -> None:
    assert plain(SPANISH) == SPANISH


def test_decomposed_letters_are_put_together() -> None:
    assert plain(unicodedata.normalize("NFD", "Región niño")) == "Región niño"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Lunes – viernes", "Lunes - viernes"),
        ("“DNI” y ‘otros’", "\"DNI\" y 'otros'"),
        ("espere…", "espere..."),
        ("dos\u00a0palabras", "dos palabras"),
        ("  de  \n más\t ", "de más"),
        ("P\u02bcunchaw", "P'unchaw"),
        ("Łódź", "?ódz"),
        ("名", "?"),
    ],
)
def test_what_the_code_page_lacks_becomes_its_neighbour(typed: str, printed: str) -> None:
    assert plain(typed) == printed


def test_a_command_hidden_in_a_name_becomes_harmless_letters() -> None:
    assert plain("Ana\x1b@\x1dV\x00\x10\x04\x01\x7f\x9b") == "Ana@ V"


def test_letters_that_turn_the_direction_of_reading_are_dropped() -> None:
    assert plain("PJ \u202e740") == "PJ 740"


def test_an_older_code_page_gets_the_letter_without_its_accent() -> None:
    assert printable("Ágil, niño", "cp437") == "Agil, niño"


@given(st.text())
def test_any_text_becomes_printable_bytes(text: str) -> None:
    encoded = plain(text).encode(CODE_PAGE)
    assert all(byte >= 0x20 and byte != 0x7F for byte in encoded)


@given(st.text())
def test_plain_text_is_left_alone(text: str) -> None:
    assert plain(plain(text)) == plain(text)
