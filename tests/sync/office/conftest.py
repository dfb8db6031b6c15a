from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.office.store import OfficeStore


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "office.sqlite"


@pytest.fixture
def store(file: Path) -> Iterator[OfficeStore]:
    with OfficeStore(file) as store:
        yield store
