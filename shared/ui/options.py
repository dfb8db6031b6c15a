"""The options that all programs with a screen share. Loads no Qt: a command line is read before there is a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.options import Function, hub_option, identity_option

if TYPE_CHECKING:
    from shared.ui.run import ScreenOptions


def screen_options(device: str) -> Callable[[Function], Function]:
    """The options that all programs with a screen share."""

    def add(function: Function) -> Function:
        for option in (
            click.option("--robot", default="", hidden=True, metavar="SOCKET"),
            click.option("--still", is_flag=True, help="No motion on the screen."),
            click.option(
                "--size",
                default="",
                metavar="SIZE",
                help='Full screen without it; "1080x1920" exactly so; "fit 1080x1920" scaled to the desktop.',
            ),
            click.option(
                "--device", default=device, show_default=device or "by its place", help="The name of this device."
            ),
            identity_option,
            hub_option,
        ):
            function = option(function)
        return function

    return add


def screen(identity: Path | None, hub: str, device: str, size: str, still: bool, robot: str) -> ScreenOptions:
    from shared.ui.run import ScreenOptions

    return ScreenOptions(hub, identity, device, size, robot, not still)
