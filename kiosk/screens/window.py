"""The kiosk's one window: the frame that never moves, and the stage in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.foot import FrameFoot
from kiosk.screens.head import FrameHead
from kiosk.screens.heading import BESIDE_BACK
from kiosk.screens.reader import Reader
from kiosk.screens.stage import Stage
from kiosk.screens.still_there import StillThere
from kiosk.views import AwayView, ClosedView, EntitiesView, KioskView, ServicesView, WorkingView
from shared.ui import motion, scale, theme, tokens
from shared.ui.band import WeaveBand
from shared.ui.big_button import BigButton
from shared.ui.tokens import KIOSK_BACK, KIOSK_MARGIN

SLIDE = 40
DEAF_MS = 400
"""A second tap, meant for the screen before, must not choose on this one."""


class KioskWindow(QWidget):
    """Tells what the citizen does; shows what it is told."""

    back_asked = Signal()
    touched = Signal()
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk")
        self.setWindowTitle(texts.window_title())
        theme.ground(self, "paper")
        self._shown: KioskView | None = None
        self._place: tuple[object, ...] = ()
        self._portrait = True
        self._head = FrameHead()
        self._foot = FrameFoot()
        self._foot.languages.chosen.connect(self.language_chosen)
        self._back = BigButton("", "link", kind=KIOSK_BACK)
        self._back.setObjectName("back")
        self._back.setMaximumWidth(scale.px(BESIDE_BACK))
        self._back.clicked.connect(self.back_asked)
        self.stage = Stage()
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._hearing = QTimer(self, singleShot=True)
        self._hearing.timeout.connect(self._hear)
        self._fill()
        self._still_there = StillThere(self)
        self._still_there.answered.connect(self.touched)
        self.reader = Reader(self)
        self._arrange(True)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # A panel is as large as it is: the window never grows beyond it.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(WeaveBand())
        column.addWidget(self._head)
        column.addWidget(self._body, 1)
        column.addWidget(self._foot)

    def _arrange(self, portrait: bool) -> None:
        self._portrait = portrait
        self._head.arrange(portrait)
        self._foot.arrange(portrait)
        side = scale.px(KIOSK_MARGIN)
        self._grid.setContentsMargins(side, scale.px(14), side, scale.px(26 if portrait else 20))
        self._grid.setVerticalSpacing(scale.px(6))
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.stage, 1 if portrait else 0, 0)
        self._grid.addWidget(self._back, 0, 0, at)
        self._grid.setRowStretch(0, 0 if portrait else 1)
        self._grid.setRowStretch(1, 1 if portrait else 0)
        self._back.raise_()
        self.stage.arrange(portrait)

    def show_view(self, view: KioskView) -> None:
        if view == self._shown:
            return
        self._shown = view
        self._head.show_head(view.head)
        self._foot.show_foot(view.head, gives_numbers=_gives_numbers(view))
        self._back.show_button(texts.back(), "arrow-left")
        self._back.setVisible(view.can_go_back)
        self.stage.show_view(view)
        self._still_there.show_left(view.still_there)
        _settle(self)
        place = _place(view)
        if place != self._place:
            self._place = place
            self._come_in()

    def _come_in(self) -> None:
        motion.slide_in(self.stage.current(), across=scale.px(SLIDE))
        deaf = tokens.lasting(DEAF_MS)
        self._body.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, deaf > 0)
        if deaf:
            self._hearing.start(deaf)

    @property
    def hears(self) -> bool:
        """Whether a tap means this screen."""
        return not self._body.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _hear(self) -> None:
        self._body.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        portrait = event.size().height() >= event.size().width()
        if portrait != self._portrait:
            self._arrange(portrait)
        self._still_there.setGeometry(self.rect())
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        event.accept()


def _settle(widget: QWidget) -> None:
    """Lay out now, from the inside out: Qt would take two rounds of its loop, and the first would be seen."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible():
            _settle(child)
    layout = widget.layout()
    if layout is not None:
        layout.activate()


def _gives_numbers(view: KioskView) -> bool:
    """Without a hub, or a day, nobody does."""
    return (
        not isinstance(view, ClosedView)
        and not (isinstance(view, AwayView) and not view.spent)
        and not (isinstance(view, WorkingView) and view.away)
    )


def _place(view: KioskView) -> tuple[object, ...]:
    """What makes a screen another one: its kind, and its page."""
    page = view.page if isinstance(view, EntitiesView | ServicesView) else 0
    return type(view), page
