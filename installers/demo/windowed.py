"""A whole centre in windows on this desktop, until Ctrl-C. Its store stays in `var/`."""

from __future__ import annotations

import signal
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from installers.demo.morning import BANK, COURT
from installers.demo.programs import DemoError, Programs, free_port, wait_for_port
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre

FIRST_MONDAY = datetime(2026, 11, 23, 8, 25)
OPENS, HURRY = time(8, 30), 60  # until then the clock runs sixty times as fast: five minutes are five seconds
GOES_ON_BEFORE = time(16, 0)  # a day left open earlier than this goes on; a later one gives way to the next Monday


def run(centre: Path, var: Path) -> int:
    """Open the windows and wait. Returns when Ctrl-C is pressed or a window is closed. Raises DemoError."""
    (var / "logs").mkdir(parents=True, exist_ok=True)
    catalogue = load_centre(centre)
    hub_port, office_port = free_port(), free_port()
    ended = threading.Event()
    for order_to_end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(order_to_end, lambda _number, _frame: ended.set())
    with Programs(var / "logs", {}) as programs:
        office = programs.start("office", "office", "--store", var / "office.sqlite", "--port", office_port)
        hub = programs.start(
            "hub",
            *("hub", "--centre", centre, "--store", var / "centre.sqlite", "--host", "127.0.0.1", "--port", hub_port),
            *("--no-advertise", "--clock", clock(catalogue, var / "centre.sqlite")),
        )
        wait_for_port(hub_port, hub)
        wait_for_port(office_port, office)
        at_hub = ("--hub", f"ws://127.0.0.1:{hub_port}")
        programs.start("sync", "sync", *at_hub, "--office", f"http://127.0.0.1:{office_port}")
        programs.start("crew", "demo", "--crew", f"ws://127.0.0.1:{hub_port}")
        programs.start("board", "board", "--size", "fit 1920x1080", *at_hub)
        for number in (COURT, BANK):
            programs.start(f"counter-{number}", "counter", "--number", number, "--size", "fit 1366x768", *at_hub)
        programs.start("kiosk", "kiosk", "--size", "fit 1080x1920", "--printer", f"file:{var / 'paper'}", *at_hub)
        print(welcome(catalogue, hub_port, office_port, var))
        wait(programs, ended)
    print("Everything has ended. The store stays in var/.")
    return 0


def wait(programs: Programs, ended: threading.Event) -> None:
    while not ended.wait(0.3):
        if program := programs.ended():
            if program.name in ("kiosk", "board", f"counter-{BANK}", f"counter-{COURT}"):
                print(f"The window of {program.name} was closed.")
                return
            raise DemoError(f"{program.name} ended by itself: {program.last_words()}")


def clock(catalogue: Catalogue, store: Path) -> str:
    """Where the centre's clock starts: on a Monday at 08:25, or where the day in the store was left."""
    last = last_event(store)
    start = FIRST_MONDAY
    if last is not None:
        at = last.astimezone(catalogue.timezone).replace(tzinfo=None)
        if at.weekday() == 0 and FIRST_MONDAY.time() <= at.time() < GOES_ON_BEFORE:
            start = at
        else:
            monday = at.date() + timedelta(days=7 - at.weekday())
            start = datetime.combine(monday, FIRST_MONDAY.time())
    return f"{start:%Y-%m-%dT%H:%M},{HURRY},{OPENS:%H:%M}"


def last_event(store: Path) -> datetime | None:
    if not store.exists():
        return None
    with closing(sqlite3.connect(store)) as connection:
        row = connection.execute("SELECT at FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(row[0]).astimezone(UTC) if row else None


def welcome(catalogue: Catalogue, hub_port: int, office_port: int, var: Path) -> str:
    return f"""
{catalogue.name} is open: a hub, a kiosk, counters {BANK} and {COURT}, a board, sync and an office.
The other counters are attended by a crew of simulated advisors.

  The kiosk       take a ticket; its slip goes to {var / "paper"}
  The counters    choose an advisor, then the space bar calls, starts and finishes
  The office      http://127.0.0.1:{office_port}
  Supervisor      .venv/bin/suyana counter --role supervisor --hub ws://127.0.0.1:{hub_port} --size "fit 1366x768"
  Orientator      .venv/bin/suyana counter --role orientator --hub ws://127.0.0.1:{hub_port} --size "fit 1366x768"

Ctrl-C ends everything; the store stays in {var}.
"""
