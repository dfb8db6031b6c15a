"""The programs at the counters: the advisor's desk, the supervisor's page, the orientator's ticket for someone."""

from __future__ import annotations

from dataclasses import replace

from counter.desk import Desk
from counter.orientator.giving import Giving
from counter.orientator.presenter import Presenter as OrientatorPresenter
from counter.orientator.screens.orientator_window import OrientatorWindow
from counter.presenter import Presenter
from counter.screens.desk_window import DeskWindow
from counter.supervisor.presenter import Presenter as SupervisorPresenter
from counter.supervisor.screens.supervisor_window import SupervisorWindow
from counter.supervisor.watch import Watch
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.ui import scale
from shared.ui.hub_link import HubLink
from shared.ui.paper import Paper
from shared.ui.run import Screen, ScreenOptions, run


def main(options: ScreenOptions, number: int, demo_pin: str = "") -> int:
    """The desk of one counter, until its window closes. Returns the exit status. Raises RobotBusy.

    demo_pin: shown where people sign in, of all three programs.
    """
    device = options.device or f"counter-{number}"

    def build(link: HubLink) -> Screen:
        window = DeskWindow()
        presenter = Presenter(link, Desk(number), window, window, demo_pin)
        return window, presenter.view

    greeting = Hello((PROTOCOL, PROTOCOL), DeviceRole.COUNTER, device, counter=number)
    return run(replace(options, design=scale.COUNTER), greeting, build)


def supervisor_main(options: ScreenOptions, person: str, demo_pin: str = "") -> int:
    """The supervisor's page. `person`: the id of whoever is expected before it. Raises RobotBusy."""
    device = options.device or "supervisor-1"

    def build(link: HubLink) -> Screen:
        window = SupervisorWindow()
        presenter = SupervisorPresenter(link, Watch(person), window, window, demo_pin)
        return window, presenter.view

    greeting = Hello((PROTOCOL, PROTOCOL), DeviceRole.SUPERVISOR, device, person=person)
    return run(replace(options, design=scale.COUNTER), greeting, build)


def orientator_main(options: ScreenOptions, person: str, printer: str = "", demo_pin: str = "") -> int:
    """The orientator's page. `printer`: an address of its own, instead of the centre's.

    Raises PrinterSettingError, RobotBusy.
    """
    device = options.device or "orientator-1"
    paper = Paper(printer)

    def build(link: HubLink) -> Screen:
        window = OrientatorWindow()
        presenter = OrientatorPresenter(link, Giving(person), window, paper, window, demo_pin)
        return window, presenter.view

    greeting = Hello((PROTOCOL, PROTOCOL), DeviceRole.ORIENTATOR, device, person=person)
    try:
        return run(replace(options, design=scale.COUNTER), greeting, build)
    finally:
        paper.close()
