from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from sync.exchange import LARGEST_BODY, Batch
from tests.fakes.office import RunningOffice, running_office
from tests.fakes.records import CENTRE, STORE, batch, record

pytestmark = pytest.mark.anyio
RECORDS = f"/v1/centres/{CENTRE}/{STORE}/records"
CURSOR = f"/v1/centres/{CENTRE}/{STORE}/cursor"


@pytest.fixture
async def office(file: Path) -> AsyncIterator[RunningOffice]:
    async with running_office(file) as office:
        yield office


@pytest.fixture
async def http(office: RunningOffice) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=office.url, trust_env=False) as client:
        yield client


async def push(http: httpx.AsyncClient, batch: Batch) -> httpx.Response:
    return await http.post(RECORDS, content=msgspec.json.encode(batch))


def at(cursor: int) -> dict[str, Any]:
    return {"type": "cursor", "centre": CENTRE, "incarnation": STORE, "cursor": cursor}


async def test_the_cursor_of_an_unknown_store_is_zero(http: httpx.AsyncClient) -> None:
    answer = await http.get(CURSOR)
    assert (answer.status_code, answer.json()) == (200, at(0))


async def test_a_batch_is_acknowledged_with_the_new_cursor(http: httpx.AsyncClient) -> None:
    answer = await push(http, batch(0, 20, 10, 15))
    assert (answer.status_code, answer.json()) == (200, at(20))
    assert (await http.get(CURSOR)).json() == at(20)


async def test_a_batch_that_was_taken_already_is_acknowledged_again(http: httpx.AsyncClient) -> None:
    await push(http, batch(0, 20, 10, 15))
    answer = await push(http, batch(0, 20, 10, 15))
    assert (answer.status_code, answer.json()) == (200, at(20))


async def test_a_batch_above_the_cursor_is_told_where_to_resume(http: httpx.AsyncClient) -> None:
    await push(http, batch(0, 20, 10))
    answer = await push(http, batch(25, 40, 30))
    assert (answer.status_code, answer.json()) == (409, at(20))


async def test_the_counts_of_all_centres_are_told(http: httpx.AsyncClient) -> None:
    await push(http, batch(0, 20, 10, 15))
    (count,) = (await http.get("/v1/centres")).json()["centres"]
    assert (count["centre"], count["incarnation"], count["cursor"], count["records"]) == (CENTRE, STORE, 20, 2)
    assert count["last_received_at"].endswith("Z")


@pytest.mark.logs("a batch was not taken")
async def test_a_malformed_batch_is_refused_whole_and_says_what_and_where(
    http: httpx.AsyncClient, office: RunningOffice
) -> None:
    body = msgspec.to_builtins(batch(0, 20, 10, 15))
    body["records"][1]["calls"] = "two"
    answer = await http.post(RECORDS, content=msgspec.json.encode(body))
    problem = "the batch cannot be read: Expected `int`, got `str` - at `$.records[1].calls`"
    assert (answer.status_code, answer.json()) == (422, {"type": "problem", "problem": problem})
    assert (office.store.cursor(CENTRE, STORE), office.store.centres()) == (0, [])


async def test_a_body_beyond_all_measure_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.post(RECORDS, content=b" " * (LARGEST_BODY + 1))
    assert answer.status_code == 413


@pytest.mark.logs("the store failed")
async def test_a_store_that_fails_is_told_without_a_traceback(http: httpx.AsyncClient, file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON attention BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
    other.close()
    answer = await push(http, batch(0, 20, 10))
    assert (answer.status_code, answer.json()["problem"]) == (503, "the office's store failed: disk is full")


async def test_the_page_shows_what_each_centre_sent(http: httpx.AsyncClient) -> None:
    assert "Todavía no ha llegado ningún registro" in (await http.get("/")).text
    await push(http, batch(0, 20, 10, 15))
    answer = await http.get("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    for words in ("<h2>region-sur</h2>", "2 registros recibidos", "Lunes 23 de noviembre de 2026", "<td>2</td>"):
        assert words in answer.text


async def test_a_centre_whose_store_was_made_anew_is_one_section(http: httpx.AsyncClient) -> None:
    await push(http, batch(0, 20, 10, 15))
    second = Batch(0, 20, (record(10, incarnation="another"),))
    await http.post(f"/v1/centres/{CENTRE}/another/records", content=msgspec.json.encode(second))
    page = (await http.get("/")).text
    assert page.count("<h2>region-sur</h2>") == 1
    assert "3 registros recibidos" in page


async def test_what_a_centre_calls_itself_cannot_become_markup(http: httpx.AsyncClient) -> None:
    name = "<b>x"
    body = msgspec.json.encode(Batch(0, 20, (record(10, centre=name, entity="<i>"),)))
    await http.post(f"/v1/centres/{name}/{STORE}/records", content=body)
    page = (await http.get("/")).text
    assert "&lt;b&gt;x" in page
    assert "<b>" not in page
    assert "<I>" not in page


async def test_the_page_fetches_nothing(http: httpx.AsyncClient) -> None:
    answer = await http.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not any(word in answer.text for word in ("<script", "src=", "href=", "url("))
