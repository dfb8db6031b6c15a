"""What comes down from the office: in the log at once, in force between two days, known again after a start."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.template import ServiceTemplate, Template
from shared.hub.__main__ import put_in_force
from shared.lan.messages import DeviceRole
from shared.lan.views import FromOfficeView, OfficeLineView
from tests.fakes.identities import connected
from tests.fakes.running_hub import FIRST_MOMENT, RunningHub, begun, hello

pytestmark = pytest.mark.anyio
TEMPLATE = Template(services=(ServiceTemplate("PJ01", fee_cents=9900),))


def order(version: int = 1, digest: str = "aa", since: date | None = None) -> c.TakeTemplate:
    return c.TakeTemplate(version, digest, 1, 1, TEMPLATE, since)


def fee(running: RunningHub) -> int:
    return running.hub.committed.centre.catalogue.service["PJ01"].fee_cents


async def test_the_office_s_catalogue_waits_for_the_end_of_the_day(tmp_path: Path, region_sur: Catalogue) -> None:
    before = region_sur.service["PJ01"].fee_cents
    async with (
        begun(tmp_path / "c.sqlite", region_sur) as running,
        connected([running.url], hello(DeviceRole.SYNC)) as sync,
    ):
        await sync.ask(order())
        await running.hub.tick()
        assert fee(running) == before

        def waits() -> bool:
            shown = sync.mirror.get("from_office", FromOfficeView)
            return shown is not None and (shown.template, shown.waits, shown.waits_digest) == (0, 1, "aa")

        await sync.until(lambda _: waits())
        await running.hub.order(c.CloseDay())
        await running.hub.tick()
        assert fee(running) == 9900
        await sync.until(lambda mirror: mirror.views["from_office"] == FromOfficeView(1, "aa"))


async def test_a_hub_that_begins_again_knows_it_and_the_centre_file_is_under_it(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    store = tmp_path / "c.sqlite"
    async with begun(store, region_sur) as running:
        await running.hub.order(c.CloseDay())
        await running.hub.order(order())
        await running.hub.tick()
        await running.hub.order(order(2, "bb", date(2027, 1, 1)))
    other = msgspec.structs.replace(region_sur, motto="Otro lema")
    async with begun(store, region_sur) as running:
        await put_in_force(running.hub, other)
        assert (fee(running), running.hub.committed.centre.catalogue.motto) == (9900, "Otro lema")
        assert running.hub.committed.centre.templates.version == 1
        await running.hub.tick()
        assert running.hub.committed.centre.templates.version == 1
        waiting = running.hub.committed.centre.templates.waiting
        assert waiting
        assert waiting.since == date(2027, 1, 1)


async def test_the_log_says_with_which_office_s_catalogue_a_day_was_lived(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async with begun(tmp_path / "c.sqlite", region_sur) as running:
        await running.hub.order(order())
        await running.hub.order(c.CloseDay())
        await running.hub.tick()
        entries = await running.hub.read_log(0, 100, whole_day=False)
        changed = [each.event for each, _ in entries if isinstance(each.event, e.CatalogueChanged)]
        assert [(each.template, each.template_digest) for each in changed] == [(0, ""), (1, "aa")]


async def test_appointments_of_the_office_carry_how_far_they_are_known(tmp_path: Path, region_sur: Catalogue) -> None:
    slot = FIRST_MOMENT + timedelta(hours=2)
    async with (
        begun(tmp_path / "c.sqlite", region_sur) as running,
        connected([running.url], hello(DeviceRole.SYNC)) as sync,
    ):
        for change in (7, 8):
            await sync.ask(c.LoadAppointments((e.Appointment("48213377", "PJ01", (slot,)),), change=change))
        await sync.until(lambda mirror: mirror.views["from_office"] == FromOfficeView(0, "", appointments=8))
    async with begun(tmp_path / "c.sqlite", region_sur) as running:
        assert running.hub.committed.centre.appointments_change == 8
        assert running.hub.committed.centre.appointments["48213377"].slots == (slot,)


async def test_an_appointment_without_slots_is_valid_no_more(tmp_path: Path, region_sur: Catalogue) -> None:
    slot = FIRST_MOMENT + timedelta(minutes=5)
    async with begun(tmp_path / "c.sqlite", region_sur) as running:
        await running.hub.order(c.LoadAppointments((e.Appointment("48213377", "BN01", (slot,)),)))
        await running.hub.order(c.LoadAppointments((e.Appointment("48213377", "BN01", ()),), instead=True))
        with pytest.raises(Exception, match="unknown_appointment"):
            await running.hub.order(c.CheckIn("48213377"))


async def test_how_the_line_stands_is_shown_to_a_supervisor_and_never_stored(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async with begun(tmp_path / "c.sqlite", region_sur) as running:
        before = running.hub.seq
        async with connected([running.url], hello(DeviceRole.CONSOLE)) as console:
            async with connected([running.url], hello(DeviceRole.SYNC)) as sync:
                await sync.ask(c.TellOfficeLine("offline", 12, False, FIRST_MOMENT, None, 900))
                await console.until(lambda mirror: "office_line" in mirror.views)
                shown = console.mirror.get("office_line", OfficeLineView)
                assert shown
                assert (shown.state, shown.waiting, shown.speed) == ("offline", 12, 900)
            await console.until(lambda mirror: getattr(mirror.views["office_line"], "state", "") == "away")
        assert running.hub.seq == before
