from __future__ import annotations

from pathlib import Path

from installers.faultlab.damage import ROW
from tests.fakes.shown import short_form_of


def test_damage_is_noticed_and_repaired_and_without_a_look_it_is_served(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)
