from __future__ import annotations

from pathlib import Path

import pytest

from shared.ui import badge, notice, tokens
from shared.ui.tokens import DARK, KIOSK_LEAST, LIGHT, PAIRS, TEXT_LEAST, Pair, Type, contrast


def ratio(palette: tokens.Palette, text: str, ground: str) -> float:
    return contrast(getattr(palette, text), getattr(palette, ground))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.text} on {pair.ground}")
def test_every_pair_reads_by_day(pair: Pair) -> None:
    assert ratio(LIGHT, pair.text, pair.ground) >= pair.least


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.text} on {pair.ground}")
def test_every_pair_reads_at_the_dark_counter(pair: Pair) -> None:
    assert ratio(DARK, pair.text, pair.ground) >= TEXT_LEAST


@pytest.mark.parametrize("tone", badge.GROUNDS)
def test_a_badge_reads_on_the_kiosk_and_at_the_counter(tone: str) -> None:
    ground = badge.GROUNDS[tone]
    assert ratio(LIGHT, "ink", ground) >= KIOSK_LEAST
    assert ratio(LIGHT, badge.WORDS[tone], ground) >= TEXT_LEAST


def test_a_notice_has_an_icon_and_an_ink_for_every_tone() -> None:
    assert notice.ICONS.keys() == notice.INKS.keys()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast(LIGHT.ink, LIGHT.paper) == pytest.approx(15.3, abs=0.05)


def test_nothing_on_the_kiosk_is_smaller_than_thirty_pixels() -> None:
    kiosk = {name: kind for name, kind in vars(tokens).items() if name.startswith("KIOSK_") and isinstance(kind, Type)}
    assert kiosk
    assert all(kind.px >= 30 for kind in kiosk.values())


def test_every_token_has_a_sentence() -> None:
    source = Path(tokens.__file__).read_text(encoding="utf-8")
    lines = source.split("class Palette:")[1].split("LIGHT = ")[0].splitlines()
    fields = [n for n, line in enumerate(lines) if line.startswith("    ") and line.endswith(": str")]
    assert len(fields) == len(LIGHT.__dataclass_fields__)
    assert all(lines[n + 1].strip().startswith('"""') for n in fields)


def test_stillness_makes_every_duration_nothing() -> None:
    tokens.motion = 0.0
    assert tokens.lasting(tokens.SLIDE_MS) == 0
    tokens.motion = 1.0
    assert tokens.lasting(tokens.SLIDE_MS) == 180
