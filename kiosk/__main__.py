"""The kiosk, from its first window to its end."""

from __future__ import annotations

from dataclasses import replace

from kiosk.presenter import Presenter
from kiosk.screens.window import KioskWindow
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.ui import scale
from shared.ui.hub_link import HubLink
from shared.ui.paper import Paper
from shared.ui.run import Screen, ScreenOptions, run


def main(options: ScreenOptions, printer: str = "") -> int:
    """Run until the window closes. `printer`: an address of its own, instead of the centre's.

    Raises PrinterSettingError, RobotBusy.
    """
    paper = Paper(printer)

    def build(link: HubLink) -> Screen:
        window = KioskWindow()
        presenter = Presenter(link, window, paper, parent=window)
        paper.watch()
        return window, presenter.view

    try:
        options = replace(options, design=scale.KIOSK)
        return run(options, Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, options.device), build)
    finally:
        paper.close()
