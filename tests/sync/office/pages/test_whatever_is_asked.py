"""Whatever is written after the office's address, a page answers."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings, strategies as st

from sync.office.server import application
from sync.office.store import OfficeStore
from sync.signing import Key
from tests.fakes.asking import Asking
from tests.fakes.country import NOW, fill
from tests.fakes.office import sqlite_url

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORD = st.sampled_from(["cusco", "piura", "PJ01", "2026", "2026-11-23", "2026-11", "0000", "centros", "horas"]) | ANY
PATH = st.one_of(
    st.just("/"),
    st.builds("/centro/{}".format, WORD.map(lambda word: quote(word, safe=""))),
    st.builds("/centro/cusco/servicio/{}".format, WORD.map(lambda word: quote(word, safe=""))),
    st.builds("/boletin/{}".format, st.integers(-(10**30), 10**30)),
    ANY.map(lambda word: f"/{quote(word)}"),
)
QUERY = st.dictionaries(st.sampled_from(["dia", "mes", "csv", "otra"]), WORD, max_size=3)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    if request.param == "sqlite":
        url = sqlite_url(tmp_path_factory.mktemp("office") / "office.sqlite")
    else:
        url = request.getfixturevalue("postgres").empty("pages")
    with OfficeStore(url) as store:
        fill(store)
        yield Asking(application(store, Key.new(), lambda: NOW))


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(path=PATH, query=QUERY)
@example(path="/centro/cusco/servicio/%00", query={})  # which PostgreSQL cannot be asked for
def test_a_page_or_that_there_is_none(pages: Asking, path: str, query: dict[str, str]) -> None:
    answer = pages.get(path, params=query)
    assert answer.status_code in (200, 404), answer.text
    assert answer.headers["content-type"].split(";")[0] in ("text/html", "text/csv", "application/json")
