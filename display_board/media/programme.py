"""Which notice is on now: each for its seconds, in turn, and none goes on while calls are being made. No Qt."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

import msgspec

from display_board.media.plan import Item, Plan, read_plans

log = logging.getLogger(__name__)

LOOK_AGAIN_S = 20.0  # at the folder
OF_THE_CENTRE_FILE = "centre-file"


class ItemShown(msgspec.Struct, frozen=True):
    """What the board's panel shows: a file, a text, or both."""

    id: str
    file: str = ""
    text: str = ""


class Programme:
    """Of the board of one zone; `at` is seconds of any clock that never goes back, `now` in the centre's zone."""

    def __init__(self, folder: Path | None, zone: str) -> None:
        self._folder, self._zone = folder, zone
        self._plan = Plan()
        self._looked: float | None = None
        self._items: tuple[Item, ...] = ()
        self._place = 0
        self._turns = 0  # each text comes in another of its languages when it is its turn again
        self._left = 0.0  # seconds that the item on now still has
        self._last: float | None = None
        self._broken: set[str] = set()

    def on_now(self, at: float, now: datetime, notice: str, *, calling: bool) -> ItemShown | None:
        """notice: of the centre file, an item among the others. While calling the time of an item stands still."""
        self._look(at, now, notice)
        passed, self._last = at - (self._last if self._last is not None else at), at
        if not self._items:
            return None
        if not calling:
            self._left -= passed
        if self._left <= 0:
            self._go_on()
        item = self._items[self._place]
        text = item.texts[self._turns % len(item.texts)] if item.texts else ""
        return ItemShown(item.id, str(item.file or ""), text)

    def has_files(self) -> bool:
        """Whether there is a picture or a film among what is shown now."""
        return any(item.file for item in self._items)

    def cannot_show(self, file: str) -> None:
        """Leave this file out; what the same notice says is still shown."""
        if file not in self._broken:
            log.warning("%s cannot be shown and is left out", file)
            self._broken.add(file)
            self._looked = None

    def _look(self, at: float, now: datetime, notice: str) -> None:
        if self._looked is not None and at - self._looked < LOOK_AGAIN_S:
            return
        self._looked = at
        if self._folder:
            plan = read_plans(self._folder)
            for wrong in set(plan.wrong) - set(self._plan.wrong):
                log.warning(wrong)
            self._plan = plan
        items = [Item(OF_THE_CENTRE_FILE, texts=(notice,))] if notice else []
        for item in self._plan.shown(now, self._zone):
            whole = msgspec.structs.replace(item, file=None) if str(item.file) in self._broken else item
            items += [whole] if whole.file or whole.texts else []
        self._change_to(tuple(items))

    def _change_to(self, items: tuple[Item, ...]) -> None:
        """What is on stays on, where it is still among them."""
        if items == self._items:
            return
        on = self._items[self._place].id if self._items else ""
        places = {item.id: place for place, item in enumerate(items)}
        self._items, self._place = items, places.get(on, 0)
        if on not in places:
            self._left = float(items[0].seconds) if items else 0.0

    def _go_on(self) -> None:
        self._place += 1
        if self._place >= len(self._items):
            self._place, self._turns = 0, self._turns + 1
        self._left = float(self._items[self._place].seconds)
