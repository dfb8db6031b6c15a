"""Windows stays possible: kiosk, counter, board and what they import use nothing that only POSIX has."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from tests.test_floors import APPS, ROOT, files_of, imports, room_of

POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty", "crypt", "spwd"}
POSIX_NAMES = {
    ("os", "fork"), ("os", "getuid"), ("os", "geteuid"), ("os", "setsid"), ("os", "mkfifo"), ("os", "uname"),
    ("os", "killpg"), ("os", "getpgid"), ("os", "openpty"),
    ("signal", "SIGKILL"), ("signal", "SIGHUP"), ("signal", "SIGUSR1"), ("signal", "SIGUSR2"), ("signal", "SIGALRM"),
    ("signal", "alarm"), ("signal", "setitimer"), ("signal", "pause"),
    ("socket", "AF_UNIX"), ("socket", "socketpair"),
}  # fmt: skip
POSIX_PATHS = ("/dev/", "/proc/", "/etc/", "/tmp/", "/var/", "/run/", "/usr/")


def reached() -> list[Path]:
    """The files of the three apps, and every file of ours that those import, directly or not."""
    todo = [path for app in APPS[:3] for path in files_of(app)]
    found: dict[Path, None] = {}
    while todo:
        path = todo.pop()
        if path in found:
            continue
        found[path] = None
        todo += [file for module, _ in imports(path) if room_of(module) and (file := file_of(module))]
    return sorted(found)


def file_of(module: str) -> Path | None:
    """The file of a module, or of the module that a name comes from."""
    for name in (module, module.rpartition(".")[0]):
        base = ROOT / name.replace(".", "/")
        for file in (base.with_suffix(".py"), base / "__init__.py"):
            if file.exists():
                return file
    return None


def test_the_walk_reaches_the_kit_and_the_ports() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in reached()}
    assert {"shared/ui/hub_link.py", "shared/lan/messages.py", "shared/printing/printer.py"} <= names


def test_no_posix_only_module_is_imported() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {module}"
        for path in reached()
        for module, line in imports(path)
        if module.split(".")[0] in POSIX_MODULES
    ]
    assert not wrong


def test_no_posix_only_name_is_used() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value.id}.{node.attr}"
        for path in reached()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in POSIX_NAMES
    ]
    assert not wrong


def test_no_posix_only_path_is_opened() -> None:
    """A path in a docstring or a sentence for people is no use of it; a string that is one is."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in reached()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(POSIX_PATHS)
    ]
    assert not wrong


def test_the_standard_library_says_which_modules_windows_lacks() -> None:
    """Keeps the list above honest: each name is a real module or one that this Python has dropped."""
    assert {name for name in POSIX_MODULES if name in sys.stdlib_module_names} >= {"fcntl", "pwd", "termios"}
