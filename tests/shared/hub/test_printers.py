"""A kiosk tells how its printer stands: the staff sees it, citizens and boards do not, and nothing is stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.hub.printers import Printers
from shared.lan.client import HubRefused
from shared.lan.messages import DeviceRole
from shared.lan.views import PrinterView
from tests.fakes.identities import connected
from tests.fakes.running_hub import FIRST_MOMENT, begun, hello


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        (c.TellPrinter("ready"), False),
        (c.TellPrinter("unknown"), False),
        (c.TellPrinter("no_printer"), False),
        (c.TellPrinter("ready", paper_low=True), True),
        (c.TellPrinter("paper_out"), True),
        (c.TellPrinter("offline"), True),
    ],
)
def test_only_a_printer_that_needs_somebody_is_seen(said: c.TellPrinter, seen: bool) -> None:
    printers = Printers()
    assert printers.told(said, "kiosk-1", FIRST_MOMENT)
    assert not printers.told(said, "kiosk-1", FIRST_MOMENT), "the same again is no news"
    assert bool(printers.views({"kiosk-1"})) is seen
    assert printers.views({"kiosk-2"}) == {}, "of one that is not here nothing is known"


@pytest.mark.anyio
async def test_the_staff_sees_that_the_roll_ends_and_nothing_is_stored(tmp_path: Path, region_sur: Catalogue) -> None:
    async with begun(tmp_path / "c.sqlite", region_sur) as running:
        before = running.hub.seq
        async with (
            connected([running.url], hello(DeviceRole.CONSOLE)) as console,
            connected([running.url], hello(DeviceRole.BOARD)) as board,
        ):
            async with connected([running.url], hello(DeviceRole.KIOSK)) as kiosk:
                await kiosk.ask(c.TellPrinter("ready", paper_low=True))
                await console.until(lambda mirror: "printer/kiosk-1" in mirror.views)
                shown = console.mirror.get("printer/kiosk-1", PrinterView)
                assert shown
                assert (shown.state, shown.paper_low) == ("ready", True)
                assert "printer/kiosk-1" not in kiosk.mirror.views
                assert "printer/kiosk-1" not in board.mirror.views
                with pytest.raises(HubRefused):
                    await board.ask(c.TellPrinter("ready"))
            await console.until(lambda mirror: "printer/kiosk-1" not in mirror.views)
        assert running.hub.seq == before
