"""The exact bytes of a slip, in ESC/POS, made by python-escpos."""

from __future__ import annotations

from typing import Any

from shared.printing.lines import CELL, NORMAL, Align, Bitmap, Cut, Feed, Line, Pair, Qr, Rule, Size, Text, columns
from shared.printing.logo import unpacked
from shared.printing.plain import printable
from shared.printing.profiles import code_page
from shared.printing.qr_image import qr_image

# Printers sold for the Chinese market start in Kanji mode and join accented letters into ideograms:
# https://github.com/DantSu/ESCPOS-ThermalPrinter-Android/issues/462
CANCEL_KANJI = b"\x1c."
LINES_TO_TEAR = 4  # from the print head to the edge where a hand tears


def job(lines: list[Line], dots: int, profile: str = "default") -> bytes:
    """What is sent to the printer, from reset to cut. The profile must have passed `profiles.check`."""
    return _Job(dots, profile).bytes_of(lines)


class _Job:
    def __init__(self, dots: int, profile: str) -> None:
        from escpos.printer import Dummy

        self.dots = dots
        self.page = code_page(profile)
        self.paper: Any = Dummy(profile=profile)
        # Without a width the library writes a complaint to stdout with every picture.
        known = self.paper.profile.profile_data
        self.paper.profile.profile_data = known | {"media": {"width": {"pixels": dots}}}

    def bytes_of(self, lines: list[Line]) -> bytes:
        self.paper.hw("INIT")
        self.paper._raw(CANCEL_KANJI)
        # Fixed before any text: python-escpos' own choice hops between pages inside one line.
        self.paper.charcode(self.page)
        for line in lines:
            self._put(line)
        return bytes(self.paper.output)

    def _put(self, line: Line) -> None:
        match line:
            case Text(text, align, size, bold):
                self._style(size, bold, align)
                self._line(text)
            case Pair(left, right, size):
                self._pair(left, right, size)
            case Rule():
                self._style(NORMAL, True, "left")
                self._line("-" * columns(self.dots))
            case Qr(text):
                self._style(NORMAL, False, "center")
                self.paper.image(qr_image(text, self.dots))
            case Bitmap(picture):
                self._style(NORMAL, False, "center")
                self.paper.image(unpacked(picture))
            case Feed(count):
                self._style(NORMAL, False)
                self.paper.ln(count)
            case Cut():
                self._cut()

    def _pair(self, left: str, right: str, size: Size) -> None:
        gap = (self.dots - CELL * (len(left) + len(right) * size[0])) // CELL
        self._style(NORMAL, False, "left")
        self._text(left + " " * gap)
        self._style(size, True)
        self._line(right)

    def _cut(self) -> None:
        """Up to the knife and through all but a thread, so that no slip falls; without a knife, up to the edge."""
        if self.paper.profile.supports("paperFullCut") or self.paper.profile.supports("paperPartCut"):
            self.paper.cut(feed=False)
        else:
            self.paper.print_and_feed(LINES_TO_TEAR)

    def _style(self, size: Size, bold: bool, align: Align | None = None) -> None:
        self.paper.set(custom_size=True, width=size[0], height=size[1], bold=bold, align=align)

    def _line(self, text: str) -> None:
        self._text(text)
        self.paper.ln()

    def _text(self, text: str) -> None:
        self.paper.text(printable(text, self.page))
