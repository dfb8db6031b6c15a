"""Simulated advisors attend who comes, at the counters that nobody attends by hand."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from installers.demo import crew
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.roles import DeviceRole
from shared.domain.ticket import StopState
from shared.lan.identity import Identity
from tests.fakes.identities import identity
from tests.fakes.running_hub import begun


def test_a_ticket_for_an_entity_of_the_crew_is_attended_to_its_end(
    tmp_path: Path, region_sur: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "WALK", (0.0, 0.01))
    monkeypatch.setattr(crew, "REST", (0.0, 0.01))
    monkeypatch.setattr(crew, "HURRIED", 0.0)

    def known(device: str) -> Identity:
        role = DeviceRole.ORIENTATOR if device == "crew" else DeviceRole.COUNTER
        return identity(role, device)

    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            working = asyncio.create_task(crew.crew(running.url, known))
            await running.hub.handle("r1", c.IssueTicket("SU01"), c.Actor("kiosk-1"))
            day = running.hub.committed.day
            assert day
            (ticket,) = day.tickets.values()
            async with asyncio.timeout(10):
                while ticket.state is not StopState.DONE:
                    await asyncio.sleep(0.01)
            assert 3 not in day.counters
            assert 20 not in day.counters
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)

    asyncio.run(journey())
