from __future__ import annotations

import sys

import pytest

from installers.progress import StepFailed, line, run_quickly, run_step

SAY_AND_FAIL = [sys.executable, "-c", "print('half'); print('no space left'); raise SystemExit(3)"]


def test_line_shows_the_seconds_and_what_was_said_last() -> None:
    assert line("Python packages", 12.4, "Downloading pyside6") == "  Python packages … 12 s   Downloading pyside6"


def test_step_shows_its_words_at_begin_and_end(capsys: pytest.CaptureFixture[str]) -> None:
    run_step("Nothing much", [sys.executable, "-c", "print('unheard')"])
    assert capsys.readouterr().out == "  Nothing much …\n  Nothing much … 0 s\n"


@pytest.mark.parametrize("quickly", [False, True])
def test_failed_command_tells_its_last_words(quickly: bool) -> None:
    with pytest.raises(StepFailed, match="exit status 3") as failure:
        run_quickly(SAY_AND_FAIL) if quickly else run_step("Something", SAY_AND_FAIL)
    assert failure.value.said == ("half", "no space left")
