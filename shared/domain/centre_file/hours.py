"""Opening hours as people write them: `mon-fri = "08:30-18:00"`, or several spans in a list."""

from __future__ import annotations

import re
from datetime import time

from shared.domain.catalogue import Opening
from shared.domain.centre_file.kinds import Wrong, found
from shared.domain.centre_file.mistakes import Mistakes, did_you_mean
from shared.domain.centre_file.places import Place

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_SPAN = re.compile(r"([0-9]{1,2}):([0-9]{2})\s*-\s*([0-9]{1,2}):([0-9]{2})")


def read_hours(raw: object, place: Place, mistakes: Mistakes) -> tuple[Opening, ...]:
    """The openings of one table of hours, in the order of the file; what is wrong is noted and left out."""
    if not isinstance(raw, dict) or not raw:
        mistakes.note(place, 'expected at least one line such as mon-fri = "08:30-18:00"')
        return ()
    openings: list[Opening] = []
    for days, written in raw.items():
        # An empty list would leave an entity without hours of its own, which means the centre's.
        for span in written if isinstance(written, list) and written else [written]:
            try:
                opening = _opening(days, span)
                _refuse_overlap(opening, openings)
                openings.append(opening)
            except Wrong as wrong:
                mistakes.note((*place, days), str(wrong))
    return tuple(openings)


def _opening(days: str, span: object) -> Opening:
    weekdays = _weekdays(days)
    match = _SPAN.fullmatch(span) if isinstance(span, str) else None
    try:
        if match is None:
            raise ValueError
        opens, closes = (time(int(match[hour]), int(match[hour + 1])) for hour in (1, 3))
    except ValueError:
        raise Wrong(f"expected hours such as '08:30-18:00', found {found(span)}") from None
    if closes <= opens:
        raise Wrong(f"closes at {closes:%H:%M}, which is not after it opens at {opens:%H:%M}")
    return Opening(weekdays, opens, closes)


def _weekdays(days: str) -> tuple[int, ...]:
    first, _, last = days.partition("-")
    if first not in DAYS or (last or first) not in DAYS:
        near = did_you_mean(days, (*DAYS, "mon-fri", "mon-sat", "mon-sun"))
        raise Wrong(f"expected a day ({', '.join(DAYS)}) or a range such as mon-fri, found '{days}'{near}")
    start, end = DAYS.index(first), DAYS.index(last or first)
    if end < start:
        raise Wrong(f"'{days}' runs backwards, the week starts on mon")
    return tuple(range(start, end + 1))


def _refuse_overlap(opening: Opening, others: list[Opening]) -> None:
    for other in others:
        shared = set(opening.weekdays) & set(other.weekdays)
        if shared and opening.opens < other.closes and other.opens < opening.closes:
            raise Wrong(
                f"{opening.opens:%H:%M}-{opening.closes:%H:%M} overlaps "
                f"{other.opens:%H:%M}-{other.closes:%H:%M} on {DAYS[min(shared)]}"
            )
