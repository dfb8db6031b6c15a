from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from display_board.calls import Announcement, CallShown
from display_board.clip import clip
from display_board.voice import Voice
from tests.fakes.sound import PLAIN, FakeLoudspeaker, FakeSpeech

pytestmark = pytest.mark.usefixtures("qapp")


def announcement(number: str = "PJ 047", *, again: bool = False) -> Announcement:
    return Announcement(CallShown(1, number, 20), again=again)


@pytest.fixture
def loudspeaker() -> FakeLoudspeaker:
    return FakeLoudspeaker()


@pytest.fixture
def speech() -> FakeSpeech:
    return FakeSpeech()


@pytest.fixture
def voice(loudspeaker: FakeLoudspeaker, speech: FakeSpeech) -> Voice:
    return Voice(loudspeaker, speech, pace=0)


def test_a_call_is_one_sound_with_its_sentence(
    qtbot: QtBot, voice: Voice, loudspeaker: FakeLoudspeaker, speech: FakeSpeech
) -> None:
    with qtbot.waitSignal(voice.said):
        voice.say(announcement())
        loudspeaker.end()
    assert speech.sentences == ["pe jota, cuarenta y siete. Módulo veinte."]
    assert loudspeaker.played == [clip(PLAIN)]


def test_the_second_time_there_is_no_chime(qtbot: QtBot, voice: Voice, loudspeaker: FakeLoudspeaker) -> None:
    with qtbot.waitSignal(voice.said):
        voice.say(announcement(again=True))
        loudspeaker.end()
    assert loudspeaker.played == [clip(PLAIN, again=True)]


def test_nothing_is_said_until_the_sound_has_ended(qtbot: QtBot, voice: Voice, loudspeaker: FakeLoudspeaker) -> None:
    with qtbot.assertNotEmitted(voice.said, wait=30):
        voice.say(announcement())
    with qtbot.waitSignal(voice.said):
        loudspeaker.end()


def test_two_calls_at_once_are_refused(voice: Voice) -> None:
    voice.say(announcement())
    with pytest.raises(RuntimeError, match="being said"):
        voice.say(announcement())


def test_a_short_sound_still_leaves_the_call_its_while(qtbot: QtBot, loudspeaker: FakeLoudspeaker) -> None:
    voice = Voice(loudspeaker, FakeSpeech(None), pace=0.02)
    with qtbot.waitSignal(voice.said):
        voice.say(announcement())
        with qtbot.assertNotEmitted(voice.said, wait=20):
            loudspeaker.end()


def test_without_a_voice_the_chime_is_played(qtbot: QtBot, loudspeaker: FakeLoudspeaker) -> None:
    voice = Voice(loudspeaker, FakeSpeech(None), pace=0)
    with qtbot.waitSignal(voice.said):
        voice.say(announcement())
        loudspeaker.end()
    assert loudspeaker.played == [clip(None)]


def test_without_a_device_calls_pass_in_silence_and_somebody_is_told(qtbot: QtBot) -> None:
    loudspeaker = FakeLoudspeaker(there=False)
    voice = Voice(loudspeaker, FakeSpeech(), pace=0)
    assert voice.is_mute()
    with qtbot.waitSignal(voice.said):
        voice.say(announcement())
    assert loudspeaker.played == []


def test_a_device_that_is_plugged_in_is_used(qtbot: QtBot) -> None:
    loudspeaker = FakeLoudspeaker(there=False)
    voice = Voice(loudspeaker, FakeSpeech(), pace=0)
    with qtbot.waitSignal(voice.heard_changed):
        loudspeaker.plug(True)
    assert not voice.is_mute()
    voice.say(announcement())
    assert loudspeaker.playing


def test_a_board_that_is_to_be_silent_misses_nothing(qtbot: QtBot, voice: Voice, loudspeaker: FakeLoudspeaker) -> None:
    voice.wanted = False
    loudspeaker.plug(False)
    assert not voice.is_mute()
    with qtbot.waitSignal(voice.said):
        voice.say(announcement())


def test_a_machine_without_sound_at_all_is_mute() -> None:
    assert Voice().is_mute()


def test_closing_closes_the_loudspeaker(voice: Voice, loudspeaker: FakeLoudspeaker) -> None:
    voice.close()
    assert loudspeaker.closed


def test_a_call_is_as_loud_as_the_hour_and_says_the_way(
    qtbot: QtBot, voice: Voice, loudspeaker: FakeLoudspeaker, speech: FakeSpeech
) -> None:
    voice.percent = 70
    with qtbot.waitSignal(voice.said):
        voice.say(announcement(), "al fondo a la derecha")
        loudspeaker.end()
    assert loudspeaker.percent == [70]
    assert speech.sentences == ["pe jota, cuarenta y siete. Módulo veinte. Al fondo a la derecha."]


def test_only_what_was_heard_in_words_was_aloud(qtbot: QtBot, loudspeaker: FakeLoudspeaker) -> None:
    for speech, aloud in ((FakeSpeech(), True), (FakeSpeech(None), False)):
        voice = Voice(loudspeaker, speech, pace=0)
        with qtbot.waitSignal(voice.said):
            voice.say(announcement())
            loudspeaker.end()
        assert voice.was_aloud is aloud
