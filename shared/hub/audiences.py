"""All clients that are shown the same form an audience: one frame is made for it, however many there are."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from websockets.asyncio.server import ServerConnection, broadcast

from shared.domain.events import Recorded
from shared.hub.presence import Presence
from shared.hub.views import Shown, Views, changes
from shared.lan.messages import Changes, DeviceRole, Hello, encode

log = logging.getLogger(__name__)

REST = 3.0  # times as long as a push took, until the next: in a rush views are most of the work, and orders go first
SOON = 0.001  # seconds after a commit: whoever was answered goes first, also on a machine that both share
LONGEST_REST = 0.05  # seconds: no eye sees it
TOO_SLOW = 4 * 1024 * 1024  # bytes that a client has not taken yet

AudienceKey = tuple[str, int, str, bool]
EVERYBODY = tuple(DeviceRole)


@dataclass(slots=True)
class Audience:
    """All clients that are shown the same, and what they were shown last. complete: with the person they need."""

    hello: Hello
    complete: bool
    shown: Shown
    connections: set[ServerConnection] = field(default_factory=set)


class Audiences:
    """Keeps what each was shown last, and tells each what changed in it."""

    def __init__(
        self,
        views: Callable[[], Views],
        shown: Callable[[Views, Hello, bool], Shown],
        head: Callable[[], tuple[int, datetime]],
    ) -> None:
        """views: of this moment. shown: what of them a hello sees, complete or not. head: last event and hour."""
        self._views_now, self._shown, self._head = views, shown, head
        self._views: Views | None = None
        self._by_key: dict[AudienceKey, Audience] = {}
        self._untold: list[Recorded] = []
        self._resting: asyncio.TimerHandle | None = None  # until it fires, what is committed waits to be told

    def told(self, events: list[Recorded]) -> None:
        """A group is committed: what changed in the views of each audience is pushed, one frame each.

        A moment later; in a rush after a rest, together with all that is committed by then.
        """
        self._untold += events
        if self._resting is None:
            self._resting = asyncio.get_running_loop().call_later(SOON, self._again)

    def _again(self) -> None:
        self._resting = None
        if self._untold:
            loop = asyncio.get_running_loop()
            began = loop.time()
            self.tell()
            self._resting = loop.call_later(min(LONGEST_REST, REST * (loop.time() - began)), self._again)

    def tell(self) -> None:
        """Push what is committed and was not told yet."""
        if self._untold:
            events, self._untold = self._untold, []
            self._push(self._carried_over(events))

    def time_passed(self) -> None:
        """Time alone changed something: what is open, which waits are expected, and the hour itself."""
        self._untold = []
        self._views = self._views_now()
        self._push(self._views, also_unchanged=True)

    def outside_changed(self, roles: Collection[DeviceRole]) -> None:
        """Something that no event tells of: these are told, and nobody else."""
        self.tell()
        self._push(self._carried_over([]), only=roles)

    def people_changed(self, roles: Collection[DeviceRole]) -> None:
        """Likewise, where the views themselves are as they were."""
        self._push(self._there(), only=roles)

    def join(self, presence: Presence, connection: ServerConnection) -> Audience:
        """Give a client its place. Nothing may be awaited between its snapshot and this."""
        self.tell()
        hello = presence.hello
        key = (hello.role.value, hello.counter, hello.zone, presence.is_complete)
        if key not in self._by_key:
            shown = self._shown(self._there(), hello, presence.is_complete)
            self._by_key[key] = Audience(hello, presence.is_complete, shown)
        self._by_key[key].connections.add(connection)
        return self._by_key[key]

    def leave(self, connection: ServerConnection) -> None:
        for key, audience in list(self._by_key.items()):
            audience.connections.discard(connection)
            if not audience.connections:
                del self._by_key[key]

    def __iter__(self) -> Iterator[Audience]:
        return iter(self._by_key.values())

    def _there(self) -> Views:
        """With all that is committed in them: who is given a snapshot is told its event too."""
        self.tell()
        self._views = self._views or self._views_now()
        return self._views

    def _carried_over(self, events: list[Recorded]) -> Views:
        views = self._views_now()
        if self._views:
            views.carry_over(self._views, events)
        self._views = views
        return views

    def _push(self, views: Views, *, also_unchanged: bool = False, only: Collection[DeviceRole] = EVERYBODY) -> None:
        seq, now = self._head()
        for audience in self._by_key.values():
            if audience.hello.role not in only:
                continue
            shown = self._shown(views, audience.hello, audience.complete)
            if shown is audience.shown and not also_unchanged:
                continue
            to_set, gone = changes(audience.shown, shown)
            audience.shown = shown
            if to_set or gone or also_unchanged or audience.hello.role is DeviceRole.SYNC:
                _send(audience, encode(Changes(seq, now, to_set, gone)))


def _send(audience: Audience, frame: str) -> None:
    for connection in audience.connections:
        if connection.transport.get_write_buffer_size() > TOO_SLOW:
            log.warning("%s is too slow and must begin anew", audience.hello.role.value)
            connection.transport.abort()
    broadcast(audience.connections, frame)
