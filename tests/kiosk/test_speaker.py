"""One sentence after the other, and silence as soon as something else is to be said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from kiosk import texts
from kiosk.flow import Flow
from kiosk.guide import Guide
from kiosk.speaker import PAUSE_S, Speaker
from kiosk.spoken import Spoken
from shared.languages.packs import Languages
from shared.ui.sound.composer import Composer
from shared.ui.sound.piece import Piece, Saying
from shared.ui.sound.talker import Talker
from shared.ui.sound.wav import Sound, read, write
from tests.fakes.morning import NOW
from tests.fakes.sound import PLAIN, FakeLoudspeaker

ONE, TWO, THREE = (Piece(text=text) for text in ("Uno.", "Dos.", "Tres."))


class SlowSpeech(QObject):
    """Makes a sound when the test says so."""

    made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def make(self, saying: Saying) -> None:
        ((piece,),) = saying
        self.asked.append(piece.text)

    def close(self) -> None:
        pass


class Room:
    def __init__(self) -> None:
        self.speech, self.loudspeaker = SlowSpeech(), FakeLoudspeaker()
        self.speaker = Speaker(lambda: self.speech, lambda: self.loudspeaker)
        self.finished = 0
        self.speaker.finished.connect(self._count)

    def _count(self) -> None:
        self.finished += 1


@pytest.fixture
def room(qapp: object) -> Room:  # noqa: ARG001
    return Room()


def test_sentences_are_one_sound_with_a_pause_between_them(room: Room) -> None:
    room.speaker.say([ONE, TWO])
    for _ in range(2):
        room.speech.made.emit(PLAIN)
    assert room.speech.asked == ["Uno.", "Dos."]
    (sound,) = room.loudspeaker.played
    assert sound.seconds == pytest.approx(2 * PLAIN.seconds + PAUSE_S, abs=0.001)
    assert room.speaker.is_speaking
    room.loudspeaker.end()
    assert (room.finished, room.speaker.is_speaking) == (1, False)


def test_what_is_playing_is_cut_short(room: Room) -> None:
    room.speaker.say([ONE])
    room.speech.made.emit(PLAIN)
    room.speaker.say([THREE])
    assert not room.loudspeaker.playing
    room.speech.made.emit(PLAIN)
    assert room.speech.asked == ["Uno.", "Tres."]
    assert len(room.loudspeaker.played) == 2


def test_a_sentence_that_was_still_being_made_is_never_heard(room: Room) -> None:
    room.speaker.say([ONE, TWO])
    room.speaker.say([THREE])
    assert room.speech.asked == ["Uno."], "the engine makes one at a time"
    room.speech.made.emit(PLAIN)
    assert room.loudspeaker.played == []
    room.speech.made.emit(PLAIN)
    assert room.speech.asked == ["Uno.", "Tres."]
    assert len(room.loudspeaker.played) == 1


def test_after_a_stop_nothing_more_is_said(room: Room) -> None:
    room.speaker.say([ONE, TWO])
    room.speaker.stop()
    room.speech.made.emit(PLAIN)
    assert (room.loudspeaker.played, room.finished, room.speaker.is_speaking) == ([], 0, False)


def test_what_the_engine_cannot_say_is_passed_over(room: Room) -> None:
    room.speaker.say([ONE, TWO])
    room.speech.made.emit(None)
    room.speech.made.emit(PLAIN)
    assert room.loudspeaker.played == [PLAIN]
    room.loudspeaker.end()
    room.speaker.say([ONE])
    room.speech.made.emit(None)
    assert (room.finished, room.speaker.is_speaking) == (2, False)


def test_news_waits_until_the_rest_was_said(room: Room) -> None:
    room.speaker.say([ONE])
    room.speech.made.emit(PLAIN)
    room.speaker.add([TWO])
    assert (room.loudspeaker.playing, room.speech.asked) == (True, ["Uno."])
    room.loudspeaker.end()
    room.speech.made.emit(PLAIN)
    assert room.speech.asked == ["Uno.", "Dos."]
    assert room.loudspeaker.playing


@pytest.mark.logs("nothing to play on")
def test_a_kiosk_without_a_sound_device_says_so_once_and_is_silent_until_there_is_one(room: Room) -> None:
    room.speaker.say([ONE, TWO])
    room.loudspeaker.plug(False)
    room.speaker.be_mute()
    assert not room.speaker.is_speaking, "nobody's time stands still for it"
    room.speech.made.emit(PLAIN)
    room.speaker.say([TWO])
    assert (room.speech.asked, room.loudspeaker.played) == (["Uno."], [])
    room.loudspeaker.plug(True)
    room.speaker.say([THREE])
    assert room.speech.asked == ["Uno.", "Tres."]


@pytest.fixture
def real(qapp: object) -> Iterator[tuple[Speaker, FakeLoudspeaker]]:  # noqa: ARG001
    loudspeaker = FakeLoudspeaker()
    speaker = Speaker(lambda: Composer(Talker(within_ms=20_000)), lambda: loudspeaker)
    yield speaker, loudspeaker
    speaker.close()


def test_the_real_engine_makes_a_sound_of_every_sentence_of_a_screen(
    qtbot: QtBot, flow: Flow, real: tuple[Speaker, FakeLoudspeaker], tmp_path: Path
) -> None:
    speaker, loudspeaker = real
    flow.press_way("audio")
    sentences = Guide().see(flow.view(NOW))
    assert texts.home_question("") in sentences
    pieces = Spoken(Languages(tmp_path)).pieces(sentences, "es")
    for count, piece in enumerate(pieces, start=1):
        speaker.say([piece])
        qtbot.waitUntil(lambda: len(loudspeaker.played) == count, timeout=20_000)  # noqa: B023
        loudspeaker.end()
    for number, sound in enumerate(loudspeaker.played):
        file = tmp_path / f"{number}.wav"
        file.write_bytes(write(sound))
        again: Sound = read(file.read_bytes())
        assert again.seconds > 0.3
        assert max(again.samples) > 0
    assert len(loudspeaker.played) == len(pieces) >= 4
