"""The two tones before a call: a falling third, soft, as in a station. Computed, so there is no file to lose."""

from __future__ import annotations

from functools import lru_cache
from math import exp, pi, sin

from shared.ui.sound.wav import Sound

TONES = ((0.0, 659.26), (0.38, 523.25))  # seconds from the start, hertz: E5, C5
LENGTH_S, SHORT_S = 1.3, 0.35
RISE_S = 0.012  # without it the tone begins with a click
DECAY_S = 0.34
OVERTONES = ((1, 1.0), (2, 0.32), (3, 0.1))
LOUDNESS = 0.4  # of full scale: no louder than the voice after it


@lru_cache(maxsize=4)
def chime(rate: int, *, short: bool = False) -> Sound:
    """The chime at this many samples a second. short: one tone, for a call with others behind it."""
    count = round((SHORT_S if short else LENGTH_S) * rate)
    tones = TONES[:1] if short else TONES
    levels = [sum(_tone(n / rate - start, hertz) for start, hertz in tones) for n in range(count)]
    peak = max(abs(level) for level in levels)
    fade = round(0.06 * rate)
    samples = (
        round(level / peak * LOUDNESS * 32767 * min(1.0, (count - 1 - n) / fade)) for n, level in enumerate(levels)
    )
    return Sound.of(samples, rate)


def _tone(since: float, hertz: float) -> float:
    if since <= 0:
        return 0.0
    envelope = min(1.0, since / RISE_S) * exp(-since / DECAY_S)
    return envelope * sum(part * sin(2 * pi * hertz * times * since) for times, part in OVERTONES)
