"""What is played for one saying of a call: the chime, then its sentence; the second time the sentence alone."""

from __future__ import annotations

from display_board.chime import LENGTH_S, chime
from shared.ui.sound.wav import Sound, join

PAUSE_S = 0.25  # between chime and voice
AGAIN_S = 0.7  # between the first time and the second
END_S = 0.2  # before the next call's chime
PLAIN_RATE = 22_050


def clip(sentence: Sound | None, *, again: bool = False) -> Sound:
    """One sound for one saying; only the chime where there is no voice. again: for the second time, without it."""
    rate = sentence.rate if sentence else PLAIN_RATE
    head = [Sound.silence(AGAIN_S - END_S, rate)] if again else [chime(rate)]
    said = [Sound.silence(PAUSE_S * (not again), rate), sentence] if sentence else []
    return join([*head, *said, Sound.silence(END_S, rate)])


def first_word_after() -> float:
    """Seconds from the beginning of a clip to its first word."""
    return LENGTH_S + PAUSE_S
