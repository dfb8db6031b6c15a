from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qrcode.main import QRCode

from shared.ui.qr import QrCode

TEXT = "https://mac.example/t/9f3aQx71bC20vK"


def expected() -> list[list[bool]]:
    code = QRCode(error_correction=0, border=0)
    code.add_data(TEXT)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]


@pytest.mark.parametrize("size", [120, 208, 333])
@pytest.mark.parametrize("quiet", [0, 4])
def test_every_module_is_a_crisp_square(qtbot: QtBot, size: int, quiet: int) -> None:
    code = QrCode(size, quiet=quiet)
    qtbot.addWidget(code)
    code.setStyleSheet("background: white")
    code.show_code(TEXT, "Código de su turno")
    image = code.grab().toImage()
    shades = {image.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    assert len(shades) == 2
    modules = expected()
    side = size // (len(modules) + 2 * quiet)
    start = (size - side * (len(modules) + 2 * quiet)) // 2 + quiet * side + side // 2
    seen = [
        [image.pixelColor(start + x * side, start + y * side).lightness() < 128 for x in range(len(modules))]
        for y in range(len(modules))
    ]
    assert seen == modules


def test_no_text_is_no_code(qtbot: QtBot) -> None:
    code = QrCode(100)
    qtbot.addWidget(code)
    empty = code.grab().toImage()
    code.show_code(TEXT)
    code.show_code("")
    assert code.grab().toImage() == empty
