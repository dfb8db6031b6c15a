"""A program that sees only the accessibility tree takes a ticket, as a screen reader's user would: the real kiosk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.domain.roles import DeviceRole
from tests.conftest import ROOT
from tests.fakes.desktop import desktop
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import machine
from tests.fakes.stored import select

CITIZEN = ROOT / "tests" / "tools" / "accessible_citizen.py"
DEBIAN_PYTHON = "/usr/bin/python3"  # whom its packages with GObject's bindings belong to
CHOICES = ("Hacer un trámite", "Poder Judicial", "Certificado de antecedentes penales", "Todavía no", "Sí")
WITHIN = 20.0  # seconds, for each


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    hub.kill()


@contextmanager
def kiosk(program: str, hub: HubProcess, environment: dict[str, str], folder: Path) -> Iterator[None]:
    options = [
        "--hub",
        hub.url,
        "--identity",
        str(machine(DeviceRole.KIOSK, "kiosk-1", folder)),
        "--size",
        "1080x1920",
        "--still",
        "--printer",
        f"file:{folder}",
    ]
    command = [sys.executable, "-m", *program.split(), *options]
    with (folder / "kiosk.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


def citizen(environment: dict[str, str], *names: str, within: float = WITHIN) -> subprocess.CompletedProcess[str]:
    command = [DEBIAN_PYTHON, "-W", "ignore", str(CITIZEN), str(within), *names]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_ticket_is_taken_by_the_names_of_things_alone(hub: HubProcess, tmp_path: Path) -> None:
    with desktop() as environment, kiosk("suyana kiosk", hub, environment, tmp_path):
        done = citizen(environment, *CHOICES, "Su número es")
        assert done.returncode == 0, done.stderr
    names = json.loads(done.stdout)
    assert "PJ\u00a0001" in names or "PJ 001" in names
    assert select(hub.store, "SELECT number, preferential FROM ticket") == [("PJ 001", 1)]


def test_without_names_it_cannot_be_taken(hub: HubProcess, tmp_path: Path) -> None:
    with desktop() as environment, kiosk("tests.tools.nameless_kiosk", hub, environment, tmp_path):
        seen = citizen(environment, "¿Qué necesita hacer hoy?", within=WITHIN)  # the screen is there, and it is read
        assert seen.returncode == 0, seen.stderr
        done = citizen(environment, *CHOICES, "Su número es", within=1)
    assert done.returncode == 1
    assert f"nothing to press is called {CHOICES[0]!r}" in done.stderr
    assert select(hub.store, "SELECT number FROM ticket") == []
