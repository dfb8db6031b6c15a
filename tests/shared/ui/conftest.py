"""Every widget test runs dressed, still, and at the size of the design."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from shared.ui import theme, tokens
from shared.ui.scale import Scale


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp)
    tokens.motion = 0.0
    yield
    tokens.motion = 1.0
    theme.apply(qapp, factor=Scale())
