"""The office's notices in the centre's media folder: every file whole and its plan last (`docs/media.md`)."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from sync.down import Edition, NoticeFile

OFFICE, PLAN, EDITION = "office", "schedule.toml", "edition.json"
KEPT = 24 * 3600.0  # seconds that a file stays when no plan names it any more: a board may be showing it
READABLE, READABLE_FOLDER = 0o640, 0o750  # a board of this machine is another user, of the same group
LARGEST_ALL = 200 * 1024 * 1024  # bytes


class TooLarge(Exception):
    """More than a centre keeps; one sentence."""


class MediaFolder:
    """`media/office`, written by nobody else. A file is kept under its name with its digest: it never changes."""

    def __init__(self, media: Path) -> None:
        self.folder = media / OFFICE

    @property
    def edition(self) -> Edition | None:
        """What is here now; None for nothing, or nothing that can be read."""
        try:
            return msgspec.json.decode((self.folder / EDITION).read_bytes(), type=Edition)
        except (OSError, msgspec.DecodeError):
            return None

    def missing(self, files: Iterable[NoticeFile]) -> list[NoticeFile]:
        """Those that are not here, or not as they should be. Raises TooLarge, OSError."""
        wanted = list(files)
        if sum(each.size for each in wanted) > LARGEST_ALL:
            raise TooLarge(f"the office's media have more than {LARGEST_ALL // 1024**2} MB together")
        self.folder.mkdir(parents=True, exist_ok=True)
        return [each for each in wanted if not self._is_here(each)]

    def place(self, file: NoticeFile) -> Path:
        """Where a file goes: `campana.png` as `campana-1f3a....png`."""
        name = Path(file.name)
        return self.folder / f"{name.stem}-{file.digest[:16]}{name.suffix}"

    def put_in_force(self, edition: Edition, schedule: str, files: Iterable[NoticeFile]) -> None:
        """All files are here: their plan follows, then what it is called. Raises OSError."""
        here = {each.name: self.place(each).name for each in files}
        for place in map(self.folder.joinpath, here.values()):
            place.chmod(READABLE)
        self.folder.chmod(READABLE_FOLDER)
        self._write(PLAN, _renamed(schedule, here).encode())
        self._write(EDITION, msgspec.json.encode(edition))
        self._clear(set(here.values()))

    def clear(self) -> None:
        """The office has no notices any more. Raises OSError."""
        if self.folder.is_dir():
            (self.folder / PLAN).unlink(missing_ok=True)
            (self.folder / EDITION).unlink(missing_ok=True)
            self._clear(set())

    def _is_here(self, file: NoticeFile) -> bool:
        place = self.place(file)
        if not place.is_file() or place.stat().st_size != file.size:
            return False
        return hashlib.sha256(place.read_bytes()).hexdigest() == file.digest

    def _write(self, name: str, body: bytes) -> None:
        written = self.folder / f"{name}.new"
        with written.open("wb") as out:
            out.write(body)
            out.flush()
            os.fsync(out.fileno())
        written.chmod(READABLE)
        written.replace(self.folder / name)

    def _clear(self, named: set[str]) -> None:
        """What no plan names goes a day after it was last named, and what was begun and never ended too."""
        now = time.time()
        for place in self.folder.iterdir():
            if place.name in named:
                os.utime(place)
            elif place.name not in (PLAN, EDITION) and place.stat().st_mtime < now - KEPT:
                place.unlink()


def _renamed(schedule: str, here: dict[str, str]) -> str:
    """The plan with the names that its files have here. Names are plain, so that each stands in quotes as it is."""
    for name, place in here.items():
        schedule = schedule.replace(f'"{name}"', f'"{place}"').replace(f"'{name}'", f"'{place}'")
    return schedule
