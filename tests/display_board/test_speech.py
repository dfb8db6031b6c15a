from __future__ import annotations

import pytest

from display_board.speech import LETTERS, letter_names, number_words, ticket_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "cero"),
        (1, "uno"),
        (15, "quince"),
        (16, "dieciséis"),
        (20, "veinte"),
        (21, "veintiuno"),
        (22, "veintidós"),
        (30, "treinta"),
        (31, "treinta y uno"),
        (47, "cuarenta y siete"),
        (99, "noventa y nueve"),
        (100, "cien"),
        (101, "ciento uno"),
        (108, "ciento ocho"),
        (200, "doscientos"),
        (500, "quinientos"),
        (700, "setecientos"),
        (999, "novecientos noventa y nueve"),
        (1000, "mil"),
        (1001, "mil uno"),
        (1047, "mil cuarenta y siete"),
        (1100, "mil cien"),
        (1888, "mil ochocientos ochenta y ocho"),
        (2000, "dos mil"),
        (9999, "nueve mil novecientos noventa y nueve"),
    ],
)
def test_numbers_are_said_as_people_say_them(number: int, words: str) -> None:
    assert number_words(number) == words


def test_every_number_of_a_ticket_has_words_of_its_own() -> None:
    assert len({number_words(number) for number in range(10_000)}) == 10_000


@pytest.mark.parametrize("number", [-1, 10_000])
def test_a_number_no_ticket_has_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="cannot be said"):
        number_words(number)


def test_letters_are_said_by_their_names() -> None:
    assert letter_names("PJ") == "pe jota"
    assert letter_names("RW") == "erre doble ve"
    assert len(set(LETTERS.values())) == 27


def test_a_vowel_is_set_apart_so_that_it_is_not_slurred() -> None:
    assert letter_names("ME") == "eme, e"
    assert letter_names("AB") == "a, be"


def test_a_ticket_is_said_as_letters_and_number() -> None:
    assert ticket_words("PJ 047") == "pe jota, cuarenta y siete"
    assert ticket_words("RW 1888") == "erre doble ve, mil ochocientos ochenta y ocho"
    assert ticket_words("A 001") == "a, uno"


def test_what_is_no_ticket_number_is_said_as_it_is_written() -> None:
    assert ticket_words("Prueba") == "Prueba"
