"""Every screen in every language, in both orientations; and with words as long as translators' words get."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QWidget

from installers.demo.kiosk_gallery import SCREENS, gallery
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES, Speaking, Speech, Words
from shared.languages.packs import Languages
from shared.ui.label import Label

Judge = Callable[[QWidget], list[str]]

SHORT = 15
ON_BUTTONS, IN_SENTENCES = 2.5, 1.6
LONGEST = 25
"""How much wider than Spanish words of published Quechua and Aymara interfaces are, and how long the longest is."""


class Wide(Speech):
    """Every text in a language of long words. signed: it stands alone; else the Spanish is beside it."""

    signed = True

    def say(self, spanish: str, meant: str = "", /, **values: object) -> Words:
        own = Speech().say(spanish, meant, **values)
        text = wide(spanish, ON_BUTTONS if len(spanish) <= SHORT else IN_SENTENCES).format_map(values)
        return Words(text, own, alone=self.signed, language="quz")


class WideUnsigned(Wide):
    signed = False


def wide(text: str, times: float) -> str:
    def longer(found: re.Match[str]) -> str:
        word = found.group()
        if word.startswith("{") or word.isupper():
            return word  # a value; a name such as DNI, which no language changes
        length = min(math.ceil(len(word) * times), LONGEST)
        return (word * math.ceil(times))[:length]

    return re.sub(r"\{\w+\}|[^\W\d_]{2,}", longer, text)


@pytest.fixture(scope="module")
def centre(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, languages=LANGUAGES)


SPEECHES = {tag: Languages().speech(tag) for tag in LANGUAGES} | {
    "wide": Wide("quz"),
    "wide unsigned": WideUnsigned("quz"),
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("speech", SPEECHES)
def test_nothing_is_cut_off(window: KioskWindow, faults: Judge, centre: Catalogue, name: str, speech: str) -> None:
    language = SPEECHES[speech].tag
    with Speaking(SPEECHES[speech]):
        window.show_view(dict(gallery(centre, language, [name]))[name])
        assert not faults(window)


def test_a_widened_word_is_as_much_longer_as_it_should_be() -> None:
    assert wide("Borrar", 2.5) == "BorrarBorrarBor"
    assert wide("Su cita: {hour}. DNI", 1.6) == "SuSu citacit: {hour}. DNI"


class TooWide(Wide):
    """Longer than any language: the control of the measuring itself."""

    def say(self, spanish: str, meant: str = "", /, **values: object) -> Words:
        return Words("x" * 90, Speech().say(spanish, meant, **values), language="quz")


@pytest.mark.parametrize("name", SCREENS)
def test_words_that_cannot_fit_are_noticed(window: KioskWindow, faults: Judge, centre: Catalogue, name: str) -> None:
    with Speaking(TooWide("quz")):
        window.show_view(dict(gallery(centre, "quz", [name]))[name])
        assert any("cut off" in fault for fault in faults(window))


class Marked(Wide):
    """Every text bears a mark, and nobody has signed it."""

    def say(self, spanish: str, meant: str = "", /, **values: object) -> Words:
        return Words(f"\u2021{spanish}".format_map(values), Speech().say(spanish, meant, **values), alone=False)


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_unsigned_is_shown_or_read_out_without_the_spanish(
    window: KioskWindow, centre: Catalogue, name: str
) -> None:
    with Speaking(Marked("quz")):
        window.show_view(dict(gallery(centre, "quz", [name]))[name])
    marked = [one for one in window.findChildren(Label) if one.isVisible() and "\u2021" in one.text()]
    assert marked
    for label in marked:
        spanish = label.text().replace("\u2021", "")
        assert spanish.split()[-1] in label.read().replace(label.text(), "", 1) or " / " in label.text(), label.read()
    for button in (one for one in window.findChildren(QAbstractButton) if one.isVisible()):
        for words in (button.accessibleName(), button.accessibleDescription()):
            assert "\u2021" not in words or any(between in words for between in (" · ", "\n", " / ")), words
