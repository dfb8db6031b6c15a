"""The one pairing that can be in course: a code for one device, good for one attempt within two minutes.

It lives in memory only: a hub that begins anew has none, and no code is ever on disk.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

import msgspec

from shared.domain.commands import StartPairing
from shared.lan.pairing_messages import CODE_DIGITS
from shared.lan.views import PairingView

GOOD_FOR = timedelta(minutes=2)
SHOWN_FOR = timedelta(minutes=5)  # how it ended


class Pairing:
    """`view`: what supervisor and console see of the last pairing, or None."""

    def __init__(self) -> None:
        self.view: PairingView | None = None
        self.begun_by = ""

    def start(self, order: StartPairing, device: str, now: datetime, by: str = "") -> None:
        """Make a code for one device, in place of any other. `by`: the device at which it was asked for."""
        self.begun_by = by
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        until = now + GOOD_FOR
        self.view = PairingView("waiting", device, order.role, order.counter, order.zone, until, code)

    def cancel(self) -> None:
        self._end("cancelled")

    def attempt(self, by: str, now: datetime) -> PairingView | None:
        """Use up the one attempt, from an address. Returns what may be paired and under which code, or None."""
        self.time_passed(now)
        waiting = self.view
        if waiting is None or waiting.state != "waiting":
            return None
        self._end("burnt", by)
        return waiting

    def succeeded(self) -> None:
        """The attempt that burnt the code was that of the device."""
        if self.view and self.view.state == "burnt":
            self.view = msgspec.structs.replace(self.view, state="paired")

    def time_passed(self, now: datetime) -> None:
        if self.view and now >= self.view.until:
            self._end("expired")
            if now >= self.view.until + SHOWN_FOR:
                self.view = None

    def _end(self, state: str, by: str = "") -> None:
        if self.view and self.view.state == "waiting":
            self.view = msgspec.structs.replace(self.view, state=state, code="", by=by)
