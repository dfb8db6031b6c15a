"""The command line: reads well, and says in one sentence what is wrong and where, with exit status 2."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import suyana
from shared.domain.roles import DeviceRole
from tests.conftest import CENTRES, ROOT
from tests.fakes.hub_process import free_port
from tests.fakes.identities import identity

SCREENS_AND_SERVERS = ("hub", "kiosk", "counter", "board", "pages", "sync", "office", "demo", "doctor")
SCREENS_AND_SERVERS += ("languages", "appointments", "pair", "restore", "privacy", "conformance", "slip")
FIGURES = ("report", "proof", "replay", "generate-day", "staffing")
PROGRAMS = (*SCREENS_AND_SERVERS, *FIGURES)
PAIRED = ("--identity", str(identity(DeviceRole.KIOSK, "kiosk-1").folder))
REGION_SUR = str(CENTRES / "region-sur.toml")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    usual = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "HOME": str(ROOT / "nowhere")}
    return subprocess.run(
        [sys.executable, "-m", "suyana", *arguments],
        cwd=ROOT,
        env=usual | environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def one_sentence(text: str) -> str:
    """What was said, without the log; it must be one line and no traceback."""
    lines = [line for line in text.strip().splitlines() if not re.match(r"\d{4}-\d\d-\d\d ", line)]
    assert len(lines) == 1, text
    assert "Traceback" not in text
    return lines[0]


def test_these_are_the_programs() -> None:
    assert set(suyana.cli.commands) == set(PROGRAMS)


def test_reading_a_command_line_loads_no_program() -> None:
    code = "import suyana, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    heavy = {"PySide6", "sqlite3", "msgspec", "websockets", "httpx", "starlette", "matplotlib", "cryptography"}
    assert not heavy & {name.split(".")[0] for name in loaded.split()}


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_help_of_each_program_says_what_it_is_and_every_option(program: str) -> None:
    command = suyana.cli.commands[program]
    assert command.help
    assert command.help.strip().endswith(".")
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            assert parameter.help, f"{program} {parameter.name}"


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_readme_names_each_program(program: str) -> None:
    assert f"suyana {program}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["kisk"], "suyana: no program is called 'kisk'; did you mean 'kiosk'?"),
        (["hub", "--centr", "x"], "suyana hub: No such option '--centr'. Did you mean '--centre'?"),
        (["hub", "--port", "70000"], "suyana hub: Invalid value for '--port': 70000 is not in the range 1<=x<=65535."),
        (["hub"], "no centre file: name one with --centre FILE, or put it at "),
        (["hub", "--centre", "nowhere.toml"], "suyana: nowhere.toml: cannot be read: No such file or directory"),
        (["hub", "--centre", REGION_SUR, "--clock", "noon"], "suyana: clock 'noon': expected a start such as"),
        (["counter"], "suyana counter: an advisor's counter needs --number N"),
        (
            ["counter", "--number", "x"],
            "suyana counter: Invalid value for '--number': 'x' is not a valid integer range.",
        ),
        (["kiosk", *PAIRED, "--hub", "http://x/y"], "suyana: hub 'http://x/y': expected an address such as"),
        (["kiosk", *PAIRED, "--hub", "127.0.0.1", "--size", "big"], "suyana: size 'big': expected"),
        (["kiosk", *PAIRED, "--hub", "127.0.0.1", "--printer", "tpc://x"], "tpc"),
        (["sync", *PAIRED, "--hub", "127.0.0.1"], "suyana sync: this centre is not enrolled"),
        (["sync", "enrol", "--centre", REGION_SUR, "--code", "x", "--office", "http://x"], "suyana: a code has 16"),
        (["office", "--database", "mysql://x/y"], "suyana office: the store mysql://x/y cannot be used: expected"),
        (["office", "--certificate", REGION_SUR], "suyana office: --certificate and --certificate-key belong together"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2, done.stderr
    assert sentence in one_sentence(done.stderr)


def test_a_device_that_was_not_paired_says_so(tmp_path: Path) -> None:
    file = tmp_path / "citas.csv"
    file.write_text("code,service,slot\n")
    done = run("appointments", str(file), "--identity", str(tmp_path))
    assert done.returncode == 1
    assert "this device is not paired with a centre yet" in one_sentence(done.stderr)


def test_an_unknown_key_of_the_centre_file_is_named_with_its_line(tmp_path: Path) -> None:
    text = Path(REGION_SUR).read_text(encoding="utf-8").replace("motto =", "moto =", 1)
    (tmp_path / "centre.toml").write_text(text, encoding="utf-8")
    done = run("hub", "--centre", str(tmp_path / "centre.toml"))
    assert done.returncode == 2
    assert re.search(r"centre\.toml, line \d+, .*moto.*did you mean .?motto", one_sentence(done.stderr))


def test_the_centre_file_of_the_usual_place_is_found(tmp_path: Path) -> None:
    (tmp_path / "suyana").mkdir()
    (tmp_path / "suyana" / "centre.toml").write_text("nonsense", encoding="utf-8")
    done = run("hub", XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 2
    assert str(tmp_path / "suyana" / "centre.toml") in one_sentence(done.stderr)


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        store = str(tmp_path / "c.sqlite")
        hub = run("hub", "--centre", REGION_SUR, "--store", store, "--host", "127.0.0.1", "--port", port)
        database = f"sqlite:///{tmp_path / 'o.sqlite'}"
        office = run("office", "--database", database, "--key", str(tmp_path / "key"), "--port", port)
    assert (hub.returncode, office.returncode) == (2, 2)
    assert port in one_sentence(hub.stderr)
    assert port in one_sentence(office.stderr)


def test_a_store_of_another_centre_is_refused(tmp_path: Path) -> None:
    store, port = str(tmp_path / "c.sqlite"), str(free_port())
    other = (CENTRES / "lima-norte.toml").read_text(encoding="utf-8")
    (tmp_path / "centre.toml").write_text(other, encoding="utf-8")
    from shared.store.database import Store
    from shared.store.event_log import EventLog
    from tests.fakes.running_hub import FIRST_MOMENT

    opened = Store(Path(store))
    EventLog(opened).identity("somewhere-else", FIRST_MOMENT)
    opened.close()
    done = run("hub", "--centre", str(tmp_path / "centre.toml"), "--store", store, "--port", port)
    assert done.returncode == 2
    assert "belongs to centre 'somewhere-else'" in one_sentence(done.stderr)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = run("hub", "--centre", REGION_SUR, "--store", str(tmp_path / "file" / "c.sqlite"))
    assert done.returncode == 2
    assert "cannot be written" in one_sentence(done.stderr)


def test_a_kiosk_whose_inputs_are_wrong_says_so_and_does_not_start(tmp_path: Path) -> None:
    file = tmp_path / "inputs.toml"
    file.write_text('[keypad]\nnext = ["Nowhere"]\n', encoding="utf-8")
    done = run("kiosk", "--inputs", str(file), *PAIRED)
    assert done.returncode == 2
    assert one_sentence(done.stderr) == "suyana: inputs.toml: there is no key called 'Nowhere'"
