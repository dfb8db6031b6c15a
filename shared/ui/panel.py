"""Grounds on which things stand together, and the thin lines between them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from shared.ui import scale


class Panel(QFrame):
    """Kinds: `panel` (counter), `sheet` (kiosk), `well` (a figure inside a sheet), `dialog`."""

    def __init__(self, kind: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)


class Rule(QFrame):
    """A horizontal line; `night` on the board."""

    def __init__(self, *, night: bool = False, thickness: float = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "night_rule" if night else "rule")
        self.setFixedHeight(scale.px(thickness))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
