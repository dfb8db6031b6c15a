from __future__ import annotations

from pathlib import Path

from installers.faultlab.syscalls import ROW
from tests.fakes.shown import short_form_of


def test_a_kill_at_a_write_or_sync_leaves_a_whole_store_and_an_early_answer_is_found_out(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)
