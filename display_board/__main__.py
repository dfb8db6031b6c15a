"""The hall board of one zone: shows the calls and says them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from display_board.media.programme import Programme
from display_board.media.projector import Projector
from display_board.phrases import Phrases
from display_board.presenter import Presenter
from display_board.screens.window import BoardWindow
from display_board.voice import Voice
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.languages.packs import Languages
from shared.ui.hub_link import HubLink
from shared.ui.run import Screen, ScreenOptions, run
from shared.ui.sound.composer import Composer
from shared.ui.sound.player import Player
from shared.ui.sound.talker import Talker

log = logging.getLogger(__name__)


def main(
    options: ScreenOptions, zone: str, *, sound: bool, languages: Path | None = None, media: Path | None = None
) -> int:
    """Run until the window closes. `zone` "" shows all calls; without `sound` it is a silent board.

    languages: a folder with the centre's own packs. media: the folder of what is shown between calls.
    """
    device = options.device or "board-1"
    hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.BOARD, device, zone=zone, silent=not sound)
    ends: list[Callable[[], None]] = []

    def build(link: HubLink) -> Screen:
        programme, projector = (Programme(media, zone), Projector()) if media else (None, None)
        window = BoardWindow(projector)
        if programme and projector:
            projector.failed.connect(programme.cannot_show)
            ends.append(projector.close)
        voice = Voice(Player(), Composer(Talker()), phrases(languages)) if sound else Voice()
        ends.append(voice.close)
        presenter = Presenter(link, window, voice, sound=sound, programme=programme)
        return window, presenter.told

    status = run(options, hello, build)
    for end in ends:
        end()
    return status


def phrases(own: Path | None) -> Phrases:
    packs = Languages(own)
    for wrong in packs.wrong:
        log.warning(wrong)
    return Phrases(packs)
