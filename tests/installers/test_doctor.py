"""The doctor says in plain words what is found and what is not."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from installers.doctor import centre, machine, rounds, to_office
from installers.doctor.finding import Finding, Level, fault, fine, note
from shared.domain.catalogue import Catalogue, Printer
from shared.domain.roles import DeviceRole
from shared.lan.identity import Identity
from sync.progress import Progress, Status, write_status
from tests.conftest import CENTRES, ROOT
from tests.fakes import identities
from tests.fakes.running_hub import begun

NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def supervisor() -> Identity:
    return identities.identity(DeviceRole.SUPERVISOR, "supervisor-1")


def says(finding: Finding, level: Level, part: str) -> bool:
    return finding.level is level and part in finding.says


def test_one_line_each_and_a_status_that_says_whether_a_hand_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert rounds.tell([fine("Qt", "is here"), note("Sound", "is not", "buy one")]) == 0
    assert rounds.tell([fault("Hub", "is not there")]) == 1
    said = capsys.readouterr().out
    assert "ok    Qt           is here" in said
    assert "-> buy one" in said
    assert "One thing needs a hand." in said


def test_a_clock_whose_battery_is_empty_is_a_fault() -> None:
    assert says(machine.clock(datetime(2000, 1, 1, tzinfo=UTC)), Level.FAULT, "2000-01-01")
    assert says(machine.clock(datetime(2027, 1, 1, tzinfo=UTC)), Level.FINE, "2027-01-01")


def test_a_machine_without_espeak_has_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert says(machine.voice(), Level.NOTE, "espeak-ng is not installed")


def test_what_a_kiosk_is_used_with_is_said_and_a_wrong_file_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "inputs.toml"
    monkeypatch.setattr("kiosk.inputs.usual_file", lambda: file)
    assert says(machine.inputs(), Level.FINE, "a keypad (speaks), no switches, sound: as they come")
    file.write_text('[switch]\none = ["F9"]\n', encoding="utf-8")
    assert says(machine.inputs(), Level.FINE, "1 switch, sound")
    file.write_text('[keypad]\nnext = ["N"]\n', encoding="utf-8")
    assert says(machine.inputs(), Level.FAULT, "a code reader types letters")


def test_a_store_with_a_changed_event_is_a_fault(tmp_path: Path, region_sur: Catalogue) -> None:
    path = tmp_path / "c.sqlite"

    async def one_day() -> None:
        async with begun(path, region_sur):
            pass

    asyncio.run(one_day())
    assert says(*centre.store_on_disk(path), Level.FINE, "2 events, chain, answers and tables are whole")
    for sql, wrong in (
        ("UPDATE day SET opened_at = 'x'", "the tables of 2026-11-23 are not what its log says"),
        ("DROP TABLE pin", "cannot be read: no such table"),
        ("UPDATE event SET person = 'somebody' WHERE seq = 2", "event 2 is not as it was written"),
    ):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(sql)
        assert says(*centre.store_on_disk(path), Level.FAULT, wrong)


def test_a_store_in_use_is_left_to_its_hub(tmp_path: Path, region_sur: Catalogue) -> None:
    async def while_it_runs() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur):
            assert says(*centre.store_on_disk(tmp_path / "c.sqlite"), Level.FINE, "in use")

    asyncio.run(while_it_runs())


def test_a_store_that_is_none_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "c.sqlite").write_bytes(b"this is a letter, and no store at all" * 40)
    assert says(*centre.store_on_disk(tmp_path / "c.sqlite"), Level.FAULT, "cannot be opened")


def test_a_store_not_there_yet_is_no_fault(tmp_path: Path) -> None:
    assert says(*centre.store_on_disk(tmp_path / "new" / "c.sqlite"), Level.NOTE, "is not there yet")
    assert not (tmp_path / "new").exists()


def test_a_hub_that_does_not_answer_is_a_fault() -> None:
    assert says(*centre.hub_on_lan(None, "wss://127.0.0.1:9", supervisor().folder), Level.FAULT, "does not answer")


def test_a_printer_that_is_not_there_is_a_fault(region_sur: Catalogue) -> None:
    assert says(centre.at_printer(None, "tcp://127.0.0.1:9"), Level.FAULT, "tcp://127.0.0.1:9")
    assert says(centre.at_printer(region_sur, ""), Level.NOTE, "no printer")
    assert Printer().url == ""


def test_as_a_program_it_finds_the_hub_of_this_centre(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> str:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            arguments = [
                "--centre",
                str(CENTRES / "region-sur.toml"),
                "--hub",
                running.url,
                "--identity",
                str(supervisor().folder),
            ]
            arguments += ["--store", str(tmp_path / "c.sqlite"), "--printer", f"file:{tmp_path}"]
            program = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "suyana", "doctor", *arguments),
                cwd=ROOT,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            out, err = await program.communicate()
            assert program.returncode == 0, out + err
            assert err == b""
            return out.decode()

    said = asyncio.run(journey())
    assert "Hub          region-sur at wss://127.0.0.1:" in said
    assert "Hub's time" in said  # the test's clock stands on another day
    assert "Everything that a centre needs was found." in said


def left_by_sync(folder: Path, at: datetime, **line: object) -> list[Finding]:
    told = msgspec.structs.replace(Progress("0.1.0").told, **{"state": "online", "more": False} | line)
    write_status(folder, Status(at, 1, "region-sur", "https://office.example", told))
    return list(to_office.look(folder, NOON))


def test_where_sync_never_ran_nothing_is_said_of_it(tmp_path: Path) -> None:
    assert list(to_office.look(tmp_path)) == []


def test_the_version_that_the_office_wants_is_said_where_another_one_runs(tmp_path: Path) -> None:
    way, version = left_by_sync(tmp_path, NOON, wanted="0.2.0", waiting=3)
    assert says(way, Level.FINE, "line online, 3 records wait")
    assert says(version, Level.NOTE, "0.1.0 runs, the office wants 0.2.0")
    assert version.do == "install 0.2.0"
    assert says(left_by_sync(tmp_path, NOON, wanted="0.1.0")[1], Level.FINE, "as the office wants")


@pytest.mark.parametrize(
    ("line", "level", "part"),
    [
        ({"state": "stopped", "problem": "event 7 is another one"}, Level.FAULT, "nothing is sent: event 7"),
        ({"unlike": date(2026, 11, 20)}, Level.FAULT, "not the same of 2026-11-20"),
        ({"parked_count": 2}, Level.NOTE, "put 2 aside"),
        ({"waiting": 9, "oldest": NOON - timedelta(days=9)}, Level.NOTE, "the oldest since 2026-11-14"),
    ],
)
def test_what_keeps_records_from_the_office_is_said(
    tmp_path: Path, line: dict[str, object], level: Level, part: str
) -> None:
    assert says(left_by_sync(tmp_path, NOON, **line)[0], level, part)


def test_a_sync_that_does_not_run_is_a_fault(tmp_path: Path) -> None:
    assert says(
        left_by_sync(tmp_path, NOON - timedelta(hours=1))[0], Level.FAULT, "does not run since 2026-11-23 16:00"
    )


def test_what_sync_left_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "status.json").write_text("{")
    assert says(next(to_office.look(tmp_path)), Level.NOTE, "cannot be read")
