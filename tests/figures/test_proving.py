"""The statement on preferential attention of a past day, from a copy of the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import suyana
from shared.domain import events as e
from shared.store.copies import copies_of, make_copy
from shared.store.database import Store
from shared.store.event_log import EventLog
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL
from tests.fakes.stored import batches

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    """Two days, the hub still at work: on Monday an exception by hand, on Tuesday a planted fault."""
    path = tmp_path / "centre.sqlite"
    scene = Scene(SMALL)
    scene.open(2)
    ordinary = scene.issue("PJ01")
    scene.issue("PJ01", preferential=True)
    scene.call(2, ordinary)
    scene.close_day()
    scene.pass_(days=1)
    scene.open_day()
    scene.open(2)
    ordinary = scene.issue("BN01")
    scene.issue("PJ01", preferential=True)
    day = scene.day
    scene.happen(e.TicketCalled(ordinary, 0, day.next_attention, 2, "a002", 1, e.Because("arrival", 0, 2)))
    scene.close_day()
    opened = Store(path)
    log = EventLog(opened)
    log.append(batches(scene.log))
    log.name_advisors(SMALL.names)
    make_copy(log, TUESDAY)
    yield path
    opened.close()


def proof(*arguments: str) -> tuple[str, int]:
    result = CliRunner().invoke(suyana.cli, ["proof", *arguments], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.output, int(result.return_value or 0)


def test_an_exception_is_listed_with_who_and_the_day_has_no_fault(store: Path) -> None:
    text, status = proof("2026-11-23", "--store", str(store))
    assert status == 0
    assert text.startswith("Atención preferente, lunes 23 de noviembre de 2026. Centro de prueba")
    assert "PJ 001  2       llamado a mano  Julio Puma" in text
    assert "Faltas: 0." in text
    assert "Excepciones: 1." in text


def test_a_fault_is_found_in_the_last_day_and_told_to_who_runs_it_by_script(store: Path) -> None:
    text, status = proof("--store", str(store))
    assert status == 1
    assert "martes 24 de noviembre" in text
    assert "BN 001  2       FALTA" in text


def test_a_copy_may_be_named_and_the_statement_kept_as_csv(store: Path, tmp_path: Path) -> None:
    copy, csv = copies_of(store)[-1], tmp_path / "proof.csv"
    proof("2026-11-23", "--copy", str(copy), "--csv", str(csv))
    assert "PJ 001,2,llamado a mano,Julio Puma,,PJ 002" in csv.read_text(encoding="utf-8")


def test_the_live_file_is_not_touched(store: Path) -> None:
    files = sorted(store.parent.glob("centre.sqlite*"))
    before = {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    proof("2026-11-23", "--store", str(store))
    assert {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in files} == before
    assert sorted(store.parent.glob("centre.sqlite*")) == files


def test_a_day_that_is_not_there_is_told_with_those_that_are(store: Path) -> None:
    with pytest.raises(Exception, match="has no day 2026-11-25: it has 2026-11-23 to 2026-11-24"):
        proof("2026-11-25", "--store", str(store))
