"""The phone page can be pictured in every state and language, each with a contact sheet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from installers.demo import phone_pictures
from installers.demo.phone_gallery import STATES
from installers.demo.programs import DemoError
from tests.tools.browser import running_browser


def test_a_state_is_pictured_in_each_language_at_both_sizes_on_one_sheet(tmp_path: Path) -> None:
    with running_browser():
        pass  # where there is none, this says so
    assert phone_pictures.take(tmp_path, ("es", "en"), ("called", "gone")) == 8
    for size, (width, height) in phone_pictures.SIZES.items():
        with Image.open(tmp_path / "called" / f"en-{size}.png") as picture:
            assert picture.width == width
            assert picture.height >= height
    with Image.open(tmp_path / "gone.webp") as sheet:
        assert sheet.width > 2 * phone_pictures.WIDTH


def test_every_state_that_the_issue_names_is_among_them() -> None:
    assert {"waiting", "called", "stops", "returning", "gone", "away", "closed"} <= set(STATES)


def test_without_a_browser_it_is_said_what_brings_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(DemoError, match="make pictures"):
        phone_pictures.take(tmp_path)
