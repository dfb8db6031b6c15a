"""Every Spanish text that a program says: the literals of all calls of `say`, found in the source itself.

`make words` has Qt's own lupdate put them into the catalogues; this second way to find them checks that none was
missed, and that none is put together at run time, which no catalogue could hold.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from shared.domain.languages.speech import Key, places


class NotAText(Exception):
    """A call of `say` whose text is no literal, or whose places are not those that are filled."""


def texts_in(folder: Path) -> dict[Key, str]:
    """From text to where it is said: "kiosk/texts/home.py:17". Raises NotAText."""
    found: dict[Key, str] = {}
    for path in files_that_say(folder):
        for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            place = f"{path.relative_to(folder).as_posix()}:{call.lineno}"
            found.setdefault(_key(call, place), place)
    return found


def files_that_say(folder: Path) -> list[Path]:
    """Those with a call of `say`, apart from the module that has it."""
    rooms = (path for room in ("kiosk", "counter", "display_board", "shared") for path in (folder / room).rglob("*.py"))
    return sorted(path for path in rooms if "say(" in path.read_text(encoding="utf-8") and path.name != "speech.py")


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            yield node


def _key(call: ast.Call, place: str) -> Key:
    values = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
    if len(values) not in (1, 2) or not all(isinstance(value, str) for value in values):
        raise NotAText(f"{place}: say(...) takes a literal text, and perhaps another one that tells it apart")
    spanish, meant = str(values[0]), str(values[1]) if len(values) == 2 else ""
    filled = {keyword.arg for keyword in call.keywords}
    if places(spanish) != filled:
        raise NotAText(f"{place}: «{spanish}» has other {{places}} than are filled ({', '.join(map(str, filled))})")
    return spanish, meant
