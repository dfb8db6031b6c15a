"""The floors of the house: who may import whom. A wish that breaks this breaks the plan, not the test."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = ("kiosk", "counter", "display_board", "sync", "figures")
KITS = ("shared.ui", "shared.hub", "shared.pages")
PORTS = ("shared.lan", "shared.store", "shared.printing", "shared.reports", "shared.options", "shared.languages")
RULES = ("shared.domain",)
FLOORS = (RULES, PORTS, KITS, APPS)
ROOMS = [room for floor in FLOORS for room in floor]
OURS = ("shared", *APPS, "installers", "suyana")


def files_of(room: str) -> list[Path]:
    return sorted((ROOT / room.replace(".", "/")).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file names in an import, anywhere in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def room_of(module: str) -> str | None:
    return next((room for room in ROOMS if f"{module}.".startswith(f"{room}.")), None)


def may_import(room: str) -> set[str]:
    floor = next(i for i, rooms in enumerate(FLOORS) if room in rooms)
    return {room, *(below for rooms in FLOORS[:floor] for below in rooms)}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_itself_and_the_floors_below(room: str) -> None:
    allowed = may_import(room)
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in files_of(room)
        for module, line in imports(path)
        if module.split(".")[0] in OURS and room_of(module) not in allowed
    ]
    assert not wrong


def third_party(path: Path) -> Iterator[tuple[str, int]]:
    for module, line in imports(path):
        top = module.split(".")[0]
        if top not in sys.stdlib_module_names and top not in OURS and top != "__future__":
            yield top, line


def names_in(room: str) -> dict[str, str]:
    return {top: f"{path.relative_to(ROOT)}:{line}" for path in files_of(room) for top, line in third_party(path)}


def test_the_rules_know_msgspec_and_nothing_else() -> None:
    assert set(names_in("shared.domain")) <= {"msgspec"}


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in ("shared.ui", *APPS[:3])])
def test_qt_lives_where_screens_are(room: str) -> None:
    assert "PySide6" not in names_in(room)


def everywhere() -> Iterator[Path]:
    for room in ROOMS:
        yield from files_of(room)


def where(*names: str) -> set[str]:
    """Files of the rooms that import one of these modules."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in everywhere()
        for module, _ in imports(path)
        if any(f"{module}.".startswith(f"{name}.") for name in names)
    }


def test_sql_lives_in_the_store_and_the_office() -> None:
    allowed = ("shared/store/", "sync/office/store")
    found = where("sqlite3", "sqlite_utils", "sqlalchemy", "psycopg")
    assert {path for path in found if not path.startswith(allowed)} == set()


def test_sockets_live_in_the_lan_the_servers_and_the_printers() -> None:
    allowed = (
        "shared/lan/",
        "shared/hub/server.py",
        "shared/hub/audiences.py",
        "shared/hub/gate.py",
        "shared/ui/hub_link.py",
        "shared/ui/robot.py",
        "shared/ui/tls.py",
        "shared/ui/tries.py",
    )
    allowed += ("shared/printing/", "sync/office/server.py", "sync/office_link.py", "shared/pages/server.py")
    found = where("socket", "websockets", "zeroconf", "httpx", "uvicorn", "PySide6.QtWebSockets", "PySide6.QtNetwork")
    assert {path for path in found if not path.startswith(allowed)} == set()


def test_the_state_of_an_app_knows_no_qt() -> None:
    state = ("kiosk/flow.py", "kiosk/texts/refusals.py", "counter/desk.py", "counter/texts.py", "counter/refusals.py")
    state += ("display_board/board.py", "counter/without_hub.py", "counter/paper_roll.py", "kiosk/alone.py")
    state += tuple(f"kiosk/{name}.py" for name in ("before", "last_known", "reunion", "spare_numbers"))
    for path in (ROOT / name for name in state):
        assert path.exists()
        assert "PySide6" not in {top for top, _ in third_party(path)}


def test_the_hub_and_sync_never_load_qt() -> None:
    loaded = modules_loaded_by("shared.hub.__main__", "sync.__main__", "sync.office.__main__", "shared.pages.__main__")
    assert not [name for name in loaded if name.split(".")[0] in ("PySide6", "shiboken6", "matplotlib")]


def modules_loaded_by(*modules: str) -> list[str]:
    import subprocess

    code = f"import sys; import {', '.join(modules)}; print(*sys.modules)"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
