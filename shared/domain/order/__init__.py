"""Who is called next, and why. Pure, and usable without a log, a day or a catalogue:

    line = Line()
    line.join(Waiting(date=arrived, ticket=1, since=arrived, preferential=True))
    desk = Desk(counter=1, served=(Served("PJ", Policy(), limit=timedelta(minutes=15)),))
    chosen = choose({"PJ": line}, desk, at)       # Chosen(queue, waiting, because), or None
    line.take(chosen.waiting.ticket)

`pick` is `choose` without the reason; `sequence` is everybody in order; `desk_of` (in `shared/domain/desks.py`) makes
the desk of a counter from a catalogue and a day. Choosing costs what there are kinds of tickets in the counter's
queues (class, service, language), however many wait.
"""

from shared.domain.order.choose import Chosen, Lines, Pick, by_hand, choose, compatible, due, pick, sequence
from shared.domain.order.desk import Desk, Served
from shared.domain.order.line import SIGN_LANGUAGE, Kind, Line, Waiting, standing
from shared.domain.order.rank import ranks, stands_by

__all__ = [
    "SIGN_LANGUAGE",
    "Chosen",
    "Desk",
    "Kind",
    "Line",
    "Lines",
    "Pick",
    "Served",
    "Waiting",
    "by_hand",
    "choose",
    "compatible",
    "due",
    "pick",
    "ranks",
    "sequence",
    "standing",
    "stands_by",
]
