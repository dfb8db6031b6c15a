"""Which board speaks."""

from __future__ import annotations

import asyncio
from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.hub.voices import Voices
from shared.lan.client import HubClient
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.lan.views import VoiceView
from tests.fakes.identities import connected
from tests.fakes.running_hub import begun


def board(device: str, zone: str = "1", *, silent: bool = False) -> Hello:
    return Hello((PROTOCOL, PROTOCOL), DeviceRole.BOARD, device, zone=zone, silent=silent)


def speaks(voices: Voices, zone: str = "1") -> str:
    return voices.view(zone).device


def test_one_board_of_a_zone_speaks_and_the_next_one_when_it_is_gone() -> None:
    voices = Voices()
    assert speaks(voices) == ""
    assert voices.came(board("board-1"))
    assert not voices.came(board("board-2"))
    assert speaks(voices) == "board-1"
    assert voices.went(board("board-1"))
    assert speaks(voices) == "board-2"
    assert voices.went(board("board-2"))
    assert speaks(voices) == ""


def test_a_silent_board_never_speaks_and_each_zone_has_its_own() -> None:
    voices = Voices()
    assert not voices.came(board("board-0", silent=True))
    assert voices.came(board("board-1"))
    assert voices.came(board("board-2", "2"))
    assert not voices.went(board("board-0", silent=True))
    assert (speaks(voices), speaks(voices, "2")) == ("board-1", "board-2")


def test_a_board_whose_new_line_comes_before_its_old_one_ends_goes_on_speaking() -> None:
    voices = Voices()
    voices.came(board("board-1"))
    assert not voices.came(board("board-1"))
    assert not voices.went(board("board-1"))
    assert speaks(voices) == "board-1"


def test_the_others_of_the_zone_are_told(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:

            async def until(client: HubClient, device: str) -> None:
                async with asyncio.timeout(5):
                    while client.mirror.get("voice", VoiceView) != VoiceView(device):
                        await asyncio.sleep(0.01)

            async with connected([running.url], board("board-2")) as second:
                await until(second, "board-2")
                async with connected([running.url], board("board-1")) as first:
                    await until(first, "board-2")
                async with connected([running.url], board("board-3")) as third:
                    await until(third, "board-2")
                    await second.close()
                    await until(third, "board-3")

    asyncio.run(journey())
