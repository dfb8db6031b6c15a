"""Every picture of the board, from its own state: for pictures, and to be looked at in each shape of panel.

The hall is that of Lima Norte on a Monday morning. A new layout is added here, and then stands on every sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from display_board.board import LONG_AWAY_S, Board, BoardView
from shared.domain.catalogue import Catalogue
from shared.lan.views import CallView, HallView, QueueView

NOW = datetime(2026, 11, 25, 15, 41, tzinfo=UTC)  # 10:41 in Lima; "miércoles 25 de noviembre" is the longest date
DAY = date(2026, 11, 25)
OPEN = HallView(DAY, open=True)
LATER_S = 60.0  # nothing flashes any more
WAITS = ((12, (10, 15)), (21, (25, 35)), (3, (0, 5)), (17, (65, 90)), (1, (5, 10)), (8, (15, 20)))
CALLED = (
    ("BN 118", 3), ("RT 036", 11), ("PJ 047", 33), ("ME 016", 37), ("LC 204", 24),
    ("SI 014", 59), ("ST 088", 52), ("MT 061", 29), ("ES 009", 57), ("PA 112", 38),
)  # fmt: skip
NOTICE = "Los pagos del Banco de la Nación se hacen en los módulos 1 a 8."


class Scene(NamedTuple):
    """What a board shows at a moment. item: of the media folder, "" for none."""

    view: BoardView
    item: str = ""


class Hall:
    """A board on an open morning, to which things happen."""

    def __init__(self, catalogue: Catalogue, zone: str = "") -> None:
        self.catalogue, self.zone = catalogue, zone
        self.at = 0.0
        self.hall, self.interrupted = OPEN, ""
        self.calls: list[CallView] = []
        self.board = Board(0.0)
        self.board.hub_came(0.0)
        self.hear()

    def hear(self) -> None:
        self.board.hear(self.catalogue, self.hall, self._queues(), self.calls, NOW)

    def call(self, *called: tuple[str, int], recall: bool = False) -> None:
        """Those of its zone, as the hub shows them."""
        for number, counter in called:
            if self.zone and self.catalogue.counter[counter].zone != self.zone:
                continue
            self.calls.append(CallView(len(self.calls) + 1, number, counter, recall, NOW))
        self.hear()

    def say(self) -> None:
        """To its end, everything that waits."""
        while self.board.take(self.at):
            self.board.said()

    def view(self) -> BoardView:
        return self.board.view(self.at, NOW)

    def _queues(self) -> Iterator[QueueView]:
        """As the hub shows them to the board of a zone."""
        here = {q for counter in self.catalogue.counters if self.zone in ("", counter.zone) for q in counter.queues}
        for place, queue in enumerate(self.catalogue.queues):
            if queue.prefix in here:
                waiting, wait = WAITS[place % len(WAITS)]
                why = self.interrupted if place % 2 == 0 else ""
                yield QueueView(queue.prefix, waiting, 1, NOW, wait, 3, True, 15, why)


def morning(catalogue: Catalogue, zone: str = "") -> Hall:
    """Ten were called a while ago."""
    hall = Hall(catalogue, zone)
    hall.call(*CALLED)
    hall.say()
    hall.at += LATER_S
    return hall


def _calling(hall: Hall, *called: tuple[str, int], recall: bool = False) -> BoardView:
    hall.call(*called, recall=recall)
    hall.board.take(hall.at)
    return hall.view()


def _crowd(catalogue: Catalogue) -> Scene:
    hall = morning(catalogue)
    return Scene(_calling(hall, *((f"RW {1869 + n}", 20 + n) for n in range(20))))


def _zone(catalogue: Catalogue) -> Scene:
    hall = morning(catalogue, "2")
    return Scene(_calling(hall, ("SI 015", 59)))


def _interrupted(catalogue: Catalogue) -> Scene:
    hall = morning(catalogue)
    hall.interrupted = "system"
    hall.hear()
    return Scene(hall.view())


def _away(catalogue: Catalogue, seconds: float = LONG_AWAY_S) -> Scene:
    hall = morning(catalogue)
    hall.board.hub_left(hall.at)
    hall.at += seconds
    return Scene(hall.view())


def _closed(catalogue: Catalogue, opens_at: datetime | None, day: date | None = DAY) -> Scene:
    hall = Hall(catalogue)
    hall.hall = HallView(day, open=False, opens_at=opens_at)
    hall.hear()
    return Scene(hall.view())


def _widest(catalogue: Catalogue) -> Scene:
    hall = Hall(catalogue)
    hall.call(*((f"RW {1881 + n}", 881 + n) for n in range(7)))
    hall.say()
    return Scene(_calling(hall, ("RW 1888", 888)))


def _no_sound(catalogue: Catalogue) -> Scene:
    hall = morning(catalogue)
    hall.board.no_sound = True
    return Scene(_calling(hall, ("PJ 048", 33)))


def _notice(catalogue: Catalogue) -> Scene:
    noted = replace(catalogue, board=replace(catalogue.board, notice=NOTICE))
    return Scene(morning(noted).view())


TOMORROW = NOW + timedelta(hours=21, minutes=49)

SCENES: dict[str, Callable[[Catalogue], Scene]] = {
    "before-first-call": lambda catalogue: Scene(Hall(catalogue).view()),
    "calling": lambda catalogue: Scene(_calling(morning(catalogue), ("PJ 048", 33))),
    "called-again": lambda catalogue: Scene(_calling(morning(catalogue), ("PA 112", 38), recall=True)),
    "widest": _widest,
    "crowd": _crowd,
    "between-calls": lambda catalogue: Scene(morning(catalogue).view()),
    "one-zone": _zone,
    "interrupted": _interrupted,
    "notice": _notice,
    "no-sound": _no_sound,
    "picture": lambda catalogue: Scene(morning(catalogue).view(), "picture"),
    "picture-calling": lambda catalogue: Scene(_calling(morning(catalogue), ("PJ 048", 33)), "picture"),
    "text": lambda catalogue: Scene(morning(catalogue).view(), "text"),
    "connecting": lambda _: Scene(BoardView()),
    "link-lost": _away,
    "closed-for-today": lambda catalogue: _closed(catalogue, TOMORROW),
    "not-open-yet": lambda catalogue: _closed(catalogue, NOW + timedelta(minutes=20), None),
    "closed-all-day": lambda catalogue: _closed(catalogue, TOMORROW, None),
}


def gallery(catalogue: Catalogue, only: Sequence[str] = ()) -> Iterator[tuple[str, Scene]]:
    """Name and scene of every layout."""
    for name in only or SCENES:
        yield name, SCENES[name](catalogue)
