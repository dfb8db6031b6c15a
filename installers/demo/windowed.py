"""A whole centre in windows on this desktop, until Ctrl-C. Its store stays in `var/`."""

from __future__ import annotations

import signal
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from installers.demo.backstage import Backstage
from installers.demo.morning import BANK, COURT
from installers.demo.people import DEMO_PIN
from installers.demo.programs import DemoError, Programs
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre

FIRST_MONDAY = datetime(2026, 11, 23, 8, 25)
OPENS, HURRY = time(8, 30), 60  # until then the clock runs sixty times as fast: five minutes are five seconds
GOES_ON_BEFORE = time(16, 0)  # a day left open earlier than this goes on; a later one gives way to the next Monday


def run(centre: Path, var: Path) -> int:
    """Open the windows and wait. Returns when Ctrl-C is pressed or a window is closed. Raises DemoError."""
    catalogue = load_centre(centre)
    ended = threading.Event()
    for order_to_end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(order_to_end, lambda _number, _frame: ended.set())
    with Backstage(centre, var, {}) as backstage:
        backstage.begin(clock(catalogue, var / "centre.sqlite"))
        backstage.start("crew", "demo", "--crew", backstage.hub_url, "--identity", backstage.identities.folder)
        backstage.window("board", "board", device="board-1")
        for number in (COURT, BANK):
            backstage.window(f"counter-{number}", "counter", "--number", number, device=f"counter-{number}")
        backstage.window("kiosk", "kiosk", "--printer", f"file:{var / 'paper'}", device="kiosk-1")
        print(welcome(catalogue, backstage))
        wait(backstage, ended)
    print(f"Everything has ended. The store stays in {var}.")
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


def welcome(catalogue: Catalogue, backstage: Backstage) -> str:
    ours = backstage.identities.folder
    desk = f'.venv/bin/suyana counter --hub {backstage.hub_url} --size "fit 1366x768" --demo-pin {DEMO_PIN}'
    return f"""
{catalogue.name} is open: a hub, a kiosk, counters {BANK} and {COURT}, a board, phone pages, sync and an office.
The other counters are attended by a crew of simulated advisors.
{len(backstage.identities)} devices were paired by themselves, for they are on this machine as the hub is.

  The kiosk       take a ticket; its slip goes to {backstage.folder / "paper"}
  The counters    choose an advisor; the PIN of everybody is {DEMO_PIN}; then the space bar calls, starts and finishes
  A phone         open what the code of a slip says, such as {backstage.pages_url}/t/...
  The office      {backstage.office_url}
  Supervisor      {desk} --role supervisor --identity {ours / "supervisor-1"}
  Orientator      {desk} --role orientator --identity {ours / "orientator-1"}

Ctrl-C ends everything; the store stays in {backstage.folder}.
"""
