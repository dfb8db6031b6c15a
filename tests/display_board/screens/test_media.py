"""The panel of pictures: nothing in it competes with a call."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from display_board.board import BoardView, Stage
from display_board.calls import CallShown
from display_board.media.programme import ItemShown
from display_board.screens.window import BoardWindow
from shared.ui import tokens

NOW = datetime(2026, 11, 23, 10, 41, tzinfo=ZoneInfo("America/Lima"))
PICTURE = ItemShown("dni", "dni.png", "Campaña de DNI")
VIEW = BoardView(
    Stage.OPEN, NOW, CallShown(9, "RW 1888", 108), notice="Siempre", item=PICTURE, has_media=True
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("dressed")


class FakeProjector(QObject):
    """Gives one white picture for each file it is to show."""

    frame = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self.size = QSize()
        self.held = False
        self.holds: list[bool] = []

    def show(self, path: str, size: QSize) -> None:
        self.path, self.size = path, size
        if path:
            image = QImage(size, QImage.Format.Format_RGB32)
            image.fill(QColor("white"))
            self.frame.emit(image)

    def hold(self, held: bool) -> None:
        self.held = held
        self.holds.append(held)


@pytest.fixture
def projector(qapp: QObject) -> FakeProjector:  # noqa: ARG001
    return FakeProjector()


@pytest.fixture
def window(qtbot: QtBot, projector: FakeProjector) -> BoardWindow:
    window = BoardWindow(projector)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show_view(VIEW)
    window.show()
    return window


def part(window: BoardWindow, name: str) -> QWidget:
    widget = window.findChild(QWidget, name)
    assert widget is not None
    return widget


def brightness(window: BoardWindow) -> int:
    media = part(window, "media")
    place = QRect(media.mapTo(window, media.rect().topLeft()), media.size())
    return window.grab().toImage().pixelColor(place.center()).lightness()


def test_a_picture_fills_its_panel_and_has_a_name(window: BoardWindow, projector: FakeProjector) -> None:
    assert projector.path == "dni.png"
    assert projector.size == part(window, "media").size()
    assert part(window, "media").accessibleName() == "Campaña de DNI"
    assert brightness(window) == 255


@pytest.mark.parametrize("change", [{"pulsing": True}, {"backlog": 2}])
def test_while_somebody_is_called_the_panel_is_still_and_dim(
    window: BoardWindow, projector: FakeProjector, change: dict[str, int]
) -> None:
    tokens.motion = 1.0
    before = part(window, "media").geometry()
    window.show_view(replace(VIEW, **change))
    assert projector.held
    assert brightness(window) < 130
    assert part(window, "media").geometry() == before
    window.show_view(VIEW)
    assert not projector.held
    assert brightness(window) == 255


def test_where_nothing_may_move_a_film_stands_at_its_first_picture(
    window: BoardWindow, projector: FakeProjector
) -> None:
    assert projector.held
    assert brightness(window) == 255
    window.show_view(replace(VIEW, item=ItemShown("film", "film.webm", "Cómo llegar")))
    assert projector.path == "film.webm"
    assert projector.held
    assert projector.holds == [True, False, True]


def test_a_text_stands_in_the_same_place(window: BoardWindow, projector: FakeProjector) -> None:
    before = part(window, "media").geometry()
    window.show_view(replace(VIEW, item=ItemShown("words", "", "Hoy hasta las 17:00")))
    label = window.findChild(QLabel, "notice")
    assert label is not None
    assert label.isVisible()
    assert label.text() == "Hoy hasta las 17:00"
    assert label.parentWidget().geometry() == before
    assert not part(window, "media").isVisible()
    assert projector.path == ""


def test_without_a_programme_the_notice_of_the_centre_stands(window: BoardWindow) -> None:
    window.show_view(replace(VIEW, item=None, has_media=False))
    label = window.findChild(QLabel, "notice")
    assert label is not None
    assert label.text() == "Siempre"


def test_a_board_without_its_hub_shows_no_media(window: BoardWindow) -> None:
    window.show_view(replace(VIEW, stage=Stage.AWAY, item=None, has_media=False))
    assert not part(window, "media").isVisible()
