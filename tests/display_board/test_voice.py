from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from display_board.board import Announcement, CallShown
from display_board.clip import clip
from display_board.voice import Voice
from tests.fakes.sound import PLAIN, FakeLoudspeaker, FakeSpeech

pytestmark = pytest.mark.usefixtures("qapp")


def announcement(times: int = 2, number: str = "PJ 047") -> Announcement:
    return Announcement(CallShown(1, number, 20), times)


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
    assert loudspeaker.played == [clip(PLAIN, 2)]


def test_a_call_with_others_behind_it_is_said_once(qtbot: QtBot, voice: Voice, loudspeaker: FakeLoudspeaker) -> None:
    with qtbot.waitSignal(voice.said):
        voice.say(announcement(times=1))
        loudspeaker.end()
    assert loudspeaker.played == [clip(PLAIN, 1)]


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
    assert loudspeaker.played == [clip(None, 2)]


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
