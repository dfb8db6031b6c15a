"""People at the screens of a test: doors that ask nobody, and PINs that cost next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shared.hub.hub import Hub
from shared.hub.pins import Pins
from shared.hub.presence import Presence
from shared.hub.sign_ins import SignIns
from shared.lan.messages import Done, Hello
from shared.lan.signing_in import PinMessage, SignedIn, SignIn
from shared.store.database import Store
from shared.store.people import PeopleTables
from shared.store.pepper import pepper_beside, read_or_make


class Anybody(Presence):
    """Somebody who may act as whoever the command says: for tests that are not about people."""

    def __init__(self, hello: Hello, advisor: Callable[[], str]) -> None:
        self._advisor = advisor
        super().__init__(hello, hello.person)

    @property
    def is_complete(self) -> bool:
        return True

    def is_person(self, _person: str) -> bool:
        return True

    @property  # type: ignore[override]
    def person(self) -> str:
        return self._advisor() or self._expected

    @person.setter
    def person(self, person: str) -> None:
        self._expected = person


class OpenDoors(SignIns):
    """Nobody is asked for a PIN: the person is whoever sits at the counter by the day."""

    hub: Hub

    def enter(self, hello: Hello) -> Presence:
        return Anybody(hello, lambda: self._sits_at(hello.counter))

    async def hear(self, presence: Presence, message: PinMessage) -> SignedIn | Done:
        if not isinstance(message, SignIn):
            return await super().hear(presence, message)
        presence.person = message.person
        return SignedIn(message.person, "", False)

    def still_there(self, _presence: Presence) -> bool:
        return True

    def _sits_at(self, counter: int) -> str:
        day = self.hub.committed.day
        return day.counter(counter).advisor if counter and day else ""


def quick_pins(store: Path) -> Pins:
    """The real ones, at a thousandth of the cost."""
    return Pins(read_or_make(pepper_beside(store)), time_cost=1, memory_kib=8)


def sign_ins(store: Store, hub: Hub, *, open_to_all: bool) -> SignIns:
    """The sign-ins of a hub in a test."""
    tables = PeopleTables(store)
    kind = OpenDoors if open_to_all else SignIns
    made = kind(
        tables,
        lambda work: hub.in_store(lambda _log: work(tables)),
        quick_pins(store.path),
        hub.clock.now,
        lambda: hub.committed.centre.catalogue,
    )
    if isinstance(made, OpenDoors):
        made.hub = hub
    return made
