"""The mark that moves by itself for whoever has one switch. No Qt, no clock."""

from __future__ import annotations

from collections.abc import Sequence


class Scan:
    """Over the names of what can be pressed. It rests after some rounds, until the switch is pressed again."""

    def __init__(self, rounds: int = 3) -> None:
        self.at = ""
        self.is_moving = False
        self._rounds = rounds
        self._left = rounds
        self._names: tuple[str, ...] = ()

    def see(self, names: Sequence[str]) -> None:
        """What can be pressed now. On another screen the mark begins again at the first."""
        another, self._names = tuple(names[:1]) != self._names[:1], tuple(names)
        if another or self.at not in names:
            self._left = self._rounds
            self.at = next(iter(names), "") if self.is_moving else ""

    def begin(self) -> None:
        self.is_moving, self._left = True, self._rounds
        self.at = next(iter(self._names), "")

    def end(self) -> None:
        self.is_moving, self.at = False, ""

    def step(self) -> str:
        """One further. The name of what is marked now, "" while nothing moves."""
        if not self.is_moving or not self._names:
            return ""
        place = self._names.index(self.at) + 1 if self.at in self._names else 0
        if place == len(self._names):
            place, self._left = 0, self._left - 1
            if not self._left:
                self.end()
                return ""
        self.at = self._names[place]
        return self.at

    def press(self) -> str:
        """The name of what the switch chooses; "" where it only sets the mark moving."""
        if not self.is_moving:
            self.begin()
            return ""
        return self.at
