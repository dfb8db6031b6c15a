"""Appointments as a file brings them: CSV with the columns `code`, `service` and `slot`, and nothing about anybody.

A slot is local time, `2026-11-23 10:30`. Two rows of one code give it two valid slots. Other columns are refused: they
may be about people, and what is loaded here goes into the log, which is for ever.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from shared.domain.events import Appointment

COLUMNS = ("code", "service", "slot")
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,19}")


class AppointmentFileError(ValueError):
    """What is wrong, one sentence a line of the file, up to twenty."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes[:20]))


def read_appointments(text: str, name: str, zone: ZoneInfo, services: Collection[str] | None) -> list[Appointment]:
    """One for each code, its slots in order, UTC. `services`: those that there are, None where that is not known.

    Raises AppointmentFileError, with nothing read.
    """
    lines = csv.reader(text.lstrip("\ufeff").splitlines())
    head = [cell.strip().lower() for cell in next(lines, [])]
    if sorted(head) != sorted(COLUMNS):
        raise AppointmentFileError([f"{name}, line 1: expected the columns code,service,slot and no others"])
    mistakes: list[str] = []
    found: dict[str, Appointment] = {}
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(head, (cell.strip() for cell in cells), strict=False))
        wrong = list(_wrong(row, services))
        code, service = row.get("code", "").upper(), row.get("service", "")
        if not wrong and code in found and found[code].service != service:
            wrong.append(f"'{code}' is for {found[code].service} above")
        mistakes += [f"{name}, line {number}: {sentence}" for sentence in wrong]
        if not wrong:
            slot = datetime.fromisoformat(row["slot"]).replace(tzinfo=zone).astimezone(UTC)
            slots = {*(found[code].slots if code in found else ()), slot}
            found[code] = Appointment(code, service, tuple(sorted(slots)))
    if mistakes:
        raise AppointmentFileError(mistakes)
    return list(found.values())


def _wrong(row: dict[str, str], services: Collection[str] | None) -> Iterator[str]:
    if not CODE.fullmatch(row.get("code", "").upper()):
        yield f"expected a code of 3 to 20 letters, digits or dashes, found '{row.get('code', '')}'"
    if not row.get("service") or (services is not None and row["service"] not in services):
        yield f"there is no service '{row.get('service', '')}'"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", row.get("slot", "")) or not _date(row["slot"]):
        yield f"expected a slot such as '2026-11-23 10:30', found '{row.get('slot', '')}'"


def _date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
