"""Pairing is begun by a supervisor, seen by supervisor and console only, and good for one attempt."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.roles import DeviceRole
from shared.hub.pairing import GOOD_FOR, SHOWN_FOR, Pairing
from shared.lan import views as v
from shared.lan.client import HubRefused
from tests.fakes.identities import connected
from tests.fakes.running_hub import FIRST_MOMENT, begun, hello


def test_supervisor_sees_the_code_and_nobody_else_does(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.SUPERVISOR)) as supervisor,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            await supervisor.ask(c.StartPairing(DeviceRole.COUNTER, counter=20))
            await supervisor.until(lambda mirror: "pairing" in mirror.views)
            view = supervisor.mirror.get("pairing", v.PairingView)
            assert view
            assert (view.state, view.device, len(view.code)) == ("waiting", "counter-20", 8)
            with pytest.raises(HubRefused, match="not_allowed"):
                await kiosk.ask(c.StartPairing(DeviceRole.BOARD))
            assert "pairing" not in kiosk.mirror.views

    asyncio.run(journey())


def test_admitted_and_revoked_devices_are_shown(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.SUPERVISOR)) as supervisor,
        ):
            await running.hub.order(c.AdmitDevice("kiosk-7", DeviceRole.KIOSK, "ab" * 32))
            await supervisor.until(lambda mirror: "device/kiosk-7" in mirror.views)
            await supervisor.ask(c.RevokeDevice("kiosk-7"))

            def revoked() -> bool:
                view = supervisor.mirror.get("device/kiosk-7", v.DeviceView)
                return view is not None and (view.role, view.state) == (DeviceRole.KIOSK, "revoked")

            await supervisor.until(lambda _: revoked())
            with pytest.raises(HubRefused, match="unknown_device"):
                await supervisor.ask(c.RevokeDevice("kiosk-8"))

    asyncio.run(journey())


@pytest.mark.logs("cannot prove it to kiosk-1")
def test_impostor_is_told_to_the_supervisor_once(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.SUPERVISOR)) as supervisor,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            for _ in range(2):
                await kiosk.ask(c.ReportImpostor("192.0.2.9:7171"))
            await supervisor.until(lambda mirror: "impostor/192.0.2.9:7171" in mirror.views)

    asyncio.run(journey())


def test_code_is_good_for_one_attempt() -> None:
    pairing = Pairing()
    pairing.start(c.StartPairing(DeviceRole.KIOSK), "kiosk-1", FIRST_MOMENT)
    first = pairing.attempt("192.0.2.7", FIRST_MOMENT)
    assert first
    assert first.code
    assert pairing.attempt("192.0.2.8", FIRST_MOMENT) is None
    assert pairing.view
    assert (pairing.view.state, pairing.view.by, pairing.view.code) == ("burnt", "192.0.2.7", "")
    pairing.succeeded()
    assert pairing.view.state == "paired"


def test_code_expires_after_two_minutes_and_is_forgotten_later() -> None:
    pairing = Pairing()
    pairing.start(c.StartPairing(DeviceRole.KIOSK), "kiosk-1", FIRST_MOMENT)
    assert pairing.attempt("192.0.2.7", FIRST_MOMENT + GOOD_FOR) is None
    assert pairing.view
    assert pairing.view.state == "expired"
    pairing.time_passed(FIRST_MOMENT + GOOD_FOR + SHOWN_FOR + timedelta(seconds=1))
    assert pairing.view is None


def test_cancelled_code_is_good_for_nothing() -> None:
    pairing = Pairing()
    pairing.start(c.StartPairing(DeviceRole.KIOSK), "kiosk-1", FIRST_MOMENT)
    pairing.cancel()
    assert pairing.attempt("192.0.2.7", FIRST_MOMENT) is None


def test_unknown_command_is_refused_by_code_and_the_line_goes_on(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            await kiosk._socket.send('{"type":"command","request":"r1","command":{"type":"fly"}}')
            heard = kiosk._open["r1"] = asyncio.get_running_loop().create_future()
            refused = await heard
            assert (refused.code, refused.params) == ("unknown_command", {"command": "fly"})
            await kiosk.ask(c.IssueTicket("PJ01"))

    asyncio.run(journey())
