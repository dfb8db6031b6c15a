"""A QR code as a picture, with the size of a large postage stamp."""

from __future__ import annotations

import qrcode
from PIL import Image
from qrcode.image.pil import PilImage

SIDE = 208  # dots of the code itself: 26 mm


def qr_image(text: str, dots: int) -> Image.Image:
    """Whole dots per module, so that every edge is sharp. No white around it: the slip sees to that."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make()
    modules = code.modules_count
    code.box_size = max(1, min(round(SIDE / modules), dots // modules))
    picture: Image.Image = code.make_image(image_factory=PilImage).get_image()
    return picture.convert("1")
