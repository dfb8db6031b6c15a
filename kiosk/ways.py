"""The ways to use the kiosk that somebody can switch on, one tap away on every screen; whoever comes next has none."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace


class Ways(msgspec.Struct, frozen=True):
    """large: letters of 0.7 degrees at 0.6 m at least (mac-domain D6). contrast: black, white and yellow.

    low: all that is touched stands in the lower part. audio: the screen is read aloud. curtain: and shows nothing.
    marked: a keypad or a switch is used, and what it means is marked.
    """

    large: bool = False
    contrast: bool = False
    low: bool = False
    audio: bool = False
    curtain: bool = False
    marked: bool = False

    def pressed(self, name: str) -> Ways:
        """After a press on one of NAMES; that of the audio guide goes from on to on with the curtain, and then off."""
        if name != "audio":
            return replace(self, **{name: not getattr(self, name)})
        return replace(self, audio=not self.curtain, curtain=self.audio and not self.curtain)

    @property
    def is_simple(self) -> bool:
        """Whether every screen is one list."""
        return self.large or self.low or self.audio

    @property
    def is_slow(self) -> bool:
        """Whoever asked for another way gets more time before anything is asked of them."""
        return self != Ways()


NAMES = ("large", "contrast", "audio", "low")
"""What is pressed, in the order of the foot."""
