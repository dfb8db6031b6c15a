"""What a centre keeps of its enrolment: its own key, and the office it belongs to."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sync.enrolment import plain
from sync.office_link import enrol
from sync.signing import Key


class NotEnrolled(Exception):
    """This centre does not know its office yet; one sentence."""


class Office(msgspec.Struct, frozen=True):
    """Where the office is and by which key it signs."""

    url: str
    public: str


class Membership:
    """A folder that only the centre's own programs read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def _office_file(self) -> Path:
        return self._folder / "office.json"

    def key(self) -> Key:
        """The centre's key, made at the first time. Raises KeyFileError."""
        return Key.kept_in(self._folder / "centre.key")

    def office(self) -> Office:
        """Raises NotEnrolled."""
        try:
            return msgspec.json.decode(self._office_file.read_bytes(), type=Office)
        except FileNotFoundError:
            raise NotEnrolled(
                "this centre is not enrolled: `suyana sync enrol` does it, with a code of the office"
            ) from None
        except (OSError, msgspec.DecodeError) as error:
            raise NotEnrolled(f"{self._office_file} cannot be read: {error}") from error

    def enrol(self, url: str, centre: str, code: str, authority: Path | None = None) -> Office:
        """Become known to an office by its code. Raises ValueError, KeyFileError, OfficeAway, OSError."""
        plain(code)
        office = Office(url, enrol(url, centre, code, self.key(), authority))
        written = self._office_file.with_suffix(".new")
        written.write_bytes(msgspec.json.encode(office))
        written.replace(self._office_file)
        return office
