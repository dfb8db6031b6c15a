"""Counter 20 of the sample centre (Poder Judicial) on a Monday morning, at any moment of its work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from counter.desk import Desk
from counter.facts import Facts
from counter.screens.elided import Elided
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.domain.events import Because
from shared.domain.hall import Hall
from shared.domain.refusals import Refusal
from shared.hub.views import Views
from shared.lan import views as v
from shared.lan.messages import DeviceRole, Hello
from shared.ui import scale, theme, tokens
from tests.fakes.link import FakeLink

CENTRES = Path(__file__).parents[2] / "installers" / "centres"
NOW = datetime(2026, 11, 23, 15, 46, tzinfo=UTC)  # 10:46 in Lima
DAY = 2026112300000
COUNTER = 20
ADVISOR = "a020"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_centre(CENTRES / "region-sur.toml")


class Scene:
    """What the hub shows a counter, moment by moment."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.now = NOW
        self.online = True
        self.person = ""  # who is signed in, where it matters
        self.hall = v.HallView(date(2026, 11, 23), open=True)
        self.counter = v.CounterView(COUNTER, "closed")
        self.waiting: list[v.WaitingView] = []
        self.held: list[v.HeldView] = []
        self.absent: list[v.AbsentView] = []
        self.interruptions: list[v.InterruptionView] = []

    def someone_waits(self, *minutes: int, service: str = "PJ01", preferential: bool = False) -> Scene:
        """One ticket for each number of minutes waited."""
        for waited in minutes:
            ticket = DAY + 48 + len(self.waiting)
            since = self.now - timedelta(minutes=waited)
            rank = ticket + (0 if preferential else 10**15)
            number = f"PJ {ticket % 1000:03d}"
            view = v.WaitingView(ticket, number, service[:2], service, preferential, since, rank)
            self.waiting.append(view)
        return self

    def someone_is_held(self, minutes: int = 6, reason: str = "form", counter: int = COUNTER) -> Scene:
        ticket = DAY + 38 + len(self.held)
        since = self.now - timedelta(minutes=minutes)
        self.held.append(v.HeldView(ticket, f"PJ {ticket % 1000:03d}", "PJ", "PJ01", False, since, counter, reason))
        return self

    def someone_was_absent(self, minutes: int) -> Scene:
        ticket = DAY + 28 + len(self.absent)
        since = self.now - timedelta(minutes=minutes)
        until, number = since + timedelta(minutes=15), f"PJ {ticket % 1000:03d}"
        self.absent.append(v.AbsentView(ticket, number, "PJ", "PJ01", False, since, COUNTER, until))
        return self

    def something_is_interrupted(self, reason: str, minutes: int, **of: str) -> Scene:
        number = len(self.interruptions) + 1
        since = self.now - timedelta(minutes=minutes)
        self.interruptions.append(v.InterruptionView(number, reason, since, None, **of))
        return self

    def free(self, *, finished: int = 27) -> Scene:
        figures = v.FiguresView(finished, 370 if finished else 0, round(finished * 0.91), 2 if finished else 0)
        self.counter = v.CounterView(COUNTER, "open", ADVISOR, figures=figures, since=NOW)
        return self

    def paused(self, reason: str = "lunch") -> Scene:
        since = self.now - timedelta(minutes=4)
        self.counter = replace(self.free().counter, status="paused", reason=reason, since=since)
        return self

    def called(self, seconds: int = 42, calls: int = 1) -> Scene:
        return self._attended(called_at=self.now - timedelta(seconds=seconds), calls=calls)

    def serving(self, seconds: int = 222, services: tuple[str, ...] = ("PJ01",), **parts: object) -> Scene:
        started = self.now - timedelta(seconds=seconds)
        return self._attended(
            called_at=started - timedelta(seconds=30), started_at=started, services=services, state="serving", **parts
        )

    def _attended(self, **parts: object) -> Scene:
        attention = v.AttentionView(
            attention=DAY + 31,
            ticket=DAY + 47,
            number="PJ 047",
            queue="PJ",
            service="PJ01",
            state="called",
            preferential=True,
            language="es",
            arrived_at=self.now - timedelta(minutes=15),
            waited=11 * 60 + 20,
            called_at=self.now,
            calls=1,
            because=Because("preferential", 680, 9, (DAY + 44,)),
            limit_minutes=8,
            promised=(10, 15),
            came_from=3,
        )
        self.counter = replace(self.free().counter, attention=replace(attention, **parts))
        return self

    def gone(self) -> Scene:
        """Nobody at the counter any more."""
        self.counter = replace(self.counter, attention=None)
        return self

    @property
    def facts(self) -> Facts:
        by_rank = tuple(sorted(self.waiting, key=lambda w: w.rank))
        return Facts(
            self.online,
            self.catalogue,
            self.hall,
            self.counter,
            by_rank,
            tuple(self.held),
            tuple(self.absent),
            self.now,
            self.person,
            tuple(self.interruptions),
        )

    def show_on(self, link: FakeLink) -> None:
        """Tell it to a link, whole."""
        link.at, link.is_online = self.now, self.online
        views: dict[str, v.View] = {
            "catalogue": v.CatalogueView(self.catalogue),
            "hall": self.hall,
            "counter": self.counter,
        }
        views |= {f"waiting/{w.ticket}": w for w in self.waiting}
        views |= {f"held/{h.ticket}": h for h in self.held}
        views |= {f"absent/{a.ticket}": a for a in self.absent}
        views |= {f"interruption/{i.interruption}": i for i in self.interruptions}
        link.mirror.views = {}
        link.show(views)


@pytest.fixture
def scene(catalogue: Catalogue) -> Scene:
    return Scene(catalogue)


class Hand:
    """An advisor before a desk. Its tick is far from every change of meaning unless a test says otherwise."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.desk = Desk(COUNTER)
        self.tick = 0.0
        self.see()

    def see(self) -> None:
        """The hub shows what the scene is now; then some time passes."""
        self.desk.see(self.scene.facts, self.tick)
        self.tick += 10

    def press(self, name: str) -> object:
        return self.desk.press(name, self.tick)

    def strike(self, key: str) -> object:
        return self.desk.strike(key, self.tick)


@pytest.fixture
def hand(scene: Scene) -> Hand:
    return Hand(scene)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Widget tests run dressed, still, and at the size of the design."""
    if scale.factor() != 1.0 or qapp.styleSheet() != theme.sheet(tokens.LIGHT):
        theme.apply(qapp)  # dressing again would polish every widget there is
    tokens.motion = 0.0
    yield
    tokens.motion = 1.0


class BusyHall:
    """A real hall, folded from real orders: 60 minutes of a Monday, with what goes wrong on one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.hall = Hall()
        self.now = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)  # 08:30 in Lima
        for event in (c.ChangeCatalogue(catalogue), c.OpenDay(date(2026, 11, 23))):
            self.order(event)
        self._open()
        random = Random(7)
        services = [s for s in catalogue.services if s.queue != "SU"]
        weights = [catalogue.queue[s.queue].demand / len(catalogue.services_of[s.queue]) for s in services]
        for minute in range(60):
            self.now += timedelta(minutes=1)
            for service in random.choices(services, weights, k=5 if minute % 3 else 6):
                paid = bool(service.pay_first) and random.random() < 0.3
                self.order(c.IssueTicket(service.code, pay_first=paid, preferential=random.random() < 0.18))
            self._work(random)
        self.order(c.SuspendService("LC04"))

    def _open(self) -> None:
        for counter in self.catalogue.counters:
            if counter.number not in (17, 20, 42, 49):
                self.order(c.OpenCounter(counter.number, f"a{counter.number:03d}"))
        self.order(c.PauseCounter(9, "break"))

    def _work(self, random: Random) -> None:
        """Who is done finishes; who is free calls."""
        day = self.hall.day
        assert day is not None
        for number, state in list(day.counters.items()):
            if state.status != "open" or number == 33:
                continue
            if state.attention:
                attention = day.attentions[state.attention]
                mean = self.catalogue.queue[self.catalogue.counter[number].queues[0]].mean_minutes
                if attention.started_at is None:
                    self.order(c.StartAttention(number))
                elif random.random() < 1 / mean and number not in (8, 34):
                    self.order(c.HoldTicket(number, "copies") if random.random() < 0.05 else c.FinishAttention(number))
            else:
                with suppress(Refusal):
                    self.order(c.CallNext(number))

    def order(self, command: c.Command) -> None:
        for event in self.hall.decide(command, self.now):
            self.hall.apply(event, self.now)

    def show_on(self, link: FakeLink, role: DeviceRole, counter: int = 0) -> None:
        """What the hub would show that role."""
        link.at, link.is_online = self.now, True
        link.mirror.views = {}
        link.show(Views(self.hall, self.now, self.catalogue.names).of(Hello((1, 1), role, "test", counter=counter)))


@pytest.fixture(scope="session")
def busy_hall(catalogue: Catalogue) -> BusyHall:
    """Shared by tests that only look."""
    return BusyHall(catalogue)


def faults(window: QWidget) -> list[str]:
    """What a picture would show at once: a word cut off, a window that needs more than it has."""
    for _ in range(4):  # a layout inside a layout settles one turn later
        QApplication.processEvents()
    hint = window.minimumSizeHint()
    found = [f"needs {hint.toTuple()}"] if hint.width() > window.width() or hint.height() > window.height() else []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, Elided):
            found += _faults_of(label, window)
    return found


def _faults_of(label: QLabel, window: QWidget) -> list[str]:
    """Words that scroll may stand outside the window, but never be cut."""
    words = label.text().split() if label.wordWrap() else label.text().split("\n")
    widest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
    height = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    if widest > label.width() or height > label.height():
        return [f"cut off: {label.text()!r} in {label.size().toTuple()}"]
    place = QRect(label.mapTo(window, label.rect().topLeft()), label.size())
    scrolls = any(scroll.isAncestorOf(label) for scroll in window.findChildren(QScrollArea))
    return [] if scrolls or window.rect().contains(place) else [f"outside: {label.text()!r}"]


@pytest.fixture
def judge() -> Callable[[QWidget], list[str]]:
    return faults
