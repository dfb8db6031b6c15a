"""The command line of installers/install.py."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from installers.installation import carry_out, install_steps, remove_steps
from installers.machine import Machine
from installers.parts import CENTRE_FILE, KEPT, PARTS, chosen
from installers.progress import StepFailed
from installers.system import NotReady, check_python


def main(arguments: list[str] | None = None) -> int:
    asked = read(arguments)
    os.umask(0o022)
    try:
        check_python()
        machine = Machine(asked.root.resolve())
        check(machine, asked)
        if asked.action == "install":
            parts = chosen(asked.parts)
            steps = install_steps(machine, parts, asked.centre, asked.number)
        else:
            steps = remove_steps(machine, asked.purge)
        carry_out(machine, steps, dry=asked.dry_run)
        print(*closing_words(machine, asked), sep="\n")
    except (NotReady, ValueError) as reason:
        print(reason, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.strerror}: {error.filename}", file=sys.stderr)
        return 1
    except StepFailed as failure:
        print(
            *failure.said,
            "",
            f"{failure} What was done so far stays; once this is right, the same command goes on.",
            sep="\n",
        )
        return 1
    except KeyboardInterrupt:
        print("\nStopped. What was done stays; the same command goes on.", file=sys.stderr)
        return 130
    return 0


def read(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="install.py", description="Put Suyana on a Debian machine from this checkout, or take it off again."
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--dry-run", action="store_true", help="print every step and do none")
    common.add_argument(
        "--root", type=Path, default=Path("/"), metavar="DIR", help="only lay the files out, in DIR instead of /"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="install|remove")
    told = "; ".join(f"{part.name}: {part.sentence}" for part in PARTS.values())
    install = actions.add_parser("install", parents=[common], help="put it here, or bring it up to date")
    install.add_argument("--with", dest="parts", required=True, metavar="PARTS", help=f"such as hub,sync ({told})")
    install.add_argument("--centre", type=Path, metavar="FILE", help=f"the centre file to put at {CENTRE_FILE}")
    install.add_argument("--number", type=int, metavar="N", help="the number of the counter that this machine serves")
    remove = actions.add_parser("remove", parents=[common], help="take it off; store and centre file stay")
    remove.add_argument("--purge", action="store_true", help="delete the store, the centre file and the users too")
    return parser.parse_args(arguments)


def check(machine: Machine, asked: argparse.Namespace) -> None:
    if not machine.staged and not asked.dry_run and os.geteuid() != 0:
        raise NotReady("Only an administrator can do this: type sudo before the same command.")
    if asked.action == "install" and asked.centre and not asked.centre.is_file():
        raise NotReady(f"There is no centre file {asked.centre}.")


def closing_words(machine: Machine, asked: argparse.Namespace) -> list[str]:
    if asked.dry_run:
        return ["Nothing was changed."]
    if asked.action == "remove":
        kept = machine.present(KEPT)
        return [f"Suyana is off this machine. Kept: {', '.join(kept)}." if kept else "Suyana is off this machine."]
    words = [f"Installed: {asked.parts}."]
    screens = [part.name for part in chosen(asked.parts) if part.takes_first_screen]
    if screens[1:]:
        words.append(f"There is one first screen: {screens[0]} starts on it, {screens[1]} does not start by itself.")
    return words
