"""The services of the attention: what was done is ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.shown import Chip
from shared.ui import scale
from shared.ui.flow import Flow
from shared.ui.service_chip import ServiceChip

OTHER = "chip-other"


class Chips(QWidget):
    """`pressed` with the name of a chip, or of *+ otro servicio*."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(scale.px(10), self)
        self._chips: list[ServiceChip] = []
        self._other = self._new(checkable=False)

    def show_chips(self, chips: tuple[Chip, ...], other: str) -> None:
        while len(self._chips) < len(chips):
            self._chips.append(self._new())
            self._flow.removeWidget(self._other)
            self._flow.addWidget(self._other)
        for index, widget in enumerate(self._chips):
            widget.setVisible(index < len(chips))
            if index < len(chips):
                _show(widget, chips[index])
        self._other.show_chip(OTHER, other)
        self._other.setObjectName(OTHER)
        self._other.setVisible(bool(other))
        self._flow.invalidate()
        self.updateGeometry()

    def _new(self, *, checkable: bool = True) -> ServiceChip:
        chip = ServiceChip(checkable=checkable)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.ticked.connect(self._tick)
        self._flow.addWidget(chip)
        return chip

    def _tick(self, name: str, _ticked: bool) -> None:
        self.pressed.emit(name)


def _show(widget: ServiceChip, chip: Chip) -> None:
    widget.show_chip(chip.name, chip.label, ticked=chip.ticked)
    widget.setObjectName(chip.name)
    widget.setToolTip(chip.key)
