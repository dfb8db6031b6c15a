"""The command line of Suyana: the only file that knows all programs. Each loads what it needs when it runs."""

from __future__ import annotations

import logging
import sys
from difflib import get_close_matches
from typing import NoReturn

import click

from counter.command import counter
from display_board.command import board
from figures import commands as figures
from installers.command import appointments, doctor, languages, pair, restore, slip
from installers.conformance.command import conformance
from installers.demo.command import demo
from installers.privacy.command import privacy
from kiosk.command import kiosk
from shared.hub.command import hub
from shared.pages.command import pages
from sync.command import sync
from sync.office.command import office


class Programs(click.Group):
    """The programs; a name that is none gets the nearest one as a hint."""

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if arguments[0] not in self.commands:
            near = get_close_matches(arguments[0], self.commands, 1)
            hint = f" did you mean {near[0]!r}?" if near else f" there are {', '.join(self.commands)}."
            raise click.UsageError(f"no program is called {arguments[0]!r};{hint}", context)
        return super().resolve_command(context, arguments)


@click.group(cls=Programs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="suyana", message="Suyana %(version)s")
@click.option("--quiet", is_flag=True, help="Log only what is wrong.")
def cli(quiet: bool) -> None:
    """The queue and kiosk system of a citizen-service centre.

    One hub runs per centre and owns its store. Kiosks, counters, boards, phone pages and sync find it on the local
    network by themselves, or are told where it is with --hub. `suyana demo` shows a whole centre on this machine.
    """
    logging.basicConfig(
        level=logging.WARNING if quiet else logging.INFO,
        format="%(asctime)s %(levelname)s %(message)s",
        stream=sys.stderr,
    )
    for chatty in ("websockets", "httpx"):
        logging.getLogger(chatty).setLevel(logging.WARNING)  # what is worth a line is ours to write


PROGRAMS = (hub, kiosk, counter, board, pages, sync, office, demo)
TOOLS = (appointments, pair, doctor, languages, restore, privacy, conformance, slip)
FIGURES = (figures.report, figures.proof, figures.generate_day, figures.replay, figures.staffing)
for command in (*PROGRAMS, *TOOLS, *FIGURES):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a program. Whatever is wrong with what it was given is told in one sentence, with exit status 2."""
    try:
        sys.exit(cli.main(arguments, "suyana", standalone_mode=False) or 0)
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "suyana"
        _end(path, error.format_message(), 2)
    except click.Abort:
        sys.exit(130)
    except (click.ClickException, ValueError, OSError) as error:
        _end("suyana", str(error), 2)
    except Exception as error:
        if not hasattr(error, "status"):
            logging.getLogger("suyana").exception("an unexpected fault")
        _end("suyana", str(error) or type(error).__name__, getattr(error, "status", 1))


def _end(path: str, sentence: str, status: int) -> NoReturn:
    click.echo(f"{path}: {sentence}", err=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
