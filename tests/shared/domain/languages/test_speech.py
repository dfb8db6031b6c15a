"""A text in the language that is spoken, and the Spanish that has to be shown with it."""

from __future__ import annotations

import pytest

from shared.domain.languages import (
    Certainty,
    Entry,
    Speaking,
    Speech,
    Words,
    both,
    capital,
    joined,
    phrases,
    say,
    small,
)

UNSURE, SURE = Certainty.ONE_SOURCE, Certainty.VERIFIED


def speech(tag: str = "quz", **entries: Entry) -> Speech:
    return Speech(tag, {(spanish, ""): entry for spanish, entry in entries.items()})


SOME = Speech(
    "quz",
    {
        ("Sí", ""): Entry("Arí", SURE),
        ("Atrás", ""): Entry("Qhipaman", UNSURE),
        ("Espere {minutes} min", ""): Entry("{minutes} min suyay", UNSURE),
        ("Listo", "ends a visit"): Entry("Tukuy", UNSURE, reviewed_by="Ana Quispe"),
        ("Usted eligió: {service}", ""): Entry("{service} akllasqa", SURE),
        ("Pasaporte", ""): Entry("Pasapurti", UNSURE),
    },
)


def test_without_a_language_a_text_is_the_spanish_one() -> None:
    said = say("Faltan {minutes} min", minutes=5)
    assert (said, said.spanish, said.alone, said.beside, said.language) == ("Faltan 5 min",) * 2 + (True, "", "es")


def test_a_verified_text_stands_alone() -> None:
    with Speaking(SOME):
        said = say("Sí")
    assert (said, said.spanish, said.beside, said.language) == ("Arí", "Sí", "", "quz")


def test_an_unreviewed_text_is_never_shown_without_the_spanish() -> None:
    with Speaking(SOME):
        said = say("Espere {minutes} min", minutes=5)
    assert (said, said.beside) == ("5 min suyay", "Espere 5 min")
    assert both(said, " / ") == "5 min suyay / Espere 5 min"


def test_a_signed_text_stands_alone_and_two_equal_ones_are_told_apart() -> None:
    with Speaking(SOME):
        signed, other = say("Listo", "ends a visit"), say("Listo")
    assert (signed, signed.beside) == ("Tukuy", "")
    assert (other, other.beside, other.language) == ("Listo", "", "es")


def test_an_unsure_word_inside_a_sure_sentence_keeps_the_spanish_beside_it() -> None:
    with Speaking(SOME):
        said = say("Usted eligió: {service}", service=phrases.term("Pasaporte"))
    assert (said, said.beside) == ("Pasapurti akllasqa", "Usted eligió: Pasaporte")


def test_a_sentence_that_is_not_translated_is_spanish_to_its_last_word() -> None:
    with Speaking(SOME):
        said = say("Elija: {service}", service=phrases.term("Pasaporte"))
    assert (said, said.language) == ("Elija: Pasaporte", "es")


def test_parts_are_joined_in_both_languages() -> None:
    with Speaking(SOME):
        said = joined(" · ", (say("Sí"), say("Atrás"), "", say("Hoy")))
    assert (said, said.beside, said.alone) == ("Arí · Qhipaman · Hoy", "Sí · Atrás · Hoy", False)
    assert joined(" ", ("", "")) == ""


def test_first_letters_change_in_both_languages() -> None:
    words = Words("suyay", "espera", alone=False, language="quz")
    assert (capital(words), capital(words).beside) == ("Suyay", "Espera")
    assert small(Words("De 5 a 10 MINUTOS")) == "de 5 a 10 MINUTOS"


def test_a_centre_may_say_a_spanish_text_in_its_own_way() -> None:
    own = speech("es", Listo=Entry("Ya está"))
    with Speaking(own):
        assert (say("Listo"), say("Listo").beside) == ("Ya está", "")


def test_the_language_ends_with_its_block() -> None:
    with Speaking(SOME), Speaking(Speech()):
        assert say("Sí") == "Sí"
    assert say("Sí") == "Sí"


@pytest.mark.parametrize(("tag", "shown"), [("es", "lunes 23 de noviembre"), ("en", "Monday 23 November")])
def test_days_have_names_only_where_there_is_one_name(tag: str, shown: str) -> None:
    from datetime import date

    day = date(2026, 11, 23)
    with Speaking(Speech(tag)):
        assert phrases.day(day) == shown
    for other in ("quz", "quy", "ayr"):
        with Speaking(Speech(other)):
            assert (phrases.day(day), phrases.day(day).spanish) == ("23/11/2026", "lunes 23 de noviembre")


def test_counters_are_listed_in_each_language() -> None:
    assert phrases.counters((1, 2, 3, 7)) == "módulos 1 a 3 y 7"
    assert phrases.counters((4,)) == "módulo 4"
    english = Speech("en", {("módulos {counters}", ""): Entry("counters {counters}")})
    with Speaking(english):
        said = phrases.counters((1, 2, 3, 7))
    assert (said, said.beside) == ("counters 1-3, 7", "módulos 1 a 3 y 7")


def test_an_entity_has_its_article_only_in_spanish() -> None:
    assert phrases.named("Poder Judicial") == "el Poder Judicial"
    with Speaking(Speech("en")):
        assert (phrases.named("Poder Judicial"), phrases.named("Poder Judicial").spanish) == (
            "Poder Judicial",
            "el Poder Judicial",
        )
