"""Row: what an office's work costs with nothing stored, and with millions of rows of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter, sleep

import psycopg

from installers.bench.row import Bench, Measured, Row, ms
from installers.officelab.closing import INCARNATION, Day, a_day
from installers.officelab.cluster import Cluster, running_cluster
from sync.exchange import read_batch
from sync.office.store import OfficeStore
from sync.office.store.rows import COLUMNS

MONTHS = 12  # over which the past is spread, up to and with the month in which is pushed
LOOKS, PAUSE = 20, 1.2  # at its statistics, and seconds between two
CENTRES = 40
PIECE = 500
QUIETLY = (
    "-c shared_buffers=512MB -c max_wal_size=16GB -c checkpoint_timeout=1h -c wal_level=minimal -c max_wal_senders=0"
)
PAST = """
INSERT INTO attention
SELECT 'past-' || n % {centres}, (date '{first}' + (n / {centres}) % {days})::date, n, 0, '{incarnation}', {columns}
FROM generate_series({since}, {until}) AS n, (SELECT * FROM template) AS t
"""
KEY = 5  # columns of the key, which are told anew for each row of the past


@dataclass
class Stored:
    """What was found with so many rows stored: seconds and touched pages of each kind of work."""

    rows: int
    takes: list[float] = field(default_factory=list)
    tallies: list[float] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    plans: dict[str, str] = field(default_factory=dict)


def growth(bench: Bench) -> list[Measured]:
    sizes = (0, 1_000_000, 10_000_000) if bench.full else (0, 5_000, 20_000)
    day = a_day(bench.folder, bench.seed, large=bench.full)
    found = [Stored(rows) for rows in sizes]
    with running_cluster(QUIETLY) as cluster:
        url, there = cluster.empty("office"), 0
        with OfficeStore(url) as store:
            _push(store, day, "template")
            for stored in found:
                _fill(cluster, day.records[0].day, there, stored.rows)
                there = stored.rows
                for turn in range(bench.rounds):
                    _measure(store, cluster, day, f"centre-{stored.rows}-{turn}", stored)
                stored.plans = _plans(cluster, f"centre-{stored.rows}-0", day.records[0].day)
                bench.passed(1)
    return list(_told(found))


def _told(found: list[Stored]) -> Iterator[Measured]:
    none = found[0]
    times = ", ".join(f"{each.rows:,}: {ms(median(each.takes))}" for each in found)
    pages = ", ".join(f"{each.rows:,}: {median(each.pages):,.0f}" for each in found)
    tallies = ", ".join(f"{each.rows:,}: {ms(median(each.tallies))}" for each in found)
    worst = max(median(each.takes) / median(none.takes) for each in found[1:])
    yield Measured("time of a piece of 500 against none stored", worst, 1.2, f"by rows stored, {times}")
    worst = max(median(each.pages) / median(none.pages) for each in found[1:])
    yield Measured("pages touched for a day against none stored", worst, 1.2, f"by rows stored, {pages}")
    worst = max(median(each.tallies) / median(none.tallies) for each in found[1:])
    yield Measured("time of a day read again against none stored", worst, 1.2, f"by rows stored, {tallies}")
    whole = [f"{each.rows:,}: {what}" for each in found for what, fault in each.plans.items() if fault]
    said = "; ".join(whole) or f"plans of {', '.join(none.plans)} touch one month each, by its index"
    yield Measured("plans that touch other months or read a whole one", len(whole), 0, said)


def _fill(cluster: Cluster, day: date, there: int, wanted: int) -> None:
    """Rows of other centres over the months before, made by the database itself from one that was pushed."""
    last = day.replace(day=1) + timedelta(days=27)
    first = (last - timedelta(days=30 * (MONTHS - 1))).replace(day=1)
    with psycopg.connect(cluster.url("office"), autocommit=True) as connection:
        month = first
        while month <= last:
            after = (month + timedelta(days=32)).replace(day=1)
            connection.execute(
                f"CREATE TABLE IF NOT EXISTS attention_{month:%Y_%m} PARTITION OF attention "
                f"FOR VALUES FROM ('{month}') TO ('{after}')".encode()
            )
            month = after
        columns = ", ".join(f"t.{name}" for name in COLUMNS[KEY:])
        connection.execute(
            "CREATE TABLE IF NOT EXISTS template AS SELECT * FROM attention WHERE centre = 'template' LIMIT 1"
        )
        if wanted > there:
            days = (last - first).days + 1
            connection.execute(
                PAST.format(
                    centres=CENTRES,
                    first=first,
                    days=days,
                    incarnation=INCARNATION,
                    columns=columns,
                    since=there,
                    until=wanted - 1,
                ).encode()
            )
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _push(store: OfficeStore, day: Day, centre: str) -> list[float]:
    taken = []
    for at in range(0, len(day), PIECE):
        batch = read_batch(day.body(at, PIECE), centre, INCARNATION)
        began = perf_counter()
        store.take(centre, INCARNATION, batch, datetime.now(UTC))
        taken.append(perf_counter() - began)
    return taken


def _measure(store: OfficeStore, cluster: Cluster, day: Day, centre: str, into: Stored) -> None:
    before = _touched(cluster)
    into.takes += _push(store, day, centre)
    into.pages.append(_told_of(cluster, before) - before)
    began = perf_counter()
    assert len(store.records_of(centre, INCARNATION, day.records[0].day)) == len(day)
    into.tallies.append(perf_counter() - began)


def _told_of(cluster: Cluster, before: int) -> int:
    """The same, once PostgreSQL has told of what was done since: a line of it tells once a second at most."""
    seen = _touched(cluster)
    for _ in range(LOOKS):
        sleep(PAUSE)
        last, seen = seen, _touched(cluster)
        if last == seen > before:
            break
    return seen


def _touched(cluster: Cluster) -> int:
    """Pages of tables and indices of `attention` that were looked at so far, wherever they were found."""
    with psycopg.connect(cluster.url("office")) as connection:
        connection.execute("SELECT pg_stat_force_next_flush()")
        row = connection.execute(
            "SELECT sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read, 0) + coalesce(idx_blks_hit, 0)) "
            "FROM pg_statio_user_tables WHERE relname LIKE 'attention%'"
        ).fetchone()
    return int(row[0] or 0) if row else 0


def _plans(cluster: Cluster, centre: str, day: date) -> dict[str, str]:
    """By what the office asks: what is wrong with PostgreSQL's plan, or ""."""
    asked = {
        "a day of a centre": f"SELECT * FROM attention WHERE centre = '{centre}' AND day = '{day}'",
        "a day of a store": f"SELECT * FROM attention WHERE centre = '{centre}' AND incarnation IN ('{INCARNATION}') "
        f"AND day = '{day}'",
    }
    with psycopg.connect(cluster.url("office")) as connection:
        found = {
            name: "\n".join(str(row[0]) for row in connection.execute(f"EXPLAIN {sql}".encode()))
            for name, sql in asked.items()
        }
    return {name: fault_of_plan(plan, f"attention_{day:%Y_%m}") for name, plan in found.items()}


def fault_of_plan(plan: str, month: str) -> str:
    others = {word for word in plan.replace("_pkey", "").split() if word.startswith("attention_2") and word != month}
    if others:
        return f"touches {', '.join(sorted(others))}"
    return f"reads all of {month}" if "Seq Scan" in plan else ""


ROWS = (Row("office-growth", "what an office's work costs with millions of rows stored", growth, lambda _: 3),)
