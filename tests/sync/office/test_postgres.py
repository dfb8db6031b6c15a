"""PostgreSQL for a country: months, spread by centre, and several nodes with what PostgreSQL itself offers."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import anyio
import psycopg
import pytest
from sqlalchemy import Connection

from installers.demo.programs import Programs, free_port, wait_for_port
from sync.exchange import Batch
from sync.office.server import application
from sync.office.store import OfficeStore, StoreFailed, office_store
from sync.office.store.places import Place, Places
from sync.office.store.recounting import Recounting
from sync.office.store.tables import metadata
from sync.office_link import OfficeLink, enrol
from sync.signing import Key
from tests.fakes.asking import Asking
from tests.fakes.days import day_of
from tests.fakes.office import CENTRE_KEY
from tests.fakes.postgres import Postgres, running_postgres
from tests.fakes.records import CENTRE, NOON, STORE, batch, record

CENTRES = ("callao", "cusco", "piura", "tacna")
PAGE = (Path(__file__).parents[3] / "docs" / "office-postgresql.md").read_text(encoding="utf-8")
NOT_OF_A_CENTRE = {
    "consumer",
    "consumer_use",
    "media",
    "enrolment",
    "centre",
}  # small, or, as `centre`, keyed by its id
MONDAY = date(2026, 11, 23)


@pytest.fixture
def url(postgres: Postgres) -> str:
    return postgres.empty("office")


@pytest.fixture(scope="module")
def spreading() -> Iterator[Postgres]:
    with running_postgres("-c wal_level=logical") as postgres:
        yield postgres


def say(postgres: Postgres, database: str, statement: str) -> None:
    with psycopg.connect(postgres.url(database), autocommit=True) as connection:
        connection.execute(statement.encode())


def read(connection: Connection, query: str) -> list[str]:
    return [str(row[0]) for row in connection.exec_driver_sql(query)]


def take(store: OfficeStore, *centres: str) -> None:
    for centre in centres:
        records = tuple(day_of(centre, MONDAY, 20))
        store.take(centre, STORE, Batch(0, len(records), records), NOON + timedelta(days=1))


def in_the_guide(beginning: str) -> str:
    (found,) = re.findall(rf"^{beginning}[^;]*", PAGE, re.MULTILINE)
    return str(found)


def hours(pages: Asking, centre: str) -> str:
    answer = pages.get(f"/centro/{centre}?dia={MONDAY}&csv=horas")
    return answer.text if answer.status_code == 200 else ""


def test_each_month_is_a_partition_and_a_day_is_read_from_its_own(store: OfficeStore) -> None:
    both = (*day_of(CENTRE, date(2026, 10, 23), 5), *day_of(CENTRE, MONDAY, 5))
    store.take(CENTRE, STORE, Batch(0, len(both), both), NOON + timedelta(days=1))
    with store.reading() as connection:
        months = "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'attention'::regclass ORDER BY 1"
        assert read(connection, months) == ["attention_2026_10", "attention_2026_11"]
        wanted = f"EXPLAIN SELECT * FROM attention WHERE centre = '{CENTRE}' AND day = '{MONDAY}'"
        plan = "\n".join(read(connection, wanted))
    assert "attention_2026_11" in plan
    assert "attention_2026_10" not in plan


def test_what_the_driver_itself_refuses_is_a_store_that_failed(
    store: OfficeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COPY does not go through SQLAlchemy, nor do its errors."""
    monkeypatch.setattr(office_store, "judged", lambda records, _now: (records, []))
    with pytest.raises(StoreFailed, match="invalid byte sequence"):
        store.take(CENTRE, STORE, Batch(0, 20, (record(10, advisor="a\0b"),)), NOON)
    assert store.centres() == []


def test_a_month_made_beforehand_may_be_spread_by_centre(store: OfficeStore) -> None:
    """Nothing of the office changes: it finds the month there. A later revision meets its row in the same part."""
    with store.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE attention_2026_11 PARTITION OF attention FOR VALUES FROM ('2026-11-01') TO ('2026-12-01')"
            " PARTITION BY HASH (centre)"
        )
        for part in range(4):
            connection.exec_driver_sql(
                f"CREATE TABLE attention_2026_11_{part} PARTITION OF attention_2026_11"
                f" FOR VALUES WITH (MODULUS 4, REMAINDER {part})"
            )
    take(store, *CENTRES)
    take(store, *CENTRES)
    whole = sum(len(store.records_of(centre, STORE, MONDAY)) for centre in CENTRES)
    with store.reading() as connection:
        parts = read(connection, "SELECT count(*) FROM attention GROUP BY tableoid")
        at = read(connection, "SELECT DISTINCT centre || tableoid FROM attention")
        wanted = f"EXPLAIN SELECT * FROM attention WHERE centre = 'cusco' AND day = '{MONDAY}'"
        plan = "\n".join(read(connection, wanted))
    assert len(parts) > 1
    assert sum(map(int, parts)) == whole
    assert len(at) == len(CENTRES)
    assert plan.count("attention_2026_11_") == 2  # the index of one part and the part: no other is looked at
    assert Recounting(store).all() == len(CENTRES)


def test_every_table_that_grows_with_the_centres_has_the_centre_in_its_key() -> None:
    """What an engine that spreads tables over nodes asks for."""
    without = {
        table.name for table in metadata.tables.values() if "centre" not in [c.name for c in table.primary_key.columns]
    }
    assert without == NOT_OF_A_CENTRE


def test_a_country_on_two_nodes_is_one_country_on_the_page(spreading: Postgres) -> None:
    """Centres are divided over two databases; a third follows the figures of both and shows them."""
    urls = {name: spreading.empty(name) for name in ("north", "south", "country")}
    now = datetime(2026, 11, 24, 18, tzinfo=UTC)
    with (
        OfficeStore(urls["north"]) as north,
        OfficeStore(urls["south"]) as south,
        OfficeStore(urls["country"]) as country,
    ):
        for name in ("north", "south"):
            say(spreading, name, in_the_guide("CREATE PUBLICATION"))
            # In one cluster the slot is made first; elsewhere PostgreSQL makes it with the subscription.
            say(spreading, name, f"SELECT pg_create_logical_replication_slot('{name}', 'pgoutput')")
            say(
                spreading,
                "country",
                f"CREATE SUBSCRIPTION {name} CONNECTION 'host={spreading.folder} dbname={name} user=postgres'"
                f" PUBLICATION nation WITH (create_slot = false, slot_name = '{name}')",
            )
        Places(south).put("cusco", Place("Cusco", -13.5, -72.0))
        for node, centres in ((north, CENTRES[::2]), (south, CENTRES[1::2])):
            take(node, *centres)
            Recounting(node).all()
        pages = Asking(application(country, Key.new(), lambda: now))
        own = {
            centre: hours(Asking(application(node, Key.new(), lambda: now)), centre)
            for node, centres in ((north, CENTRES[::2]), (south, CENTRES[1::2]))
            for centre in centres
        }
        end = time.monotonic() + 60
        while not (all(hours(pages, c) == own[c] for c in CENTRES) and "2: cusco" in pages.get("/").text):
            assert time.monotonic() < end, "not everything of both nodes has arrived"
            time.sleep(0.1)
        for name in ("north", "south"):
            say(spreading, "country", f"DROP SUBSCRIPTION {name}")


@pytest.mark.anyio
async def test_two_offices_started_on_one_database_are_one(url: str, tmp_path: Path) -> None:
    """By one setting; either answers for what the other took, and goes on alone when the other is killed."""
    (tmp_path / "logs").mkdir()
    ports = free_port(), free_port()
    urls = [f"http://127.0.0.1:{port}" for port in ports]
    with Programs(tmp_path / "logs", {"SUYANA_OFFICE_DATABASE": url}) as programs:
        options = ("--key", tmp_path / "office.key", "--no-count")
        offices = []
        for port in ports:  # the first one makes the tables and the key
            offices.append(programs.start(f"office-{port}", "office", *options, "--port", port))
            wait_for_port(port, offices[-1])
        code = programs.done("office", "office", "enrol", CENTRE)
        public = await anyio.to_thread.run_sync(enrol, urls[0], CENTRE, code, CENTRE_KEY)
        async with OfficeLink(urls[0], CENTRE_KEY, public) as one, OfficeLink(urls[1], CENTRE_KEY, public) as other:
            assert (await one.push(CENTRE, STORE, batch(0, 20, 10))).cursor == 20
            assert (await other.push(CENTRE, STORE, batch(0, 20, 10))).cursor == 20
            assert (await other.push(CENTRE, STORE, batch(20, 30, 25))).cursor == 30
            offices[1].kill()
            assert (await one.cursor(CENTRE, STORE)).cursor == 30
    with OfficeStore(url) as store:
        assert [(centre.cursor, centre.records) for centre in store.centres()] == [(30, 2)]
