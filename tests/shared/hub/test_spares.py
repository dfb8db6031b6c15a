"""Spare numbers at a real hub: whose letter, whose ticket, and orders that come late."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.lan.client import HubClient, HubRefused
from shared.lan.messages import DeviceRole, Done, Letter, Receipt
from shared.lan.views import SpareView
from tests.fakes.identities import connected
from tests.fakes.running_hub import FIRST_MOMENT, begun, hello
from tests.fakes.small_centre import SMALL

KIOSK = hello(DeviceRole.KIOSK)
TOKEN = "a-token-of-the-kiosk"


def merge(first: str = "r1", number: int = 1, letter: str = "A", **more: str) -> c.MergeSpare:
    token = hashlib.sha256(TOKEN.encode()).hexdigest()
    taken = FIRST_MOMENT - timedelta(minutes=5)
    return c.MergeSpare(letter, number, first, taken, "PJ01", token=token, **more)  # type: ignore[arg-type]


async def receipt(kiosk: HubClient, command: c.Command, request: str = "") -> Receipt:
    result = (await kiosk.ask(command, request)).result
    assert isinstance(result, Receipt)
    return result


def test_a_kiosk_keeps_its_letter_over_a_restart_and_another_gets_another(tmp_path: Path) -> None:
    async def ask(url: str, device: str) -> Letter:
        async with connected([url], hello(DeviceRole.KIOSK, device)) as kiosk:
            result = (await kiosk.ask(c.TakeLetter())).result
            assert isinstance(result, Letter)
            return result

    async def main() -> None:
        async with begun(tmp_path / "centre.sqlite", SMALL) as running:
            assert await ask(running.url, "kiosk-1") == Letter("A", 0)
        async with begun(tmp_path / "centre.sqlite", SMALL) as running:
            assert await ask(running.url, "kiosk-2") == Letter("B", 0)
            assert await ask(running.url, "kiosk-1") == Letter("A", 0)
            async with connected([running.url], KIOSK) as kiosk:
                await kiosk.ask(merge(number=7))
            assert await ask(running.url, "kiosk-1") == Letter("A", 7)

    asyncio.run(main())


def test_the_answer_that_was_lost_and_the_spare_number_are_one_ticket(tmp_path: Path) -> None:
    async def main() -> None:
        async with begun(tmp_path / "centre.sqlite", SMALL) as running, connected([running.url], KIOSK) as kiosk:
            await kiosk.ask(c.TakeLetter())
            given = await receipt(kiosk, c.IssueTicket("PJ01"), "r1")
            merged = await receipt(kiosk, merge(), "m1")
            assert (merged.ticket, merged.number) == (given.ticket, "A 001")
            assert await receipt(kiosk, merge(), "m1") == merged
            assert (await receipt(kiosk, merge(), "m2")).ticket == given.ticket
            found = await receipt(kiosk, c.FindTicket(token=TOKEN))
            assert found.ticket == given.ticket
            assert len(running.hub.committed.day.tickets) == 1  # type: ignore[union-attr]

    asyncio.run(main())


def test_an_order_that_comes_after_its_spare_number_gives_no_second_ticket(tmp_path: Path) -> None:
    async def main() -> None:
        async with begun(tmp_path / "centre.sqlite", SMALL) as running, connected([running.url], KIOSK) as kiosk:
            await kiosk.ask(c.TakeLetter())
            assert (await receipt(kiosk, merge())).number == "A 001"
            with pytest.raises(HubRefused, match="spare_given"):
                await kiosk.ask(c.IssueTicket("PJ01"), "r1")

    asyncio.run(main())


def test_a_kiosk_merges_under_its_own_letter_only(tmp_path: Path) -> None:
    async def main() -> None:
        async with begun(tmp_path / "centre.sqlite", SMALL) as running, connected([running.url], KIOSK) as kiosk:
            await kiosk.ask(c.TakeLetter())
            with pytest.raises(HubRefused, match="not_the_letter"):
                await kiosk.ask(merge(letter="B"))
            with pytest.raises(HubRefused, match="not_allowed"):
                await kiosk.ask(c.MergeSpare("A", 1, "", FIRST_MOMENT, "PJ01", ticket=2026112300001))

    asyncio.run(main())


def test_order_and_merge_in_one_breath_are_one_ticket(tmp_path: Path) -> None:
    """The order is decided and not on disk yet when its spare number comes."""

    async def main() -> None:
        async with begun(tmp_path / "centre.sqlite", SMALL) as running, connected([running.url], KIOSK) as kiosk:
            await kiosk.ask(c.TakeLetter())
            given, merged = await asyncio.gather(receipt(kiosk, c.IssueTicket("PJ01"), "r1"), receipt(kiosk, merge()))
            assert given.ticket == merged.ticket

    asyncio.run(main())


def test_the_supervisor_is_told_of_each(tmp_path: Path) -> None:
    async def main() -> None:
        async with (
            begun(tmp_path / "centre.sqlite", SMALL) as running,
            connected([running.url], KIOSK) as kiosk,
            connected([running.url], hello(DeviceRole.SUPERVISOR)) as page,
        ):
            await kiosk.ask(c.TakeLetter())
            await kiosk.ask(merge())
            assert (await kiosk.ask(merge("r2", 2, void="not_printed"))).result == Done()
            await page.until(lambda mirror: len(list(mirror.all(SpareView))) == 2)
            views = sorted(page.mirror.all(SpareView), key=lambda view: view.number)
            assert [(view.number, view.own, view.was) for view in views] == [
                ("A 001", "PJ 001", "new"),
                ("A 002", "", "not_printed"),
            ]

    asyncio.run(main())


def test_the_sample_centre_says_how_many_numbers_a_kiosk_gives(region_sur: Catalogue) -> None:
    assert (region_sur.spare_numbers.most, region_sur.spare_numbers.hours) == (300, 24)


def test_a_full_disk_takes_no_new_numbers_but_goes_on_calling(tmp_path: Path) -> None:
    async def main() -> None:
        async with begun(tmp_path / "centre.sqlite", SMALL) as running, connected([running.url], KIOSK) as kiosk:
            await kiosk.ask(c.TakeLetter())
            await kiosk.ask(c.IssueTicket("PJ01"), "r0")
            running.hub.keeper.room.is_full = True
            for refused in (c.IssueTicket("PJ01"), merge()):
                with pytest.raises(HubRefused, match="disk_full"):
                    await kiosk.ask(refused)
            counter = SMALL.counters_of["PJ"][0].number
            await running.hub.order(c.OpenCounter(counter, SMALL.advisors[0].id))
            await running.hub.order(c.CallNext(counter))

    asyncio.run(main())
