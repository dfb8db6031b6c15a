"""Pictures and films, decoded by the real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from display_board.media.projector import Projector

ROOT = Path(__file__).parents[3]
WITHIN = 30_000

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def projector() -> Iterator[Projector]:
    projector = Projector()
    yield projector
    projector.close()


def frame(qtbot: QtBot, projector: Projector, path: Path | None = None) -> QImage:
    with qtbot.waitSignal(projector.frame, timeout=WITHIN) as seen:
        if path:
            projector.show(str(path), QSize(320, 180))
    assert seen.args is not None
    image = seen.args[0]
    assert isinstance(image, QImage)
    return image


def failed(qtbot: QtBot, projector: Projector, path: Path) -> object:
    with qtbot.waitSignal(projector.failed, timeout=WITHIN) as seen:
        projector.show(str(path), QSize(320, 180))
    assert seen.args is not None
    return seen.args[0]


def test_a_picture_is_as_large_as_its_panel_lets_it(qtbot: QtBot, projector: Projector, tmp_path: Path) -> None:
    path = tmp_path / "tall picture.png"  # a blank in its name
    image = QImage(600, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#B5121B"))
    image.save(str(path))
    seen = frame(qtbot, projector, path)
    assert (seen.width(), seen.height()) == (90, 180)
    assert seen.pixelColor(45, 90) == QColor("#B5121B")


def test_what_is_no_picture_is_told_and_the_next_one_is_shown(
    qtbot: QtBot, projector: Projector, tmp_path: Path
) -> None:
    broken, good = tmp_path / "broken.png", tmp_path / "good.png"
    broken.write_bytes(b"no picture")
    QImage(16, 9, QImage.Format.Format_RGB32).save(str(good))
    assert failed(qtbot, projector, broken) == str(broken)
    assert frame(qtbot, projector, good).width() == 320


@pytest.mark.logs("ended by itself")
def test_a_process_that_dies_is_told_and_the_next_file_begins_another(
    qtbot: QtBot, projector: Projector, tmp_path: Path
) -> None:
    good = tmp_path / "good.png"
    QImage(16, 9, QImage.Format.Format_RGB32).save(str(good))
    frame(qtbot, projector, good)
    with qtbot.waitSignal(projector.failed, timeout=WITHIN):
        projector._process.kill()
    assert frame(qtbot, projector, good).width() == 320


def test_a_film_moves_stands_still_and_moves_again(qtbot: QtBot, projector: Projector, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    made = subprocess.run(
        [sys.executable, "-m", "tests.tools.film", str(film), "1"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    if made.returncode or not film.stat().st_size > 1_000:
        pytest.skip(f"Qt has no encoder here: {made.stderr}")
    assert frame(qtbot, projector, film).width() == 320
    assert frame(qtbot, projector) != frame(qtbot, projector)
    projector.hold(True)
    qtbot.wait(300)  # what was on its way has come
    with qtbot.assertNotEmitted(projector.frame, wait=300):
        pass
    projector.hold(False)
    frame(qtbot, projector)
