"""The sample centre on a Monday at nine in Lima, its day open."""

from __future__ import annotations

import pytest

from shared.domain.catalogue import Catalogue
from tests.fakes.scene import Scene


@pytest.fixture
def scene(region_sur: Catalogue) -> Scene:
    return Scene(region_sur)
