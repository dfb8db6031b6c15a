"""When the numbers of a queue end, as people write it: one word, an hour, or a table."""

from __future__ import annotations

from shared.domain.centre_file.keys import LAST_TICKET
from shared.domain.centre_file.kinds import found
from shared.domain.centre_file.mistakes import Mistakes, did_you_mean
from shared.domain.centre_file.places import Place
from shared.domain.centre_file.tables import read_table
from shared.domain.ending import Ending, LastTicket

WORDS = (Ending.NONE.value, Ending.FORECAST.value)
"""The rules that need no number."""


def read_ending(raw: object, place: Place, mistakes: Mistakes) -> LastTicket:
    """A rule that is right in itself, or none with what is wrong noted."""
    if isinstance(raw, str):
        if raw in WORDS:
            return LastTicket(Ending(raw))
        near = did_you_mean(raw, WORDS)
        mistakes.note(
            place, f"expected 'none', 'forecast' or a table such as {{ at = '16:40' }}, found {found(raw)}{near}"
        )
        return LastTicket()
    values = read_table(raw, LAST_TICKET, place, mistakes)
    if not isinstance(raw, dict) or any(mistakes.noted((*place, key)) for key in LAST_TICKET):
        return LastTicket()
    rule = Ending(values["rule"])
    if rule is Ending.NONE:  # the number tells the rule
        rule = Ending.FIXED if values["at"] else Ending.CAPPED if values["count"] else rule
    for key, of in (("at", Ending.FIXED), ("count", Ending.CAPPED)):
        if bool(values[key]) != (rule is of):
            example = 'at = "16:40"' if key == "at" else "count = 120"
            wrong = f"only rule = '{of.value}' has it" if values[key] else f"'{of.value}' needs it, such as {example}"
            mistakes.note((*place, key), wrong)
            return LastTicket()
    return LastTicket(rule, values["at"], values["count"])
