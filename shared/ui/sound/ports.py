"""What whoever speaks needs of the engine and of the loudspeaker; `composer.Composer` and `player.Player` have it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from shared.ui.sound.piece import Saying
from shared.ui.sound.wav import Sound


class Loudspeaker(Protocol):
    """Plays one sound at a time to its end."""

    @property
    def ended(self) -> SignalInstance: ...
    @property
    def devices_changed(self) -> SignalInstance: ...
    def can_play(self) -> bool: ...
    def play(self, sound: Sound, percent: int = ...) -> None: ...
    def close(self) -> None: ...


class Interruptible(Loudspeaker, Protocol):
    """One that can be cut short."""

    def stop(self) -> None: ...


class Speech(Protocol):
    """Makes sounds of sayings, each in its time."""

    @property
    def made(self) -> SignalInstance: ...
    def make(self, saying: Saying) -> None: ...
    def close(self) -> None: ...
