"""Every layout of the board can be pictured, and no word of it is cut in any shape of panel."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from display_board.screens.window import BoardWindow
from installers.demo.board_gallery import SCENES, gallery
from installers.demo.board_pictures import CENTRE, SHAPES, Panel
from shared.domain.centre_file import load_centre
from tests.display_board.screens.test_window import cut, labels, on_board

PANELS = [panel for panels in SHAPES.values() for panel in panels if panel.width < 3000]

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.logs("reads well from")
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: f"{panel.width}x{panel.height}-{panel.name}")
def test_nothing_is_cut_in_any_layout(qtbot: QtBot, panel: Panel) -> None:
    width, height, distance, inches = panel
    window = BoardWindow()
    qtbot.addWidget(window)
    window.setFixedSize(width, height)
    window.show()
    for name, scene in gallery(load_centre(CENTRE)):
        window.show_view(replace(scene.view, distance_m=distance, panel_inches=inches))
        for label in labels(window):
            assert not cut(label), f"{name} {label.objectName()} {label.text()!r}: {cut(label)}"
            assert window.rect().contains(on_board(window, label)), f"{name} {label.text()!r}"


def test_the_gallery_shows_a_call_a_crowd_a_zone_and_why_nobody_is_called() -> None:
    shown = dict(gallery(load_centre(CENTRE)))
    assert shown.keys() == SCENES.keys()
    assert shown["crowd"].view.backlog == 19
    assert all(call.flashing for call in shown["crowd"].view.recent)
    zone = {counter.number for counter in load_centre(CENTRE).counters if counter.zone == "2"}
    assert {call.counter for call in shown["one-zone"].view.recent} <= zone
    stages = {shown[name].view.stage for name in ("calling", "link-lost", "connecting", "closed-for-today")}
    assert len(stages) == 4
