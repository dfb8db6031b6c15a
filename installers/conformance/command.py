"""`suyana conformance`."""

from __future__ import annotations

from pathlib import Path

import click

from shared.options import centre_option, usual_centre_file


@click.command()
@centre_option
@click.option("--declared", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="What was declared.")
@click.option("--example", is_flag=True, help="Print a declaration to fill in, and do nothing else.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("conformidad"))
def conformance(centre: Path | None, declared: Path | None, example: bool, folder: Path) -> int:
    """Measures kiosk and board of the centre file against D1 to D17, into a page to sign in FOLDER.

    Starts a kiosk of each orientation, a board and a hub of their own, walks through every screen in every way to use
    it, and takes about four minutes. Ends with status 1 where a point does not hold or lacks its declaration.
    """
    from installers.conformance.declaration import EXAMPLE, read_declaration
    from installers.conformance.page import write
    from installers.conformance.points import points
    from installers.conformance.verdict import Verdict
    from installers.conformance.walk import evidence
    from shared.lan.robot_client import RobotProblem

    if example:
        click.echo(EXAMPLE, nl=False)
        return 0
    stated = read_declaration(declared) if declared else None
    file = usual_centre_file(centre)
    try:
        seen = evidence(file, lambda what: click.echo(f"  {what} …", err=True))
    except RobotProblem as problem:
        raise click.ClickException(f"the measuring stopped: {problem}") from None
    found = points(seen, stated)
    for point in found:
        click.echo(f"{point.id:4} {point.verdict.value:10} {point.found}")
    click.echo(f"the page to sign: {write(folder, seen, stated, found)}")
    return 0 if all(point.verdict is Verdict.HOLDS for point in found) else 1
