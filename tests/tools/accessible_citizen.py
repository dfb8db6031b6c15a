"""A citizen who sees only the accessibility tree of whatever runs: takes a ticket by the names of things.

For the Python of the system, which has GObject's bindings: it knows nothing of Suyana, its windows or its code.

    python3 accessible_citizen.py WITHIN "Hacer un trámite" "Poder Judicial" ... "Su número es"

The names of what is pressed, one after the other, each within so many seconds; then what the screen has to say. Prints
all names on the screen then, as JSON. Ends with 1 and a sentence on standard error where a name never appears.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Found = TypeVar("Found")
OPERABLE = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX)


class Lost(Exception):
    """What was looked for is not there."""


def everything(node: Atspi.Accessible | None, depth: int = 0) -> Iterator[Atspi.Accessible]:
    """All that shows below a node."""
    if node is None or depth > 40:
        return
    try:
        states = node.get_state_set()
        if depth > 1 and not states.contains(Atspi.StateType.SHOWING):
            return
        yield node
        count = node.get_child_count()
    except GLib.Error:  # it went away while it was looked at
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        yield from everything(child, depth + 1)


def application(name: str) -> Atspi.Accessible:
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        try:
            found = desktop.get_child_at_index(index)
            if found is not None and found.get_name() == name:
                return found
        except GLib.Error:
            continue
    raise Lost(f"no application called {name!r}")


def named(wanted: str) -> Atspi.Accessible:
    """What can be pressed and has this name. Raises Lost."""
    names = []
    for node in everything(application("Suyana")):
        try:
            name = node.get_name() or ""
            if node.get_role() in OPERABLE and node.get_state_set().contains(Atspi.StateType.ENABLED):
                names.append(name)
                if name == wanted:
                    return node
        except GLib.Error:
            continue
    raise Lost(f"nothing to press is called {wanted!r}; there are {sorted(names)}")


def press(node: Atspi.Accessible) -> None:
    """Raises Lost."""
    actions = [node.get_action_name(index) for index in range(node.get_n_actions())]
    if "Press" not in actions:
        raise Lost(f"{node.get_name()!r} cannot be pressed: {actions}")
    node.do_action(actions.index("Press"))


def read() -> list[str]:
    """Every name on the screen, from the top."""
    found = []
    for node in everything(application("Suyana")):
        try:
            if name := node.get_name():
                found.append(name)
        except GLib.Error:
            continue
    return found


def waited(look: Callable[[], Found], within: float) -> Found:
    """Look again until it is there. Raises Lost."""
    end = time.monotonic() + within
    while True:
        try:
            return look()
        except (Lost, GLib.Error) as error:
            if time.monotonic() > end:
                raise Lost(str(error)) from error
            time.sleep(0.1)


def says(text: str) -> list[str]:
    """All names, once one of them is this. Raises Lost."""
    names = read()
    if text not in names:
        raise Lost(f"nothing on the screen says {text!r}; there are {names}")
    return names


def main(arguments: list[str]) -> int:
    within, *names, last = arguments
    try:
        for name in names:
            press(waited(partial(named, name), float(within)))
        print(json.dumps(waited(partial(says, last), float(within)), ensure_ascii=False))
    except Lost as lost:
        print(lost, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
