from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from shared.ui import icons
from shared.ui.tokens import LIGHT

NEEDED = [
    "file-certificate",
    "certificate",
    "info-circle",
    "building-store",
    "calendar",
    "id-badge",
    "id",
    "building-bank",
    "shield-check",
    "plane",
    "car",
    "receipt-tax",
    "heart-handshake",
    "scale",
    "school",
    "briefcase",
    "building",
    "home",
    "users",
    "building-community",
    "pig-money",
    "lock",
    "file",
    "old",
    "wheelchair",
    "disabled",
    "baby-carriage",
    "pregnant",
    "arrow-left",
    "arrow-right",
    "check",
    "x",
    "language",
    "bell",
    "printer",
    "alert-triangle",
    "wifi-off",
    "plug-connected",
    "plug-connected-x",
    "volume",
    "volume-off",
    "user",
    "clock",
    "player-pause",
    "transfer",
    "help-circle",
    "hourglass",
]


def test_every_pictogram_a_screen_may_ask_for_is_there() -> None:
    assert [name for name in NEEDED if name not in icons.names()] == []


@pytest.mark.parametrize("name", sorted(icons.names()))
def test_every_pictogram_is_drawn_in_the_colour_asked_for(name: str) -> None:
    image = icons.pixmap(name, LIGHT.red, 48).toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert seen
    assert all(abs(QColor(one).red() - QColor(LIGHT.red).red()) < 4 for one in seen)


def test_a_pictogram_is_crisp_on_a_dense_screen() -> None:
    drawn = icons.pixmap("car", LIGHT.red, 40, 2.0)
    assert drawn.size() == QSize(80, 80)
    assert drawn.deviceIndependentSize().toSize() == QSize(40, 40)


def test_the_same_pictogram_is_drawn_once() -> None:
    assert icons.pixmap("car", LIGHT.red, 41).cacheKey() == icons.pixmap("car", LIGHT.red, 41).cacheKey()


def test_an_icon_keeps_its_colour_when_disabled() -> None:
    made = icons.icon("car", LIGHT.red, 40)
    disabled = made.pixmap(QSize(40, 40), QIcon.Mode.Disabled).toImage()
    assert disabled == made.pixmap(QSize(40, 40), QIcon.Mode.Normal).toImage()


def test_an_unknown_pictogram_is_named_with_the_nearest() -> None:
    with pytest.raises(icons.UnknownIcon, match="no pictogram 'printr'; did you mean 'printer'"):
        icons.pixmap("printr", LIGHT.red, 40)


def test_the_licence_travels_with_the_pictograms() -> None:
    assert (icons.FOLDER / "LICENSE.txt").read_text(encoding="utf-8").startswith("MIT License")


def test_a_language_may_have_its_own_picture_and_one_that_is_none_is_not_shown(tmp_path: Path) -> None:
    ours = icons.pixmap("help-circle", "#B5121B", 24).toImage()
    own = tmp_path / "help-circle.svg"
    own.write_text('<svg viewBox="0 0 24 24"><rect width="24" height="24" fill="currentColor"/></svg>')
    try:
        icons.put_before(lambda name: own if name == "help-circle" else None)
        assert icons.pixmap("help-circle", "#B5121B", 24).toImage().pixelColor(0, 0).name() == "#b5121b"
        broken = tmp_path / "broken" / "help-circle.svg"
        broken.parent.mkdir()
        broken.write_text("no picture")
        icons.put_before(lambda _name: broken)
        assert icons.pixmap("help-circle", "#B5121B", 24).toImage() == ours
    finally:
        icons.put_before(lambda _name: None)
