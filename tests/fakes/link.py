"""A line to the hub without a hub: what it shows and says is told by the test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from shared.domain.commands import Command
from shared.lan.messages import PROTOCOL, Answer, Changes, DeviceRole, Hello, Refused, Result
from shared.lan.mirror import Mirror
from shared.lan.signing_in import PinMessage
from shared.lan.views import View
from shared.ui.outbox import Outbox

MORNING = datetime(2026, 11, 23, 15, 24, tzinfo=UTC)  # a Monday, 10:24 in Lima


class FakeLink(QObject):
    """Has the face of `shared.ui.hub_link.HubLink`. `sent` holds the orders; their request ids are r1, r2 ..."""

    online = Signal(bool)
    changed = Signal(object)
    answered = Signal(object)
    refused = Signal(object)
    turned_away = Signal(str)

    def __init__(self, at: datetime = MORNING, outbox: Outbox | None = None) -> None:
        super().__init__()
        self.mirror = Mirror()
        self.is_online = False
        self.at = at
        self.person = "a020"  # who is signed in
        self.change_pin = False
        self.sent: list[Command] = []
        self.signed: list[PinMessage] = []
        self.hellos: list[Hello] = []
        self.hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.BOARD, "board-1")
        self.requests: list[str] = []
        self.withdrawn: list[str] = []
        self.outbox = outbox or Outbox()

    def send(self, command: Command, request: str = "") -> str:
        self.sent.append(command)
        self.requests.append(request or f"r{len(self.sent)}")
        return self.requests[-1]

    def withdraw(self, request: str) -> None:
        self.withdrawn.append(request)

    def suppose(self, now: datetime) -> None:
        self.at = now

    def sign(self, message: PinMessage) -> bool:
        if self.is_online:
            self.signed.append(message)
        return self.is_online

    def now(self) -> datetime:
        return self.at

    def present_as(self, hello: Hello) -> None:
        self.hellos.append(hello)
        self.hello = hello

    def come(self, there: bool = True) -> None:
        """The hub is found, or lost."""
        self.is_online = there
        self.online.emit(there)

    def turn_away(self, why: str = "counter 99 is not in the catalogue") -> None:
        """The hub does not welcome this device."""
        self.turned_away.emit(why)

    def show(self, views: Mapping[str, View] | None = None, /, **more: View) -> None:
        """Show views under their keys: `show({"service/PJ01": view}, hall=view)`."""
        shown = {**(views or {}), **more}
        self.changed.emit(self.mirror.change(Changes(self.mirror.seq + 1, self.at, shown)))

    def hide(self, *keys: str) -> None:
        """Take views away."""
        self.changed.emit(self.mirror.change(Changes(self.mirror.seq + 1, self.at, {}, keys)))

    def answer(self, result: Result, request: str = "") -> None:
        """The hub carried out the last order, or the one of that request id."""
        self.answered.emit(Answer(request or self.requests[-1], self.mirror.seq, result))

    def refuse(self, code: str, request: str = "", **params: str | int) -> None:
        """The hub said no to the last order, or to the one of that request id."""
        self.refused.emit(Refused(request or self.requests[-1], code, params))
