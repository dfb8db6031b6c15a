"""The command line of Suyana: the only file that knows all programs. Each loads what it needs when it runs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import platformdirs

if TYPE_CHECKING:
    from shared.domain.catalogue import Catalogue
    from shared.store.history import History
    from shared.ui.run import ScreenOptions

CENTRE_FILE = "centre.toml"


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

    One hub runs per centre and owns its store. Kiosks, counters, boards and sync find it on the local network by
    themselves, or are told where it is with --hub. `suyana demo` shows a whole centre on this machine.
    """
    logging.basicConfig(
        level=logging.WARNING if quiet else logging.INFO,
        format="%(asctime)s %(levelname)s %(message)s",
        stream=sys.stderr,
    )
    for chatty in ("websockets", "httpx"):
        logging.getLogger(chatty).setLevel(logging.WARNING)  # what is worth a line is ours to write


def usual_places() -> list[Path]:
    """Where a centre file is looked for when none is named."""
    return [
        platformdirs.user_config_path("suyana", appauthor=False) / CENTRE_FILE,
        platformdirs.site_config_path("suyana", appauthor=False) / CENTRE_FILE,
    ]


def usual_store() -> Path:
    return platformdirs.user_data_path("suyana", appauthor=False) / "centre.sqlite"


def read_centre_file(named: Path | None) -> Catalogue | None:
    """The catalogue of the named centre file, or of the one in the usual place, or None. Raises CentreFileError."""
    from shared.domain.centre_file import load_centre

    path = named or next((place for place in usual_places() if place.is_file()), None)
    return load_centre(path) if path else None


def needed_centre_file(named: Path | None) -> Catalogue:
    catalogue = read_centre_file(named)
    if catalogue is None:
        places = " or ".join(str(place) for place in usual_places())
        raise click.UsageError(f"no centre file: name one with --centre FILE, or put it at {places}")
    return catalogue


Function = Callable[..., Any]

centre_option = click.option(
    "--centre",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The centre file (TOML). Without it, the one in the platform's usual place.",
)
identity_option = click.option(
    "--identity",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The identity that this device got when it was paired. Without it, the one in the platform's usual place.",
)
hub_option = click.option("--hub", default="", metavar="URL", help="Where the hub is; without it, it is discovered.")


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


hub_store_option = click.option(
    "--store", type=click.Path(path_type=Path), metavar="FILE", help="The SQLite file of this centre."
)


@cli.group(invoke_without_command=True)
@centre_option
@hub_store_option
@click.option("--host", default="0.0.0.0", show_default=True, help="The address to listen on.")
@click.option("--port", default=None, type=click.IntRange(1, 65535), help="The port to listen on.  [default: 7171]")
@click.option("--no-advertise", is_flag=True, help="Do not tell on the network where the hub is.")
@click.option("--trust-clock", is_flag=True, help="This machine's clock is right, however long the centre was shut.")
@click.option("--clock", default="", hidden=True, metavar="START[,RATE[,UNTIL]]", help="A clock for trying things out.")
@click.option("--demo-pin", default="", hidden=True, metavar="PIN", help="Of everybody without one; on loopback only.")
@click.pass_context
def hub(
    context: click.Context,
    centre: Path | None,
    store: Path | None,
    host: str,
    port: int | None,
    no_advertise: bool,
    trust_clock: bool,
    clock: str,
    demo_pin: str,
) -> None:
    """The hub of a centre: owns the store, decides every order, and tells everybody what they are shown."""
    if context.invoked_subcommand:
        return
    from shared.hub.__main__ import HubOptions, main
    from shared.hub.clock import read_pretence
    from shared.lan.messages import DEFAULT_PORT

    catalogue = needed_centre_file(centre)
    pretence = read_pretence(clock, catalogue) if clock else None
    place = store or usual_store(), host, port or DEFAULT_PORT
    main(HubOptions(catalogue, *place, not no_advertise, pretence, trust_clock, demo_pin))


def hub_here(hub: str) -> str:
    """The URL of the hub on this machine, unless another one is named."""
    from shared.lan.addresses import LOOPBACK, read_url, url_of

    return read_url(hub) if hub else url_of(LOOPBACK)


@hub.command()
@centre_option
@hub_store_option
@hub_option
@click.option("--role", required=True, metavar="ROLE", help="kiosk, counter, board, orientator, supervisor or sync.")
@click.option("--device", default="", metavar="NAME", help="Its name in the centre.  [default: ROLE-1]")
@click.option("--counter", default=0, metavar="N", help="Of a counter's device, its counter; without it, any.")
@click.option("--zone", default="", help="Of a board, its part of the hall; without it, all.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", required=True, help="Where the identity goes.")
def identity(
    centre: Path | None,
    store: Path | None,
    hub: str,
    role: str,
    device: str,
    counter: int,
    zone: str,
    out: Path,
) -> None:
    """Writes key and certificate for a program that is not paired by a code: key.pem, certificate.pem, ca.pem.

    On the hub's machine, as the user of the hub. The folder is as good as the device: carry it safely, and remove it.
    """
    from shared.domain.roles import PAIRED_ROLES
    from shared.hub.console import write_identity
    from shared.hub.trust import Trust

    known = {paired.value: paired for paired in PAIRED_ROLES}
    if role not in known:
        raise click.UsageError(f"there is no role {role!r}: there are {', '.join(known)}")
    trust = Trust.of_store(store or usual_store(), needed_centre_file(centre).id)
    device = device or f"{role}-{counter or 1}"
    there = write_identity(trust, hub_here(hub), out, known[role], device, counter, zone)
    when = "the hub knows it" if there else "the hub will know it when it starts, or within a minute"
    click.echo(f"{device} has its identity in {out}: {when}")


@cli.command()
@screen_options("kiosk-1")
@click.option("--printer", default="", metavar="URL", help="The ticket printer, instead of the centre file's.")
def kiosk(printer: str, **options: Any) -> int:
    """The touchscreen where a citizen takes a ticket."""
    from kiosk.__main__ import main

    return main(screen(**options), printer)


@cli.command()
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


@cli.command()
@screen_options("board-1")
@click.option("--zone", default="", help="Only the counters of this zone of the hall; without it, all.")
@click.option("--silent", is_flag=True, help="No chime and no voice.")
def board(zone: str, silent: bool, **options: Any) -> int:
    """The hall board: the last calls, a chime and a voice."""
    from display_board.__main__ import main

    return main(screen(**options), zone, not silent)


@cli.command()
@centre_option
@hub_option
@click.option("--office", default="", metavar="URL", help="The central office, instead of the centre file's.")
@identity_option
def sync(centre: Path | None, hub: str, office: str, identity: Path | None) -> int:
    """Sends attention records to the central office, each exactly once, whenever there is a line."""
    from shared.lan.identity import usual_folder
    from sync.__main__ import main

    catalogue = read_centre_file(centre)
    url = office or (catalogue.office.url if catalogue else "")
    if not url:
        raise click.UsageError("no office: name it with --office URL, or as office.url in the centre file")
    return main(hub, url, identity or usual_folder("sync-1"))


@cli.command()
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The SQLite file of the office.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=7272, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
def office(store: Path | None, host: str, port: int) -> int:
    """A small central office: receives the records of the centres and shows how many came."""
    from sync.office.__main__ import main

    return main(store or usual_store().with_name("office.sqlite"), host, port)


@cli.command()
@click.option("--headless", is_flag=True, help="The scripted morning, also where there is a screen.")
@click.option("--kill-hub", default=0, metavar="N", help="Kill the hub N times during the scripted morning.")
@click.option("--seed", default=1, show_default=True, help="Of the moments at which the hub is killed.")
@click.option("--pictures", type=click.Path(path_type=Path), metavar="DIR", help="Pictures of every screen into DIR.")
@click.option("--crew", default="", hidden=True, metavar="URL")
@click.option("--identity", default=Path(), hidden=True, type=click.Path(path_type=Path), metavar="DIR")
def demo(headless: bool, kill_hub: int, seed: int, pictures: Path | None, crew: str, identity: Path) -> int:
    """A whole centre on this machine: windows where there is a screen, otherwise a scripted morning into out/."""
    from installers.demo.__main__ import main

    return main(
        without_screen=headless, kills=kill_hub, seed=seed, pictures_in=pictures, crew_at=crew, identities=identity
    )


@cli.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--hub", default="", metavar="URL", help="Where the hub is; without it, on this machine.")
@identity_option
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The store of the hub on this machine.")
@click.option("--instead", is_flag=True, help="Replace the slots known of these codes instead of adding to them.")
def appointments(file: Path, hub: str, identity: Path | None, store: Path | None, instead: bool) -> int:
    """Gives the hub the appointments of a CSV file: code, service, slot.

    As a supervisor's device, with --identity; without it as the console of the hub on this machine.
    """
    from installers.appointments import main

    return main(file, hub_here(hub), identity or console_folder(store), instead=instead)


def console_folder(store: Path | None) -> Path:
    """Where the hub on this machine keeps the identity of its console."""
    return (store or usual_store()).parent / "trust" / "console"


@cli.command()
@centre_option
@hub_option
@identity_option
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The store to look at.")
@click.option("--printer", default="", metavar="URL", help="The printer to ask, instead of the centre file's.")
def doctor(centre: Path | None, hub: str, identity: Path | None, store: Path | None, printer: str) -> int:
    """Says in plain words what is found on this machine and what is not."""
    from installers.doctor import main

    return main(read_centre_file(centre), hub, store or usual_store(), printer, identity or console_folder(store))


store_option = click.option(
    "--store", type=click.Path(path_type=Path), metavar="FILE", help="The store of this centre, whose copy is read."
)
copy_option = click.option(
    "--copy", type=click.Path(path_type=Path), metavar="FILE", help="This file, instead of the newest verified copy."
)
csv_option = click.option("--csv", type=click.Path(path_type=Path), metavar="FILE", help="The table as CSV, too.")
seed_option = click.option("--seed", default=1, show_default=True, help="The same seed makes the same day.")
day_option = click.option(
    "--day",
    default="2026-11-24",
    show_default=True,
    metavar="DATE",
    help="Its weekday decides hours and demand; a Tuesday is an ordinary day.",
)


def history(store: Path | None, copy: Path | None) -> History:
    """Where past days are read. Raises StoreError."""
    from shared.store.history import History

    return History(copy) if copy else History.of(store or usual_store())


def read_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"a day is written as 2026-11-24, not {text!r}") from None


@cli.command()
@click.argument("period", metavar="DAY|MONTH")
@click.option("--by", default="", metavar="GROUP", help="Only by centre, class, entity, queue, service, hour, ...")
@csv_option
@store_option
@copy_option
def report(period: str, by: str, csv: Path | None, store: Path | None, copy: Path | None) -> None:
    """The indicators of a day (2026-11-24) or a month (2026-11): waits, ANS, no-shows, promises kept."""
    from figures.reporting import day_report, month_report
    from shared.domain.indicators import GROUPINGS

    if by and by not in GROUPINGS:
        raise click.UsageError(f"there is no group {by!r}: there are {', '.join(GROUPINGS)}")
    month = len(period) == len("2026-11")
    of = read_date(f"{period}-01" if month else period)
    if not month and by in ("day", "month"):
        raise click.UsageError(f"a single day is not split by {by}")
    with history(store, copy) as past:
        text = month_report(past, of.year, of.month, by, csv) if month else day_report(past, of, by, csv)
    click.echo(text)


@cli.command()
@click.argument("day", required=False, default="", metavar="[DAY]")
@csv_option
@store_option
@copy_option
def proof(day: str, csv: Path | None, store: Path | None, copy: Path | None) -> int:
    """The statement on preferential attention of a day (2026-11-24; the last one closed without it), in Spanish.

    Proves from the events alone that no ordinary ticket was called by the system before a preferential one that waited
    at a counter able to attend it, and lists every exception with who and why. Exit status 1 where there is a fault.
    """
    from figures.proving import day_proof

    of = read_date(day) if day else None
    with history(store, copy) as past:
        text, faults = day_proof(past, of, csv)
    click.echo(text)
    return 1 if faults else 0


@cli.command("generate-day")
@centre_option
@seed_option
@day_option
@click.option("--factor", default=1.0, show_default=True, type=click.FloatRange(0, 20), help="On the day's demand.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", required=True, help="Where the trace goes.")
def generate_day(centre: Path | None, seed: int, day: str, factor: float, out: Path) -> None:
    """Makes a realistic day from the centre file: who comes when and for what, and how long each takes."""
    from figures.generating import write_day

    click.echo(write_day(needed_centre_file(centre), read_date(day), seed, factor, out))


@cli.command()
@click.argument("day", metavar="DAY|TRACE")
@click.option("--policy", "policies", multiple=True, metavar="POLICY", help="legal, fcfs, 'ratio 3:1', ... (often)")
@click.option("--counters", multiple=True, metavar="QUEUE=N", help="So many counters for a queue, such as PJ=3 (often)")
@click.option("--picture", type=click.Path(path_type=Path), metavar="FILE", help="The comparison as a PNG, too.")
@csv_option
@centre_option
@store_option
@copy_option
def replay(
    day: str,
    policies: tuple[str, ...],
    counters: tuple[str, ...],
    picture: Path | None,
    csv: Path | None,
    centre: Path | None,
    store: Path | None,
    copy: Path | None,
) -> None:
    """Lives a day again under other rules or with other counters, and puts the ways side by side.

    DAY is a past day of this centre (2026-11-24), read from a verified copy of its store; TRACE is a file that
    generate-day wrote.
    """
    from figures.replaying import Wanted, compare, read_counters, recorded_day, traced_day

    wanted = Wanted(policies, read_counters(counters), csv, picture)
    if Path(day).is_file():
        lived = traced_day(Path(day), needed_centre_file(centre))
    elif not day[:4].isdecimal():
        raise click.UsageError(f"there is no trace {day!r}, and a day is written as 2026-11-24")
    else:
        with history(store, copy) as past:
            lived = recorded_day(past, read_date(day))
    click.echo(compare(lived, wanted))


@cli.command()
@centre_option
@seed_option
@day_option
@click.option("--target", default=80, show_default=True, type=click.IntRange(1, 99), help="Per cent within the ANS.")
@click.option("--days", default=5, show_default=True, type=click.IntRange(1, 50), help="How many days are lived.")
def staffing(centre: Path | None, seed: int, day: str, target: int, days: int) -> None:
    """How many counters each queue needs: by Erlang C, and by living a generated day again, side by side."""
    from figures.staffing import staffing_text

    click.echo(staffing_text(needed_centre_file(centre), read_date(day), seed, days, target / 100))


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
