from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image, ImageChops

from shared.printing.commands import UnknownCommand
from shared.printing.job import job
from shared.printing.lines import Pair, Text
from shared.printing.paper import MARGIN, render
from shared.printing.slip import Slip, layout


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of everything dark."""
    box = ImageChops.invert(picture).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("dots", [576, 384])
def test_the_picture_is_as_wide_as_the_paper_and_its_margins_stay_white(
    make_slip: Callable[..., Slip], dots: int
) -> None:
    picture = render(job(layout(make_slip(number="RW 1888"), dots), dots), dots)
    left, top, right, bottom = ink(picture)
    assert picture.width == dots + 2 * MARGIN
    assert left >= MARGIN
    assert right <= picture.width - MARGIN
    assert MARGIN <= top < bottom < picture.height


def test_alignment_is_where_the_ink_is() -> None:
    left, center, right = (ink(render(job([Text("X", align)], 576), 576)) for align in ("left", "center", "right"))
    assert left[0] < MARGIN + 12
    assert right[2] > MARGIN + 576 - 12
    assert abs((center[0] + center[2]) / 2 - (MARGIN + 288)) < 2


def test_large_letters_stand_on_the_line_of_small_ones() -> None:
    small = ink(render(job([Pair("L", "")], 576), 576))
    both = render(job([Pair("L", "L", (2, 2))], 576), 576)
    last_ink = [ink(both.crop(half))[3] for half in ((0, 0, 320, both.height), (320, 0, both.width, both.height))]
    assert abs(last_ink[0] - last_ink[1]) <= 1
    assert last_ink[1] > small[3]


def test_bold_is_blacker() -> None:
    thin, thick = (render(job([Text("número", bold=bold)], 576), 576) for bold in (False, True))
    assert sum(thick.tobytes()) < sum(thin.tobytes())


def test_letters_are_read_in_the_code_page_of_the_model() -> None:
    epson, clone = (render(job([Text("ñandú")], 384, model), 384, model) for model in ("default", "POS-5890"))
    assert epson.tobytes() == clone.tobytes()


def test_a_code_page_that_the_model_lacks_is_named() -> None:
    with pytest.raises(UnknownCommand, match="a default has no code page 99"):
        render(b"\x1bt\x63", 576)
