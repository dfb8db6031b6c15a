"""The tables that people query say what the fold says, at any moment, and can be made again from the log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.domain import events as e
from shared.domain.day import Day
from shared.store.database import Store
from shared.store.event_log import EventLog
from shared.store.projections import iso, rows
from tests.fakes.crowd import Crowd
from tests.fakes.scene import NINE, Scene
from tests.fakes.stored import batches, select

OF_DAYS = ("day", "ticket", "stop", "attention", "coded_service", "counter_today", "suspended_service")
OF_CATALOGUE = ("entity", "queue", "service", "counter", "advisor")
Rows = set[tuple[Any, ...]]


def table(store: Store, name: str, day: Day | None = None) -> Rows:
    """All rows, or those of one day where the ids tell it."""
    key = {"ticket": "id", "stop": "ticket", "attention": "id", "coded_service": "attention"}.get(name)
    if day is None or key is None:
        return set(select(store.path, f"SELECT * FROM {name}"))
    first = day.next_ticket - len(day.tickets)
    return set(select(store.path, f"SELECT * FROM {name} WHERE {key} BETWEEN ? AND ?", first, first + 99_998))


def told_by(day: Day) -> dict[str, Rows]:
    """What the tables of a day must hold, from the fold."""
    return {
        "ticket": {
            (t.id, str(day.day), t.text, t.prefix, t.number, int(t.preferential), t.language, iso(t.issued_at), t.state)
            for t in day.tickets.values()
        },
        "stop": {
            (t.id, index, s.queue, s.service, s.state, iso(s.eligible_at), *(s.promised or (None, None)))
            for t in day.tickets.values()
            for index, s in enumerate(t.stops)
        },
        "attention": {
            (
                *(a.id, a.ticket, a.stop, a.counter, a.advisor, a.because.rule, a.because.waited),
                msgspec.json.encode(a.because.passed_over).decode(),
                *(iso(a.called_at), a.calls, iso(a.started_at), iso(a.ended_at), a.outcome),
            )
            for a in day.attentions.values()
        },
        "coded_service": {(a.id, service) for a in day.attentions.values() for service in a.services},
        "counter_today": {
            (k.number, k.status, k.advisor, k.reason, iso(k.since), k.attention or None) for k in day.counters.values()
        },
    }


@pytest.mark.parametrize("seed", range(6))
def test_tables_say_what_the_fold_says_whatever_happens(store: Store, log: EventLog, scene: Scene, seed: int) -> None:
    crowd = Crowd(scene, seed)
    for _ in range(3):
        crowd.act(120)
        log.append(list(batches(scene.log))[log.last_seq :])
        for name, expected in told_by(scene.day).items():
            assert table(store, name, scene.day) == expected, name
        assert {service for service, _ in table(store, "suspended_service")} == scene.day.suspended
        scene.close_day()
        log.append(list(batches(scene.log))[log.last_seq :])
        for name, expected in told_by(scene.day).items():
            assert table(store, name, scene.day) == expected, name
        scene.pass_(days=1)
        scene.at = scene.at.replace(hour=NINE.hour)
        scene.open_day()
        scene.open(1, 2, 4, 6)


def test_tables_made_again_from_the_stored_log_are_the_same(store: Store, log: EventLog, scene: Scene) -> None:
    crowd = Crowd(scene, 11)
    crowd.act(200)
    crowd.night()
    crowd.act(200)
    log.append(batches(scene.log))
    again = Store(store.path.with_name("again.sqlite"))
    EventLog(again).append(batches(log.read(0, 10_000)))
    for name in OF_DAYS + OF_CATALOGUE:
        assert table(again, name) == table(store, name), name
    again.close()


def test_catalogue_tables_are_those_of_the_catalogue_in_force(store: Store, log: EventLog, scene: Scene) -> None:
    smaller = msgspec.structs.replace(scene.catalogue, advisors=scene.catalogue.advisors[:4])
    scene.happen(e.CatalogueChanged(smaller))
    log.append(batches(scene.log))
    assert {row[0] for row in table(store, "advisor")} == {"a001", "a002", "a003", "a004"}
    assert ("PJ01", "PJ", "Antecedentes penales", "procedure", 5280, "BN01") in table(store, "service")
    assert (3, "1", "PJ", "PJ02") in table(store, "counter")


def test_day_keeps_when_it_opened_and_closed_and_under_what(store: Store, log: EventLog, scene: Scene) -> None:
    scene.pass_(hours=9)
    scene.close_day()
    log.append(batches(scene.log))
    fingerprint = scene.catalogue.fingerprint
    assert table(store, "day") == {
        ("2026-11-23", "2026-11-23T14:00:00.000Z", "2026-11-23T23:00:00.000Z", fingerprint, "legal")
    }
    assert table(store, "counter_today") == set()


def test_number_given_twice_cannot_be_written(log: EventLog, scene: Scene, path: Path) -> None:
    scene.issue("PJ01")
    issued = scene.last
    assert isinstance(issued, e.TicketIssued)
    twin = msgspec.structs.replace(issued, ticket=issued.ticket + 1)
    scene.happen(twin)
    with pytest.raises(Exception, match="UNIQUE constraint failed: ticket"):
        log.append(batches(scene.log))
    assert select(path, "SELECT count(*) FROM ticket") == [(0,)]


def test_event_of_a_newer_version_changes_no_table(scene: Scene) -> None:
    newer = e.decode_event(b'{"type": "ticket_blessed", "ticket": 2026112300001}')
    assert list(rows(newer, scene.day, NINE)) == []
    assert list(rows(e.ClockStepped(7.0), scene.day, NINE)) == []
