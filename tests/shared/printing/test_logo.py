"""A logo from a picture file: dots of black and white, no wider than the paper; a wrong one is told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw

from shared.domain.catalogue import Catalogue
from shared.domain.slip_design import SlipDesign
from shared.printing.job import job
from shared.printing.lines import Bitmap
from shared.printing.logo import HIGHEST, LogoError, made_of, packed, unpacked, with_logo
from shared.printing.slip import Slip, layout
from tests.tools.foreign import decode

Make = Callable[..., Slip]


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A circle of grey on nothing, twice as wide as any paper."""
    picture = Image.new("RGBA", (1300, 400), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((100, 50, 1200, 350), fill=(90, 90, 90, 255))
    picture.save(tmp_path / "logo.png")
    return tmp_path / "logo.png"


@pytest.mark.parametrize("dots", [576, 384])
def test_it_fits_the_paper_and_comes_back_as_it_was(logo: Path, dots: int) -> None:
    picture = made_of(logo, dots)
    assert 0 < picture.width <= dots
    assert picture.width % 8 == 0
    assert 0 < picture.height <= HIGHEST
    assert len(picture.bits) < 16_000
    drawn = unpacked(picture)
    assert packed(drawn) == picture
    assert drawn.getpixel((0, 0)) == 255, "what was clear is white"
    middle = [drawn.getpixel((x, picture.height // 2)) for x in range(picture.width)]
    assert {0, 255} == set(middle), "grey is a pattern of dots"


@pytest.mark.parametrize("dots", [576, 384])
def test_another_decoder_finds_it_on_the_slip(make_slip: Make, logo: Path, dots: int) -> None:
    picture = made_of(logo, dots)
    pictures = decode(job(layout(make_slip(design=SlipDesign(picture=picture)), dots), dots), "cp858")["pictures"]
    assert len(pictures) == 2, "the logo, and the code"
    assert pictures[0].size[0] >= picture.width


def test_a_logo_made_for_wider_paper_is_left_out(make_slip: Make, logo: Path) -> None:
    slip = make_slip(design=SlipDesign(picture=made_of(logo, 576)))
    assert not [line for line in layout(slip, 384) if isinstance(line, Bitmap)]


def test_a_catalogue_without_a_logo_stays_as_it_is(region_sur: Catalogue, tmp_path: Path) -> None:
    assert with_logo(region_sur, tmp_path) is region_sur


def test_the_logo_lies_beside_the_centre_file(region_sur: Catalogue, logo: Path) -> None:
    told = with_logo(replace(region_sur, slip=SlipDesign(logo="logo.png")), logo.parent)
    assert told.slip.picture == made_of(logo, region_sur.printer.dots)


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "the logo cannot be read: No such file"), (b"no picture", "is not a picture that can be read")],
)
def test_what_is_no_logo_is_told_in_one_sentence(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LogoError) as told:
        made_of(path, 576)
    assert str(path) in str(told.value)
    assert says in str(told.value)
