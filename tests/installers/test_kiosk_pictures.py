"""Every screen of the kiosk can be pictured in every language, by one command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

from installers.demo.kiosk_gallery import SCREENS
from tests.conftest import ROOT


def test_one_command_pictures_every_screen_at_both_sizes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "installers.demo.kiosk_pictures", str(tmp_path), "quz", "--way", "plain"]
    done = subprocess.run(
        command, cwd=ROOT, env={"QT_QPA_PLATFORM": "offscreen"}, check=True, capture_output=True, text=True
    )
    assert f"{2 * len(SCREENS)} pictures" in done.stdout
    for name in SCREENS:
        for shape, size in (("portrait", (1080, 1920)), ("landscape", (1920, 1080))):
            with Image.open(tmp_path / name / f"quz-plain-{shape}.png") as picture:
                assert picture.size == size
            with Image.open(tmp_path / f"{name}-{shape}.webp") as sheet:
                assert sheet.size > (200, 200)
