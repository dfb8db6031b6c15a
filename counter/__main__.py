"""The programs at the counters: the advisor's desk, the supervisor's page, the orientator's ticket for someone."""

from __future__ import annotations

from counter.desk import Desk
from counter.presenter import Presenter, hello
from counter.screens.desk_window import DeskWindow
from shared.ui.hub_link import HubLink
from shared.ui.run import Screen, ScreenOptions, run


def main(options: ScreenOptions, number: int) -> int:
    """The desk of one counter, until its window closes. Returns the exit status."""
    device = options.device or f"counter-{number}"

    def build(link: HubLink) -> Screen:
        window = DeskWindow()
        presenter = Presenter(link, Desk(number), window, device, window)
        return window, presenter.view

    return run(options, hello(device, number), build)
