from __future__ import annotations

from collections.abc import Iterator

import pytest

from sync.office.server import application
from sync.office.store import OfficeStore
from sync.signing import Key
from tests.fakes.asking import Asking
from tests.fakes.country import NOW, fill
from tests.fakes.office import sqlite_url


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """An office with three centres. Nothing that is asked of a page changes it."""
    with OfficeStore(sqlite_url(tmp_path_factory.mktemp("office") / "office.sqlite")) as store:
        fill(store)
        yield store


@pytest.fixture
def pages(filled: OfficeStore) -> Asking:
    return Asking(application(filled, Key.new(), lambda: NOW))
