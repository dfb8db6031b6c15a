from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from sync.enrolment import new_code
from sync.exchange import LARGEST_BODY, Batch, write_batch
from sync.office import receiving
from sync.office.store import StoreFailed
from sync.office.store.enrolled import Enrolments
from sync.office_link import OfficeAway, enrol
from sync.signing import NONCE, SIGNATURE, Key, request_parts
from tests.fakes.office import CENTRE_KEY, OFFICE_KEY, RunningOffice, link_to, running_office
from tests.fakes.records import CENTRE, STORE, batch, record

pytestmark = pytest.mark.anyio
HERE = f"/v1/centres/{CENTRE}/{STORE}"
NOT_SIGNED = pytest.mark.logs("a request that is not signed by it")


@pytest.fixture
async def office(file: Path) -> AsyncIterator[RunningOffice]:
    async with running_office(file, "lima-norte") as office:
        yield office


@pytest.fixture
async def http(office: RunningOffice) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=office.url, trust_env=False) as client:
        yield client


async def ask(
    http: httpx.AsyncClient, what: str, body: bytes = b"", here: str = HERE, key: Key = CENTRE_KEY
) -> httpx.Response:
    method, path = "POST" if body else "GET", f"{here}/{what}"
    headers = {NONCE: "once", SIGNATURE: key.sign(*request_parts(method, path, "once", body))}
    return await http.request(method, path, content=body, headers=headers)


async def push(http: httpx.AsyncClient, batch: Batch) -> httpx.Response:
    return await ask(http, "records", write_batch(batch))


def at(cursor: int) -> dict[str, Any]:
    return {"type": "cursor", "centre": CENTRE, "incarnation": STORE, "cursor": cursor, "chain": "", "parked": []}


async def test_the_cursor_of_an_unknown_store_is_zero(http: httpx.AsyncClient) -> None:
    answer = await ask(http, "cursor")
    assert (answer.status_code, answer.json()) == (200, at(0))


async def test_a_batch_is_acknowledged_with_the_new_cursor_once_and_again(http: httpx.AsyncClient) -> None:
    for _ in range(2):
        answer = await push(http, batch(0, 20, 10, 15))
        assert (answer.status_code, answer.json()) == (200, at(20))
    assert (await ask(http, "cursor")).json() == at(20)


async def test_a_batch_above_the_cursor_is_kept_and_told_where_the_hole_begins(http: httpx.AsyncClient) -> None:
    await push(http, batch(0, 20, 10))
    answer = await push(http, batch(25, 40, 30))
    assert (answer.status_code, answer.json()) == (200, at(20))
    assert (await push(http, batch(20, 25))).json() == at(40)


@pytest.mark.logs("put aside")
async def test_a_record_put_aside_is_told_to_its_centre(http: httpx.AsyncClient) -> None:
    sent = Batch(0, 20, (record(10), record(12, because="x" * 65)))
    for answer in (await push(http, sent), await ask(http, "cursor")):
        assert [parked["seq"] for parked in answer.json()["parked"]] == [12]


@pytest.mark.logs("nothing more is taken of it")
async def test_a_log_that_is_another_one_is_stopped(http: httpx.AsyncClient, office: RunningOffice) -> None:
    await push(http, Batch(0, 10, (record(10),), "", "a" * 32))
    answer = await push(http, Batch(10, 20, (record(15),), "b" * 32, "b" * 32))
    assert (answer.status_code, answer.json()["type"]) == (409, "diverged")
    assert (await push(http, Batch(10, 20, (record(15),), "a" * 32, "b" * 32))).status_code == 409
    assert "is not the one that was sent before" in office.store.centres()[0].stopped


@NOT_SIGNED
@pytest.mark.parametrize("what", ["cursor", "records"])
async def test_nothing_is_told_or_taken_without_the_signature_of_the_centre(
    http: httpx.AsyncClient, office: RunningOffice, what: str
) -> None:
    body = write_batch(batch(0, 20, 10)) if what == "records" else b""
    signed = {NONCE: "once", SIGNATURE: CENTRE_KEY.sign(*request_parts("GET", f"{HERE}/x", "once", body))}
    answers = [
        await http.request("POST" if body else "GET", f"{HERE}/{what}", content=body),
        await http.request("POST" if body else "GET", f"{HERE}/{what}", content=body, headers=signed),
        await ask(http, what, body, key=Key.new()),
        await ask(http, what, body, here=f"/v1/centres/nobody/{STORE}"),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4
    assert office.store.centres() == []


@NOT_SIGNED
async def test_one_centre_can_never_write_as_another(file: Path) -> None:
    theirs = Key.new()
    async with running_office(file) as office, httpx.AsyncClient(base_url=office.url, trust_env=False) as http:
        office.enrol("lima-norte", theirs)
        body = write_batch(batch(0, 20, 10))
        assert (await ask(http, "records", body, key=theirs)).status_code == 403
        there = f"/v1/centres/lima-norte/{STORE}"
        assert (await ask(http, "records", body, here=there, key=theirs)).status_code == 200
        assert [centre.centre for centre in office.store.centres()] == ["lima-norte"]


@NOT_SIGNED
async def test_what_a_revoked_centre_brings_counts_a_few_seconds_more_at_most(
    http: httpx.AsyncClient, office: RunningOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its key is remembered so long, since each batch would ask the database for it."""
    assert (await push(http, batch(0, 20, 10))).status_code == 200
    assert Enrolments(office.store).revoke(CENTRE, datetime.now(UTC))
    assert (await push(http, batch(20, 30, 25))).status_code == 200
    loop = asyncio.get_running_loop()
    later = loop.time() + receiving.KNOWN_FOR
    monkeypatch.setattr(loop, "time", lambda: later)
    assert (await push(http, batch(30, 40, 35))).status_code == 403


@NOT_SIGNED
async def test_a_centre_that_was_revoked_is_told_nothing_any_more(
    http: httpx.AsyncClient, office: RunningOffice
) -> None:
    assert (await ask(http, "cursor")).status_code == 200
    assert Enrolments(office.store).revoke(CENTRE, datetime.now(UTC))
    assert (await ask(http, "cursor")).status_code == 403


@pytest.mark.logs("without a code that holds")
async def test_a_centre_is_enrolled_by_its_code_once(office: RunningOffice) -> None:
    key, enrolments = Key.new(), Enrolments(office.store)
    code = enrolments.new("centro-nuevo", datetime.now(UTC))
    assert await in_thread(office, "centro-nuevo", code, key) == OFFICE_KEY.public
    async with link_to(office.url, key) as link:
        assert (await link.cursor("centro-nuevo", STORE)).cursor == 0
    with pytest.raises(OfficeAway, match="no code that holds"):
        await in_thread(office, "centro-nuevo", code, Key.new())


@pytest.mark.logs("without a code that holds")
async def test_a_wrong_an_old_and_another_centres_code_enrol_nobody(office: RunningOffice) -> None:
    enrolments, now = Enrolments(office.store), datetime.now(UTC)
    old = enrolments.new("viejo", now - timedelta(hours=25))
    theirs = enrolments.new("lima-sur", now)
    for centre, code in (("viejo", old), ("centro-nuevo", theirs), ("lima-sur", new_code())):
        with pytest.raises(OfficeAway, match="no code that holds"):
            await in_thread(office, centre, code, Key.new())


async def in_thread(office: RunningOffice, centre: str, code: str, key: Key) -> str:
    return await anyio.to_thread.run_sync(enrol, office.url, centre, code, key)


@pytest.mark.parametrize("centre", ["%00", "region-sur%0AERROR%20all%20is%20lost", "%E2%80%AE"])
async def test_a_path_that_cannot_be_printed_reaches_neither_the_store_nor_the_log(
    http: httpx.AsyncClient, centre: str
) -> None:
    assert (await ask(http, "cursor", here=f"/v1/centres/{centre}/{STORE}")).status_code == 404
    assert (await http.post(f"/v1/centres/{centre}/enrol", content=b"{}")).status_code == 404


@pytest.mark.logs("a batch was not taken")
async def test_a_malformed_batch_is_refused_whole_and_says_why(http: httpx.AsyncClient, office: RunningOffice) -> None:
    answer = await ask(http, "records", b"hola")
    assert answer.status_code == 422
    assert answer.json()["problem"].startswith("the batch cannot be read: ")
    assert office.store.centres() == []


async def test_a_body_beyond_all_measure_is_refused(http: httpx.AsyncClient) -> None:
    answer = await ask(http, "records", b" " * (LARGEST_BODY + 1))
    assert answer.status_code == 413


@pytest.mark.logs("the store failed")
async def test_a_store_that_fails_is_told_without_a_traceback(
    http: httpx.AsyncClient, office: RunningOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFailed("disk is full")

    monkeypatch.setattr(office.store, "take", full)
    answer = await push(http, batch(0, 20, 10))
    assert (answer.status_code, answer.json()["problem"]) == (503, "the office's store failed: disk is full")


async def test_the_counts_of_all_centres_are_told(http: httpx.AsyncClient) -> None:
    await push(http, batch(0, 20, 10, 15))
    (count,) = (await http.get("/v1/centres")).json()["centres"]
    assert (count["centre"], count["incarnation"], count["cursor"], count["records"]) == (CENTRE, STORE, 20, 2)
    assert count["last_received_at"].endswith("Z")
