"""A board's neighbours, and Monday's calls."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from shared.ui import theme, tokens


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Fonts and colours of the program, nothing moving."""
    theme.apply(qapp)
    tokens.motion = 0.0
    yield
    tokens.motion = 1.0
