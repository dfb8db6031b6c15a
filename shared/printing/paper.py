"""The picture of a slip, drawn from the very bytes that the printer receives."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from shared.printing.commands import Command, UnknownCommand, commands
from shared.printing.profiles import page_name

CELL_WIDTH, CELL_HEIGHT = 12, 24
LINE = 30  # dots from one line to the next, as printers have it by default
BASELINE = 18  # dots from the top of a cell of size one
MARGIN = 32  # the 4 mm that a printer cannot reach
FONTS = {False: "AtkinsonHyperlegibleMono-400.ttf", True: "AtkinsonHyperlegibleMono-700.ttf"}
FONT_SIZE = 19  # makes one letter as wide as a cell
STRETCH = 1.12  # printer letters are taller than the typeface's
WHITE = 255


def render(job: bytes, dots: int, profile: str = "default") -> Image.Image:
    """Grey picture of the paper with its margins, one pixel per dot.

    Raises UnknownCommand where the bytes hold what no slip of ours has.
    """
    sheet = _Sheet(dots, profile)
    for command in commands(job):
        sheet.obey(command)
    return sheet.picture()


class _Sheet:
    """The printer's state, and the paper as far as it is printed."""

    def __init__(self, dots: int, profile: str) -> None:
        self.dots = dots
        self.profile = profile
        self.strips: list[Image.Image] = []
        self._reset()

    def _reset(self) -> None:
        self.page = "cp437"
        self.align = 0
        self.bold = False
        self.underline = False
        self.size = (1, 1)
        self.pieces: list[_Piece] = []

    def obey(self, command: Command) -> None:
        match command:
            case Command("text", letters):
                self.pieces.append(_Piece(letters.decode(self.page), self.size, self.bold, self.underline))
            case Command("LF"):
                self._feed_line()
            case Command("ESC d", data):
                self._blank(LINE * data[0])
            case Command("GS v", data):
                self._raster(data)
            case Command("GS V"):
                self._blank(LINE)
            case _:
                self._set(command)

    def _set(self, command: Command) -> None:
        value = command.data[0] if command.data else 0
        match command.name:
            case "ESC @":
                self._reset()
            case "ESC t":
                self.page = self._code_page(value)
            case "ESC a":
                self.align = value
            case "ESC E":
                self.bold = bool(value & 1)
            case "ESC -":
                self.underline = bool(value)
            case "GS !":
                self.size = (value >> 4) + 1, (value & 0x0F) + 1

    def _code_page(self, number: int) -> str:
        name = page_name(self.profile, number)
        if name is None:
            raise UnknownCommand(f"a {self.profile} has no code page {number}")
        return name.lower()

    def _feed_line(self) -> None:
        tallest = max((piece.size[1] for piece in self.pieces), default=1)
        width = sum(piece.width for piece in self.pieces)
        strip = Image.new("L", (self.dots, max(LINE, CELL_HEIGHT * tallest)), WHITE)
        x = self._left(width)
        for piece in self.pieces:
            piece.draw(strip, x, BASELINE * tallest)
            x += piece.width
        self.strips.append(strip)
        self.pieces = []

    def _raster(self, data: bytes) -> None:
        width = int.from_bytes(data[2:4], "little") * 8
        height = int.from_bytes(data[4:6], "little")
        bits = Image.frombytes("1", (width, height), data[6:])
        strip = Image.new("L", (self.dots, height), WHITE)
        strip.paste(ImageChops.invert(bits.convert("L")), (self._left(width), 0))
        self.strips.append(strip)

    def _left(self, width: int) -> int:
        return (0, (self.dots - width) // 2, self.dots - width)[self.align]

    def _blank(self, height: int) -> None:
        self.strips.append(Image.new("L", (self.dots, height), WHITE))

    def picture(self) -> Image.Image:
        height = sum(strip.height for strip in self.strips)
        paper = Image.new("L", (self.dots + 2 * MARGIN, height + MARGIN), WHITE)
        y = MARGIN
        for strip in self.strips:
            paper.paste(strip, (MARGIN, y))
            y += strip.height
        return paper


class _Piece:
    """A run of letters in one style."""

    def __init__(self, text: str, size: tuple[int, int], bold: bool, underline: bool) -> None:
        self.text = text
        self.size = size
        self.bold = bold
        self.underline = underline
        self.width = len(text) * CELL_WIDTH * size[0]

    def draw(self, strip: Image.Image, left: int, baseline: int) -> None:
        """Each letter in its own cell, as printers do."""
        wide, tall = self.size
        font = ImageFont.truetype(str(Path(__file__).parent / "fonts" / FONTS[self.bold]), FONT_SIZE * tall)
        for place, letter in enumerate(self.text):
            cell = Image.new("L", (CELL_WIDTH * tall, CELL_HEIGHT * tall), WHITE)
            draw = ImageDraw.Draw(cell)
            draw.text((CELL_WIDTH * tall / 2, BASELINE * tall / STRETCH), letter, fill=0, font=font, anchor="ms")
            cell = cell.resize((CELL_WIDTH * wide, round(CELL_HEIGHT * tall * STRETCH)), Image.Resampling.LANCZOS)
            strip.paste(cell, (left + place * CELL_WIDTH * wide, baseline - BASELINE * tall))
        if self.underline:
            ImageDraw.Draw(strip).line((left, baseline + 4, left + self.width, baseline + 4), fill=0, width=2)
