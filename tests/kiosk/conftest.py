from __future__ import annotations

import pytest

from kiosk.flow import Flow
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
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
