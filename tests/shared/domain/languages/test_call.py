"""A call in words, and the recordings that say it."""

from __future__ import annotations

import pytest

from shared.domain.languages import call, letter_names, sentence


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "pe jota, cuarenta y siete. Módulo veinte."),
        ("quz", "pe jota, tawa chunka qanchisniyuq. Módulo iskay chunka."),
        ("quy", "pe jota, tawa chunka qanchisniyuq. Módulo iskay chunka."),
        ("ayr", "pe jota, pusi tunka paqallquni. Módulo pä tunka."),
        ("en", "pee jay, forty-seven. Counter twenty."),
    ],
)
def test_a_call_in_each_language(language: str, said: str) -> None:
    assert sentence(call("PJ 047", 20, language)) == said


def test_letters_and_module_of_a_quechua_call_are_spanish() -> None:
    letters, number, module, counter = call("RT 015", 3, "qu")
    assert (letters.language, letters.clips) == ("es", ("lR", "lT"))
    assert (number.language, number.clips) == ("quz", ("n15",))
    assert (module.text, module.language, module.clips) == ("Módulo", "es", ("counter",))
    assert (counter.text, counter.language) == ("kimsa", "quz")


@pytest.mark.parametrize(("number", "language"), [("PJ 110", "quz"), ("PJ 101", "ayr"), ("PJ 1047", "quz")])
def test_a_number_that_sources_dispute_is_said_in_spanish(number: str, language: str) -> None:
    said = call(number, 3, language)
    assert said[1].language == "es"
    assert said[3].language == language


def test_a_signed_number_is_said_in_the_language() -> None:
    assert call("PJ 110", 3, "quz", signed=True)[1].text == "pachak chunka"
    assert call("PJ 1047", 3, "quz", signed=True)[1].text == "mil cuarenta y siete"


def test_what_is_no_number_is_said_as_written() -> None:
    assert sentence(call("Hola", 3, "quz")) == "Hola. Módulo kimsa."
    assert sentence(call("A-1", 3)) == "a, uno. Módulo tres."


def test_a_vowel_stands_alone() -> None:
    assert letter_names("AB") == "a, be"
    assert letter_names("RW") == "erre doble ve"
    assert letter_names("RW", "en") == "ar double you"
