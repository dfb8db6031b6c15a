"""report, generate-day, replay and staffing, as somebody types them."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.store.copies import make_copy
from shared.store.database import Store
from shared.store.event_log import EventLog
from suyana import main
from tests.conftest import CENTRES
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene
from tests.fakes.stored import batches

REGION_SUR = str(CENTRES / "region-sur.toml")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """(what it printed, exit status)"""

    def run_(*arguments: str) -> tuple[str, int]:
        with pytest.raises(SystemExit) as ended:
            main(["--quiet", *arguments])
        printed = capsys.readouterr()
        return printed.out + printed.err, int(ended.value.code or 0)

    return run_


@pytest.fixture
def trace(run, tmp_path: Path) -> Path:  # type: ignore[no-untyped-def]
    path = tmp_path / "day.jsonl"
    text, status = run("generate-day", "--centre", REGION_SUR, "--seed", "7", "--factor", "0.2", "--out", str(path))
    assert status == 0
    assert "generated, seed 7, factor 0.2" in text
    assert "preferential" in text
    return path


@pytest.fixture
def store(tmp_path: Path, region_sur: Catalogue) -> Path:
    """Of two closed days, with its copy."""
    path = tmp_path / "centre.sqlite"
    scene = Scene(region_sur, at=datetime(2026, 11, 23, 14, 0, tzinfo=UTC))
    crowd = Crowd(scene, 1)
    for _ in range(2):
        scene.open(*range(1, 30))
        scene.order(c.BeginInterruption("system", entity="pj"))
        crowd.act(150)
        crowd.night()
    store = Store(path)
    log = EventLog(store)
    log.append(batches(scene.log))
    make_copy(log, date(2026, 11, 24))
    store.close()
    return path


def test_a_generated_day_is_lived_under_other_rules(run, trace: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    table, picture = tmp_path / "ways.csv", tmp_path / "ways.png"
    text, status = run(
        *("replay", str(trace), "--centre", REGION_SUR, "--policy", "fcfs", "--policy", "ratio 3:1"),
        *("--counters", "PJ=1", "--csv", str(table), "--picture", str(picture)),
    )
    assert status == 0
    assert "its own rules" in text
    assert "ratio 3:1 PJ=1" in text
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["", "its own rules", "fcfs PJ=1", "ratio 3:1 PJ=1"]
    with Image.open(picture) as drawn:
        assert drawn.format == "PNG"


def test_a_past_day_is_lived_again_from_the_copy(run, store: Path) -> None:  # type: ignore[no-untyped-def]
    text, status = run("replay", "2026-11-23", "--store", str(store), "--counters", "PJ=3")
    assert status == 0
    assert "as it was" in text
    assert "PJ=3" in text
    assert "Not lived again: " in text


def test_a_day_and_a_month_are_reported(run, store: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text, status = run("report", "2026-11-23", "--store", str(store))
    assert status == 0
    assert "Monday 23 November 2026, by entity" in text
    assert "Monday 23 November 2026, interruptions" in text
    assert "system  pj" in text
    text, status = run("report", "2026-11", "--store", str(store), "--by", "advisor", "--csv", str(tmp_path / "a.csv"))
    (first, *_) = csv.DictReader((tmp_path / "a.csv").read_text(encoding="utf-8").splitlines())
    assert (first["advisor"], first["staffing_staffed"]) == ("a001", "2")
    assert 0 < int(first["staffing_due"]) >= int(first["staffing_on_time"])
    out = tmp_path / "month.csv"
    text, status = run("report", "2026-11", "--store", str(store), "--by", "day", "--csv", str(out))
    assert status == 0
    assert [row[0] for row in csv.reader(out.read_text(encoding="utf-8").splitlines())] == [
        "day",
        "2026-11-23",
        "2026-11-24",
    ]


def test_counters_are_advised_by_erlang_and_by_replay(run) -> None:  # type: ignore[no-untyped-def]
    text, status = run("staffing", "--centre", REGION_SUR, "--day", "2026-11-28", "--days", "1")
    assert status == 0
    assert "by Erlang C" in text
    assert "SUNAT" not in text
    assert "ST " in text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("replay", "tomorrow"), "there is no trace 'tomorrow'"),
        (("replay", "2026-99-99", "--store", "STORE"), "a day is written as 2026-11-24"),
        (("replay", "2026-01-01", "--store", "STORE"), "has no day 2026-01-01: it has 2026-11-23 to 2026-11-24"),
        (("replay", "2026-11-23", "--store", "nowhere.sqlite"), "has no copy yet"),
        (("replay", "2026-11-23", "--copy", "nowhere.sqlite"), "there is no store at nowhere.sqlite"),
        (("replay", "2026-11-23", "--store", "STORE", "--policy", "fair"), "no policy is written 'fair': write legal"),
        (("replay", "2026-11-23", "--store", "STORE", "--counters", "PJ"), "such as PJ=3, not 'PJ'"),
        (("replay", "2026-11-23", "--store", "STORE", "--counters", "XX=3"), "there is no queue 'XX'"),
        (("report", "2026-11-23", "--store", "STORE", "--by", "colour"), "there is no group 'colour'"),
        (("report", "2026-10", "--store", "STORE"), "has no closed day in 2026-10"),
        (("report", "yesterday", "--store", "STORE"), "a day is written as"),
        (("generate-day", "--centre", REGION_SUR, "--day", "2026-11-29", "--out", "x"), "(Sunday) nobody attends"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(run, store: Path, arguments: tuple[str, ...], sentence: str) -> None:  # type: ignore[no-untyped-def]
    text, status = run(*(str(store) if argument == "STORE" else argument for argument in arguments))
    assert status == 2
    assert sentence in text
    assert "Traceback" not in text


def test_a_trace_of_another_centre_is_refused(run, trace: Path) -> None:  # type: ignore[no-untyped-def]
    text, status = run("replay", str(trace), "--centre", str(CENTRES / "lima-norte.toml"))
    assert status == 2
    assert "is a day of centre 'region-sur'" in text
    trace.write_bytes(trace.read_bytes().replace(b'"queue":"PJ"', b'"queue":"ZZ"'))
    text, status = run("replay", str(trace), "--centre", REGION_SUR)
    assert status == 2
    assert "the centre has no queue 'ZZ'" in text
