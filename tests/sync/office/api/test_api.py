"""The interface for others, over HTTP, on both databases."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from sync.office.api.asked import AskedDays
from sync.office.api.reading import Reading
from sync.office.api.told import FigureRow, Waiting
from sync.office.counting import Count, count
from sync.office.server import application
from sync.office.store import OfficeStore, StoreFailed
from sync.office.store.consumers import Consumers
from sync.signing import Key
from tests.fakes.asking import Asking
from tests.fakes.country import DAYS, NOW, SILENT, fill
from tests.fakes.days import day_of
from tests.fakes.office import sqlite_url


class Clock:
    def __init__(self) -> None:
        self.now = NOW


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """Filled once: nothing of what is asked here changes what the office has of its centres."""
    if request.param == "sqlite":
        url = sqlite_url(tmp_path_factory.mktemp("office") / "office.sqlite")
    else:
        url = request.getfixturevalue("postgres").empty("api")
    with OfficeStore(url) as store:
        fill(store)
        yield store


@pytest.fixture
def consumers(store: OfficeStore) -> Consumers:
    return Consumers(store)


@pytest.fixture
def http(store: OfficeStore, consumers: Consumers, clock: Clock) -> Asking:
    client = Asking(application(store, Key.new(), lambda: clock.now))
    client.headers["authorization"] = f"Bearer {consumers.new('portal', 1000, NOW)}"
    return client


def rows(http: Asking, path: str, **asked: str) -> list[dict[str, Any]]:
    answer = http.get(f"/api/v1/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


def test_how_long_is_the_wait_at_callao_now(http: Asking) -> None:
    (now,) = rows(http, "waiting", centre="callao", service="PJ01")
    assert (now["name"], now["entity"]) == ("Certificado de antecedentes penales", "pj")
    assert (now["waiting"], now["wait_from"], now["wait_to"], now["fresh"]) == (5, 5, 15, True)


def test_what_a_centre_said_long_ago_is_not_fresh(http: Asking, clock: Clock) -> None:
    assert not any(now["fresh"] for now in rows(http, "waiting", centre=SILENT))
    clock.now += timedelta(minutes=30)
    assert not any(now["fresh"] for now in rows(http, "waiting"))


def test_where_nobody_attends_no_wait_is_told(http: Asking) -> None:
    (now,) = rows(http, "waiting", centre="callao", service="BN01")
    assert (now["wait_from"], now["wait_to"]) == (None, None)


def test_centres_are_told_with_how_they_are_heard(http: Asking) -> None:
    told = {centre["centre"]: centre for centre in rows(http, "centres")}
    assert {centre: of["state"] for centre, of in told.items()} == {
        "callao": "live",
        "cusco": "live",
        "piura": "silent",
    }
    assert (told["cusco"]["name"], told["cusco"]["department"]) == ("MAC Cusco", "Cusco")
    assert told["cusco"]["waiting"] == 4 + 5 + 6 + 7  # each queue once


def test_the_catalogue_says_what_a_code_means(http: Asking) -> None:
    told = {service["service"]: service for service in rows(http, "catalogue", centre="cusco")}
    assert told["BN01"]["name"] == "Pago de tasas"
    assert (told["BN01"]["entity_name"], told["BN01"]["fee_cents"]) == ("Banco de la Nación", 1250)


def test_daily_figures_are_those_of_the_records(http: Asking) -> None:
    day = DAYS[2]
    (told,) = rows(http, "figures/daily", **{"from": str(day), "to": str(day), "centre": "cusco"})
    whole = Count()
    for of in count(day_of("cusco", day, 40)).values():
        whole.add(of)
    assert (told["centre"], told["day"], told["month"], told["hour"]) == ("cusco", str(day), None, None)
    assert (told["stops"], told["served"], told["absent"]) == (whole.stops, whole.served, whole.absent)
    assert told["wait_mean_seconds"] == round(whole.wait_seconds / whole.wait_count)
    assert told["wait_within_share"] == round(whole.wait_within / whole.wait_limited, 4)


def test_hours_of_a_service_add_up_to_its_day(http: Asking) -> None:
    day = {"from": str(DAYS[2]), "to": str(DAYS[2]), "entity": "bn"}
    hours = rows(http, "figures/daily", by="service,hour", **day)
    whole = rows(http, "figures/daily", by="service", **day)
    assert {row["hour"] for row in hours} <= set(range(24))
    for of in whole:
        assert of["stops"] == sum(row["stops"] for row in hours if row["service"] == of["service"])


def test_monthly_figures_are_told_by_month(http: Asking) -> None:
    told = rows(http, "figures/monthly", **{"from": "2025-11", "to": "2026-11", "by": "month"})
    assert [row["month"] for row in told] == ["2025-11", "2026-10", "2026-11"]
    assert all(row["day"] is None for row in told)


def test_every_answer_is_there_for_a_spreadsheet_too(http: Asking) -> None:
    asked = {"from": "2025-11", "to": "2026-11", "format": "csv"}
    answer = http.get("/api/v1/figures/monthly", params=asked)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "monthly.csv" in answer.headers["content-disposition"]
    read = list(csv.DictReader(io.StringIO(answer.text)))
    told = rows(http, "figures/monthly", **{"from": "2025-11", "to": "2026-11"})
    assert list(read[0]) == list(FigureRow.__struct_fields__)
    assert [row["served"] for row in read] == [str(row["served"]) for row in told]
    for path in ("centres", "waiting", "catalogue"):
        assert len(http.get(f"/api/v1/{path}?format=csv").text.splitlines()) == len(rows(http, path)) + 1


@pytest.mark.parametrize(
    ("path", "query", "said"),
    [
        ("figures/daily", "from=2026-11-01", "missing required field `to`"),
        ("figures/daily", "from=2026-11-02&to=2026-11-01", "in this order"),
        ("figures/daily", "from=0001-01-01&to=9999-12-31", "from 2000-01-01 on"),
        ("figures/daily", "from=2024-01-01&to=2026-01-01", "at most a year"),
        ("appointments", "day=9999-12-31", "day: from 2000-01-01 on"),
        ("appointments", "day=0001-01-01", "day: from 2000-01-01 on"),
        ("figures/daily", "from=hoy&to=2026-01-01", "Invalid RFC3339 encoded date"),
        ("figures/daily", "from=2026-11-01&to=2026-11-01&by=advisor", "matching regex"),
        ("figures/monthly", "from=2010-01&to=2026-01", "at most five years"),
        ("figures/monthly", "from=2026-13&to=2026-14", "matching regex"),
        ("waiting", "centre=%00", "matching regex"),
        ("waiting", "center=callao", "unknown field `center`"),
        ("waiting", "centre=callao&centre=cusco", "given twice"),
    ],
)
def test_a_query_that_makes_no_sense_is_told_why(http: Asking, path: str, query: str, said: str) -> None:
    answer = http.get(f"/api/v1/{path}?{query}")
    assert answer.status_code == 422
    assert said in answer.json()["problem"]


def test_more_rows_than_anybody_reads_are_not_made(http: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.office.api.reading.MOST_ROWS", 3)
    day = {"from": str(DAYS[1]), "to": str(DAYS[1])}
    assert len(rows(http, "figures/daily", by="centre", **day)) == 3
    answer = http.get("/api/v1/figures/daily", params={"by": "centre,service", **day})
    assert (answer.status_code, "more than 3 rows" in answer.text) == (422, True)


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer nobody", "Basic abc", "Bearer \x80"])
def test_without_a_key_nothing_is_told(http: Asking, header: str) -> None:
    for operation in ("centres", "waiting", "catalogue", "appointments", "figures/daily", "figures/monthly"):
        answer = http.get(f"/api/v1/{operation}", headers={"authorization": header.encode("latin-1")})
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_a_revoked_key_and_one_that_was_replaced_count_no_more(http: Asking, consumers: Consumers) -> None:
    first = consumers.new("telefono", 10, NOW)
    second = consumers.new("telefono", 10, NOW)
    told = [http.get("/api/v1/centres", headers={"authorization": f"Bearer {key}"}) for key in (first, second)]
    assert [answer.status_code for answer in told] == [401, 200]
    assert consumers.revoke("telefono", NOW)
    assert not consumers.revoke("telefono", NOW)
    assert http.get("/api/v1/centres", headers={"authorization": f"Bearer {second}"}).status_code == 401


def test_a_key_is_kept_as_its_hash_only(store: OfficeStore, consumers: Consumers) -> None:
    key = consumers.new("portal", 10, NOW)
    with store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM consumer").all()
    assert key not in str(rows)
    assert key[7:] not in str(rows)


def test_who_asks_too_often_is_told_when_to_come_back(
    http: Asking, consumers: Consumers, store: OfficeStore, clock: Clock
) -> None:
    key = {"authorization": f"Bearer {consumers.new('linea', 3, NOW)}"}
    clock.now = NOW + timedelta(seconds=12)
    other = Asking(application(store, Key.new(), lambda: clock.now))  # another receiver on this database
    answers = [client.get("/api/v1/centres", headers=key) for client in (http, other, http, other, http)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1].headers["retry-after"] == "48"
    assert http.get("/api/v1/centres").status_code == 200  # of another key
    clock.now += timedelta(seconds=48)
    assert http.get("/api/v1/centres", headers=key).status_code == 200


@pytest.mark.logs("the store failed")
def test_a_store_that_fails_is_one_sentence(http: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreFailed("secret detail")

    monkeypatch.setattr("sync.office.store.consumers.Consumers.of", full)
    answer = http.get("/api/v1/centres")
    assert (answer.status_code, answer.json()["problem"]) == (503, "the office's store cannot be read just now")


def test_nobody_is_in_any_answer(http: Asking) -> None:
    """No ticket, no number, no advisor: not one field of a person."""
    page = http.get("/api/v1/openapi.json", headers={"authorization": ""}).json()
    names = {name for schema in page["components"]["schemas"].values() for name in schema.get("properties", {})}
    assert not names & {"ticket", "number", "advisor", "counter", "document", "token", "citizen"}


def test_the_page_describes_every_parameter_and_answer(http: Asking) -> None:
    page = http.get("/api/v1/openapi.json").json()
    assert page["openapi"] == "3.1.0"
    daily = page["paths"]["/api/v1/figures/daily"]["get"]
    assert {parameter["name"] for parameter in daily["parameters"]} == {
        field.encode_name for field in msgspec.structs.fields(AskedDays)
    }
    assert [p["name"] for p in daily["parameters"] if p["required"]] == ["from", "to"]
    assert set(daily["responses"]) == {"200", "401", "422", "429", "503"}
    assert "rows" in page["components"]["schemas"]["Waiting"]["properties"]
    assert not set(page["components"]["schemas"]) & {"AskedDays", "AskedWaiting"}


def test_readers_need_no_server(store: OfficeStore) -> None:
    told = Reading(store, lambda: datetime(2026, 11, 24, 15, tzinfo=UTC)).days(
        AskedDays(since=DAYS[1], to=DAYS[1], by="centre")
    )
    assert [row.centre for row in told.rows] == ["callao", "cusco", "piura"]
    assert Waiting([]).rows == []
