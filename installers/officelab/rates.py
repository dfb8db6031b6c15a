"""Rows: how many records an office takes a second against a bare COPY, and a country that pushes its day at closing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import monotonic, perf_counter

import psycopg

from installers.bench.row import Bench, Measured, Row, ms, p
from installers.officelab.certificates import Certificates, made_in
from installers.officelab.closing import Crowd, Day, Steady, a_day
from installers.officelab.cluster import Cluster, running_cluster
from installers.officelab.offices import Offices
from sync.pace import LARGEST

RECEIVERS = 2
AT_ONCE = 4  # centres that push at a time while the rate is measured: what keeps receivers busy
COUNTRY, EACH = 300, 4_000  # centres, and records of each
IDLE = 8  # centres that push one after the other to an idle office
TABLES = "attention, log_store, pushed, changed_day, quarantine"


@contextmanager
def _office(bench: Bench, *more: str) -> Iterator[tuple[Cluster, Offices, Certificates]]:
    certificates = made_in(bench.folder)
    with running_cluster("-c shared_buffers=512MB -c max_wal_size=4GB") as cluster:
        offices = Offices(cluster.empty("office"), bench.folder / "office", certificates, RECEIVERS, more=more)
        try:
            offices.start()
            yield cluster, offices, certificates
        finally:
            offices.stop()


def rate(bench: Bench) -> list[Measured]:
    """In turns: the office by its receivers over TLS, and a COPY of the same rows into the same table."""
    day = a_day(bench.folder, bench.seed, large=bench.full)
    ours, bare = list[float](), list[float]()
    with _office(bench, "--no-count") as (cluster, offices, certificates):
        crowd = Crowd(offices, certificates, bench.folder, "busy", bench.of(24, 2))
        count = len(day) * len(crowd.names)
        for _ in range(bench.rounds):
            began = perf_counter()
            asyncio.run(crowd.push(day, AT_ONCE, Steady))
            ours.append(count / (perf_counter() - began))
            bare.append(count / _copied_again(cluster, count))
            bench.passed(1)
    said = f"{median(ours):,.0f} records a second by {RECEIVERS} receivers over TLS, signed, in pieces of {LARGEST}, "
    said += f"each for good before its answer; bare COPY of all {count:,} at once {median(bare):,.0f}"
    ratio = median(a / b for a, b in zip(ours, bare, strict=True))
    return [Measured("records a second against bare COPY", ratio, 0.4, said, at_least=True)]


def _copied_again(cluster: Cluster, count: int) -> float:
    """Seconds of a bare COPY of the rows that are there, into the table from which they were taken out just before."""
    with psycopg.connect(cluster.url("office")) as connection, connection.cursor() as cursor:
        with cursor.copy("COPY (SELECT * FROM attention) TO STDOUT") as copy:
            rows = b"".join(bytes(piece) for piece in copy)
        connection.commit()
        assert rows.count(b"\n") == count, "the office has not everything"
        _empty(cluster)
        began = perf_counter()
        with cursor.copy("COPY attention FROM STDIN") as copy:
            copy.write(rows)
        connection.commit()
        took = perf_counter() - began
    _empty(cluster)
    return took


def _empty(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("office"), autocommit=True) as connection:
        connection.execute(f"TRUNCATE {TABLES}".encode())


def rush(bench: Bench) -> list[Measured]:
    """A country closes; before and after, one centre after the other at an office that has nothing else to do."""
    day = a_day(bench.folder, bench.seed, large=True, most=bench.of(EACH, 300))
    centres = bench.of(COUNTRY, 6)
    with _office(bench) as (cluster, offices, certificates):
        idle = _alone(bench, offices, certificates, day, "before")
        crowd = Crowd(offices, certificates, bench.folder, "country", centres)
        began = monotonic()
        answers = asyncio.run(crowd.push(day, centres))
        took = monotonic() - began
        bench.passed(1)
        stored = _rows(cluster, "country")
        idle += _alone(bench, offices, certificates, day, "after")
    wanted = centres * len(day)
    still, busy = p(idle, 99), p(answers.taken, 99)
    said = (
        f"{centres} centres, {wanted:,} records in {took:.0f} s ({wanted / took:,.0f} a second); p99 of an answer to a "
    )
    said += f"piece that was taken {ms(busy)}, p50 {ms(p(answers.taken, 50))}; idle {ms(still)} and {ms(p(idle, 50))}; "
    said += f"told to come later {answers.later:,} times"
    return [
        Measured("records of the closing hour that are not there once", abs(wanted - stored), 0, said),
        Measured("p99 of an answer against an idle office", busy / still, 10.0, said),
    ]


def _alone(bench: Bench, offices: Offices, certificates: Certificates, day: Day, when: str) -> list[float]:
    crowd = Crowd(offices, certificates, bench.folder, when, IDLE)
    answers = asyncio.run(crowd.push(day, 1))
    bench.passed(1)
    return answers.taken


def _rows(cluster: Cluster, name: str) -> int:
    with psycopg.connect(cluster.url("office")) as connection:
        row = connection.execute("SELECT count(*) FROM attention WHERE centre LIKE %s", (f"{name}-%",)).fetchone()
        return int(row[0]) if row else 0


ROWS = (
    Row("office-rate", "records that an office takes a second against a bare COPY", rate, lambda b: b.rounds),
    Row("office-rush", "a country pushes its day at closing time", rush, lambda _: 3),
)
