"""Sound as WAV: read, joined, written. One channel, 16 bits."""

from __future__ import annotations

import io
import sys
import wave
from array import array
from collections.abc import Iterable
from typing import NamedTuple


class NotASound(Exception):
    """The bytes are no WAV of one channel and 16 bits."""


class Sound(NamedTuple):
    """Little-endian samples of 16 bits, `rate` a second."""

    samples: bytes
    rate: int

    @classmethod
    def of(cls, samples: Iterable[int], rate: int) -> Sound:
        values = array("h", samples)
        if sys.byteorder == "big":
            values.byteswap()
        return cls(values.tobytes(), rate)

    @classmethod
    def silence(cls, seconds: float, rate: int) -> Sound:
        return cls(bytes(2 * round(seconds * rate)), rate)

    @property
    def seconds(self) -> float:
        return len(self.samples) / 2 / self.rate


def read(data: bytes) -> Sound:
    """The sound in a WAV file. Raises NotASound."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2):
                raise NotASound("expected one channel of 16 bits")
            sound = Sound(file.readframes(file.getnframes()), file.getframerate())
    except (wave.Error, EOFError) as error:
        raise NotASound(str(error)) from error
    if not sound.samples:
        raise NotASound("there is nothing in it")
    return sound


def join(sounds: Iterable[Sound]) -> Sound:
    """One after the other. All must have one rate."""
    parts = list(sounds)
    rates = {part.rate for part in parts}
    if len(rates) != 1:
        raise ValueError(f"sounds of several rates cannot be joined: {sorted(rates)}")
    return Sound(b"".join(part.samples for part in parts), rates.pop())


def write(sound: Sound) -> bytes:
    """The sound as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(sound.samples)
    return out.getvalue()
