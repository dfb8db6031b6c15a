"""What all screens of the kiosk have in common, and how they lay out things in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.views import KioskView
from shared.domain.languages import SPANISH, Words

V = TypeVar("V", bound=KioskView)


class Screen(QWidget, Generic[V]):
    """Shows views of one kind. A portrait window asks for one arrangement, a landscape window for the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.portrait = True

    def arrange(self, portrait: bool) -> None:
        """Lay out for a window that is higher than wide, or wider than high."""
        raise NotImplementedError

    def show_view(self, view: V) -> None:
        """Show this view; as often as one likes."""
        raise NotImplementedError


def where_room(words: Words, *, tight: bool = False) -> str:
    """What can be left out: where it would stand there in two languages; if `tight`, in any but Spanish."""
    return "" if words.beside or (tight and words.language != SPANISH) else words


def certain(words: Words) -> str:
    """What the law wants people to be told: in Spanish, until a person has signed how it is said otherwise."""
    return words.spanish if words.beside else words


def in_columns(grid: QGridLayout, widgets: Sequence[QWidget], columns: int, *, fill: bool = False) -> None:
    """Put widgets into a grid, line by line; columns are of one width. `fill`: lines share the height there is."""
    for index in range(max(grid.columnCount(), columns)):
        grid.setColumnStretch(index, 1 if index < columns else 0)
    rows = -(-len(widgets) // columns)
    for index in range(max(grid.rowCount(), rows)):
        grid.setRowStretch(index, 1 if fill and index < rows else 0)
    for index, widget in enumerate(widgets):
        grid.addWidget(widget, index // columns, index % columns)


def in_rows(grid: QGridLayout, widgets: Sequence[QWidget]) -> None:
    """One below the other, each as high as its words need, the free room below the last."""
    in_columns(grid, widgets, 1)
    grid.setRowStretch(len(widgets), 1)


def keep_room(widget: QWidget, keep: bool = True) -> None:
    """A hidden widget keeps its place, so that the others do not move from page to page."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(keep)
    widget.setSizePolicy(policy)
