"""A centre's logo: a picture file made into dots of black and white for the width of its paper."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import msgspec
from PIL import Image, ImageOps, UnidentifiedImageError

from shared.domain.catalogue import Catalogue
from shared.domain.slip_design import Picture

HIGHEST = 160  # dots: 20 mm
LARGEST_FILE = 20_000_000  # bytes
MOST_PIXELS = 40_000_000
WHITE = 255


class LogoError(ValueError):
    """The logo of a centre file cannot be used; one sentence says why."""


def with_logo(catalogue: Catalogue, folder: Path) -> Catalogue:
    """The catalogue with the picture of its logo, for its own paper. folder: of the centre file. Raises LogoError."""
    design = catalogue.slip
    if not design.logo:
        return catalogue
    picture = made_of(folder / design.logo, catalogue.printer.dots)
    return msgspec.structs.replace(catalogue, slip=msgspec.structs.replace(design, picture=picture))


def made_of(path: Path, dots: int) -> Picture:
    """As wide as the paper at most and HIGHEST dots high, never larger than it is; dithered. Raises LogoError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise LogoError(f"{path}: is too large for a logo: {LARGEST_FILE // 1_000_000} MB at most")
        with Image.open(path) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise LogoError(f"{path}: has too many pixels for a logo: {MOST_PIXELS // 1_000_000} million at most")
            return packed(_fitted(opened, dots).convert("1"))
    except UnidentifiedImageError:
        raise LogoError(f"{path}: is not a picture that can be read (PNG, JPEG, BMP, GIF)") from None
    except Image.DecompressionBombError:
        raise LogoError(f"{path}: has too many pixels for a logo") from None
    except OSError as error:
        raise LogoError(f"{path}: the logo cannot be read: {error.strerror or error}") from None


def _fitted(picture: Image.Image, dots: int) -> Image.Image:
    """Grey on white; the width a multiple of 8, with white at the right where it has to be."""
    layer = ImageOps.exif_transpose(picture).convert("RGBA")
    page = Image.new("RGBA", layer.size, "white")
    page.alpha_composite(layer)
    grey = page.convert("L")
    grey.thumbnail((dots, HIGHEST), Image.Resampling.LANCZOS)
    width = -(-grey.width // 8) * 8
    padded = Image.new("L", (min(width, dots), grey.height), WHITE)
    padded.paste(grey, (0, 0))
    return padded


def packed(picture: Image.Image) -> Picture:
    """A picture of mode "1" as it travels."""
    rows = ImageOps.invert(picture.convert("L")).convert("1").tobytes()
    return Picture(picture.width, picture.height, base64.b64encode(zlib.compress(rows, 9)).decode("ascii"))


def unpacked(picture: Picture) -> Image.Image:
    """Of mode "1", black where it prints."""
    rows = zlib.decompress(base64.b64decode(picture.bits))
    bits = Image.frombytes("1", (picture.width, picture.height), rows)
    return ImageOps.invert(bits.convert("L")).convert("1")
