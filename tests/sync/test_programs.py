"""Sync and office as people start them: processes, signals, and what they say when they cannot begin."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from shared.domain.roles import DeviceRole
from sync.membership import Office
from tests.fakes.identities import identity
from tests.fakes.office import OFFICE_KEY, sqlite_url

ROOT = Path(__file__).parents[2]
LOGGING = "import logging, sys; logging.basicConfig(level=20, format='%(message)s', stream=sys.stderr);"


def program(call: str) -> list[str]:
    return [sys.executable, "-c", f"{LOGGING} {call}"]


def office(store: Path, port: int) -> list[str]:
    key = store.with_name("office.key")
    return program(
        "from pathlib import Path; from sync.office.__main__ import OfficeOptions, main; "
        f"sys.exit(main(OfficeOptions({sqlite_url(store)!r}, Path({str(key)!r}), '127.0.0.1', {port})))"
    )


def sync(hub: str, office: str, enrolment: Path) -> list[str]:
    """With the membership of an office that is there only if the test started one."""
    enrolment.mkdir()
    (enrolment / "office.json").write_bytes(msgspec.json.encode(Office(office, OFFICE_KEY.public)))
    folder = identity(DeviceRole.SYNC, "sync-1").folder
    return program(
        "from pathlib import Path; from sync.__main__ import SyncOptions, main; "
        f"sys.exit(main(SyncOptions({hub!r}, Path({str(folder)!r}), Path({str(enrolment)!r}))))"
    )


def run(command: list[str]) -> tuple[int, str]:
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)
    return ended.returncode, ended.stderr


@contextmanager
def running(command: list[str], until: str) -> Iterator[subprocess.Popen[str]]:
    """The program, from the moment it said something to its end."""
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            for line in process.stderr:
                if until in line:
                    break
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_office_ends_cleanly_when_told(tmp_path: Path, number: signal.Signals) -> None:
    with running(office(tmp_path / "office.sqlite", 0), "office listening on http://127.0.0.1:") as process:
        process.send_signal(number)
        assert process.stderr
        assert process.stderr.read() == "office ended\n"
        assert process.wait(10) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_sync_ends_cleanly_when_told_even_while_the_hub_is_away(tmp_path: Path, number: signal.Signals) -> None:
    with running(sync("wss://127.0.0.1:1", "http://127.0.0.1:1", tmp_path / "e"), "will try again") as process:
        process.send_signal(number)
        assert process.stderr
        assert process.stderr.read() == "sync ended\n"
        assert process.wait(10) == 0


def test_sync_ends_when_told_though_it_was_started_in_the_background(tmp_path: Path) -> None:
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN);"
    command = sync("wss://127.0.0.1:1", "http://127.0.0.1:1", tmp_path / "e")
    with running([*command[:2], f"{ignoring} {command[2]}"], "will try again") as process:
        process.terminate()
        assert process.wait(10) == 0


def test_a_taken_port_is_one_clear_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(office(tmp_path / "office.sqlite", port)) == (
            2,
            f"suyana office: cannot listen on 127.0.0.1 port {port}: Address already in use\n",
        )


def test_a_store_that_is_none_is_one_clear_sentence(tmp_path: Path) -> None:
    file = tmp_path / "office.sqlite"
    file.write_text("this is a letter, not a database " * 50)
    assert run(office(file, 0)) == (
        2,
        f"suyana office: the store sqlite:///{file} cannot be used: file is not a database\n",
    )


@pytest.mark.parametrize(
    ("hub", "office", "sentence"),
    [
        ("wss://hub:none", "http://127.0.0.1:1", "hub 'wss://hub:none': expected an address such as"),
        ("wss://127.0.0.1:1", "oficina.example", "office 'oficina.example': expected an address such as"),
        ("wss://127.0.0.1:1", "http://oficina:puerta", "office 'http://oficina:puerta': "),
    ],
)
def test_an_address_that_is_none_is_one_clear_sentence(tmp_path: Path, hub: str, office: str, sentence: str) -> None:
    status, said = run(sync(hub, office, tmp_path / "e"))
    assert (status, said.count("\n")) == (2, 1)
    assert said.startswith(f"suyana sync: {sentence}")


def test_a_centre_that_is_not_enrolled_is_told_how_it_is_done(tmp_path: Path) -> None:
    command = sync("", "", tmp_path / "e")
    (tmp_path / "e" / "office.json").unlink()
    sentence = "this centre is not enrolled: `suyana sync enrol` does it, with a code of the office"
    assert run(command) == (2, f"suyana sync: {sentence}\n")


def test_neither_program_loads_qt() -> None:
    call = (
        "import sync.__main__, sync.office.__main__; print([m for m in sys.modules if 'PySide' in m], file=sys.stderr)"
    )
    assert run(program(call)) == (0, "[]\n")
