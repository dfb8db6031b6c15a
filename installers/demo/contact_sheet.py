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
    heights = {name: max(_height(picture, width) for picture in row.values()) for name, row in rows.items()}
    cell_w, tall = width + GAP, sum(height + NAME + GAP for height in heights.values())
    out = Image.new("RGB", (GAP + cell_w * len(columns), GAP + NAME + tall), GROUND)
    draw, font = ImageDraw.Draw(out), ImageFont.truetype(FONT, 22)
    draw.text((GAP, GAP), title, INK, font)
    top = GAP + NAME
    for row_name, row in rows.items():
        for x, column in enumerate(columns):
            if column not in row:
                continue
            left, height = GAP + x * cell_w, _height(row[column], width)
            with Image.open(row[column]) as picture:
                fitted = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
            draw.text((left, top), f"{row_name} · {column}", INK, font)
            out.paste(fitted, (left, top + NAME))
        top += heights[row_name] + NAME + GAP
    sheet.parent.mkdir(parents=True, exist_ok=True)
    out.save(sheet, quality=QUALITY)


def _height(picture: Path, width: int) -> int:
    with Image.open(picture) as opened:
        return round(width * opened.height / opened.width)
