"""The number of a person's document: whether a centre asks for it, why, how long it is kept, and how it is written.

Off unless the centre file says otherwise. Sources: Ley 29733, D.S. 016-2024-JUS (docs/privacy.md says what follows).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeVar

import msgspec
from msgspec.structs import replace


class Asking(StrEnum):
    """Whether the number is asked for. optional: whoever goes on without it is served the same."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


class Keeping(StrEnum):
    """How long a sealed text is kept: until the visit ends, or until the day closes. Never longer."""

    VISIT = "visit"
    DAY = "day"


class DocumentKind(StrEnum):
    """dni: documento nacional de identidad; ce: carné de extranjería."""

    DNI = "dni"
    CE = "ce"


class AskedFor(msgspec.Struct, frozen=True):
    """What one service asks for. reason: as citizens read it; rule: the law that obliges, where it is required."""

    mode: Asking = Asking.OFF
    reason: str = ""
    rule: str = ""


class Personal(msgspec.Struct, frozen=True):
    """What the centre tells about personal data, and for how long it keeps each field.

    holder: who answers for the data, with its address; bank: the registered data bank; rights: where people exercise
    theirs; version: of these texts, noted with every number given.
    """

    holder: str = ""
    bank: str = ""
    rights: str = ""
    version: str = ""
    keep_document: Keeping = Keeping.VISIT
    keep_note: Keeping = Keeping.VISIT


class PersonDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document number on its way from the kiosk to the sealed store. It never shows itself in a log.

    text: the version of the information that was on the screen.
    """

    kind: DocumentKind
    number: str
    text: str = ""

    def __repr__(self) -> str:
        return f"PersonDocument({self.kind.value})"


DIGITS = {DocumentKind.DNI: (8, 8), DocumentKind.CE: (9, 12)}
"""Shortest and longest."""
_WRITTEN = {DocumentKind.DNI: re.compile("[0-9]{8}"), DocumentKind.CE: re.compile("[0-9A-Z]{9,12}")}

C = TypeVar("C", bound=msgspec.Struct)


def well_written(document: PersonDocument) -> bool:
    """Whether a number can be one of its kind. The check digit of a DNI is not typed, and would only warn."""
    return _WRITTEN[document.kind].fullmatch(document.number) is not None


def without_document(command: C) -> C:
    """The same order with no person's number in it: what may be written down, hashed or logged."""
    if getattr(command, "document", None) is None:
        return command
    return replace(command, document=None)
