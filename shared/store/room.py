"""Room on the disk of the store: watched, and a ballast that is thrown off when there is none left.

While the ballast is off, calling and finishing go on in the room that it left; new tickets are refused, so that kiosks
give theirs from their own series. It is taken on again when there is room for it and some to spare.
"""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import suppress
from pathlib import Path

log = logging.getLogger(__name__)

MEGABYTE = 1_000_000
BALLAST = 32 * MEGABYTE
LEAST = 8 * MEGABYTE  # free: below it the ballast is thrown off
AGAIN = BALLAST + 4 * LEAST  # free: from it on the ballast is taken on again


class Room:
    """`is_full`: no new tickets. `is_low`: somebody should make room. Nothing here raises: a full disk is no error."""

    def __init__(self, store: Path, low: int, ballast: int = BALLAST) -> None:
        self.free = 0
        self.is_full = False
        self.is_low = False
        self._folder = store.parent
        self._ballast = store.with_name(store.name + ".ballast")
        self._size = ballast
        self._low = low

    def look(self) -> None:
        """See how much is free, and act on it."""
        self.free = self._free()
        if not self.is_full and self.free < LEAST:
            self.throw_off()
        elif (self.is_full or not self._is_on()) and self.free >= self._size + 4 * LEAST:
            self._take_on()
        self.is_low = self.is_full or self.free < self._low

    def throw_off(self) -> None:
        """Make room for calling and finishing."""
        had = self._is_on()
        with suppress(OSError):
            self._ballast.unlink()
        self.is_full = True
        self.free = self._free()
        log.error(
            "the disk of %s is full: %.0f MB are free%s; new tickets are refused until there is room",
            self._folder,
            self.free / MEGABYTE,
            ", the ballast is thrown off" if had else "",
        )

    def _take_on(self) -> None:
        unfinished = self._ballast.with_name(self._ballast.name + ".unfinished")
        try:
            with unfinished.open("wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self._size)
                else:
                    file.write(bytes(self._size))
            unfinished.replace(self._ballast)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink()
            log.info("no ballast on the disk of %s: %s", self._folder, error)
            return
        if self.is_full:
            log.warning("there is room again on the disk of %s: new tickets are given", self._folder)
        self.is_full = False
        self.free = self._free()

    def _is_on(self) -> bool:
        try:
            return self._ballast.stat().st_size >= self._size
        except OSError:
            return False

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self._folder).free
        except OSError:
            return 0
