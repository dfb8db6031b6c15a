"""A store opens safely or says in one sentence why it does not, and leaves nothing open behind."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from shared.store import database
from shared.store.database import PRAGMAS, Store, StoreError, file_system, named
from tests.fakes.stored import select


def refusal(path: Path) -> str:
    with pytest.raises(StoreError) as refused:
        Store(path)
    return str(refused.value)


def test_every_setting_is_as_it_was_asked_for(store: Store) -> None:
    found = {name: store.db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert found == {
        "locking_mode": "exclusive",
        "busy_timeout": 0,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
    }


@pytest.mark.parametrize("name", PRAGMAS)
def test_setting_that_did_not_take_refuses_the_store_and_lets_go_of_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setitem(PRAGMAS, name, (PRAGMAS[name][0], "another answer"))
        said = refusal(path)
    assert said.startswith(f"the store {path} cannot be used safely: {name} is ")
    assert said.endswith(" and must be 'another answer'")
    Store(path).close()


def test_second_opener_is_told_that_the_store_is_in_use(store: Store) -> None:
    assert refusal(store.path) == f"the store {store.path} is in use by another hub on this machine"


def test_closed_store_can_be_opened_again(path: Path) -> None:
    for _ in range(3):
        Store(path).close()


def test_store_makes_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "var" / "lib" / "centre.sqlite"
    Store(path).close()
    assert path.exists()


def test_nobody_else_reads_or_writes_the_file_while_it_is_open(store: Store) -> None:
    for sql in ("SELECT count(*) FROM event", "DELETE FROM event", "PRAGMA wal_checkpoint"):
        # A program of its own: two connections of one process know of each other without any lock of the system.
        asked = ["-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute(sys.argv[2]).fetchall()"]
        other = subprocess.run([sys.executable, *asked, store.path, sql], capture_output=True, text=True)
        assert "database is locked" in other.stderr, sql
    assert not store.path.with_name("centre.sqlite-shm").exists()


def test_store_that_another_program_reads_is_refused(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM event").fetchone()
        assert refusal(path) == f"the store {path} cannot be opened: another program has it open"


def test_file_that_is_no_database_is_refused_and_kept(path: Path) -> None:
    path.write_text("Señores: esto no es una base de datos.\n" * 40)
    before = path.read_bytes()
    assert refusal(path) == f"the store {path} cannot be opened: file is not a database"
    assert path.read_bytes() == before


def test_damaged_database_is_refused_and_let_go(path: Path) -> None:
    Store(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xa5" * 3_900 + whole[4_000:])
    assert refusal(path) == f"the store {path} cannot be opened: database disk image is malformed"
    path.write_bytes(whole)
    Store(path).close()


def test_database_of_another_program_is_refused_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE event (what TEXT)")
    assert "cannot be opened" in refusal(path)
    tables = {name for (name,) in select(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "centre" not in tables


def test_folder_in_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()
    assert refusal(path) == f"the store {path} cannot be opened: unable to open database file"


def test_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("")
    path = tmp_path / "var" / "centre.sqlite"
    assert refusal(path).startswith(f"the store {path} cannot be written: ")


def test_another_sqlite_module_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlite_utils.utils.sqlite3", database)  # any module that is not Python's own
    assert refusal(path) == "the store needs Python's own sqlite3, but shared.store.database is installed"


MOUNTS = """\
proc /proc proc rw,nosuid 0 0
/dev/sda1 / ext4 rw,relatime 0 0
/dev/sdb1 /srv ext4 rw 0 0
//server/share /srv/centre cifs rw,vers=3.0 0 0
server:/export /mnt/hub\\040data nfs4 rw 0 0
tmpfs /srv/centre/fast tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/suyana/centre.sqlite", "ext4"),
        ("/srv/centre.sqlite", "ext4"),
        ("/srv/centre/centre.sqlite", "cifs"),
        ("/srv/centre/fast/centre.sqlite", "tmpfs"),
        ("/srv/centrebis/centre.sqlite", "ext4"),
        ("/mnt/hub data/centre.sqlite", "nfs4"),
    ],
)
def test_file_system_of_a_path_is_that_of_the_deepest_mount_above_it(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


def test_later_mount_on_the_same_place_hides_the_one_before() -> None:
    assert file_system(Path("/data/x"), "/dev/a /data ext4 rw 0 0\nhost:/b /data nfs rw 0 0\n") == "nfs"


def test_file_system_of_a_path_under_no_mount_is_unknown() -> None:
    assert file_system(Path("/data/x"), "") == ""


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="mounts cannot be read on this system")
@pytest.mark.parametrize("through_a_link", [False, True])
def test_store_on_a_network_file_system_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, through_a_link: bool
) -> None:
    kind = file_system(tmp_path.resolve(), Path("/proc/self/mounts").read_text())
    monkeypatch.setattr(database, "NETWORK_FILE_SYSTEMS", frozenset({kind}))
    path = tmp_path / "centre.sqlite"
    if through_a_link:
        path = tmp_path / "link" / "centre.sqlite"
        path.parent.symlink_to(tmp_path)
    assert refusal(path) == (f"the store {path} is on a network file system ({kind}), where SQLite files get corrupted")
    assert list(tmp_path.glob("*.sqlite*")) == []


@pytest.mark.parametrize("replaced", [False, True])
def test_file_that_goes_away_under_an_open_store_is_noticed(store: Store, replaced: bool) -> None:
    store.must_be_there()
    other = store.path.with_name("other")
    other.write_bytes(store.path.read_bytes())
    store.path.unlink()
    if replaced:
        other.rename(store.path)
    with pytest.raises(StoreError, match="was deleted or replaced while the hub had it open"):
        store.must_be_there()


def test_error_of_the_disk_is_named() -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_FULL, "SQLITE_FULL"
    assert named(error) == "the disk is full (SQLITE_FULL)"
    assert named(ValueError("odd")) == "odd"
