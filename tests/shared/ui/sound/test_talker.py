from __future__ import annotations

import shutil
import sys
from array import array
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.domain.languages import call, sentence
from shared.ui.sound.talker import PROGRAM, Talker
from shared.ui.sound.wav import Sound

spoken = pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="espeak-ng is not installed")
scripted = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def said(qtbot: QtBot, talker: Talker, sentence: str) -> Sound | None:
    with qtbot.waitSignal(talker.made, timeout=5_000) as made:
        talker.make(sentence)
    assert made.args is not None
    sound = made.args[0]
    assert sound is None or isinstance(sound, Sound)
    return sound


def stand_in(folder: Path, lines: str) -> str:
    """A program in the place of espeak-ng."""
    path = folder / "voice"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@spoken
def test_a_sentence_becomes_sound(qtbot: QtBot) -> None:
    talker = Talker()
    sound = said(qtbot, talker, sentence(call("PJ 047", 20)))
    assert sound is not None
    assert 2.0 < sound.seconds < 5.0
    assert max(array("h", sound.samples)) > 8_000
    talker.close()


@spoken
def test_a_longer_number_takes_longer_to_say(qtbot: QtBot) -> None:
    talker = Talker()
    short, long = (said(qtbot, talker, sentence(call(number, 108))) for number in ("A 001", "RW 1888"))
    assert short is not None
    assert long is not None
    assert long.seconds > short.seconds * 1.3
    talker.close()


@spoken
def test_the_same_sentence_is_made_once(qtbot: QtBot) -> None:
    talker = Talker()
    first = said(qtbot, talker, "pe jota, uno.")
    assert said(qtbot, talker, "pe jota, uno.") is first
    talker.close()


@pytest.mark.logs("not installed")
def test_a_machine_without_the_program_says_so_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    talker = Talker("no-such-voice")
    assert said(qtbot, talker, "uno") is None
    assert said(qtbot, talker, "dos") is None
    assert len(caplog.records) == 1
    talker.close()


@scripted
@pytest.mark.logs("ended with status 3")
def test_a_program_that_fails_leaves_the_chime_and_one_line_in_the_log(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    talker = Talker(stand_in(tmp_path, "cat > /dev/null; exit 3"))
    assert said(qtbot, talker, "uno") is None
    assert said(qtbot, talker, "dos") is None
    assert len(caplog.records) == 1
    talker.close()


@scripted
@pytest.mark.logs("made no sound")
def test_a_program_that_writes_nothing_leaves_the_chime(qtbot: QtBot, tmp_path: Path) -> None:
    talker = Talker(stand_in(tmp_path, "cat > /dev/null"))
    assert said(qtbot, talker, "uno") is None
    talker.close()


@scripted
@pytest.mark.logs("took more than")
def test_a_program_that_hangs_is_ended_and_the_next_sentence_has_its_turn(qtbot: QtBot, tmp_path: Path) -> None:
    talker = Talker(stand_in(tmp_path, "exec sleep 30"), within_ms=80)
    assert said(qtbot, talker, "uno") is None
    assert said(qtbot, talker, "dos") is None
    talker.close()


@scripted
def test_closing_ends_a_program_in_the_middle(qtbot: QtBot, tmp_path: Path) -> None:
    talker = Talker(stand_in(tmp_path, "exec sleep 30"))
    talker.make("uno")
    with qtbot.assertNotEmitted(talker.made):
        talker.close()
