"""One sound of recordings and sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from shared.ui.sound.composer import BETWEEN_S, LANGUAGES_S, RATE, Composer
from shared.ui.sound.piece import Piece, Saying
from shared.ui.sound.wav import Sound, write
from tests.fakes.sound import PLAIN

pytestmark = pytest.mark.usefixtures("qapp")


class FakeEngine(QObject):
    """Says whatever it is told in a tenth of a second."""

    made = Signal(object)

    def __init__(self, sound: Sound | None = PLAIN) -> None:
        super().__init__()
        self.sound = sound
        self.sentences: list[tuple[str, str]] = []

    def make(self, sentence: str, language: str = "es") -> None:
        self.sentences.append((sentence, language))
        self.made.emit(self.sound)

    def close(self) -> None:
        pass


def composed(qtbot: QtBot, composer: Composer, saying: Saying) -> Sound | None:
    with qtbot.waitSignal(composer.made) as made:
        composer.make(saying)
    assert made.args is not None
    sound = made.args[0]
    assert sound is None or isinstance(sound, Sound)
    return sound


def recorded(folder: Path, name: str, rate: int = RATE) -> Path:
    path = folder / f"{name}.wav"
    path.write_bytes(write(Sound.of([5_000] * (rate // 10), rate)))
    return path


def test_recordings_and_sentences_come_in_their_order(qtbot: QtBot, tmp_path: Path) -> None:
    engine = FakeEngine()
    number = recorded(tmp_path, "n47", 44_100)
    saying = ((Piece(text="pe jota"), Piece((number,))), (Piece(text="see", language="en"),))
    sound = composed(qtbot, Composer(engine), saying)
    assert sound
    assert engine.sentences == [("pe jota", "es"), ("see", "en")]
    assert sound.rate == RATE
    assert sound.seconds == pytest.approx(0.1 + 0.1 + BETWEEN_S + LANGUAGES_S + 0.1, abs=0.01)


def test_where_nothing_can_be_said_there_is_no_sound(qtbot: QtBot) -> None:
    saying = ((Piece(text="pe jota"),), (Piece(text="see", language="en"),))
    assert composed(qtbot, Composer(FakeEngine(None)), saying) is None


@pytest.mark.logs("cannot be played")
def test_a_recording_that_is_none_is_left_out_and_told(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "n20.wav"
    broken.write_bytes(b"no sound")
    sound = composed(qtbot, Composer(FakeEngine()), ((Piece((broken, recorded(tmp_path, "n47"))),),))
    assert sound
    assert sound.seconds == pytest.approx(0.1 + BETWEEN_S, abs=0.01)
    assert "n20.wav cannot be played" in caplog.text
