"""Somebody who needs a person."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.shown import Shown


class HelpView(Shown, frozen=True, tag="help"):
    """Somebody at this kiosk waits for a person since then. It is gone once somebody goes."""

    device: str
    since: datetime
