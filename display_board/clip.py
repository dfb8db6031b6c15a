"""What is played for one saying of a call: the chime, then its sentence; the second time the sentence alone."""

from __future__ import annotations

from display_board.chime import LENGTH_S, SHORT_S, chime
from shared.ui.sound.wav import Sound, join

PAUSE_S, SHORT_PAUSE_S = 0.2, 0.15  # between chime and voice
AGAIN_S = 0.7  # between the first time and the second
END_S, SHORT_END_S = 0.2, 0.1  # before the next call's chime
PLAIN_RATE = 22_050


def clip(sentence: Sound | None, *, again: bool = False, hurried: bool = False) -> Sound:
    """One sound for one saying; only the chime where there is no voice.

    again: for the second time, without a chime. hurried: others wait behind it, so its chime and pauses are short.
    """
    rate = sentence.rate if sentence else PLAIN_RATE
    head = [Sound.silence(AGAIN_S - END_S, rate)] if again else [chime(rate, short=hurried)]
    pause = 0.0 if again else SHORT_PAUSE_S if hurried else PAUSE_S
    said = [Sound.silence(pause, rate), sentence] if sentence else []
    return join([*head, *said, Sound.silence(end_s(hurried=hurried), rate)])


def end_s(*, hurried: bool) -> float:
    """Seconds of silence after the last word."""
    return SHORT_END_S if hurried else END_S


def first_word_after(*, again: bool = False, hurried: bool = False) -> float:
    """Seconds from the beginning of a clip to its first word."""
    if again:
        return AGAIN_S - END_S
    return SHORT_S + SHORT_PAUSE_S if hurried else LENGTH_S + PAUSE_S
