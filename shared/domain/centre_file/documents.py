"""Whether the number of a document is asked for, as people write it: one word, or a table that says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from shared.domain.catalogue import Catalogue, Service
from shared.domain.centre_file.keys import DOCUMENT
from shared.domain.centre_file.kinds import found
from shared.domain.centre_file.mistakes import Mistakes, did_you_mean
from shared.domain.centre_file.places import Place
from shared.domain.centre_file.tables import read_table
from shared.domain.personal import AskedFor, Asking, Keeping, Personal

MODES = tuple(mode.value for mode in Asking)
TOLD = {"holder": "who answers for the data", "rights": "where people exercise their rights", "version": "a version"}
"""What has to be on the screen wherever a number is asked for (D.S. 016-2024-JUS, art. 6.1)."""


def with_document(service: Service, raw: object, place: Place, mistakes: Mistakes) -> Service:
    """A service with what it asks for, where that is written."""
    if not isinstance(raw, dict) or "document" not in raw:
        return service
    written, at = raw["document"], (*place, "document")
    if isinstance(written, str):
        if written in MODES:
            return replace(service, document=AskedFor(Asking(written)))
        sentence = f"expected {DOCUMENT['mode'].kind.what}, found {found(written)}{did_you_mean(written, MODES)}"
        mistakes.note(at, sentence)
        return service
    return replace(service, document=asked_for(read_table(written, DOCUMENT, at, mistakes)))


def asked_for(values: Mapping[str, Any]) -> AskedFor:
    return AskedFor(Asking(values["mode"]), values["reason"], values["rule"])


def personal(values: Mapping[str, Any]) -> Personal:
    kept = {key: Keeping(values[key]) for key in ("keep_document", "keep_note")}
    return Personal(**{**values, **kept})


def whole(centre: Catalogue) -> Catalogue:
    """Services that only name a mode take the reason and the rule of the centre."""
    services = []
    for service in centre.services:
        own = service.document
        if own is not None:
            own = AskedFor(own.mode, own.reason or centre.document.reason, own.rule or centre.document.rule)
        services.append(service if own is None else replace(service, document=own))
    return replace(centre, services=tuple(services))


def check_documents(centre: Catalogue, places: list[Place], mistakes: Mistakes) -> None:
    """No reason, no number; nothing obliges without a rule; and people are told who has it."""
    asked: list[tuple[AskedFor, Place]] = [(centre.document, ("document",))]
    own = zip(centre.services, places, strict=True)
    asked += [(service.document, (*place, "document")) for service, place in own if service.document]
    for one, place in asked:
        if one.mode is not Asking.OFF and not one.reason:
            mistakes.note(place, 'asks for a document number without saying what for: reason = "..." is missing')
        if one.mode is Asking.REQUIRED and not one.rule:
            mistakes.note(place, 'requires a document number, so a rule has to oblige to it: rule = "..." is missing')
    if any(one.mode is not Asking.OFF for one, _ in asked):
        for key, what in TOLD.items():
            if not getattr(centre.personal, key):
                mistakes.note(("personal", key), f"is missing: whoever gives a document number is told {what}")
