"""The sample centre on a Monday morning, as a kiosk is shown it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.lan.messages import Receipt, StopShown
from shared.lan.views import HallView, ServiceView

NOW = datetime(2026, 11, 23, 15, 24, tzinfo=UTC)  # 10:24 in Lima
REGION_SUR = Path(__file__).parents[2] / "installers" / "centres" / "region-sur.toml"
OPEN = HallView(date(2026, 11, 23), open=True)
WAITING = {
    "BN": (12, (10, 15)),
    "RT": (21, (25, 35)),
    "RE": (3, (0, 5)),
    "RC": (4, (5, 10)),
    "PA": (6, (5, 10)),
    "PJ": (9, (15, 25)),
    "MT": (4, (5, 10)),
    "ME": (2, (0, 5)),
    "LC": (3, (0, 5)),
    "ES": (5, (10, 15)),
    "SR": (0, (0, 5)),
    "SI": (1, (5, 10)),
    "OP": (17, (65, 90)),
}


def service_views(catalogue: Catalogue, **other: ServiceView) -> dict[str, ServiceView]:
    """Every service open with invented waits; SUNAT closed until 14:00, SUNEDU for today; INPE without a counter."""
    shown = {s.code: _view(s.code, s.queue) for s in catalogue.services}
    return {**shown, **other}


def _view(code: str, queue: str) -> ServiceView:
    if queue == "ST":
        return ServiceView(code, "closed", 0, None, datetime(2026, 11, 23, 19, 0, tzinfo=UTC))
    if queue == "SU":
        return ServiceView(code, "closed", 0, None)
    if queue == "IN":
        return ServiceView(code, "open", 2, None)
    waiting, wait = WAITING.get(queue, (2, (5, 10)))
    return ServiceView(code, "open", waiting, wait)


def receipt(**other: object) -> Receipt:
    """Antecedentes penales, to be paid first."""
    facts: dict[str, object] = {
        "ticket": 2026112300047,
        "number": "PJ 047",
        "service": "PJ01",
        "queue": "PJ",
        "preferential": False,
        "language": "es",
        "issued_at": NOW,
        "ahead": 12,
        "between": (NOW + timedelta(minutes=11), NOW + timedelta(minutes=16)),
        "stops": (
            StopShown("BN", "BN01", (1, 2, 3, 4, 5, 6)),
            StopShown("PJ", "PJ01", (20, 21)),
        ),
        "token": "Jx7QmW2sT9",
    }
    return Receipt(**{**facts, **other})  # type: ignore[arg-type]
