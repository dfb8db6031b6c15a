"""A citizen types a document at the real window: sealed by the hub, forgotten by the window, never on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from installers.faultlab.canary import ASKING
from shared.ui import theme, tokens
from tests.conftest import CENTRES
from tests.fakes.hub_process import HubProcess
from tests.fakes.stored import select
from tests.trips.test_kiosk_and_hub import Kiosk

NUMBER = "00471183"
WALK = ("purpose-procedure", "entity-pj", "service-PJ02", "preferential-no")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    centre = tmp_path / "centre.toml"
    centre.write_text(
        (CENTRES / "region-sur.toml").read_text(encoding="utf-8") + ASKING.format(place=""), encoding="utf-8"
    )
    hub = HubProcess(tmp_path, centre)
    hub.start()
    yield hub
    hub.kill()


@pytest.fixture
def kiosk(hub: HubProcess, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Kiosk]:
    theme.apply(qapp)
    tokens.motion = 0.0
    kiosk = Kiosk(hub, qtbot, tmp_path / "paper")
    yield kiosk
    kiosk.end()
    tokens.motion = 1.0


def walk(kiosk: Kiosk) -> None:
    kiosk.until("home")
    kiosk.tap(*WALK)
    kiosk.until("document")


def test_a_typed_document_is_kept_sealed_and_a_second_number_is_refused(
    kiosk: Kiosk, hub: HubProcess, tmp_path: Path
) -> None:
    walk(kiosk)
    kiosk.tap(*(f"digit-{digit}" for digit in NUMBER), "document-done")
    kiosk.until("ticket")
    kiosk.qtbot.waitUntil(lambda: kiosk.ticket().paper == "printed", timeout=15_000)
    assert select(hub.store, "SELECT field FROM sealed") == [("document",)]
    kiosk.tap("done")
    walk(kiosk)
    kiosk.tap(*(f"digit-{digit}" for digit in NUMBER), "document-done")
    kiosk.until("sorry")
    kiosk.tap("done")
    walk(kiosk)
    kiosk.tap("document-skip")
    kiosk.until("ticket")
    assert select(hub.store, "SELECT count(*) FROM ticket") == [(2,)]
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        assert NUMBER.encode() not in path.read_bytes(), path
