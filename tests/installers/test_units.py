"""Every unit is one that systemd takes, and names only programs and options that exist."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

import suyana
from installers.command_line import main
from installers.parts import PARTS

FILES = Path(__file__).parents[2] / "installers" / "files"
UNITS = [part.unit for part in PARTS.values() if part.unit]
PROGRAM = "/opt/suyana/bin/suyana"


def command_lines() -> list[tuple[str, list[str]]]:
    """(file, what it gives to suyana) of every line that starts a program."""
    found = []
    for file in sorted(FILES.iterdir()):
        for line in file.read_text().splitlines():
            if line.startswith(("Exec=", "ExecStart=")):
                words = shlex.split(line.partition("=")[2])
                found.append((file.name, words[words.index(PROGRAM) + 1 :]))
    return found


def group() -> click.Group:
    return next(each for each in vars(suyana).values() if isinstance(each, suyana.Programs))


def test_every_part_has_a_line_that_starts_it() -> None:
    assert {words[0] for _, words in command_lines()} == set(PARTS)


@pytest.mark.parametrize(("file", "words"), command_lines())
def test_line_names_a_program_and_options_that_exist(file: str, words: list[str]) -> None:
    command = group().get_command(click.Context(group()), words[0])
    assert command, file
    known = {option for parameter in command.params for option in parameter.opts}
    named = {word for word in words[1:] if word.startswith("-")}
    assert named <= known, file


@pytest.mark.parametrize(("file", "words"), command_lines())
def test_no_installed_program_listens_to_a_robot(file: str, words: list[str]) -> None:
    assert "--robot" not in words, file


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
def test_systemd_takes_every_unit(tmp_path: Path) -> None:
    for name in ("opt/suyana/bin/suyana", "usr/bin/cage"):
        program = tmp_path / name
        program.parent.mkdir(parents=True)
        program.touch(mode=0o755)
    centre = FILES.parent / "centres" / "region-sur.toml"
    arguments = ["--with", "hub,sync,pages,kiosk,board", "--centre", str(centre), "--root", str(tmp_path)]
    assert main(["install", *arguments]) == 0
    units = [place_programs(tmp_path / "etc/systemd/system" / unit, tmp_path) for unit in UNITS]
    said = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def place_programs(unit: Path, root: Path) -> Path:
    """Let the unit start what stands in `root`, since verify looks for the programs."""
    text = unit.read_text().replace("/opt/suyana/", f"{root}/opt/suyana/").replace("/usr/bin/", f"{root}/usr/bin/")
    unit.write_text(text)
    return unit
