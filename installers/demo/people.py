"""The people of the demo: everybody has the same PIN, which is shown to whoever tries the centre out."""

from __future__ import annotations

from shared.lan.client import HubClient

DEMO_PIN = "280721"  # the hub takes it on loopback only


async def comes_in(client: HubClient, person: str) -> None:
    """Sit down at a screen without a screen. Raises HubRefused, HubAway."""
    await client.sign_in(person, DEMO_PIN)
