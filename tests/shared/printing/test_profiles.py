from __future__ import annotations

import pytest

from shared.printing import profiles
from shared.printing.address import PrinterSettingError


@pytest.mark.parametrize(
    ("profile", "dots"), [("default", 576), ("TM-T20II", 576), ("POS-5890", 384), ("TM-T88V", 512)]
)
def test_a_known_model_prints_spanish(profile: str, dots: int) -> None:
    profiles.check(profile, dots)
    assert profiles.code_page(profile) == "CP858"


def test_a_model_without_858_uses_an_older_page() -> None:
    assert profiles.code_page("ZJ-5870") == "CP850"


@pytest.mark.parametrize(
    ("profile", "dots", "why"),
    [
        ("POS5890", 384, 'did you mean "POS-5890"?'),
        ("zebra", 384, "the known ones are"),
        ("POS-5890", 576, "A POS-5890 prints 384 dots across, not 576"),
        ("default", 0, "as 576 (80 mm paper) or 384 (58 mm)"),
        ("default", 575, "a multiple of 8"),
        ("AF-240", 96, "has no code page with Spanish letters"),
    ],
)
def test_what_can_never_print_is_refused(profile: str, dots: int, why: str) -> None:
    with pytest.raises(PrinterSettingError) as told:
        profiles.check(profile, dots)
    assert why in str(told.value)
