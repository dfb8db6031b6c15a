"""The hall board of one zone: shows the calls and says them."""

from __future__ import annotations

from display_board.composer import Composer
from display_board.player import Player
from display_board.presenter import Presenter
from display_board.screens.window import BoardWindow
from display_board.talker import Talker
from display_board.voice import Voice
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.ui.hub_link import HubLink
from shared.ui.run import Screen, ScreenOptions, run


def main(options: ScreenOptions, zone: str, sound: bool) -> int:
    """Run until the window closes. `zone` "" shows all calls; without `sound` it is a silent board."""
    device = options.device or "board-1"
    hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.BOARD, device, zone=zone, silent=not sound)
    voices: list[Voice] = []

    def build(link: HubLink) -> Screen:
        window = BoardWindow()
        voice = Voice(Player(), Composer(Talker())) if sound else Voice()
        voices.append(voice)
        presenter = Presenter(link, window, voice, sound=sound)
        return window, presenter.told

    status = run(options, hello, build)
    for voice in voices:
        voice.close()
    return status
