"""The board between a hub, a voice and a window."""

from __future__ import annotations

import logging
from datetime import time

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from display_board import texts
from display_board.board import AWAY_AFTER_S, Stage
from display_board.clip import clip
from display_board.presenter import MUTE_AFTER_S, Presenter
from display_board.screens.window import BoardWindow
from display_board.voice import Voice
from shared.domain.catalogue import Catalogue
from shared.domain.commands import NoteSpoken
from shared.domain.voice import Loudness, Voice as VoiceOfCentre
from shared.lan.views import CallView, CatalogueView, VoiceView
from tests.fakes.calls import OPEN, call, queue
from tests.fakes.link import FakeLink
from tests.fakes.sound import PLAIN, FakeLoudspeaker, FakeSpeech

pytestmark = pytest.mark.usefixtures("dressed")


class Hall:
    """A whole board on fakes; `at` is its clock in seconds."""

    def __init__(self, qtbot: QtBot, catalogue: Catalogue, *, sound: bool = True, device: bool = True) -> None:
        self.qtbot = qtbot
        self.at = 0.0
        self.link = FakeLink()
        self.loudspeaker, self.speech = FakeLoudspeaker(device), FakeSpeech()
        self.voice = Voice(self.loudspeaker, self.speech, pace=0)
        self.window = BoardWindow()
        qtbot.addWidget(self.window)
        self.window.resize(1920, 1080)
        self.window.show()
        self.presenter = Presenter(self.link, self.window, self.voice, sound=sound, clock=lambda: self.at)
        self.catalogue = catalogue

    def come(self, *calls: CallView) -> None:
        self.link.come()
        self.link.show(
            {
                "catalogue": CatalogueView(self.catalogue),
                "hall": OPEN,
                "voice": VoiceView("board-1"),
                "queue/PJ": queue("PJ", (10, 15)),
            }
        )
        self.call(*calls)

    def call(self, *calls: CallView) -> None:
        """The hub tells all these calls in one frame."""
        if calls:
            self.link.show({f"call/{one.call}": one for one in calls})

    def say_all(self) -> None:
        """The loudspeaker plays whatever it is given, one after the other."""
        while self.loudspeaker.playing:
            with self.qtbot.waitSignal(self.voice.said):
                self.loudspeaker.end()

    def told(self) -> list[NoteSpoken]:
        """What the hub was told of the calls."""
        return [order for order in self.link.sent if isinstance(order, NoteSpoken)]

    def text(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def sees(self, name: str) -> bool:
        widget = self.window.findChild(QWidget, name)
        return widget is not None and widget.isVisible()


@pytest.fixture
def hall(qtbot: QtBot, region_sur: Catalogue) -> Hall:
    hall = Hall(qtbot, region_sur)
    hall.come()
    return hall


def test_a_call_is_shown_and_said(hall: Hall) -> None:
    hall.call(call(1, "PJ 047", 20))
    assert (hall.text("newest-number"), hall.text("newest-counter")) == ("PJ 047", "20")
    assert hall.speech.sentences == ["pe jota, cuarenta y siete. Módulo veinte."]
    assert hall.loudspeaker.played == [clip(PLAIN)]


def test_calls_that_come_together_are_said_one_after_the_other(hall: Hall) -> None:
    hall.call(call(1, "PJ 047", 20), call(2, "BN 118", 3), call(3, "RT 036", 9))
    hall.say_all()
    assert [sentence.partition(",")[0] for sentence in hall.speech.sentences] == [
        "pe jota",
        "be ene",
        "erre te",
        "erre te",
    ]
    assert hall.loudspeaker.played == [
        clip(PLAIN, hurried=True),
        clip(PLAIN, hurried=True),
        clip(PLAIN),
        clip(PLAIN, again=True),
    ]
    assert hall.text("newest-number") == "RT 036"


def test_the_spoken_log_equals_the_call_log(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    made = [call(n, f"PJ {n:03d}", 1 + n % 7, recall=n % 5 == 0) for n in range(1, 41)]
    hall.call(*made[:7])
    hall.say_all()
    for one in made[7:]:
        hall.call(one)
    hall.say_all()
    assert [spoken.call for spoken in hall.presenter.view().spoken] == list(range(1, 41))
    lines = [record.getMessage() for record in caplog.records if record.name == "display_board.presenter"]
    assert lines == [f"announced {one.number} at counter {one.counter}" for one in made]
    assert [told.call for told in hall.told()] == list(range(1, 41))


def test_calls_already_there_at_the_start_are_not_said(qtbot: QtBot, region_sur: Catalogue) -> None:
    hall = Hall(qtbot, region_sur)
    hall.link.mirror.views = {"call/1": call(1), "call/2": call(2)}
    hall.come()
    assert hall.loudspeaker.played == []
    assert hall.text("newest-number") == "PJ 002"


def test_a_hub_that_is_away_is_said_plainly_within_ten_seconds(hall: Hall) -> None:
    hall.call(call(1, "PJ 047", 20))
    hall.say_all()
    hall.link.come(False)
    hall.at += AWAY_AFTER_S
    with hall.qtbot.waitSignal(hall.presenter._tick.timeout):
        pass
    assert hall.sees("away")
    assert not hall.sees("newest")
    assert not hall.sees("recent-0")
    assert "personal" in hall.text("away-title")
    hall.link.come()
    assert not hall.sees("away")
    assert hall.sees("newest")


def test_without_a_device_the_board_says_so_and_calls_pass_in_order(qtbot: QtBot, region_sur: Catalogue) -> None:
    hall = Hall(qtbot, region_sur, device=False)
    hall.come()
    assert hall.sees("no-sound")
    hall.call(call(1), call(2), call(3))
    qtbot.waitUntil(lambda: len(hall.presenter.view().spoken) == 3)
    assert hall.text("newest-number") == "PJ 003"
    hall.loudspeaker.plug(True)
    assert not hall.sees("no-sound")


def test_a_silent_board_shows_calls_and_misses_no_sound(qtbot: QtBot, region_sur: Catalogue) -> None:
    hall = Hall(qtbot, region_sur, sound=False, device=False)
    hall.come()
    hall.call(call(1))
    assert hall.text("newest-number") == "PJ 001"
    assert not hall.sees("no-sound")
    assert hall.loudspeaker.played == []


def test_before_the_hub_is_found_the_board_says_that_it_looks_for_it(qtbot: QtBot, region_sur: Catalogue) -> None:
    hall = Hall(qtbot, region_sur)
    assert hall.presenter.view().stage is Stage.CONNECTING
    assert hall.text("away-title") == texts.CONNECTING


def test_the_hub_is_told_of_each_call_once_it_was_heard(hall: Hall) -> None:
    hall.call(call(1, "PJ 047", 20))
    assert hall.told() == []
    with hall.qtbot.waitSignal(hall.voice.said):
        hall.loudspeaker.end()
    assert hall.told() == [NoteSpoken(1, "PJ 047")]
    hall.say_all()
    assert len(hall.told()) == 1


def test_a_board_beside_the_one_that_speaks_shows_and_says_nothing(hall: Hall) -> None:
    hall.link.show(voice=VoiceView("board-2"))
    hall.call(call(1), call(2))
    hall.qtbot.waitUntil(lambda: hall.text("newest-number") == "PJ 002")
    assert hall.loudspeaker.played == []
    assert hall.told() == []
    assert not hall.sees("no-sound")


def test_where_no_board_can_speak_the_hub_is_told_what_was_shown(hall: Hall) -> None:
    hall.link.show(voice=VoiceView(""))
    hall.call(call(1))
    hall.qtbot.waitUntil(lambda: hall.told() == [NoteSpoken(1, "PJ 001", aloud=False)])


def test_a_board_without_a_sound_device_leaves_speaking_to_another_one(hall: Hall) -> None:
    hall.loudspeaker.plug(False)
    hall.presenter._on_tick()
    hall.at += MUTE_AFTER_S
    hall.presenter._on_tick()
    assert hall.link.hello.silent
    hall.loudspeaker.plug(True)
    hall.presenter._on_tick()
    assert not hall.link.hello.silent
    assert len(hall.link.hellos) == 2


def test_the_voice_is_as_loud_as_the_centre_wants_it_at_this_hour(qtbot: QtBot, region_sur: Catalogue) -> None:
    volume = (Loudness(time(8), 70), Loudness(time(11), 100))
    hall = Hall(qtbot, replace(region_sur, voice=VoiceOfCentre(volume=volume)))
    hall.come(call(1, spoken=True))
    hall.call(call(2))
    assert hall.loudspeaker.percent == [70]
