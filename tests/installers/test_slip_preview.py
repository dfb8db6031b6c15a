"""`suyana slip preview`: each slip for both widths, as pictures; a wrong logo is one sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.fakes.morning import REGION_SUR

DESIGN = """
[slip]
logo = "logo.png"
header = ["Presidencia del Consejo de Ministros"]
without = ["complaints"]
"""


def preview(folder: Path) -> subprocess.CompletedProcess[str]:
    centre = folder / "centre.toml"
    centre.write_text(REGION_SUR.read_text(encoding="utf-8") + DESIGN, encoding="utf-8")
    command = [sys.executable, "-m", "suyana", "--quiet", "slip", "preview", "--centre", str(centre)]
    options = ["--out", str(folder / "out"), "--language", "es", "--language", "quz"]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=False)


def test_every_slip_is_a_picture_as_wide_as_its_paper(tmp_path: Path) -> None:
    Image.new("L", (300, 90), 0).save(tmp_path / "logo.png")
    done = preview(tmp_path)
    assert done.returncode == 0, done.stderr
    made = {path.stem: Image.open(path) for path in (tmp_path / "out").glob("*.png")}
    kinds = ("ticket", "copy", "requirements")
    assert set(made) == {f"{kind}-{dots}-{tag}" for kind in kinds for dots in (576, 384) for tag in ("es", "quz")}
    for name, picture in made.items():
        assert picture.width == int(name.split("-")[1]) + 64, "the paper, with what a printer cannot reach"
        assert picture.getpixel((picture.width // 2, 60)) == 0, "the logo is there"


def test_a_logo_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    done = preview(tmp_path)
    assert done.returncode == 2
    (sentence,) = done.stderr.splitlines()
    assert "logo.png: the logo cannot be read" in sentence
