"""Services found by what somebody types: by their names, their entities and the words of the centre file."""

from __future__ import annotations

from kiosk.offer import Offer
from shared.domain.catalogue import Catalogue, Service
from shared.domain.searching import begin, plain, words

LETTERS = "abcdefghijklmnñopqrstuvwxyz"
LONGEST = 24


def found(offer: Offer, typed: str) -> tuple[Service, ...]:
    """In the order of the centre file; first those whose own name it is. Nothing before anything is typed."""
    if not words(typed):
        return ()
    known = _words_of(offer.catalogue)
    ranked = [(_rank(typed, *known[service.code]), service) for service in offer.catalogue.services]
    return tuple(service for rank in (0, 1) for of, service in ranked if of == rank)


def letters_on(offer: Offer, typed: str) -> str:
    """The letters and the space that lead to something from here: a list is not longer than it has to be."""
    if not typed:
        firsts = {word[0] for own, others in _words_of(offer.catalogue).values() for word in (*own, *others)}
        return "".join(letter for letter in LETTERS if plain(letter) in firsts)
    lead = [letter for letter in LETTERS if len(typed) < LONGEST and found(offer, typed + letter)]
    return "".join(lead) + (" " if not typed.endswith(" ") and found(offer, typed) else "")


def _rank(typed: str, own: tuple[str, ...], others: tuple[str, ...]) -> int | None:
    if begin(typed, own):
        return 0
    return 1 if begin(typed, (*own, *others)) else None


def _words_of(catalogue: Catalogue) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Of each service the words of its name, in every language, and those of all else."""
    if "kiosk words" not in catalogue.made:
        catalogue.made["kiosk words"] = {service.code: _of(service, catalogue) for service in catalogue.services}
    known: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = catalogue.made["kiosk words"]
    return known


def _of(service: Service, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    entity = catalogue.entity[catalogue.queue[service.queue].entity]
    own = (service.name, service.short, *service.words)
    others = (entity.name, entity.short, entity.id)
    return words(*_in_all(own, catalogue)), words(*_in_all(others, catalogue))


def _in_all(texts: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    """As they stand in the file, and in every language into which it translates them."""
    translated = [text for of in catalogue.translations for spanish, text in of.words if spanish in texts]
    return [*texts, *translated]
