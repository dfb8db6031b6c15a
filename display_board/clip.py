"""What is played for one call: the chime, then its sentence, once or twice."""

from __future__ import annotations

from display_board.chime import chime
from display_board.wav import Sound, join

PAUSE_S = 0.25  # between chime and voice
AGAIN_S = 0.7  # between the first time and the second
END_S = 0.2  # before the next call's chime
PLAIN_RATE = 22_050


def clip(sentence: Sound | None, times: int) -> Sound:
    """One sound for one call; only the chime where there is no voice."""
    rate = sentence.rate if sentence else PLAIN_RATE
    parts = [chime(rate)]
    if sentence:
        parts.append(Sound.silence(PAUSE_S, rate))
        for time in range(times):
            parts += [Sound.silence(AGAIN_S, rate)] * (time > 0) + [sentence]
    return join([*parts, Sound.silence(END_S, rate)])
