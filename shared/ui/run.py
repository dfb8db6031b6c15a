"""The life of a program with a screen: Qt, fonts, theme, the line to the hub, the window; then all of it in reverse."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from shared.lan.discovery import Listener, read_url
from shared.lan.messages import Hello
from shared.ui import scale, theme, tokens
from shared.ui.hub_link import HubLink, Places
from shared.ui.robot import Robot
from shared.ui.scale import Reference, Scale

log = logging.getLogger(__name__)

Screen = tuple[QWidget, Callable[[], object]]
"""A program's top window, and what its robot is told as the view (anything msgspec can encode)."""


@dataclass(frozen=True)
class ScreenOptions:
    """What every program with a screen is started with.

    hub: its URL, or "" to discover it (`centre` narrows the search). size: "" for full screen, "1080x1920" for
    exactly that, "fit 1080x1920" for that scaled to the desktop. robot: name of the robot's socket, or "".
    design: the size the screens were drawn for; all they show is scaled from it to the window.
    """

    hub: str = ""
    centre: str = ""
    device: str = ""
    size: str = ""
    robot: str = ""
    motion: bool = True
    design: Reference = scale.KIOSK


def run(options: ScreenOptions, hello: Hello, build: Callable[[HubLink], Screen]) -> int:
    """Run one program until its window closes or it is told to end. Returns the exit status."""
    size = read_size(options.size)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Suyana")
    theme.apply(application, factor=Scale.fitting(options.design, *_extent(size)))
    tokens.motion = 1.0 if options.motion else 0.0
    _end_on_signals(application)
    with _places(options) as places:
        link = HubLink(hello, places)
        window, tell_view = build(link)
        robot = Robot(options.robot, window, tell_view) if options.robot else None
        _show(window, size)
        link.start()
        log.info("%s %s started", hello.role, hello.device)
        status = application.exec()
        link.stop()
        if robot:
            robot.close()
        window.close()
        window.deleteLater()
    log.info("%s %s ended", hello.role, hello.device)
    return status


@contextmanager
def _places(options: ScreenOptions) -> Iterator[Places]:
    if options.hub:
        url = read_url(options.hub)
        yield lambda: [url]
        return
    listener = Listener(options.centre)
    try:
        yield listener.places
    finally:
        listener.close()


def read_size(text: str) -> tuple[bool, int, int] | None:
    """("fit 1080x1920") -> (True, 1080, 1920); "" -> None. Raises ValueError in one sentence."""
    if not text:
        return None
    words = text.split()
    width, _, height = words[-1].partition("x")
    if not (width.isdigit() and height.isdigit()) or words[:-1] not in ([], ["fit"]):
        raise ValueError(f'size {text!r}: expected "1080x1920" or "fit 1080x1920"')
    return words[:-1] == ["fit"], int(width), int(height)


def _extent(size: tuple[bool, int, int] | None) -> tuple[int, int]:
    """The width and height the window will have."""
    screen = QGuiApplication.primaryScreen()
    if size is None:
        return screen.geometry().width(), screen.geometry().height()
    fit, width, height = size
    if not fit:
        return width, height
    room = screen.availableGeometry()
    factor = min(1.0, room.width() * 0.9 / width, room.height() * 0.88 / height)
    return round(width * factor), round(height * factor)


def _show(window: QWidget, size: tuple[bool, int, int] | None) -> None:
    if size is None:
        # On a bare X server, without a window manager, showFullScreen() does nothing: hence the geometry.
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(QGuiApplication.primaryScreen().geometry())
        window.showFullScreen()
        return
    fit, _, _ = size
    width, height = _extent(size)
    if fit:
        window.resize(width, height)
    else:
        window.setGeometry(QRect(0, 0, width, height))
        window.setFixedSize(width, height)
    window.show()


def _end_on_signals(application: QApplication) -> None:
    def end(_number: int, _frame: object) -> None:
        application.quit()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    beat = QTimer(application)  # Python sees a signal only when it runs: Qt's loop must come back to it now and then
    beat.timeout.connect(lambda: None)
    beat.start(250)
