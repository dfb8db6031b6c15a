"""[[translation]]: what the centre says in another language."""

from __future__ import annotations

from shared.domain.centre_file.keys import TRANSLATION
from shared.domain.centre_file.mistakes import Mistakes
from shared.domain.centre_file.places import Place
from shared.domain.centre_file.tables import read_table
from shared.domain.languages.faults import text_fault
from shared.domain.translation import Translation


def read_translation(raw: object, place: Place, mistakes: Mistakes) -> Translation:
    """A text with other {places} than the Spanish one is noted; so is a day without a name."""
    values = read_table(raw, TRANSLATION, place, mistakes)
    for spanish, text in values["words"]:
        if fault := text_fault(values["language"], spanish, text):
            mistakes.note((*place, "words"), f"«{spanish}»: {fault}")
    if bool(values["reviewed_by"]) != (values["reviewed_on"] is not None):
        mistakes.note((*place, "reviewed_by"), "who reviewed it and when go together: reviewed_by and reviewed_on")
    return Translation(**values)
