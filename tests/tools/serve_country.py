"""Serves an office with something of everything, at a fixed hour, until its standard input ends."""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path

from shared.lan.web import listen
from sync.office.server import application, serving
from sync.office.store import OfficeStore
from sync.signing import Key
from tests.fakes.country import NOW, fill
from tests.fakes.office import sqlite_url


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        OfficeStore(sqlite_url(Path(folder) / "office.sqlite")) as store,
        listen("127.0.0.1", 0) as listening,
    ):
        fill(store)
        office = serving(application(store, Key.new(), lambda: NOW))
        threading.Thread(target=lambda: _end_with_input(office), daemon=True).start()
        print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
        office.run([listening])


def _end_with_input(office: object) -> None:
    sys.stdin.read()
    office.should_exit = True  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
