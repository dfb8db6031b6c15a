"""Whether the morning ended as its script says: at the counters, on the board, in the store and at the office.

Reads the two SQLite files as any person could, once the programs have ended.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from installers.demo.morning import CITIZENS, MORNING, Citizen, Visit, expected_calls
from installers.demo.stage import Seen

ATTENTIONS = """SELECT ticket.number, attention.counter, attention.outcome,
       (SELECT group_concat(service, ' ') FROM
           (SELECT service FROM coded_service WHERE attention = attention.id ORDER BY service)) AS services
FROM attention JOIN ticket ON ticket.id = attention.ticket ORDER BY attention.id"""
RECORDS = """SELECT number, counter, outcome,
       (SELECT group_concat(service, ' ') FROM
           (SELECT value AS service FROM json_each(attention.services) ORDER BY value)) AS services
FROM attention ORDER BY seq"""


@dataclass(frozen=True)
class Found:
    """What one place says of each number: its attentions in order, and its state where it has one."""

    visits: dict[str, tuple[Visit, ...]]
    states: dict[str, str]


def of_store(path: Path) -> Found:
    with closing(sqlite3.connect(path)) as connection:
        states = dict(connection.execute("SELECT number, state FROM ticket").fetchall())
        return Found(_visits(connection.execute(ATTENTIONS)), states)


def of_office(path: Path) -> Found:
    with closing(sqlite3.connect(path)) as connection:
        return Found(_visits(connection.execute(RECORDS)), {})


def _visits(rows: Iterable[tuple[str, int, str, str | None]]) -> dict[str, tuple[Visit, ...]]:
    visits: dict[str, tuple[Visit, ...]] = {}
    for number, counter, outcome, services in rows:
        visit = Visit(counter, outcome, tuple((services or "").split()))
        visits[number] = (*visits.get(number, ()), visit)
    return visits


def recorded(citizen: Citizen) -> tuple[Visit, ...]:
    """What the office is sent: one record per stop outcome. A pending stop has none until it ends."""
    return tuple(visit for visit in citizen.visits if visit.outcome != "held")


def wrongs(seen: Seen, board: list[tuple[str, int]], store: Found, office: Found) -> Iterator[str]:
    """One sentence for everything that is not as the script says. Nothing: all is well."""
    acts = [(CITIZENS[act.who].number, act.at, act.do) for act in MORNING if act.at and act.who]
    if seen.counter != acts:
        yield f"at the counters: {seen.counter} instead of {acts}"
    if board != expected_calls():
        yield f"on the board: {board} instead of {expected_calls()}"
    for citizen in CITIZENS.values():
        yield from _wrong(citizen, seen, store, office)
    yield from _strangers(store, office)


def _wrong(citizen: Citizen, seen: Seen, store: Found, office: Found) -> Iterator[str]:
    number = citizen.number
    if seen.tickets.get(citizen.who) != number:
        yield f"{citizen.who}: the screen said {seen.tickets.get(citizen.who)} instead of {number}"
    if store.states.get(number) != citizen.ends:
        yield f"{citizen.who} ({number}): {store.states.get(number)} in the store instead of {citizen.ends}"
    if store.visits.get(number, ()) != citizen.visits:
        yield f"{citizen.who} ({number}): {store.visits.get(number)} in the store instead of {citizen.visits}"
    if office.visits.get(number, ()) != recorded(citizen):
        yield f"{citizen.who} ({number}): {office.visits.get(number)} at the office instead of {recorded(citizen)}"


def _strangers(store: Found, office: Found) -> Iterator[str]:
    known = {citizen.number for citizen in CITIZENS.values()}
    for place, numbers in (("in the store", store.states), ("at the office", office.visits)):
        for number in numbers.keys() - known:
            yield f"{number} {place}, and no citizen has it"
