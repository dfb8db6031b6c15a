"""A client's copy of what the hub shows it: a snapshot, then changes with a growing sequence number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from shared.lan.messages import Changes, Welcome
from shared.lan.views import Shown, View

V = TypeVar("V", bound=Shown)


class Mirror:
    """The views by key. The snapshot is the one way to recover after any gap, and the one used at start."""

    def __init__(self) -> None:
        self.seq = 0
        self.views: dict[str, View] = {}

    def welcome(self, welcome: Welcome) -> frozenset[str]:
        """Take a snapshot whole. Returns the keys that are new, other than before, or gone."""
        before, self.views, self.seq = self.views, dict(welcome.snapshot), welcome.seq
        keys = before.keys() | self.views.keys()
        return frozenset(key for key in keys if before.get(key) != self.views.get(key))

    def change(self, changes: Changes) -> frozenset[str]:
        """Take one frame of changes. Returns the keys it touched."""
        self.views.update(changes.set)
        for key in changes.gone:
            self.views.pop(key, None)
        self.seq = max(self.seq, changes.seq)
        return frozenset(changes.set) | frozenset(changes.gone)

    def get(self, key: str, kind: type[V]) -> V | None:
        """The view under a key, when it is there and of this kind."""
        view = self.views.get(key)
        return view if isinstance(view, kind) else None

    def all(self, kind: type[V]) -> Iterator[V]:
        """All views of one kind, in no order."""
        return (view for view in self.views.values() if isinstance(view, kind))
