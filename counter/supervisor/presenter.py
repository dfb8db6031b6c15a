"""Between the hub, the watch and the supervisor's page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter import pin_texts
from counter.entry import Entry
from counter.page_presenter import Link, PagePresenter, Window
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import SupervisorView
from counter.supervisor.watch import Watch
from shared.domain.catalogue import Role
from shared.domain.commands import Command
from shared.lan.messages import Answer


class Presenter(PagePresenter[SupervisorView]):
    """The supervisor's."""

    def __init__(
        self,
        link: Link,
        watch: Watch,
        window: Window[SupervisorView],
        parent: QObject | None = None,
        demo_pin: str = "",
    ) -> None:
        entry = Entry(frozenset({Role.SUPERVISOR}), pin_texts.WHO_PAGE, watch.person, demo_pin)
        super().__init__("supervisor", link, watch, window, parent, entry)
        self._watch = watch
        self._take()

    def page(self) -> SupervisorView:
        return self._watch.view(self._link.now())

    def see(self) -> None:
        self._watch.person = self._link.person or self._watch.person
        self._watch.see(HallFacts.of(self._link))

    def press(self, name: str) -> Command | None:
        if name.startswith("give-"):
            self._watch.press("panel-close", self._link.now())
            self.entry.give(name.removeprefix("give-"))
            return None
        return self._watch.press(name, self._link.now())

    def sent(self, request: str, _command: Command) -> None:
        self._watch.sent(request)

    def answered(self, answer: Answer) -> None:
        self._watch.answered(answer.request)
