"""The kiosk, from its first window to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.guiding import Guiding
from kiosk.inputs import Inputs, read_inputs
from kiosk.presenter import Presenter
from kiosk.screens.keys import by_code
from kiosk.screens.window import KioskWindow
from kiosk.scribe import Scribe
from kiosk.speaker import Speaker
from kiosk.spoken import Spoken
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.languages.tongues import Tongues
from shared.ui import scale
from shared.ui.hub_link import HubLink
from shared.ui.paper import Paper
from shared.ui.run import Screen, ScreenOptions, run
from shared.ui.sound.composer import Composer
from shared.ui.sound.player import Player
from shared.ui.sound.talker import Talker


def main(options: ScreenOptions, printer: str = "", inputs: Path | None = None, *, listen: Path | None = None) -> int:
    """Run until the window closes. `printer`: an address of its own, instead of the centre's.

    `inputs`: the file that says what else than a finger it is used with, instead of the usual one. `listen`: a file for
    what it says, in the place of sound.
    Raises PrinterSettingError, RobotBusy, UnreadableInputs.
    """
    used = read_inputs(inputs)
    by_code(used.actions())  # before there is a window
    paper = Paper(printer)
    ends: list[Callable[[], None]] = []

    def build(link: HubLink) -> Screen:
        window, tongues = KioskWindow(), Tongues()
        presenter = Presenter(link, window, paper, parent=window, tongues=tongues)
        paper.watch()
        guiding = Guiding(presenter, window, used, speaker(used, listen), Spoken(tongues.languages))
        ends.append(guiding.close)
        return window, presenter.view

    try:
        options = replace(options, design=scale.KIOSK)
        return run(options, Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, options.device), build)
    finally:
        for end in ends:
            end()
        paper.close()


def speaker(inputs: Inputs, listen: Path | None = None) -> Speaker | None:
    """None where the kiosk has no sound."""
    if listen:
        scribe = Scribe(listen)
        return Speaker(lambda: scribe, lambda: scribe)
    return Speaker(lambda: Composer(Talker(lacks="the audio guide is not heard")), Player) if inputs.voice else None
