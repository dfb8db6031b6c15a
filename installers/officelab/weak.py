"""Rows: how few bytes a record takes, and a day of the largest centre over a weak line, its modem restarted once."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep

import psycopg

from installers.bench.row import Bench, Measured, Row
from installers.faultlab.served import Served
from installers.officelab import country
from installers.officelab.certificates import Certificates, made_in
from installers.officelab.cluster import Cluster, running_cluster
from installers.officelab.cutter import cutting
from installers.officelab.offices import Centre, Offices
from installers.officelab.thin_line import THERE, ThinLine
from sync.exchange import Batch, write_batch
from sync.office_link import OfficeLink
from sync.pace import FIRST, LARGEST
from sync.record import AttentionRecord
from sync.signing import Key

BITS, THERE_AND_BACK, LOSS = 64_000, 0.6, 0.05
MODEM_AT, MODEM_AWAY = 0.4, 10.0  # share of the day's records; seconds
LIVE = 100  # records a push
WITHIN = 300.0  # seconds


@contextmanager
def an_office(folder: Path, *addresses: str) -> Iterator[tuple[Cluster, str, Certificates]]:
    with running_cluster() as cluster:
        yield cluster, cluster.empty("office"), made_in(folder, *addresses)


def bytes_a_record(bench: Bench) -> list[Measured]:
    """Everything above TCP, both ways: TLS with its handshake, headers, signatures, bodies, answers."""
    happened = country.lived(country.LIMA if bench.full else country.SMALL, country.DAYS[:1], bench.seed)
    store = bench.folder / "centre.sqlite"
    country.write(store, "lima-norte", happened)
    records = country.records_of(store)
    bench.passed(1)
    with an_office(bench.folder) as (_, url, certificates):
        centre = Centre("lima-norte", bench.folder / "centre", bench.folder / "none.toml")
        offices = Offices(url, bench.folder / "office", certificates, 1)
        with ExitStack() as at_the_end:
            at_the_end.callback(offices.stop)
            offices.start()
            centre.enrol(offices, offices_url(offices))
            day = asyncio.run(_pushed(offices, centre, certificates, records, _pieces()))
            bench.passed(1)
            before = rows_of(url)
            again = asyncio.run(_pushed(offices, centre, certificates, records, _pieces()))
            changed = sum(a != b for a, b in zip(before, rows_of(url), strict=True))
            live = asyncio.run(_pushed(offices, centre, certificates, records, _endless(LIVE)))
            bench.passed(1)
    count = len(records)
    body = len(write_batch(_batch(records[:LARGEST], 0))) / min(LARGEST, count)
    said = f"{count:,} records, {day:,} bytes both ways with TLS, headers and signatures; of a body {body:.1f} a record"
    return [
        Measured("bytes a record, a day's push in pieces", day / count, 50, said),
        Measured("bytes a record, live pushes of 100", live / count, 75, f"{live:,} bytes"),
        Measured("rows that a replay of the day changes", changed, 0, f"{again:,} bytes sent again"),
    ]


def offices_url(offices: Offices) -> str:
    return f"https://127.0.0.1:{offices.ports[0]}"


def _pieces() -> Iterator[int]:
    """As sync's pace has them on a line that answers at once."""
    size = FIRST
    while True:
        yield size
        size = min(LARGEST, size * 2)


def _endless(size: int) -> Iterator[int]:
    while True:
        yield size


def _batch(records: Sequence[AttentionRecord], after: int) -> Batch:
    return Batch(after, records[-1].seq, tuple(records), "a" * 32 if after else "", "a" * 32)


async def _pushed(
    offices: Offices,
    centre: Centre,
    certificates: Certificates,
    records: Sequence[AttentionRecord],
    sizes: Iterator[int],
) -> int:
    """Push all of them anew on one connection. Returns the bytes that it took."""
    async with cutting(offices.ports[0], lambda _: None, "") as (line, port):
        url = f"https://127.0.0.1:{port}"
        async with OfficeLink(url, centre.key, offices.key.public, authority=certificates.authority) as link:
            await link.cursor(centre.id, records[0].incarnation)
            at = after = 0
            while at < len(records):
                part = records[at : at + next(sizes)]
                await link.push(centre.id, records[0].incarnation, _batch(part, after))
                at, after = at + len(part), part[-1].seq
        return line.carried


def rows_of(url: str) -> list[tuple[object, ...]]:
    """Every row with the transaction that wrote it: one that was written again is another one."""
    libpq = url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(libpq) as connection:
        return connection.execute(
            "SELECT xmin::text, a.* FROM attention a ORDER BY centre, day, ticket, stop"
        ).fetchall()


class _Far(Served):
    """A program in the network at the other end of the line."""

    def _listens(self) -> bool:
        return "listening on" in self.log.read_text()


def weak_line(bench: Bench) -> list[Measured]:
    happened = country.lived(country.LIMA if bench.full else country.SMALL, country.DAYS[:1], bench.seed)
    bench.passed(1)
    plain = _day_over_it(bench, happened, restarted=False)
    bench.passed(1)
    broken = _day_over_it(bench, happened, restarted=True)
    bench.passed(1)
    once = plain.sent * plain.records / (plain.records + plain.twice)  # what sync sent twice by itself is not needed
    needs = once * 8 / BITS
    line = f"64 kbit/s, 600 ms, 5 % loss by packets of real TCP (tunnel devices, not netem); {plain.dropped} lost"
    said = (
        f"{plain.records:,} records in {plain.seconds:.1f} s, {once:,.0f} bytes given to TCP need {needs:.1f} s;"
        f" {plain.carried:,} went over with headers and what was sent again, {plain.twice} records twice; {line}"
    )
    again = broken.sent - plain.sent
    return [
        Measured("time of a day against what the line needs", plain.seconds / needs, 1.4, said),
        Measured("seconds to the first acknowledgement", plain.first, 5.0, "from the first packet", absolute=True),
        Measured(
            "share sent again after a modem's restart",
            max(0.0, again / plain.sent),
            0.1,
            f"{again:,} of {plain.sent:,} bytes; {broken.seconds:.0f} s with {MODEM_AWAY:.0f} s away",
        ),
    ]


class _Day:
    """twice: records that sync itself sent once more while they were on their way."""

    seconds = first = 0.0
    carried = sent = dropped = records = twice = 0


def _day_over_it(bench: Bench, happened: list[country.Happened], *, restarted: bool) -> _Day:
    folder = bench.folder / ("restarted" if restarted else "plain")
    folder.mkdir()
    file = country.CENTRES / f"{country.LIMA if bench.full else country.SMALL}.toml"
    name = country.LIMA if bench.full else country.SMALL
    found = _Day()
    with ExitStack() as at_the_end:
        line = at_the_end.enter_context(ThinLine("weak", BITS, THERE_AND_BACK, LOSS, f"{bench.seed} {restarted}"))
        cluster, url, certificates = at_the_end.enter_context(an_office(folder, THERE))
        key = Key.kept_in(folder / "office.key")
        office = ["-m", "suyana", "office", "--database", url, "--key", str(folder / "office.key"), "--host", THERE]
        office += ["--port", "7272", "--certificate", str(certificates.chain)]
        office += ["--certificate-key", str(certificates.key)]
        receiver = _Far("the office", office, folder / "office.log", ("ip", "netns", "exec", line.namespace))
        at_the_end.callback(receiver.stop)
        receiver.start()
        centre = Centre(name, folder / "centre", file)
        life = [happened[0], *(country.Happened(happened[0].at, None, e) for e in centre.paired()), *happened[1:]]
        country.write(centre.store, name, life)
        records = country.records_of(centre.store)
        found.records = len(records)
        centre.enrol_at(url, key.public, f"https://{THERE}:7272")
        at_the_end.callback(centre.stop)
        centre.start(certificates.authority)
        _watch(cluster, line, records, found, restarted=restarted)
        said = re.findall(r"(\d+) records sent once more", (centre.folder / "sync.log").read_text())
        found.twice = sum(map(int, said))
        found.carried, found.dropped, found.sent = line.there.carried, line.there.dropped, line.sent
    return found


def _watch(
    cluster: Cluster, line: ThinLine, records: Sequence[AttentionRecord], found: _Day, *, restarted: bool
) -> None:
    """An acknowledgement counts once it has had the time to come back."""
    end, half = monotonic() + WITHIN, records[int(len(records) * MODEM_AT)].seq
    with psycopg.connect(cluster.url("office"), autocommit=True) as connection:
        while monotonic() < end:
            row = connection.execute("SELECT max(cursor) FROM log_store").fetchone()
            at = int(row[0] or 0) if row else 0
            if at and not found.first:
                found.first = monotonic() + THERE_AND_BACK / 2 - line.first_byte
            if restarted and at >= half:
                line.restart_modem()
                line.is_away = True
                sleep(MODEM_AWAY)
                line.is_away = False
                restarted = False
            if at >= records[-1].seq:
                found.seconds = monotonic() + THERE_AND_BACK / 2 - line.first_byte
                return
            sleep(0.02)
    raise AssertionError("the day did not reach the office")


ROWS = (
    Row("office-bytes", "bytes a record on the way to the office, all counted", bytes_a_record, lambda _: 3),
    Row("office-line", "a day of the largest centre over a weak line", weak_line, lambda _: 3),
)
