"""Names of a centre in other languages, from its file."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import CentreFileError, read_centre
from shared.domain.languages import Speaking, phrases, say
from shared.domain.translation import Translation, words_of
from shared.languages.tongues import Tongues
from tests.conftest import CENTRES

TEXT = (CENTRES / "region-sur.toml").read_text(encoding="utf-8")
WRITTEN = """
[[translation]]
language = "en"
source = "Escrito por el centro"
reviewed_by = "Ana Quispe"
reviewed_on = 2026-11-20
words = { "Poder Judicial" = "Judiciary", "Usted eligió" = "You have chosen", "{count} esperan" = "{count} before you" }
"""


def test_a_centre_file_names_its_entities_in_another_language() -> None:
    centre = read_centre(TEXT + WRITTEN, "centre.toml")
    (translation,) = centre.translations
    assert translation.words[0] == ("Poder Judicial", "Judiciary")
    assert (translation.reviewed_by, translation.reviewed_on) == ("Ana Quispe", date(2026, 11, 20))
    tongues = Tongues()
    tongues.centre_has(centre)
    with Speaking(tongues.speech("en")):
        assert (phrases.term("Poder Judicial"), phrases.term("Poder Judicial").beside) == ("Judiciary", "")
        assert say("Usted eligió") == "You have chosen"
        assert phrases.waiting(3).beside == ""
        assert phrases.term("SUNARP") == "SUNARP"


def test_words_that_nobody_signed_have_the_spanish_beside_them(region_sur: Catalogue) -> None:
    of = Translation("qu", "Escrito por el centro", (("Poder Judicial", "Kamachiq"),))
    tongues = Tongues()
    tongues.centre_has(replace(region_sur, translations=(of,)))
    with Speaking(tongues.speech("quz")):
        assert (phrases.term("Poder Judicial"), phrases.term("Poder Judicial").beside) == ("Kamachiq", "Poder Judicial")
    assert words_of(replace(region_sur, translations=(of,)), "ayr") == {}


def test_another_catalogue_brings_other_words(region_sur: Catalogue) -> None:
    tongues = Tongues()
    tongues.centre_has(region_sur)
    assert ("Poder Judicial", "") not in tongues.speech("en").entries
    tongues.centre_has(read_centre(TEXT + WRITTEN, "centre.toml"))
    assert ("Poder Judicial", "") in tongues.speech("en").entries


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ('language = "en"', 'language = "de"', "translation.language: expected 'es' or 'qu'"),
        ('source = "Escrito por el centro"\n', "", "translation.source: is missing"),
        ('reviewed_by = "Ana Quispe"\n', "", "reviewed_by: who reviewed it and when go together"),
        ("reviewed_on = 2026-11-20\n", "", "reviewed_by: who reviewed it and when go together"),
        ('"{count} before you"', '"before you"', "«{count} esperan»: the translation has other {places}"),
        ('"Judiciary"', "3", "translation.words: expected a table such as"),
        ('language = "en"', 'langauge = "en"', "unknown key, did you mean 'language'?"),
    ],
)
def test_what_is_wrong_is_told(right: str, wrong: str, why: str) -> None:
    with pytest.raises(CentreFileError) as refused:
        read_centre(TEXT + WRITTEN.replace(right, wrong), "centre.toml")
    assert why in str(refused.value)
