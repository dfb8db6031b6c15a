"""What is played for a call: order, length, silence."""

from __future__ import annotations

import io
import math
import wave
from array import array

import pytest

from display_board.chime import LENGTH_S, SHORT_S, chime
from display_board.clip import AGAIN_S, END_S, PAUSE_S, SHORT_PAUSE_S, clip, first_word_after
from shared.ui.sound.wav import NotASound, Sound, at_rate, join, read, trimmed, write
from tests.fakes.sound import PLAIN


def loud(sound: Sound, start: float, end: float) -> int:
    """The loudest sample between two moments in seconds."""
    levels = array("h", sound.samples)[round(start * sound.rate) : round(end * sound.rate)]
    return max(map(abs, levels), default=0)


def test_the_chime_is_two_soft_tones_that_begin_and_end_in_silence() -> None:
    sound = chime(22_050)
    assert sound.seconds == pytest.approx(LENGTH_S, abs=0.001)
    assert loud(sound, 0, 0.0002) < 2000
    assert loud(sound, LENGTH_S - 0.001, LENGTH_S) < 60
    assert 8_000 < loud(sound, 0.02, 0.3) < 16_000
    assert loud(sound, 0.39, 0.5) > loud(sound, 0.33, 0.37), "the second tone is struck anew"


def test_a_call_is_chime_pause_and_the_sentence() -> None:
    sound, first = clip(PLAIN), first_word_after()
    assert first == LENGTH_S + PAUSE_S
    assert sound.seconds == pytest.approx(first + PLAIN.seconds + END_S, abs=0.01)
    assert loud(sound, LENGTH_S + 0.01, first - 0.01) == 0
    assert loud(sound, first + 0.01, first + 0.09) == 1000
    assert loud(sound, first + PLAIN.seconds + 0.01, sound.seconds) == 0


def test_the_second_time_is_the_sentence_alone() -> None:
    sound, first = clip(PLAIN, again=True), AGAIN_S - END_S
    assert sound.seconds == pytest.approx(first + PLAIN.seconds + END_S, abs=0.01)
    assert loud(sound, 0, first - 0.01) == 0
    assert loud(sound, first + 0.01, first + 0.09) == 1000


def test_with_others_behind_it_the_chime_is_short() -> None:
    sound, first = clip(PLAIN, hurried=True), first_word_after(hurried=True)
    assert first == pytest.approx(SHORT_S + SHORT_PAUSE_S)
    assert loud(sound, 0.02, 0.2) > 2_000
    assert loud(sound, first + 0.01, first + 0.09) == 1000


def test_without_a_voice_a_call_is_its_chime() -> None:
    assert clip(None).seconds == pytest.approx(LENGTH_S + END_S, abs=0.001)


def test_the_chime_takes_the_rate_of_the_voice() -> None:
    assert clip(Sound.of([1] * 16_000, 16_000)).rate == 16_000


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100, 48_000])
def test_a_recording_of_another_rate_lasts_as_long_and_is_as_loud(rate: int) -> None:
    tone = Sound.of([round(9_000 * math.sin(n * 0.05 * 48_000 / rate)) for n in range(rate // 2)], rate)
    ours = at_rate(tone, 22_050)
    assert ours.rate == 22_050
    assert ours.seconds == pytest.approx(tone.seconds, abs=0.001)
    assert loud(ours, 0, 0.4) == pytest.approx(9_000, rel=0.03)
    assert at_rate(ours, 22_050) is ours


def test_a_sound_survives_its_file() -> None:
    assert read(write(PLAIN)) == PLAIN


def test_silence_around_a_sentence_is_taken_off() -> None:
    around = join([Sound.silence(0.3, 22_050), PLAIN, Sound.silence(0.5, 22_050)])
    assert trimmed(around).seconds == pytest.approx(PLAIN.seconds, abs=0.02)
    with pytest.raises(NotASound, match="only silence"):
        trimmed(Sound.silence(1, 22_050))


def test_sounds_of_two_rates_are_not_joined() -> None:
    with pytest.raises(ValueError, match="several rates"):
        join([PLAIN, Sound.silence(1, 16_000)])


@pytest.mark.parametrize("data", [b"", b"RIFF", b"no sound at all", write(Sound(b"", 22_050))])
def test_what_is_no_sound_is_told_as_such(data: bytes) -> None:
    with pytest.raises(NotASound):
        read(data)


def test_a_stereo_file_is_no_voice() -> None:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(bytes(400))
    with pytest.raises(NotASound, match="one channel"):
        read(out.getvalue())
