"""Every screen in every language, in both orientations; and with words as long as translators' words get."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from installers.demo.kiosk_gallery import SCREENS, gallery
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES, Speaking, Speech, Words
from shared.languages.packs import Languages

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
