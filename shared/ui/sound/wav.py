"""Sound as WAV: read, joined, written. One channel, 16 bits."""

from __future__ import annotations

import io
import sys
import wave
from array import array
from collections.abc import Iterable
from typing import NamedTuple

QUIET = 120  # of 32767: what nobody hears
SPAN = 220  # samples looked at together, about 10 ms


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


def trimmed(sound: Sound) -> Sound:
    """Without the silence before and after. Raises NotASound when there is nothing else."""
    levels = _levels(sound)
    heard = [place for place in range(0, len(levels), SPAN) if max(map(abs, levels[place : place + SPAN])) > QUIET]
    if not heard:
        raise NotASound("there is only silence in it")
    return Sound(sound.samples[2 * heard[0] : 2 * (heard[-1] + SPAN)], sound.rate)


def _levels(sound: Sound) -> array[int]:
    levels = array("h", sound.samples)
    if sys.byteorder == "big":
        levels.byteswap()
    return levels


def at_rate(sound: Sound, rate: int) -> Sound:
    """The same at another rate, straight lines between the samples: enough for a voice in a hall."""
    if sound.rate == rate:
        return sound
    levels, step = _levels(sound), sound.rate / rate
    last = len(levels) - 1
    samples = []
    for n in range(round(len(levels) / step)):
        whole, part = divmod(n * step, 1.0)
        before, after = levels[min(int(whole), last)], levels[min(int(whole) + 1, last)]
        samples.append(round(before + (after - before) * part))
    return Sound.of(samples, rate)


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
