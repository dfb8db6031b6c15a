"""The whole centre, as `make run` starts it where there is no screen: the longest way through everything.

The hub is killed five times meanwhile (`suyana demo --headless --kill-hub 20` is the long form).
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from installers.demo import evidence
from installers.demo.evidence import Found
from installers.demo.morning import CITIZENS
from installers.demo.stage import Seen
from tests.conftest import ROOT

PICTURES = {"kiosk": (1080, 1920), "counter": (1366, 768), "board": (1920, 1080)}


def play(folder: Path) -> Path:
    """Where the morning left what it leaves."""
    done = subprocess.run(
        [sys.executable, "-m", "suyana", "demo", "--headless", "--kill-hub", "5", "--seed", "7"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out"


@pytest.mark.timeout(180)
def test_everybody_ends_as_the_script_says_everywhere(tmp_path: Path) -> None:
    out = play(tmp_path)
    summary = (out / "summary.md").read_text(encoding="utf-8")
    assert "Everybody ended as the script says" in summary
    assert "killed without goodbye 5 times (seed 7)" in summary
    every_screen_has_its_picture(out)
    every_ticket_has_its_bytes_and_its_paper(out)
    no_log_tells_of_a_fault(out)
    a_citizen_missing_at_the_office_is_noticed(out)


def size_of(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as image:
        return image.size


def every_screen_has_its_picture(out: Path) -> None:
    for program, size in PICTURES.items():
        pictures = list(out.glob(f"{program}-*.png"))
        assert pictures
        assert {size_of(picture) for picture in pictures} == {size}


def every_ticket_has_its_bytes_and_its_paper(out: Path) -> None:
    for citizen in CITIZENS.values():
        name = f"ticket-{citizen.number.replace(' ', '-')}"
        assert (out / f"{name}.escpos").stat().st_size > 500
        assert size_of(out / f"{name}.png")[0] >= 576


def no_log_tells_of_a_fault(out: Path) -> None:
    for log in (out / "logs").glob("*.log"):
        text = log.read_text(encoding="utf-8")
        assert "Traceback" not in text, log.name
        assert " ERROR " not in text, log.name


def a_citizen_missing_at_the_office_is_noticed(out: Path) -> None:
    """The control: the same comparison, after one record is taken away, says whom it misses."""
    connection = sqlite3.connect(out / "office.sqlite")
    connection.execute("DELETE FROM attention WHERE number = 'PJ 007'")
    connection.commit()
    connection.close()
    store, office = evidence.of_store(out / "centre.sqlite"), evidence.of_office(out / "office.sqlite")
    assert any("Luz (PJ 007): None at the office" in wrong for wrong in evidence.wrongs(Seen(), [], store, office))


def test_a_ticket_that_no_citizen_has_would_be_noticed() -> None:
    stranger = Found({}, {"BN 099": "waiting"})
    assert any("BN 099 in the store" in wrong for wrong in evidence.wrongs(Seen(), [], stranger, Found({}, {})))
