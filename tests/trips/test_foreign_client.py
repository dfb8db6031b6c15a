"""A client in another language, written from docs/protocol.md alone, takes a ticket at a real hub."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from shared.domain.roles import DeviceRole
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import identity
from tests.fakes.stored import select
from tests.tools.foreign import FOLDER, node_program


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    assert hub.stop() == 0


def kiosk() -> str:
    return str(identity(DeviceRole.KIOSK, "foreign-kiosk").folder)


def told(said: IO[str]) -> Any:
    """The next thing that the client says, or what it ended with."""
    return json.loads(said.readline() or '{"did": "ended"}')


def test_it_gets_its_number_and_after_a_killed_hub_the_same_number(hub: HubProcess) -> None:
    command = [node_program("ws"), "foreign_client.mjs", hub.url, kiosk(), "PJ01"]
    with subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.PIPE, text=True) as client:
        assert client.stdout
        try:
            first = told(client.stdout)
            hub.kill()
            hub.start()
            again = told(client.stdout)
            assert client.wait(10) == 0
        finally:
            client.kill()
    assert (first["did"], again["did"]) == ("took", "repeated")
    assert (first["centre"], first["receipt"]["number"]) == ("region-sur", "PJ 001")
    assert (again["receipt"], again["seq"], again["waiting"]) == (first["receipt"], first["seq"], 1)
    assert stored(hub.store) == [("PJ 001", "PJ", 1, 1, "waiting")]


def stored(store: Path) -> list[tuple[Any, ...]]:
    return select(store, "SELECT number, prefix, count, preferential, state FROM ticket")


def test_it_understands_a_refusal(hub: HubProcess) -> None:
    command = [node_program("ws"), "foreign_client.mjs", hub.url, kiosk(), "XX99"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1
    assert json.loads(done.stdout) == {"did": "refused", "code": "unknown_service", "params": {"service": "XX99"}}
