"""The steps that put Suyana on a machine and take it off again."""

from __future__ import annotations

import pwd
from pathlib import Path

from installers.machine import Machine, Step
from installers.parts import (
    CENTRE_FILE,
    KEPT,
    OPTIONS_FILE,
    PARTS,
    PREFIX,
    SCREENS,
    SYSUSERS,
    UDEV_RULES,
    USERS,
    Part,
    files_of,
    started,
    unit_file,
)
from installers.program import install_program
from installers.system import NotReady, bring, missing, missing_for_venv

CHECKOUT = Path(__file__).resolve().parents[1]
FILES = CHECKOUT / "installers" / "files"


def install_steps(machine: Machine, parts: list[Part], centre: Path | None, number: int | None) -> list[Step]:
    """Every step, in order; NotReady when a part would lack its centre file or the number of its counter."""
    if centre is None and any(part.reads_centre_file for part in parts) and not machine.present([CENTRE_FILE]):
        raise NotReady(f"The hub and sync need a centre file: add --centre FILE (it goes to {CENTRE_FILE}).")
    if number is None and any(part.has_number for part in parts):
        raise NotReady("A counter's machine needs its counter's number: add --number N.")
    files, units = files_of(parts), started(parts)
    packages = [*missing(need for part in parts for need in part.needs), *missing_for_venv()]
    steps = [Step(f"Install {' '.join(packages)}", lambda: bring(packages), live=True)] if packages else []
    program = machine.place(PREFIX)
    steps.append(Step(f"Install the program in {PREFIX}", lambda: install_program(CHECKOUT, program), live=True))
    if centre:
        steps.append(machine.run(f"{PREFIX}/bin/python", "-I", "-m", "installers.accept_centre", str(centre)))
        steps.append(machine.put(centre.read_bytes(), CENTRE_FILE))
    if units and not machine.present([OPTIONS_FILE]):
        steps.append(machine.put(content("suyana.default", number), OPTIONS_FILE))
    steps += [machine.put(content(name, number), place) for place, name in files.items()]
    if SYSUSERS in files:
        steps.append(machine.run("systemd-sysusers", SYSUSERS))
    if UDEV_RULES in files and machine.runs_udev:
        steps += udev_steps(machine)
    return steps + unit_steps(machine, units)


def content(name: str, number: int | None) -> bytes:
    return (FILES / name).read_bytes().replace(b"@NUMBER@", str(number).encode())


def udev_steps(machine: Machine) -> list[Step]:
    kinds = [f"--subsystem-match={kind}" for kind in ("usb", "usbmisc", "tty")]
    return [machine.run("udevadm", "control", "--reload"), machine.run("udevadm", "trigger", *kinds)]


def unit_steps(machine: Machine, units: list[str]) -> list[Step]:
    """Have `units` start by themselves, and all that runs already start again with the new program."""
    steps = [machine.run("systemctl", "daemon-reload")] if machine.runs_systemd else []
    if any(unit in SCREENS for unit in units):
        others = [unit for unit in SCREENS if unit not in units and machine.present([unit_file(unit)])]
        steps += [machine.run("systemctl", "disable", *now(machine), unit) for unit in others]
    if units:
        steps.append(machine.run("systemctl", "enable", *units))
    if machine.runs_systemd:
        steps.append(machine.run("systemctl", "try-restart", "suyana-*.service"))
        steps += [machine.run("systemctl", "start", *units)] if units else []
    return steps


def now(machine: Machine) -> list[str]:
    return ["--now"] if machine.runs_systemd else []


def remove_steps(machine: Machine, purge: bool) -> list[Step]:
    """Every step that takes off what is there; none when nothing is."""
    every = list(PARTS.values())
    units = [part.unit for part in every if part.unit and machine.present([unit_file(part.unit)])]
    steps = [machine.run("systemctl", "disable", *now(machine), *units)] if units else []
    steps += [machine.delete(place) for place in machine.present(list(files_of(every)))]
    steps += [machine.delete(place) for place in machine.present([PREFIX])]
    if units and machine.runs_systemd:
        steps.append(machine.run("systemctl", "daemon-reload"))
        steps.append(machine.run("systemctl", "reset-failed", "suyana-*.service"))
    if machine.runs_systemd and any(unit in SCREENS for unit in units):
        steps.append(machine.run("systemctl", "--no-block", "start", "getty@tty1.service"))
    if purge:
        steps += [machine.delete(place) for place in machine.present(KEPT)] + user_steps(machine)
    return steps


def user_steps(machine: Machine) -> list[Step]:
    """Delete the users that this machine has; what one of them still runs, such as its sound, ends first."""
    known = {user.pw_name: user.pw_uid for user in pwd.getpwall()}
    steps = []
    for user in (user for user in USERS if user in known):
        if machine.runs_systemd:
            steps.append(machine.run("systemctl", "stop", f"user@{known[user]}.service"))
        steps.append(machine.run("userdel", user))
    return steps


def carry_out(machine: Machine, steps: list[Step], *, dry: bool) -> None:
    """Do every step, numbered; in a folder that stands for a machine, only those that lay out files."""
    todo = [step for step in steps if not (step.live and machine.staged)]
    for number, step in enumerate(todo, start=1):
        print(f"[{number}/{len(todo)}] {step.words}", flush=True)
        if not dry:
            step.act()
