"""The board shows what its view says, and no word is cut, at every size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from display_board import texts
from display_board.board import BoardView, Stage
from display_board.calls import CallShown
from display_board.screens.capitals import Capitals
from display_board.screens.window import BoardWindow
from display_board.screens.words import Words
from display_board.waits import WaitShown, waits_shown
from shared.domain.catalogue import Catalogue
from shared.ui import theme, tokens
from tests.fakes.calls import queue

LIMA = ZoneInfo("America/Lima")
NOW = datetime(2026, 11, 25, 10, 41, tzinfo=LIMA)  # "miércoles 25 de noviembre", the longest date
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160), (1280, 720)]
WIDEST = CallShown(9, "RW 1888", 108, recall=True)

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def view(region_sur: Catalogue) -> BoardView:
    waits = waits_shown(region_sur, [queue(one.prefix, (115, 130)) for one in region_sur.queues], NOW)
    recent = tuple(CallShown(8 - place, "RW 1888", 888) for place in range(6))
    return BoardView(Stage.OPEN, NOW, WIDEST, True, recent, waits, region_sur.board.notice, no_sound=True)


@pytest.fixture
def window(qtbot: QtBot) -> BoardWindow:
    window = BoardWindow()
    qtbot.addWidget(window)
    return window


def shown(window: BoardWindow, view: BoardView, size: tuple[int, int] = (1920, 1080)) -> None:
    if size[0] < size[1]:
        view = replace(view, distance_m=7.0)  # on end, the widest number is narrower
    window.resize(*size)
    window.show_view(view)
    window.show()


def text(window: QWidget, name: str) -> str:
    """What a label shows, or "" where it is not to be seen."""
    label = window.findChild(QLabel, name)
    return label.text() if label and label.isVisible() else ""


def labels(window: QWidget) -> Iterator[QLabel]:
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            yield label


def cut(label: QLabel) -> str:
    """What is wrong with a label's room, or ""."""
    if isinstance(label, Capitals):
        ink = label.ink().toAlignedRect()
        return "" if label.rect().adjusted(-1, -1, 1, 1).contains(ink) else f"ink {ink} in {label.rect()}"
    assert isinstance(label, Words)
    needs = QFontMetrics(label.font()).boundingRect(
        QRect(0, 0, label.width(), 10_000), int(label.alignment()) | (0x1000 if label.wordWrap() else 0), label.text()
    )
    fits = needs.width() <= label.width() and needs.height() <= label.height() + 2  # rounding, of empty line space
    return "" if fits else f"needs {needs.size()} has {label.size()}"


def on_board(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def stages(view: BoardView) -> list[BoardView]:
    tomorrow = datetime(2026, 11, 26, 8, 30, tzinfo=LIMA)
    return [
        view,
        replace(view, newest=None, recent=(), pulsing=False),
        replace(view, stage=Stage.AWAY),
        BoardView(),
        replace(view, stage=Stage.CLOSED, ended=True, opens_at=tomorrow),
        replace(view, stage=Stage.CLOSED, opens_at=NOW),
    ]


def test_the_newest_call_and_its_counter_are_shown(window: BoardWindow, view: BoardView) -> None:
    shown(window, view)
    assert (text(window, "newest-number"), text(window, "newest-counter")) == ("RW 1888", "108")
    assert text(window, "newest-caption") == texts.CALLED_AGAIN
    window.show_view(replace(view, newest=CallShown(10, "PJ 047", 20)))
    assert (text(window, "newest-number"), text(window, "newest-counter")) == ("PJ 047", "20")
    assert text(window, "newest-caption") == texts.NUMBER


def test_the_newest_call_at_ten_metres_is_drawn_with_193_pixel_capitals(window: BoardWindow, view: BoardView) -> None:
    shown(window, view)
    for name in ("newest-number", "newest-counter"):
        label = window.findChild(Capitals, name)
        assert label is not None
        assert label.capitals() == pytest.approx(193, abs=0.5)
    row = window.findChild(Capitals, "recent-0-number")
    assert row is not None
    assert row.capitals() >= 96


def test_number_and_counter_stand_on_one_line(window: BoardWindow, view: BoardView) -> None:
    shown(window, view)
    number, counter = (window.findChild(Capitals, name) for name in ("newest-number", "newest-counter"))
    assert number is not None
    assert counter is not None
    middles = [on_board(window, label).center().y() for label in (number, counter)]
    assert abs(middles[0] - middles[1]) <= 1


def test_recent_calls_are_below_in_their_order(window: BoardWindow, view: BoardView) -> None:
    recent = (CallShown(3, "BN 118", 3), CallShown(2, "RT 036", 9))
    shown(window, replace(view, recent=recent))
    assert [text(window, f"recent-{n}-number") for n in range(3)] == ["BN 118", "RT 036", ""]
    assert [text(window, f"recent-{n}-counter") for n in range(3)] == ["3", "9", ""]


def test_the_side_panel_shows_hour_date_waits_and_notice(window: BoardWindow, view: BoardView) -> None:
    shown(window, view)
    assert text(window, "clock") == "10:41"
    assert text(window, "date") == "miércoles 25 de noviembre"
    assert text(window, "wait-0-name") == "Banco de la Nación"
    assert text(window, "wait-0") == "115 a 130 min"
    assert text(window, "notice") == view.notice
    assert text(window, "no-sound") == texts.NO_SOUND


def test_no_sound_is_said_only_when_there_is_none(window: BoardWindow, view: BoardView) -> None:
    shown(window, replace(view, no_sound=False))
    assert text(window, "no-sound") == ""


def test_before_the_first_call_the_board_says_what_will_appear(window: BoardWindow, view: BoardView) -> None:
    shown(window, replace(view, newest=None, recent=()))
    assert text(window, "newest-empty") == texts.EMPTY
    assert text(window, "newest-number") == ""


def test_a_board_without_its_hub_shows_no_call(window: BoardWindow, view: BoardView) -> None:
    shown(window, replace(view, stage=Stage.AWAY))
    assert text(window, "away-title") == texts.AWAY
    seen = " ".join(label.text() for label in labels(window))
    assert "RW" not in seen
    assert "min" not in seen.replace("miércoles", "")


def test_a_closed_hall_says_when_it_opens(window: BoardWindow, view: BoardView) -> None:
    opens = datetime(2026, 11, 26, 8, 30, tzinfo=LIMA)
    shown(window, replace(view, stage=Stage.CLOSED, ended=True, opens_at=opens))
    assert text(window, "closed-title") == texts.ENDED
    assert "mañana" in text(window, "closed-lead")


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_and_nothing_leaves_the_board(
    window: BoardWindow, view: BoardView, size: tuple[int, int]
) -> None:
    shown(window, view, size)
    for stage in stages(view):
        shown(window, stage, size)
        for label in labels(window):
            assert not cut(label), f"{stage.stage} {label.objectName()} {label.text()!r}: {cut(label)}"
            assert window.rect().contains(on_board(window, label)), f"{stage.stage} {label.text()!r}"


@pytest.mark.parametrize("size", SIZES)
def test_words_do_not_lie_on_each_other(window: BoardWindow, view: BoardView, size: tuple[int, int]) -> None:
    shown(window, view, size)
    names = ("clock", "date", "no-sound", "notice", "waits", "newest-caption", "newest-number", "newest-counter")
    parts = [widget for name in names if (widget := window.findChild(QWidget, name)) and widget.isVisible()]
    boxes = [(part.objectName(), on_board(window, part).adjusted(1, 1, -1, -1)) for part in parts]
    # The caption's line reaches into the slack over the number's capitals, which only round letters use.
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if {a[0], b[0]} != set(names[5:7])]
    assert not [(a[0], b[0]) for a, b in pairs if a[1].intersects(b[1])]


@pytest.mark.parametrize("size", SIZES)
def test_the_board_never_asks_for_more_room_than_it_has(
    window: BoardWindow, view: BoardView, size: tuple[int, int]
) -> None:
    shown(window, view, size)
    hint = window.minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= size[1]
    assert (window.width(), window.height()) == size


def test_a_long_notice_is_drawn_smaller_and_whole(window: BoardWindow, view: BoardView) -> None:
    notice = "Mañana martes este centro atenderá desde las diez por trabajos en la red eléctrica del edificio. " * 2
    shown(window, replace(view, notice=notice.strip()))
    label = window.findChild(QLabel, "notice")
    assert label is not None
    assert label.isVisible()
    assert not cut(label)


def test_a_centre_without_a_notice_has_more_room_for_waits(window: BoardWindow, view: BoardView) -> None:
    shown(window, view)
    before = sum(text(window, f"wait-{n}") != "" for n in range(8))
    window.show_view(replace(view, notice=""))
    assert sum(text(window, f"wait-{n}") != "" for n in range(8)) > before
    assert text(window, "notice") == ""


def test_a_long_name_of_an_entity_makes_the_waits_smaller_not_shorter(window: BoardWindow, view: BoardView) -> None:
    long = WaitShown("xx", "Orientación y MAC Express", (115, 130), until=NOW)
    shown(window, replace(view, waits=(long, *view.waits)))
    assert text(window, "wait-0-name") == long.name
    for name in ("wait-0", "wait-0-name"):
        label = window.findChild(QLabel, name)
        assert label is not None
        assert not cut(label)


def test_another_viewing_distance_lays_the_board_out_anew(window: BoardWindow, view: BoardView) -> None:
    shown(window, replace(view, distance_m=4.0))
    near = text(window, "recent-4-number")
    window.show_view(view)
    assert near == "RW 1888"
    assert text(window, "recent-4-number") == ""


@pytest.mark.logs("reads well from")
def test_a_panel_too_small_for_the_hall_is_told_once(
    window: BoardWindow, view: BoardView, caplog: pytest.LogCaptureFixture
) -> None:
    shown(window, replace(view, distance_m=25.0, panel_inches=43.0))
    window.show_view(replace(view, distance_m=25.0, panel_inches=43.0, pulsing=False))
    assert len([record for record in caplog.records if "reads well" in record.getMessage()]) == 1


def test_everything_has_a_name_for_a_screen_reader(window: BoardWindow, view: BoardView) -> None:
    shown(window, view)
    newest, row = (window.findChild(QWidget, name) for name in ("newest", "recent-0"))
    assert newest is not None
    assert row is not None
    assert newest.accessibleName() == "RW 1888, Módulo 108"
    assert row.accessibleName() == "RW 1888, Módulo 888"
    assert all(label.accessibleName() or label.text() for label in labels(window))


def gold(window: BoardWindow) -> QImage:
    newest = window.findChild(QWidget, "newest")
    assert newest is not None
    return newest.grab().toImage()


def test_a_pulsing_call_looks_other_than_a_calm_one_even_standing_still(window: BoardWindow, view: BoardView) -> None:
    shown(window, view)
    pulsing = gold(window)
    window.show_view(replace(view, pulsing=False))
    assert gold(window) != pulsing
    assert gold(window).pixelColor(gold(window).width() // 2, 8).name().upper() == theme.colours().gold


def test_a_new_call_rises_in_and_comes_to_stand(window: BoardWindow, view: BoardView, qtbot: QtBot) -> None:
    shown(window, view)
    number = window.findChild(QWidget, "newest-number")
    assert number is not None
    place = number.pos()
    tokens.motion = 0.1
    window.show_view(replace(view, newest=CallShown(10, "PJ 047", 20)))
    qtbot.waitUntil(lambda: number.pos() != place)
    qtbot.waitUntil(lambda: number.pos() == place)
    window.show_view(replace(view, newest=CallShown(10, "PJ 047", 20), pulsing=False))


def test_where_there_is_room_each_entity_says_who_waits_and_its_hours(window: BoardWindow, view: BoardView) -> None:
    bank = WaitShown("bn", "Banco de la Nación", (10, 15), waiting=12, until=NOW.replace(hour=18, minute=0))
    later = WaitShown("mt", "Migraciones", opens_at=NOW.replace(hour=14, minute=0))
    shown(window, replace(view, waits=(bank, later), notice=""))
    assert text(window, "wait-0-more") == "12 esperan · atiende hasta las 18:00"
    assert (text(window, "wait-1"), text(window, "wait-1-more")) == ("desde las 14:00", "todavía no atiende")
    shown(window, replace(view, waits=(*view.waits, later)))
    assert text(window, "wait-0-more") == ""
    assert later.name not in [label.text() for label in labels(window)]


def picture_of(window: BoardWindow, name: str) -> QImage:
    widget = window.findChild(QWidget, name)
    assert widget is not None
    return window.grab(on_board(window, widget)).toImage()


def test_rows_that_are_being_called_have_a_frame_that_needs_no_colour(window: BoardWindow, view: BoardView) -> None:
    calm = tuple(CallShown(8 - n, f"PJ {n:03d}", 20) for n in range(3))
    shown(window, replace(view, recent=calm))
    before = [picture_of(window, f"recent-{n}") for n in range(3)]
    window.show_view(replace(view, recent=(replace(calm[0], flashing=True), replace(calm[1], flashing=True), calm[2])))
    after = [picture_of(window, f"recent-{n}") for n in range(3)]
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, True, False]
    lit, unlit = (one.convertToFormat(QImage.Format.Format_Grayscale8) for one in (after[0], before[0]))
    middle, edge = lit.width() // 2, lit.height() // 26 + 1
    assert lit.pixelColor(middle, edge).value() - unlit.pixelColor(middle, edge).value() > 100
