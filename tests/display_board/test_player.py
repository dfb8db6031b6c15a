"""The real loudspeaker, in a process of its own: what Qt says about missing devices is not this test's matter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

WITHOUT_A_DEVICE = """
from PySide6.QtCore import QCoreApplication, QTimer
app = QCoreApplication([])
from display_board.player import Player
from tests.fakes.sound import PLAIN
player = Player()
player.ended.connect(lambda: (print("ended"), app.quit()))
print("can play" if player.can_play() else "cannot play")
player.play(PLAIN)
QTimer.singleShot(20_000, app.quit)
app.exec()
player.close()
"""


def test_a_sound_ends_even_where_nothing_can_play_it(tmp_path: Path) -> None:
    nowhere = {"PULSE_SERVER": f"unix:{tmp_path}/nowhere", "XDG_RUNTIME_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_DEVICE],
        env=os.environ | nowhere,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[-2] == "ended"
