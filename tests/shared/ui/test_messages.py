from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shared.ui.badge import Badge
from shared.ui.dot import Dot
from shared.ui.figure import Figure
from shared.ui.limit_bar import LimitBar
from shared.ui.notice import ICONS, Notice
from shared.ui.toast import Toast


@pytest.mark.parametrize("tone", ICONS)
def test_a_notice_is_there_only_while_it_has_something_to_say(qtbot: QtBot, tone: str) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.show_notice(tone, "Sin conexión. Se conecta solo.")
    assert not notice.isHidden()
    assert notice.accessibleName() == "Sin conexión. Se conecta solo."
    notice.show_notice(tone, "")
    assert notice.isHidden()


def test_a_tone_nobody_knows_is_named(qtbot: QtBot) -> None:
    notice, badge = Notice(), Badge()
    qtbot.addWidget(notice)
    qtbot.addWidget(badge)
    with pytest.raises(ValueError, match="no tone 'purple'"):
        notice.show_notice("purple", "...")
    with pytest.raises(ValueError, match="no tone 'purple'"):
        badge.show_badge("12 esperan", "purple")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    return window


def test_a_message_goes_by_itself(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast._end.setInterval(1)
    toast.show_message("PJ 047 quedó pendiente.")
    assert toast.text() == "PJ 047 quedó pendiente."
    qtbot.waitUntil(toast.isHidden)


def test_a_long_message_stays_inside_its_window(window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("Lo encuentra en la lista de la derecha, debajo de los que esperan. " * 3)
    assert window.rect().contains(toast.geometry())
    window.resize(400, 500)
    assert window.rect().contains(toast.geometry())


def test_a_badge_without_words_is_not_there(qtbot: QtBot) -> None:
    badge = Badge()
    qtbot.addWidget(badge)
    badge.show_badge("12 esperan", "green")
    assert not badge.isHidden()
    badge.show_badge("")
    assert badge.isHidden()


def test_a_figure_is_said_with_what_it_counts(qtbot: QtBot) -> None:
    figure = Figure()
    qtbot.addWidget(figure)
    figure.show_figure("27", "atendidos hoy")
    assert figure.accessibleName() == "atendidos hoy: 27"


def test_a_mark_has_a_meaning_in_words(qtbot: QtBot) -> None:
    dot = Dot(10)
    qtbot.addWidget(dot)
    dot.show_dot("En línea", "online")
    assert (dot.accessibleName(), dot.toolTip()) == ("En línea", "En línea")


@pytest.mark.parametrize(
    ("share", "tone"), [(0.0, "green"), (0.8, "green"), (0.9, "gold_deep"), (1.0, "gold_deep"), (1.2, "red")]
)
def test_a_limit_changes_colour_near_its_end_and_beyond(qtbot: QtBot, share: float, tone: str) -> None:
    bar = LimitBar()
    qtbot.addWidget(bar)
    bar.show_share(share)
    assert bar.tone() == tone
