"""Row: somebody reads all of the past in a loop on the same machine, while the hub works."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from installers.bench.clients import hall
from installers.bench.counting import MOST, Kept
from installers.bench.row import Bench, Measured, Row, ms, p
from installers.bench.stand import Stand

A_SECOND = 20
LARGEST = 64 * 1024**2  # bytes of a WAL
REPORT = (
    "SELECT stop.queue, count(*), avg(attention.calls) FROM stop JOIN attention ON attention.id = stop.ticket "
    "GROUP BY stop.queue"
)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """A report over all stops and attentions of a store, again and again."""
    process = subprocess.Popen([sys.executable, "-m", "installers.bench.beside", str(path)])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def beside(bench: Bench) -> list[Measured]:
    """Orders with the reader and without, in turns."""
    kept = Kept(bench, bench.of(MOST, 20_000))
    kept.as_before()
    orders = bench.of(160, 40)
    alone: list[float] = []
    with_it: list[float] = []
    ratios: list[float] = []
    wal = 0
    with Stand(bench.folder / "hub") as stand:

        async def run() -> None:
            nonlocal wal
            async with hall(stand, "beside") as people:
                for _ in range(bench.rounds):
                    bench.flush()
                    once = await people.paced(orders, A_SECOND)
                    with reading(kept.path):
                        other = await people.paced(orders, A_SECOND)
                    wal = max(wal, stand.store.with_name(stand.store.name + "-wal").stat().st_size)
                    alone.extend(once)
                    with_it.extend(other)
                    ratios.append(p(other, 99) / p(once, 99))
                    bench.passed(1)

        asyncio.run(run())
    said = f"p99 {ms(p(with_it, 99))} with a reader of {kept.tickets:,} tickets, {ms(p(alone, 99))} without"
    return [
        Measured("p99 of an order beside a report against none", median(ratios), 1.5, said),
        Measured("MB of WAL", wal / 1024**2, LARGEST / 1024**2, said),
    ]


def read(path: str) -> None:
    """Until it is killed. As reports do, from a file that no hub has open."""
    import sqlite3

    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    while True:
        connection.execute(REPORT).fetchall()


ROWS = (Row("beside", "a report over 5 million tickets in a loop", beside, lambda bench: bench.rounds),)

if __name__ == "__main__":
    read(sys.argv[1])
