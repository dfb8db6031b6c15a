"""The short form of `make api-fuzz`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.office import sqlite_url
from tests.tools.fuzz_api import SHORT, fuzz, office

PROBES = "Invalid HTTP request received"  # schemathesis asks first what a server stands


@pytest.mark.logs(PROBES)
def test_no_query_that_the_page_allows_or_forbids_is_answered_with_a_server_error(url: str) -> None:
    with office(url) as to:
        found = fuzz(*to, SHORT, 10)
    assert found.failures == ()
    assert found.operations == 6
    assert found.cases >= 60


@pytest.mark.logs(PROBES, "Exception in ASGI application")
def test_a_broken_handler_is_found(file: Path) -> None:
    """The control of the test above."""
    with office(sqlite_url(file), broken=True) as (url, key):
        assert fuzz(url, key, SHORT, 10).server_errors
