from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from installers.faultlab.fuzz import ROW
from installers.faultlab.fuzz.frames import CASES, frames
from tests.fakes.shown import short_form_of


@pytest.mark.logs("announcement")
def test_nonsense_is_refused_by_name_and_without_its_guard_the_hub_meets_a_fault(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)


def test_the_saved_cases_come_first_and_a_seed_makes_the_same_frames() -> None:
    made = list(frames(Random(7), 100))
    assert made[: len(CASES)] == list(CASES)
    assert made == list(frames(Random(7), 100))
