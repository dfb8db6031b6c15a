"""The office's page with what the morning brought there, kept as anybody's browser gets it."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import httpx

from installers.demo.morning import CITIZENS
from installers.demo.programs import DemoError

COUNTED_WITHIN = 60.0  # seconds; the office counts what has changed every ten
FILE = "office.html"


def expected() -> int:
    """How many attentions the page must show."""
    return sum(visit.outcome == "served" for citizen in CITIZENS.values() for visit in citizen.visits)


def keep(office: str, centre: str, folder: Path) -> int:
    """Keep the country's page once it shows the whole morning. Returns the attentions it shows. Raises DemoError."""
    end = time.monotonic() + COUNTED_WITHIN
    while (shown := attentions(office, centre)) != expected():
        if time.monotonic() > end:
            raise DemoError(f"the office's page shows {shown} attentions of {centre} instead of {expected()}")
        time.sleep(0.5)
    (folder / FILE).write_text(_read(f"{office}/"), encoding="utf-8")
    return shown


def attentions(office: str, centre: str) -> int:
    rows = csv.DictReader(io.StringIO(_read(f"{office}/?csv=centros").removeprefix("\N{BYTE ORDER MARK}")))
    return next((int(row["atenciones"]) for row in rows if row["centro"] == centre), 0)


def _read(url: str) -> str:
    return httpx.get(url).raise_for_status().text
