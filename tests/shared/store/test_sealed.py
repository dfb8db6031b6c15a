"""What is sealed can be opened with the key of the day, in its own place, and not otherwise."""

from __future__ import annotations

import pytest

from shared.store.sealed import DOCUMENT, NONCE, NOTE, person_key, seal, unseal

KEY, OTHER = bytes(32), bytes(range(32))


def test_what_was_sealed_is_opened_again() -> None:
    assert unseal(KEY, 7, 1, NOTE, seal(KEY, 7, 1, NOTE, "Trae la partida de Ñ")) == "Trae la partida de Ñ"


@pytest.mark.parametrize("place", [(8, 1, NOTE), (7, 2, NOTE), (7, 1, DOCUMENT)])
def test_it_belongs_to_one_ticket_stop_and_field(place: tuple[int, int, str]) -> None:
    with pytest.raises(ValueError, match="cannot be opened"):
        unseal(KEY, *place, seal(KEY, 7, 1, NOTE, "x"))


def test_another_days_key_opens_nothing_and_a_changed_byte_is_noticed() -> None:
    sealed = seal(KEY, 7, 0, DOCUMENT, "dni 00471183")
    changed = sealed[:NONCE] + bytes([sealed[NONCE] ^ 1]) + sealed[NONCE + 1 :]
    for key, text in ((OTHER, sealed), (KEY, changed), (KEY, sealed[:20])):
        with pytest.raises(ValueError, match="ticket 7"):
            unseal(key, 7, 0, DOCUMENT, text)


def test_the_same_text_is_never_sealed_alike() -> None:
    assert len({seal(KEY, 7, 0, DOCUMENT, "dni 00471183") for _ in range(50)}) == 50


def test_a_person_is_known_within_a_day_and_not_across_days() -> None:
    assert person_key(KEY, "dni 00471183") == person_key(KEY, "dni 00471183")
    assert person_key(KEY, "dni 00471183") != person_key(OTHER, "dni 00471183")
    assert person_key(KEY, "dni 00471183") != person_key(KEY, "ce 000471183")
