"""What a slip is made of, top to bottom, and how text is fitted into the width of the paper.

A character of size 1x1 is a cell of 12 by 24 dots (font A, on every receipt printer); 8 dots are a millimetre.
"""

from __future__ import annotations

import textwrap
from typing import Literal

import msgspec

from shared.domain.slip_design import Picture

CELL = 12

Align = Literal["left", "center", "right"]
Size = tuple[int, int]  # width and height multipliers, 1 to 8

NORMAL: Size = (1, 1)
TALL: Size = (1, 2)
DOUBLE: Size = (2, 2)


class Text(msgspec.Struct, frozen=True):
    """One line of text; it fits the paper at its size."""

    text: str
    align: Align = "left"
    size: Size = NORMAL
    bold: bool = False


class Pair(msgspec.Struct, frozen=True):
    """A label at the left in normal size and its value at the right in bold, on one line."""

    left: str
    right: str
    size: Size = NORMAL


class Rule(msgspec.Struct, frozen=True):
    """A dashed line across the paper."""


class Qr(msgspec.Struct, frozen=True):
    """A QR code in the middle of the paper."""

    text: str


class Bitmap(msgspec.Struct, frozen=True):
    """A picture of dots in the middle of the paper, not wider than it."""

    picture: Picture


class Feed(msgspec.Struct, frozen=True):
    """Empty lines."""

    count: int = 1


class Cut(msgspec.Struct, frozen=True):
    """The end of the slip: the paper moves past the knife and is cut."""


Line = Text | Pair | Rule | Qr | Bitmap | Feed | Cut


def columns(dots: int, width: int = 1) -> int:
    """How many characters of a width fit on the paper."""
    return dots // (CELL * width)


def wrap(text: str, room: int) -> list[str]:
    """Broken between words; inside one only when it is wider than the paper."""
    return textwrap.wrap(text, room, break_on_hyphens=False)


def balanced(text: str, room: int) -> list[str]:
    """Wrapped into as few lines, but of like length: no last word left alone under a centred sentence."""
    lines = wrap(text, room)
    for narrower in range(room - 1, max(_longest_word(text), 1) - 1, -1):
        tighter = wrap(text, narrower)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def fitted(
    text: str, dots: int, sizes: tuple[Size, ...], most: int, align: Align = "center", bold: bool = True
) -> list[Text]:
    """The text in the first size that needs at most `most` lines and breaks no word; else in the last size."""
    for size in sizes:
        room = columns(dots, size[0])
        parts = balanced(text, room) if align == "center" else wrap(text, room)
        if len(parts) <= most and _longest_word(text) <= room:
            break
    return [Text(part, align, size, bold) for part in parts]


def _longest_word(text: str) -> int:
    return max((len(word) for word in text.split()), default=0)


def paragraph(text: str, dots: int, align: Align = "center", bold: bool = False) -> list[Text]:
    return fitted(text, dots, (NORMAL,), 1, align, bold)


def pair(left: str, right: str, dots: int, size: Size = NORMAL) -> list[Line]:
    """Label and value on one line, or the value on its own line below where both do not fit."""
    if fits(left, right, dots, size):
        return [Pair(left, right, size)]
    return [*paragraph(left, dots, "left"), *fitted(right, dots, (size, NORMAL), 1, "right")]


def fits(left: str, right: str, dots: int, size: Size = NORMAL) -> bool:
    """Whether both have room on one line, a space between them."""
    return CELL * (len(left) + 1 + len(right) * size[0]) <= dots


def hanging(mark: str, text: str, dots: int, bold: bool = False) -> list[Text]:
    """A paragraph at the left that begins with a mark; its other lines start under the first letter of the text."""
    parts = textwrap.wrap(
        text,
        columns(dots),
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_on_hyphens=False,
    )
    return [Text(part, bold=bold) for part in parts]
