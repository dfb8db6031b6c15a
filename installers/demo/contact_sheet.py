"""A contact sheet: many pictures of one screen on one, a column of each kind, small enough to look at together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).parents[2] / "shared" / "ui" / "fonts" / "AtkinsonHyperlegibleNext-600.ttf"
GAP, NAME = 16, 34
GROUND, INK = "#D8D4CC", "#17202E"
QUALITY = 70


def write(sheet: Path, title: str, rows: Mapping[str, Mapping[str, Path]], width: int = 300) -> None:
    """rows: of each name the pictures by the name of their column; what is missing stays empty.

    width: of one picture, in pixels. The format is that of the file's name.
    """
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    height = max(_height(picture, width) for row in rows.values() for picture in row.values())
    cell_w, cell_h = width + GAP, height + NAME + GAP
    out = Image.new("RGB", (GAP + cell_w * len(columns), GAP + NAME + cell_h * len(rows)), GROUND)
    draw, font = ImageDraw.Draw(out), ImageFont.truetype(FONT, 22)
    draw.text((GAP, GAP), title, INK, font)
    for y, (row_name, row) in enumerate(rows.items()):
        for x, column in enumerate(columns):
            if column not in row:
                continue
            left, top = GAP + x * cell_w, GAP + NAME + y * cell_h
            with Image.open(row[column]) as picture:
                fitted = picture.convert("RGB").resize((width, _height(row[column], width)), Image.Resampling.LANCZOS)
            draw.text((left, top), f"{row_name} · {column}", INK, font)
            out.paste(fitted, (left, top + NAME))
    sheet.parent.mkdir(parents=True, exist_ok=True)
    out.save(sheet, quality=QUALITY)


def _height(picture: Path, width: int) -> int:
    """Of a picture that is made so wide."""
    with Image.open(picture) as opened:
        return round(width * opened.height / opened.width)
