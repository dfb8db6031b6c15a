"""What comes down from the office: editions of its catalogue and notices, appointments, the version of the program."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from shared.domain.template import Template
from sync.signing import Key, signed_by

Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
"""SHA-256, in hex."""

LARGEST_EDITION = 4 * 1024 * 1024  # bytes: a catalogue of a country is a twentieth of it
APPOINTMENTS_AT_ONCE = 300


class Kind(StrEnum):
    CATALOGUE = "catalogue"
    NOTICES = "notices"
    SOFTWARE = "software"


class Edition(msgspec.Struct, frozen=True):
    """One version of something that the office says. since: the first day on which it may be in force.

    signature: of the office, over the centre, kind, version, first day and digest: it can be shown later.
    """

    kind: Kind
    version: Count
    digest: Digest
    size: Annotated[int, msgspec.Meta(ge=0, le=LARGEST_EDITION)]
    since: date | None = None
    signature: str = ""

    def signed(self, key: Key, centre: str) -> Edition:
        return msgspec.structs.replace(self, signature=key.sign(*self._parts(centre)))

    def is_of(self, office: str, centre: str) -> bool:
        """Whether the office said exactly this to this centre."""
        return signed_by(office, self.signature, *self._parts(centre))

    def _parts(self, centre: str) -> tuple[bytes, ...]:
        since = self.since.isoformat() if self.since else ""
        return b"edition", *(part.encode() for part in (centre, self.kind, str(self.version), since, self.digest))


class Down(msgspec.Struct, frozen=True, tag_field="type", tag="down"):
    """What the office has for a centre. appointments: the number of the last change of its appointments."""

    editions: tuple[Edition, ...]
    appointments: Count


class AppointmentSaid(msgspec.Struct, frozen=True):
    """One code with all its slots; none: valid no more. instead: others that the centre knows of it are not valid."""

    code: Annotated[str, msgspec.Meta(pattern="^[A-Z0-9][A-Z0-9-]{2,19}$")]
    service: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    slots: tuple[Annotated[datetime, msgspec.Meta(tz=True)], ...]
    instead: bool = False


class AppointmentsSaid(msgspec.Struct, frozen=True, tag_field="type", tag="appointments"):
    """Some changes in order; change: the number up to which all are known with these."""

    change: Count
    appointments: Annotated[tuple[AppointmentSaid, ...], msgspec.Meta(max_length=APPOINTMENTS_AT_ONCE)]


class NoticeFile(msgspec.Struct, frozen=True):
    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}\.(png|jpg|webp|mp4|webm)$")]
    digest: Digest
    size: Annotated[int, msgspec.Meta(ge=1, le=40 * 1024 * 1024)]


class Notices(msgspec.Struct, frozen=True):
    """The body of an edition of notices: the plan as `docs/media.md` tells it, and the files that it names."""

    schedule: str
    files: tuple[NoticeFile, ...]


class Software(msgspec.Struct, frozen=True):
    """The body of an edition of the program: the version that the office wants. Nothing installs it."""

    wanted: Annotated[str, msgspec.Meta(pattern=r"^[0-9][0-9A-Za-z.+-]{0,39}$")]


def template_of(body: bytes) -> Template:
    """The body of an edition of the catalogue. Raises msgspec.DecodeError."""
    return msgspec.json.decode(body, type=Template)


def digest_of(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
