"""The real loudspeaker, whose sound is played in a process of its own."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.ui.sound.player import Player
from tests.fakes.sound import PLAIN

pytestmark = pytest.mark.usefixtures("qapp")

STAND_IN = """
import os, sys
print("devices 1", flush=True)
for line in sys.stdin:
    with open(sys.argv[1], "a") as log:
        print(line.split()[0], os.getpid(), file=log)
    if sys.argv[2] == "dies" or (sys.argv[2] == "dies once" and open(sys.argv[1]).read().count("\\n") == 1):
        os.abort()
    print("ended", line.strip().split(" ", 1)[1], flush=True)
"""


LATE = """
import sys
print("devices 1", flush=True)
for line in sys.stdin:
    print(line.strip(), file=open(sys.argv[1], "a"))
    order, _, path = line.strip().partition(" ")
    if order == "20":
        first = path
    else:
        print("ended", path or first, flush=True)
"""
"""What it was told first it ends only when it is told to stop."""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """What the stand-in was told: how loud, and its process."""
    return tmp_path / "told"


def player(log: Path, how: str = "plays") -> Iterator[Player]:
    player = Player(program=(sys.executable, "-c", STAND_IN, str(log), how))
    yield player
    player.close()


@pytest.fixture
def ready(qtbot: QtBot, log: Path, request: pytest.FixtureRequest) -> Iterator[Player]:
    for made in player(log, request.param):
        qtbot.waitUntil(made.can_play)
        yield made


def told(log: Path) -> list[tuple[str, int]]:
    return [(percent, int(process)) for percent, process in (line.split() for line in log.read_text().splitlines())]


@pytest.mark.parametrize("ready", ["plays"], indirect=True)
def test_a_sound_is_played_to_its_end_as_loud_as_wanted(qtbot: QtBot, ready: Player, log: Path) -> None:
    with qtbot.waitSignal(ready.ended):
        ready.play(PLAIN, 70)
    assert [percent for percent, _ in told(log)] == ["70"]


@pytest.mark.logs("ended by itself")
@pytest.mark.parametrize("ready", ["dies once"], indirect=True)
def test_a_sound_server_that_dies_takes_no_call_with_it(qtbot: QtBot, ready: Player, log: Path) -> None:
    with qtbot.waitSignal(ready.ended):
        ready.play(PLAIN)
    assert len({process for _, process in told(log)}) == 2, "it is played again, by another process"
    with qtbot.waitSignal(ready.ended):
        ready.play(PLAIN)


@pytest.mark.logs("ended by itself")
@pytest.mark.parametrize("ready", ["dies"], indirect=True)
def test_a_sound_that_always_ends_its_player_is_given_up(qtbot: QtBot, ready: Player, log: Path) -> None:
    with qtbot.waitSignal(ready.ended):
        ready.play(PLAIN)
    assert len(told(log)) == 2


@pytest.mark.logs("ended by itself")
@pytest.mark.parametrize("ready", ["plays"], indirect=True)
def test_a_player_that_is_killed_while_silent_comes_back(qtbot: QtBot, ready: Player, log: Path) -> None:
    with qtbot.waitSignal(ready.ended):
        ready.play(PLAIN)
    with qtbot.waitSignal(ready.devices_changed):
        os.kill(told(log)[0][1], signal.SIGTERM)
    assert not ready.can_play()
    qtbot.waitUntil(ready.can_play)
    with qtbot.waitSignal(ready.ended):
        ready.play(PLAIN)


def test_where_nothing_can_play_the_real_process_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nowhere")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    player = Player()
    with qtbot.waitSignal(player.devices_changed, timeout=20_000):
        pass
    assert not player.can_play()
    player.close()


def test_a_sound_that_follows_at_once_is_not_ended_by_the_one_it_cut_short(qtbot: QtBot, log: Path) -> None:
    speaker = Player(program=(sys.executable, "-c", LATE, str(log)))
    qtbot.waitUntil(speaker.can_play)
    ended: list[object] = []
    speaker.ended.connect(lambda: ended.append(1))
    speaker.play(PLAIN, 20)
    speaker.stop()
    with qtbot.waitSignal(speaker.ended):
        speaker.play(PLAIN, 60)
    assert len(ended) == 1
    assert [line.split()[0] for line in log.read_text().splitlines()] == ["20", "stop", "60"]
    speaker.close()
