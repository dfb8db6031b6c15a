"""Whether a consumer may ask now: its key, and how often it asked in this minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from starlette.requests import Request

from sync.office.store import OfficeStore
from sync.office.store.consumers import Consumers

SCHEME = "bearer"


class Refused(Exception):
    """`said`: one sentence. status and headers of the answer."""

    def __init__(self, said: str, status: int, headers: dict[str, str]) -> None:
        super().__init__(said)
        self.said, self.status, self.headers = said, status, headers


class Access:
    """The minute is counted in the database, for all receivers; here only who is over it, so that a flood is cheap."""

    def __init__(self, store: OfficeStore, now: Callable[[], datetime]) -> None:
        self._consumers, self._now = Consumers(store), now
        self._over: dict[str, int] = {}

    def check(self, request: Request) -> None:
        """Raises Refused, StoreFailed."""
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        consumer = self._consumers.of(key.strip()) if scheme.lower() == SCHEME and key.strip() else None
        if consumer is None:
            said = "a key is needed: authorization: Bearer KEY" if not key else "this key does not count here"
            raise Refused(said, 401, {"www-authenticate": "Bearer"})
        minute, second = divmod(int(self._now().timestamp()), 60)
        if self._over.get(consumer.name) != minute:
            if self._consumers.asked(consumer.name, minute) <= consumer.per_minute:
                return
            self._over[consumer.name] = minute
        said = f"{consumer.name} may ask {consumer.per_minute} times a minute"
        raise Refused(said, 429, {"retry-after": str(60 - second)})
