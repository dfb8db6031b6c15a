"""Programs of others that read what ours print: npos for ESC/POS, zbarimg for QR codes, receiptio for printers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

FOLDER = Path(__file__).parent
SECONDS = 30


def program(name: str, comes_with: str) -> str:
    """Its path. Where it is missing the test fails on CI, and is skipped on a person's own machine."""
    beside_python = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    path = shutil.which(name, path=beside_python)
    if path:
        return path
    missing = f"{name} is not on this machine: install {comes_with}"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


def node(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs one of the JavaScript tools; fails when they are not installed."""
    command = [node_program("npos"), *arguments]
    return subprocess.run(command, input=data, capture_output=True, cwd=FOLDER, timeout=SECONDS)


def node_program(needs: str) -> str:
    """The path of node; fails when the package that a script needs is not installed."""
    path = program("node", "nodejs")
    if not (FOLDER / "node_modules" / needs).is_dir():
        pytest.fail("tests/tools/node_modules is not filled: run npm ci in tests/tools (make test does it)")
    return path


def decode(job: bytes, code_page: str) -> dict[str, Any]:
    """What npos finds in a job: `text`, the kinds of `commands`, and `pictures` as images, black on white."""
    done = node("decode-escpos.cjs", code_page, data=job)
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    found["pictures"] = [_picture(rows) for rows in found["pictures"]]
    return found


def read_code(picture: Image.Image, folder: Path) -> str:
    """What zbarimg reads in a picture."""
    path = folder / "code.png"
    picture.save(path)
    done = subprocess.run(
        [program("zbarimg", "zbar-tools"), "--quiet", "--raw", str(path)], capture_output=True, timeout=SECONDS
    )
    return done.stdout.decode().strip()


def _picture(rows: list[str]) -> Image.Image:
    """With the white border that the empty lines around a code give it on paper."""
    border = 30
    picture = Image.new("L", (len(rows[0]) + 2 * border, len(rows) + 2 * border), 255)
    for y, row in enumerate(rows):
        for x, dot in enumerate(row):
            if dot == "#":
                picture.putpixel((x + border, y + border), 0)
    return picture
