"""Who is at the other end of a line: the device, and the person signed in at it."""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.catalogue import Role
from shared.domain.refusals import Code, Refusal
from shared.lan.messages import DeviceRole, Hello

WORKS_AT: dict[DeviceRole, frozenset[Role]] = {
    DeviceRole.COUNTER: frozenset({Role.ADVISOR}),
    DeviceRole.ORIENTATOR: frozenset({Role.ORIENTATOR, Role.SUPERVISOR}),
    DeviceRole.SUPERVISOR: frozenset({Role.SUPERVISOR}),
}
"""Screens that need a person, and who may be that. The others are machines that citizens use, or nobody does."""


@dataclass
class Presence:
    """`person` "" while nobody is signed in. `token`: the SHA-256 of their session."""

    hello: Hello
    person: str = ""
    change_pin: bool = False
    token: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether all are here that this screen needs."""
        return self.hello.role not in WORKS_AT or (bool(self.person) and not self.change_pin)

    def must_be_complete(self) -> None:
        """Raises Refusal."""
        if self.is_complete:
            return
        if self.person:
            raise Refusal(Code.PIN_MUST_CHANGE)
        raise Refusal(Code.NOT_SIGNED_IN)

    def is_person(self, person: str) -> bool:
        return bool(person) and self.person == person
