from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shared.domain.slip_design import SlipDesign
from shared.printing.slip import Slip, SlipStop

LIMA = ZoneInfo("America/Lima")


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=LIMA)


@pytest.fixture
def make_slip() -> Callable[..., Slip]:
    """A slip with everything on it; what a test cares about is given by name."""

    def make(**changes: Any) -> Slip:
        whole: dict[str, Any] = {
            "centre": "Centro MAC Región Sur",
            "number": "PJ 047",
            "service": "Certificado de antecedentes penales",
            "issued_at": at(10, 24),
            "people_ahead": 12,
            "call_window": (at(10, 35), at(10, 40)),
            "preferential": True,
            "stops": (
                SlipStop("Banco de la Nación", "módulos 1 a 6", "pago de S/ 52.80"),
                SlipStop("Poder Judicial", "módulos 20 y 21"),
            ),
            "qr": "Zr3mX9q0b2kLw8tVYpA7uQ",
        }
        footer = changes.pop("footer", ())
        return Slip(**(whole | {"design": SlipDesign(footer=footer)} | changes))

    return make
