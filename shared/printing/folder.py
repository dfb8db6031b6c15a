"""A folder instead of a printer: each slip becomes a file with the exact bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from shared.printing.job import job
from shared.printing.outcome import Outcome, Verdict
from shared.printing.plain import plain
from shared.printing.printable import Printable


class FolderPrinter:
    """Writes `ticket-PJ-047.escpos`; a second slip of that number is `ticket-PJ-047-2.escpos`."""

    def __init__(self, folder: Path, dots: int, profile: str) -> None:
        self._folder = folder
        self._dots = dots
        self._profile = profile

    def print(self, slip: Printable) -> Outcome:
        data = job(slip.lines(self._dots), self._dots, self._profile)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._write(f"{slip.kind} {slip.label}", data)
        except OSError as fault:
            return Outcome(Verdict.OFFLINE, f"the slip cannot be written in {self._folder}: {fault.strerror}")
        return Outcome(Verdict.PRINTED, f"written to {path}")

    def status(self) -> Outcome:
        if self._folder.is_dir() or not self._folder.exists():
            return Outcome(Verdict.READY, f"slips are written in {self._folder}")
        return Outcome(Verdict.OFFLINE, f"{self._folder} is not a folder")

    def _write(self, label: str, data: bytes) -> Path:
        for path in _names(self._folder, label):
            try:
                with path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                continue
            return path
        raise AssertionError("names do not end")


def _names(folder: Path, label: str) -> Iterator[Path]:
    stem = re.sub(r"[^A-Za-z0-9]+", "-", plain(label)).strip("-")
    yield folder / f"{stem}.escpos"
    again = 1
    while True:
        again += 1
        yield folder / f"{stem}-{again}.escpos"
