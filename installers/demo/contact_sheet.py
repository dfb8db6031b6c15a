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
    """rows: of each name the pictures by the name of their column, all of one shape; what is missing stays empty.

    width: of one picture, in pixels. The format is that of the file's name.
    """
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    with Image.open(next(iter(next(iter(rows.values())).values()))) as first:
        height = round(width * first.height / first.width)
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
                fitted = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
            draw.text((left, top), f"{row_name} · {column}", INK, font)
            out.paste(fitted, (left, top + NAME))
    sheet.parent.mkdir(parents=True, exist_ok=True)
    out.save(sheet, quality=QUALITY)
