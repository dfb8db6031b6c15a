"""The secret of the day: in a file of its own beside the store, so that no copy, log or WAL of the store ever has it.

Written before the day's opening is committed, destroyed after its closing is; after a crash between the two the file
of a day that is not open is destroyed at the next start. What was sealed under it is noise then, in every copy too.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path

LENGTH = 32


class DayKeyFile:
    """`centre.sqlite.day-key`: one line, the day and its key in hex, for the owner's eyes only."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + ".day-key")

    def made(self, day: date) -> bytes:
        """A new key for a day, on disk. Raises OSError."""
        key = secrets.token_bytes(LENGTH)
        self.write(day, key)
        return key

    def write(self, day: date, key: bytes) -> None:
        """Raises OSError."""
        self.destroy()
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(f"{day.isoformat()} {key.hex()}\n")
            file.flush()
            os.fsync(handle)
        self._flush_folder()

    def read(self, day: date) -> bytes:
        """The key of a day, or b"" once it is destroyed."""
        try:
            of, _, key = self.path.read_text("ascii").strip().partition(" ")
            return bytes.fromhex(key) if of == day.isoformat() and len(key) == 2 * LENGTH else b""
        except (FileNotFoundError, ValueError):
            return b""

    def destroy(self) -> None:
        """Overwrite and remove; nothing happens where there is none. A disk that keeps old blocks needs encryption."""
        with suppress(FileNotFoundError):
            with self.path.open("r+b") as file:
                length = file.seek(0, os.SEEK_END)
                file.seek(0)
                file.write(secrets.token_bytes(length))
                file.flush()
                os.fsync(file.fileno())
            self.path.unlink()
            self._flush_folder()

    def _flush_folder(self) -> None:
        if os.name == "nt":
            return
        handle = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
