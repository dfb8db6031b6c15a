"""One stylesheet over the tokens, rendered once and set on the application.

Colours, borders and corners live here; type is set by `fonts`, in code, because a stylesheet cannot ask for
tabular figures. Widgets say what they are with the properties `ground`, `kind`, `look` and `tone`.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from shared.ui import fonts, scale
from shared.ui.scale import Scale
from shared.ui.tokens import COUNTER_TEXT, LIGHT, Palette

_SHEET = Template("""
QWidget { color: $ink; }
QLabel, QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QWidget[ground="paper"] { background: $paper; border: none; }
QWidget[ground="card"] { background: $card; border: none; }
QWidget[ground="night"] { background: $night; border: none; }
QWidget[ground="night_raised"] { background: $night_raised; border: none; }
QWidget[ground="blue"] { background: $blue; border: none; }
QWidget[ground="veil"] { background: $veil; border: none; }

QLabel[tone="ink"] { color: $ink; }
QLabel[tone="soft"] { color: $ink_soft; }
QLabel[tone="blue"] { color: $blue; }
QLabel[tone="on_blue"] { color: $on_blue; }
QLabel[tone="on_blue_soft"] { color: $on_blue_soft; }
QLabel[tone="red"] { color: $red; }
QLabel[tone="green"] { color: $green; }
QLabel[tone="gold_deep"] { color: $gold_deep; }
QLabel[tone="gold"] { color: $gold; }
QLabel[tone="on_gold"] { color: $on_gold; }
QLabel[tone="on_night"] { color: $on_night; }
QLabel[tone="on_night_soft"] { color: $on_night_soft; }
QLabel[tone="closed"] { color: $closed_ink; }

QFrame[kind="panel"] { background: $card; border: ${b1}px solid $line; border-radius: ${r12}px; }
QFrame[kind="dialog"] { background: $card; border: ${b1}px solid $line; border-radius: ${r18}px; }
QFrame[kind="sheet"] { background: $card; border: ${b3}px solid $line; border-radius: ${r26}px; }
QFrame[kind="well"] { background: $paper; border: none; border-radius: ${r18}px; }
QFrame[kind="toast"] { background: $night; border: none; border-radius: ${r12}px; }
QFrame[kind="rule"] { background: $line_soft; border: none; }
QFrame[kind="night_rule"] { background: $night_line; border: none; }
QFrame[kind="notice"][tone="info"] { background: $blue_soft; border: none; border-radius: ${r18}px; }
QFrame[kind="notice"][tone="alert"] { background: $gold_soft; border: none; border-radius: ${r18}px; }
QFrame[kind="notice"][tone="offline"] { background: $night; border: none; border-radius: ${r18}px; }
QFrame[kind="notice"][tone="offline"] QLabel { color: $on_night; }

QPushButton { background: transparent; border: none; text-align: left; }
QPushButton[kind="card"] { background: $card; border: ${b3}px solid $line; border-radius: ${r26}px; }
QPushButton[kind="card"]:pressed { background: $pressed; border: ${b3}px solid $blue; }
QPushButton[kind="card"]:checked { background: $blue_soft; border: ${b3}px solid $blue; }
QPushButton[kind="card"][ring="yes"] { border: ${b3}px solid $blue; }
QPushButton[kind="card"]:disabled { background: $closed; border: ${b3}px solid $line; }
QPushButton[kind="card"] QLabel:disabled { color: $closed_ink; }
QPushButton[kind="card"][look="closed"] { background: $closed; border: ${b3}px solid $line; }

QPushButton[kind="button"] { border-radius: ${r22}px; }
QPushButton[kind="button"][look="primary"] { background: $blue; border: ${b3}px solid $blue; }
QPushButton[kind="button"][look="primary"]:pressed { background: $blue_pressed; border: ${b3}px solid $blue_pressed; }
QPushButton[kind="button"][look="primary"][ring="yes"] { border: ${b3}px solid $gold; }
QPushButton[kind="button"][look="primary"] QLabel { color: $on_blue; }
QPushButton[kind="button"][look="quiet"] { background: $paper; border: ${b3}px solid $line; }
QPushButton[kind="button"][look="quiet"]:pressed { background: $pressed; border: ${b3}px solid $blue; }
QPushButton[kind="button"][look="quiet"][ring="yes"] { border: ${b3}px solid $blue; }
QPushButton[kind="button"][look="soft"] { background: $blue_soft; border: ${b3}px solid $blue_soft; }
QPushButton[kind="button"][look="soft"]:pressed { background: $blue_soft; border: ${b3}px solid $blue; }
QPushButton[kind="button"][look="soft"][ring="yes"] { border: ${b3}px solid $blue; }
QPushButton[kind="button"][look="soft"] QLabel { color: $blue; }
QPushButton[kind="button"][look="dark"] { background: $night; border: ${b3}px solid $night; }
QPushButton[kind="button"][look="dark"]:pressed { background: $night_raised; border: ${b3}px solid $night_raised; }
QPushButton[kind="button"][look="dark"][ring="yes"] { border: ${b3}px solid $gold; }
QPushButton[kind="button"][look="dark"] QLabel { color: $on_night; }
QPushButton[kind="button"][look="link"] { background: transparent; border: ${b3}px solid transparent; }
QPushButton[kind="button"][look="link"]:pressed { background: $blue_soft; border: ${b3}px solid $blue_soft; }
QPushButton[kind="button"][look="link"][ring="yes"] { border: ${b3}px solid $blue; }
QPushButton[kind="button"][look="link"] QLabel { color: $blue; }
QPushButton[kind="button"]:disabled { background: $closed; border: ${b3}px solid $line; }
QPushButton[kind="button"] QLabel:disabled { color: $closed_ink; }

QPushButton[kind="action"] { background: $card; border: ${b2}px solid $line; border-radius: ${r12}px; }
QPushButton[kind="action"]:hover { background: $pressed; border: ${b2}px solid $line; }
QPushButton[kind="action"]:pressed { background: $blue_soft; border: ${b2}px solid $blue; }
QPushButton[kind="action"][ring="yes"] { border: ${b2}px solid $blue; }
QPushButton[kind="action"]:checked { background: $blue_soft; border: ${b2}px solid $blue; }
QPushButton[kind="action"][look="primary"],
QPushButton[kind="action"][look="primary"]:hover { background: $blue; border: ${b2}px solid $blue; }
QPushButton[kind="action"][look="primary"]:pressed { background: $blue_pressed; border: ${b2}px solid $blue_pressed; }
QPushButton[kind="action"][look="primary"][ring="yes"] { border: ${b2}px solid $gold; }
QPushButton[kind="action"]:disabled { background: $closed; border: ${b2}px solid $line; }
QPushButton[kind="action"] QLabel:disabled { color: $closed_ink; }

QPushButton[kind="cell"] { background: $card; border: ${b2}px solid $line; border-radius: ${r6}px; }
QPushButton[kind="cell"][tone="closed"] { background: $closed; border: ${b2}px solid $closed; }
QPushButton[kind="cell"][tone="paused"] { background: $gold_soft; border: ${b2}px solid $gold_soft; }
QPushButton[kind="cell"][tone="called"] { background: $blue_soft; border: ${b2}px solid $blue_soft; }
QPushButton[kind="cell"][tone="free"] { background: $green_soft; border: ${b2}px solid $green_soft; }
QPushButton[kind="cell"][tone="over"] { background: $card; border: ${b2}px solid $red; }
QPushButton[kind="cell"]:hover, QPushButton[kind="cell"][ring="yes"] { border: ${b2}px solid $blue; }

QPushButton[kind="row"] { background: $card; border: none; border-bottom: ${b1}px solid $line_soft; }
QPushButton[kind="row"]:hover { background: $pressed; }
QPushButton[kind="row"]:pressed { background: $blue_soft; }
QPushButton[kind="row"][ring="yes"] { background: $blue_soft; }
QPushButton[kind="row"]:disabled { background: $card; }

QLineEdit, QPlainTextEdit { background: $card; border: ${b2}px solid $line; border-radius: ${r12}px;
  padding: ${p8}px ${p12}px; selection-background-color: $blue; selection-color: $on_blue; }
QLineEdit:focus, QPlainTextEdit:focus { border: ${b2}px solid $blue; }
QScrollBar:vertical { background: transparent; border: none; width: ${p12}px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border: none; border-radius: ${r6}px; min-height: ${p40}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent;
  border: none; height: 0; }
QToolTip { background: $night; color: $on_night; border: ${b1}px solid $night; padding: ${p8}px; }
""")

_colours = LIGHT


def colours() -> Palette:
    """The set in force."""
    return _colours


def apply(app: QApplication, palette: Palette = LIGHT, factor: Scale | None = None, least: float = 0) -> None:
    """Load the fonts and dress the application, before building widgets. least: of all letters, in reference pixels.

    Raises FontMissing.
    """
    global _colours
    _colours = palette
    scale.use(factor or Scale())
    fonts.load()
    fonts.never_below(least)
    app.setFont(fonts.font(COUNTER_TEXT))
    app.setStyleSheet(sheet(palette))


def sheet(palette: Palette) -> str:
    """The stylesheet at this program's scale."""
    sizes = {f"b{n}": scale.px(n) for n in (1, 2, 3)}
    sizes |= {f"r{n}": scale.px(n) for n in (6, 12, 18, 22, 26)}
    sizes |= {f"p{n}": scale.px(n) for n in (8, 12, 40)}
    return _SHEET.substitute({**asdict(palette), **sizes})


def ground(widget: QWidget, name: str) -> None:
    """Give a plain widget a ground of its own: paper, card, night, night_raised, blue, veil."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    mark(widget, "ground", name)


def restyle(widget: QWidget) -> None:
    """Make a changed property show: Qt reads properties into the style only when a widget is polished."""
    style = widget.style()
    for one in (widget, *widget.findChildren(QWidget)):
        style.unpolish(one)
        style.polish(one)
    widget.update()


def mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property the stylesheet reads; nothing happens when it already has this value."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)
