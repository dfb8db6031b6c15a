"""The life of a program with a screen: Qt, fonts, theme, the line to the hub, the window; then all of it in reverse."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from shared.lan.discovery import places_of
from shared.lan.identity import Identity, is_paired, usual_folder
from shared.lan.messages import DeviceRole, Hello
from shared.ui import scale, theme, tokens
from shared.ui.garbage import Garbage
from shared.ui.hub_link import HubLink
from shared.ui.outbox import STALE, Outbox, opened
from shared.ui.pairing import Pairing
from shared.ui.pairing_window import PairingWindow
from shared.ui.robot import Robot
from shared.ui.scale import Reference, Scale
from shared.ui.size import extent, read_size, show

log = logging.getLogger(__name__)

BEAT_MS = 1_000
JOURNAL = "journal.sqlite"
CITIZENS_WAIT = timedelta(hours=48)
"""A kiosk asks for the answer to every order again: somebody may hold the number."""

Screen = tuple[QWidget, Callable[[], object]]
"""A program's top window, and what its robot is told as the view (anything msgspec can encode)."""


@dataclass(frozen=True)
class ScreenOptions:
    """What every program with a screen is started with.

    hub: its URL, or "" to discover it. identity: the folder of this device's, None for the usual one.
    size: "" for full screen, other words as `read_size` takes them. robot: name of the robot's socket, or "".
    kept: `keeper.Keeper` watches it.
    design: the size the screens were drawn for; all they show is scaled from it to the window.
    """

    hub: str = ""
    identity: Path | None = None
    device: str = ""
    size: str = ""
    robot: str = ""
    motion: bool = True
    kept: bool = False
    design: Reference = scale.KIOSK


def run(options: ScreenOptions, hello: Hello, build: Callable[[HubLink], Screen]) -> int:
    """Run one program until its window closes or it is told to end. Returns the exit status. Raises NoIdentity.

    `hello` as this program would say it; its device is the one that the identity names.
    """
    size = read_size(options.size)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Suyana")
    theme.apply(application, factor=Scale.fitting(options.design, *extent(size)))
    tokens.motion = 1.0 if options.motion else 0.0
    _end_on_signals(application)
    if options.kept:
        _beat(application)
    folder = options.identity or usual_folder(hello.device)
    identity = _identity(application, options, hello, folder)
    if identity is None:
        return 0
    hello = replace(hello, device=identity.device)
    with places_of(options.hub, identity) as places:
        outbox = _outbox(identity)
        link = HubLink(hello, places, identity, outbox=outbox)
        window, tell_view = build(link)
        robot = Robot(options.robot, window, tell_view) if options.robot else None
        show(window, size)
        garbage = Garbage()
        garbage.start()
        link.start()
        log.info("%s %s started", hello.role, hello.device)
        status = application.exec()
        link.stop()
        garbage.stop()
        if robot:
            robot.close()
        window.close()
        window.deleteLater()
        if outbox.journal:
            outbox.journal.close()
    log.info("%s %s ended", hello.role, hello.device)
    return status


def _identity(application: QApplication, options: ScreenOptions, hello: Hello, folder: Path) -> Identity | None:
    """This device's; where there is none a screen asks for the code, until the device is paired or the window closed.

    Raises NoIdentity where there is one that cannot be read.
    """
    if is_paired(folder):
        return Identity.load(folder)
    log.warning("this device is not paired with a centre yet: there is no identity in %s", folder)
    pairing = Pairing(hello.role, folder, options.hub)
    window = PairingWindow(pairing, folder.name, at_a_desk=options.design is scale.COUNTER)
    robot = Robot(options.robot, window, window.view) if options.robot else None
    pairing.paired.connect(application.quit)
    show(window, read_size(options.size))
    application.exec()
    pairing.stop()
    if robot:
        robot.close()
    window.close()
    window.deleteLater()
    return Identity.load(folder) if is_paired(folder) else None


def _outbox(identity: Identity) -> Outbox:
    """In the folder of the device's identity. A board has nothing to remember: what it has said, it can say again."""
    if identity.role is DeviceRole.BOARD:
        return Outbox()
    return opened(identity.folder / JOURNAL, CITIZENS_WAIT if identity.role is DeviceRole.KIOSK else STALE)


def _beat(application: QApplication) -> None:
    """To whoever watches this program, from the loop that draws its screen: a frozen one is silent."""
    beat = QTimer(application)
    beat.timeout.connect(lambda: print("alive", flush=True))
    beat.start(BEAT_MS)


def _end_on_signals(application: QApplication) -> None:
    def end(_number: int, _frame: object) -> None:
        application.quit()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    beat = QTimer(application)  # Python sees a signal only when it runs: Qt's loop must come back to it now and then
    beat.timeout.connect(lambda: None)
    beat.start(250)
