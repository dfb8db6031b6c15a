"""`suyana counter`."""

from __future__ import annotations

from typing import Any

import click

from shared.ui.options import screen, screen_options


@click.command()
@screen_options("")
@click.option("--number", type=click.IntRange(1), help="The number of the counter (módulo): for its advisor.")
@click.option(
    "--role",
    type=click.Choice(["advisor", "supervisor", "orientator"]),
    default="advisor",
    show_default=True,
    help="Whose place this is.",
)
@click.option("--person", default="", metavar="ID", help="Who is expected here, for supervisor and orientator.")
@click.option("--printer", default="", metavar="URL", help="The orientator's ticket printer.")
@click.option("--demo-pin", default="", hidden=True, metavar="PIN", help="Shown where people sign in.")
def counter(number: int | None, role: str, person: str, printer: str, demo_pin: str, **options: Any) -> int:
    """Where people of the centre work: the advisor's counter, the supervisor's page, the orientator's desk."""
    import counter.__main__ as programs

    if role == "supervisor":
        return programs.supervisor_main(screen(**options), person, demo_pin)
    if role == "orientator":
        return programs.orientator_main(screen(**options), person, printer, demo_pin)
    if number is None:
        raise click.UsageError("an advisor's counter needs --number N")
    return programs.main(screen(**options), number, demo_pin)
