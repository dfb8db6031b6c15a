"""The whole command line, on a folder that stands for a machine, or without doing anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from installers.command_line import main
from installers.installation import install_steps, remove_steps
from installers.machine import Machine
from installers.parts import PARTS, chosen, files_of, started

ROOT = Path(__file__).parents[2]
CENTRE = ROOT / "installers" / "centres" / "region-sur.toml"
ALL = ",".join(PARTS)


def staged(root: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(root)])


def install_all(root: Path) -> int:
    return staged(root, "install", "--with", ALL, "--centre", str(CENTRE), "--number", "7")


def files(root: Path) -> set[str]:
    return {f"/{path.relative_to(root)}" for path in root.rglob("*") if path.is_file()}


def test_install_lays_out_the_files_of_every_part(tmp_path: Path) -> None:
    assert install_all(tmp_path) == 0
    everything = set(files_of(list(PARTS.values())))
    assert files(tmp_path) == everything | {"/etc/xdg/suyana/centre.toml", "/etc/default/suyana"}


def test_install_of_one_part_brings_no_other(tmp_path: Path) -> None:
    assert staged(tmp_path, "install", "--with", "board") == 0
    assert not [file for file in files(tmp_path) if "kiosk" in file or "hub" in file or "printer" in file]


def test_installing_again_changes_nothing_but_the_centre_file(tmp_path: Path) -> None:
    install_all(tmp_path)
    options = tmp_path / "etc/default/suyana"
    options.write_text("KIOSK_OPTIONS=--device kiosk-2\n")
    before = files(tmp_path)
    assert install_all(tmp_path) == 0
    assert files(tmp_path) == before
    assert options.read_text() == "KIOSK_OPTIONS=--device kiosk-2\n"


def test_counter_starts_with_the_number_it_was_given(tmp_path: Path) -> None:
    staged(tmp_path, "install", "--with", "counter", "--number", "12")
    entry = (tmp_path / "etc/xdg/autostart/suyana-counter.desktop").read_text()
    assert "Exec=/opt/suyana/bin/suyana counter --number 12\n" in entry


def test_remove_keeps_what_the_centre_wrote(tmp_path: Path) -> None:
    install_all(tmp_path)
    store = tmp_path / "var/lib/suyana/centre.sqlite"
    store.parent.mkdir(parents=True)
    store.touch()
    assert staged(tmp_path, "remove") == 0
    kept = {"/etc/xdg/suyana/centre.toml", "/etc/default/suyana", "/var/lib/suyana/centre.sqlite"}
    assert files(tmp_path) == kept


def test_purge_leaves_nothing(tmp_path: Path) -> None:
    install_all(tmp_path)
    assert staged(tmp_path, "remove", "--purge") == 0
    assert files(tmp_path) == set()


def test_removing_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    assert staged(tmp_path, "remove", "--purge") == 0


def test_dry_run_tells_every_step_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert staged(tmp_path, "install", "--with", "hub", "--centre", str(CENTRE), "--dry-run") == 0
    said = capsys.readouterr().out
    assert "Put /etc/systemd/system/suyana-hub.service" in said
    assert said.endswith("Nothing was changed.\n")
    assert files(tmp_path) == set()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--with", "hubb"], "There is no part called 'hubb': choose from hub, sync, pages, kiosk, board, counter."),
        (["--with", ""], "No part was named: choose from hub, sync, pages, kiosk, board, counter."),
        (["--with", "hub"], "The hub and sync need a centre file: add --centre FILE"),
        (["--with", "hub", "--centre", "nowhere.toml"], "There is no centre file nowhere.toml."),
        (["--with", "counter"], "A counter's machine needs its counter's number: add --number N."),
    ],
)
def test_mistake_is_told_in_one_sentence_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert staged(tmp_path, "install", *arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith(sentence)
    assert error.count("\n") == 1
    assert files(tmp_path) == set()


def test_only_an_administrator_changes_a_machine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert main(["remove"]) == 2
    assert capsys.readouterr().err == "Only an administrator can do this: type sudo before the same command.\n"


def test_real_machine_gets_program_accounts_and_units_in_this_order() -> None:
    words = [step.words for step in install_steps(Machine(), chosen("hub"), CENTRE, None)]
    order = ["Install the program in /opt/suyana", "Put /etc/xdg/suyana/centre.toml", "Run systemd-sysusers"]
    order += ["Run systemctl enable suyana-hub.service"]
    found = [next(n for n, word in enumerate(words) if word.startswith(start)) for start in order]
    assert found == sorted(found)


def test_folder_that_stands_for_a_machine_is_asked_no_live_step(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    install_all(tmp_path)
    assert not [step.words for step in remove_steps(machine, purge=False) if step.live and "daemon" in step.words]


def test_first_named_of_two_screens_starts_by_itself() -> None:
    assert started(chosen("board,hub,kiosk")) == ["suyana-board.service", "suyana-hub.service"]


def test_script_runs_with_nothing_installed(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-S", "-B", str(ROOT / "installers" / "install.py"), "remove", "--root"]
    assert subprocess.run([*command, str(tmp_path)], check=False, capture_output=True).returncode == 0
