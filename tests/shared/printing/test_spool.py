"""CUPS through a stand-in for its lp command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.printing.job import job
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import open_printer
from shared.printing.slip import Slip, layout

if sys.platform == "win32":
    pytest.skip("CUPS is POSIX", allow_module_level=True)

Make = Callable[..., Slip]


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Puts a shell script on the PATH, which has nothing else on it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
        path.chmod(0o755)

    return put


def test_the_queue_gets_the_exact_bytes_as_they_are(
    make_slip: Make, commands: Callable[[str, str], None], tmp_path: Path
) -> None:
    commands("lp", f'echo "$@" > "{tmp_path}/asked"\ncat > "{tmp_path}/job"\necho "request id is Hall-7 (1 file(s))"')
    outcome = open_printer("cups:Hall").print(make_slip())
    assert outcome == Outcome(Verdict.UNKNOWN, "CUPS took the slip for Hall: request id is Hall-7 (1 file(s))")
    assert (tmp_path / "asked").read_text() == "-d Hall -o raw -\n"
    assert (tmp_path / "job").read_bytes() == job(layout(make_slip(), 576), 576)


def test_a_queue_that_cups_does_not_know_is_offline(make_slip: Make, commands: Callable[[str, str], None]) -> None:
    commands("lp", 'cat >/dev/null; echo "lp: The printer or class does not exist." >&2; exit 1')
    commands("lpstat", 'echo "lpstat: Invalid destination name in list \\"Hall\\"." >&2; exit 1')
    printer = open_printer("cups:Hall")
    assert printer.print(make_slip()) == Outcome(
        Verdict.OFFLINE, "CUPS refused: lp: The printer or class does not exist."
    )
    assert printer.status().verdict is Verdict.OFFLINE


def test_a_queue_that_takes_slips_is_ready(commands: Callable[[str, str], None]) -> None:
    commands("lpstat", 'echo "Hall accepting requests since Mon"')
    assert open_printer("cups:Hall").status() == Outcome(Verdict.READY, "Hall accepting requests since Mon")


@pytest.mark.usefixtures("commands")
def test_without_cups_the_printer_is_offline(make_slip: Make) -> None:
    assert open_printer("cups:Hall").print(make_slip()) == Outcome(
        Verdict.OFFLINE, "CUPS is not on this computer: there is no lp command"
    )
