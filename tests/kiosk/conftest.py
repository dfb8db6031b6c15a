from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from kiosk.flow import Flow
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.ui import theme, tokens
from tests.fakes.morning import OPEN, REGION_SUR, service_views


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_centre(REGION_SUR)


@pytest.fixture
def flow(catalogue: Catalogue) -> Flow:
    """A kiosk at home, with the hub there and the day open."""
    flow = Flow()
    flow.hub_is_there(True)
    flow.see(catalogue, OPEN, service_views(catalogue).values())
    return flow


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> Iterator[None]:
    """Widgets dressed, still, and at the size of the design."""
    theme.apply(qapp)
    tokens.motion = 0.0
    yield
    tokens.motion = 1.0


@pytest.fixture(scope="module", params=[(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def window(request: pytest.FixtureRequest, dressed: None) -> Iterator[KioskWindow]:  # noqa: ARG001
    """The kiosk's window at its exact size: one for all tests of a file, as one serves all citizens of a day."""
    window = KioskWindow()
    window.setFixedSize(*request.param)
    window.show()
    yield window
    window.close()
    shiboken6.delete(window)
