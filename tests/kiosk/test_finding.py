"""Services found by the beginnings of words, in every language, by the words of the centre file too."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.finding import LETTERS, found as finding, letters_on
from kiosk.offer import Offer
from shared.domain.catalogue import Catalogue
from shared.domain.translation import Translation
from tests.fakes.morning import service_views


def offer(catalogue: Catalogue) -> Offer:
    return Offer(catalogue, service_views(catalogue))


def found(catalogue: Catalogue, typed: str) -> list[str]:
    return [service.code for service in finding(offer(catalogue), typed)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("pasap", "MT01"),
        ("PASAPORTE ", "MT01"),
        ("anteced pen", "PJ01"),
        ("pen anteced", "PJ01"),
        ("electronico", "MT01"),
        ("lic cond", "LC01"),
        ("poder jud", "PJ01"),
        ("pension", "BN02"),
        ("brevete", "LC01"),
    ],
)
def test_beginnings_of_words_find_a_service(catalogue: Catalogue, typed: str, code: str) -> None:
    assert code in found(catalogue, typed)


@pytest.mark.parametrize("typed", ["", " ", "zx", "aporte", "pasaporte zx"])
def test_nothing_is_found_where_no_word_begins_so(catalogue: Catalogue, typed: str) -> None:
    assert found(catalogue, typed) == []


def test_the_name_of_a_service_goes_before_that_of_its_entity(catalogue: Catalogue) -> None:
    one = replace(catalogue.service["SI04"], name="Trámite de Migraciones")
    services = tuple(one if service.code == "SI04" else service for service in catalogue.services)
    codes = found(replace(catalogue, services=services), "migraciones")
    assert codes[0] == "SI04"
    assert "MT01" in codes[1:]


def test_words_in_every_language_find_it(catalogue: Catalogue) -> None:
    name = catalogue.service["MT01"].name
    words = (
        Translation("en", "prueba", ((name, "Passport"),)),
        Translation("quz", "prueba", ((name, "P’unchaw qelqa"),)),
    )
    told = replace(catalogue, translations=words)
    assert found(told, "passp") == ["MT01"]
    assert found(told, "punch") == ["MT01"]


def test_a_list_offers_the_letters_that_lead_further_and_no_others(catalogue: Catalogue) -> None:
    at_first = letters_on(offer(catalogue), "")
    assert set(at_first) < set(LETTERS)
    assert {"p", "c"} <= set(at_first)
    for letter in letters_on(offer(catalogue), "pa").replace(" ", ""):
        assert found(catalogue, f"pa{letter}")
    assert letters_on(offer(catalogue), "zx") == ""


def test_every_service_is_found_by_each_word_of_its_name(catalogue: Catalogue) -> None:
    for service in catalogue.services:
        for word in service.name.split():
            letters = word.strip("(),")
            if letters and letters[0].isalpha():
                assert service.code in found(catalogue, letters), (service.code, word)
