"""The frame that never moves: head, way back, the stage, the ways to use it, languages. Built for one look."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.foot import FrameFoot
from kiosk.screens.head import FrameHead
from kiosk.screens.heading import BESIDE_BACK
from kiosk.screens.over import Over
from kiosk.screens.stage import Stage
from kiosk.screens.ways import WaysPanel
from kiosk.views import EntitiesView, KioskView, SearchView, ServicesView
from kiosk.ways import Ways
from shared.ui import fonts, motion, scale, theme, tokens
from shared.ui.band import WeaveBand
from shared.ui.big_button import BigButton
from shared.ui.tokens import KIOSK_BACK, KIOSK_GAP, KIOSK_MARGIN

SLIDE = 40
NARROWEST_BACK, WIDEST_LARGE_BACK = 220, 360
DEAF_MS = 400
"""A second tap, meant for the screen before, must not choose on this one."""


class Frame(QWidget):
    """Everything in the kiosk's window. `low`: what is touched stands in the lower part."""

    back_asked = Signal()
    touched = Signal()
    language_chosen = Signal(str)
    way_pressed = Signal(str)
    help_asked = Signal()
    help_closed = Signal()

    def __init__(self, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "paper")
        self._low = low
        self._place: tuple[object, ...] = ()
        self._portrait = True
        self._head = FrameHead()
        self._foot = FrameFoot()
        self._foot.languages.chosen.connect(self.language_chosen)
        self._ways = WaysPanel()
        self._ways.pressed.connect(self.way_pressed)
        self._ways.help_asked.connect(self.help_asked)
        self._back = BigButton("", "link", kind=KIOSK_BACK)
        self._back.setObjectName("back")
        self._back.setMinimumWidth(scale.px(NARROWEST_BACK))
        self._back.setMaximumWidth(scale.px(WIDEST_LARGE_BACK if fonts.least() else BESIDE_BACK))
        self._back.clicked.connect(self.back_asked)
        self.stage = Stage(low=low)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._across = QHBoxLayout()
        self._hearing = QTimer(self, singleShot=True)
        self._hearing.timeout.connect(self._hear)
        self._fill()
        self._still_there = self._over("more-time", self.touched)
        self._helping = self._over("help-understood", self.help_closed)
        self._arrange(True)

    def _over(self, name: str, answered: SignalInstance) -> Over:
        over = Over(name, self)
        over.answered.connect(answered)
        over.stand_low(self._low)
        return over

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # A panel is as large as it is: the window never grows beyond it.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._across.setSpacing(0)
        self._across.addWidget(self._body, 1)
        column.addWidget(WeaveBand())
        column.addWidget(self._head)
        column.addLayout(self._across, 1)
        column.addWidget(self._foot)

    def _arrange(self, portrait: bool) -> None:
        self._portrait = portrait
        self._head.arrange(portrait)
        self._foot.arrange(portrait)
        side = scale.px(KIOSK_MARGIN)
        self._place_ways(portrait)
        self._grid.setContentsMargins(side, scale.px(14), side, scale.px(26 if portrait else 20))
        low = portrait and self._low
        self._grid.setVerticalSpacing(scale.px(KIOSK_GAP if low else 6))
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.stage, 1 if portrait and not low else 0, 0)
        self._grid.addWidget(self._back, 1 if low else 0, 0, at)
        self._grid.setRowStretch(0, 1 if low or not portrait else 0)
        self._grid.setRowStretch(1, 1 if portrait and not low else 0)
        self._back.raise_()
        self.stage.arrange(portrait)

    def _place_ways(self, portrait: bool) -> None:
        self._ways.arrange(portrait)
        side = scale.px(KIOSK_MARGIN)
        if portrait:
            self._across.setContentsMargins(0, 0, 0, 0)
            self._foot.add(self._ways)
        else:
            self._across.setContentsMargins(0, 0, side, 0)
            self._across.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_view(self, view: KioskView) -> None:
        self._head.show_head(view.head)
        self._foot.show_foot(view.head)
        self._ways.show_ways(view.head.ways, view.head.language)
        self._back.show_button(texts.back(), "arrow-left")
        self._back.setVisible(view.can_go_back)
        self.stage.show_view(view)
        self._show_over(view)
        _settle(self)
        if not self.stage.fits():  # in a language of long words
            self.stage.show_list(view)
            _settle(self)
        place = _place(view)
        if place != self._place:
            self._place = place
            self._come_in()

    def _show_over(self, view: KioskView) -> None:
        left, asked = view.still_there, view.head.help
        if asked:
            self._helping.show_words(texts.help_title(asked), texts.help_lead(asked), texts.help_understood())
        self._helping.setVisible(bool(asked))
        if left:
            self._still_there.show_words(texts.still_there(), texts.back_to_start_in(left), texts.more_time())
        self._still_there.setVisible(bool(left))

    def over(self) -> Over | None:
        """The sheet that lies over everything now."""
        return next((over for over in (self._still_there, self._helping) if over.isVisible()), None)

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
        for over in (self._still_there, self._helping):
            over.setGeometry(self.rect())
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        event.accept()


def _settle(widget: QWidget) -> None:
    """Lay out now: Qt would take two rounds of its loop, and the first would be seen."""
    _lay_out(widget)
    _lay_out(widget)  # widths are known now, and what is as high as its width asks has its height


def _lay_out(widget: QWidget) -> None:
    """From the inside out."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible():
            _lay_out(child)
    layout = widget.layout()
    if layout is not None:
        layout.activate()


def _place(view: KioskView) -> tuple[object, ...]:
    """What makes a screen another one: its kind, and its page."""
    page = view.page if isinstance(view, EntitiesView | ServicesView | SearchView) else 0
    return type(view), page


def look(ways: Ways) -> Ways:
    """The ways for which a frame has to be built anew."""
    return Ways(large=ways.large, contrast=ways.contrast, low=ways.low)
