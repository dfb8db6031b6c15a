"""Drives a program started with `--robot NAME`: for the demo and the tests, on POSIX only. No app imports this."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

LINE_LIMIT = 4_000_000  # bytes of one answer
LONGEST_WORDS = 500  # characters of a view in a sentence
PAUSE = 0.02  # s between two looks at the view


class RobotProblem(Exception):
    """The program could not do what was asked, is not there, or did not get there in time; says why."""


class RobotClient:
    """Blocking. `name` is the robot's name, or the socket's path."""

    def __init__(self, name: str | Path, *, within: float = 20.0) -> None:
        """Wait up to `within` seconds for the program to listen. Raises RobotProblem."""
        self.name = str(name)
        self._socket = _reach(place(name), within)
        self._socket.settimeout(30.0)
        self._lines = self._socket.makefile("rb")

    def click(self, name: str) -> None:
        self._ask(do="click", name=name)

    def key(self, key: str) -> None:
        self._ask(do="key", key=key)

    def write(self, text: str) -> None:
        self._ask(do="type", text=text)

    def grab(self, path: str | Path) -> tuple[int, int]:
        """Write a PNG of the window. Returns its width and height."""
        width, height = self._ask(do="grab", path=str(Path(path).absolute()))["size"]
        return width, height

    def view(self) -> Any:
        """What the program says it shows."""
        return self._ask(do="view")["view"]

    def watch(self, name: str) -> None:
        """Begin to wait for another value of this field of the view on the screen."""
        self._ask(do="watch", name=name)

    def painted(self) -> float:
        """When it was painted, in seconds of the monotonic clock; 0.0 while it was not."""
        return float(self._ask(do="painted")["painted"])

    def measure(self) -> Any:
        """Letters, contrasts and targets of the window as it stands; see `shared/ui/measure.py`."""
        return self._ask(do="measure")["measured"]

    def names(self) -> list[str]:
        """What can be operated on the screen now."""
        return list(self._ask(do="names")["names"])

    def quit(self) -> None:
        self._ask(do="quit")

    def until(self, true_of: Callable[[Any], object], what: str, *, within: float = 10.0) -> Any:
        """Look at the view until `true_of(view)`; returns that view. Raises RobotProblem, with the last view."""
        return self._look(self.view, true_of, what, within)

    def until_name(self, name: str, *, within: float = 10.0) -> None:
        """Wait until `name` can be operated. Raises RobotProblem."""
        self._look(self.names, lambda there: name in there, f"{name!r} can be used", within)

    def close(self) -> None:
        self._lines.close()
        self._socket.close()

    def __enter__(self) -> RobotClient:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _look(self, look: Callable[[], Any], true_of: Callable[[Any], object], what: str, within: float) -> Any:
        end = time.monotonic() + within
        while not true_of(seen := look()):
            if time.monotonic() > end:
                shows = str(seen)[:LONGEST_WORDS]
                raise RobotProblem(f"{self.name}: after {within:g} s it is still not so that {what}; it shows {shows}")
            time.sleep(PAUSE)
        return seen

    def _ask(self, **order: str) -> dict[str, Any]:
        try:
            self._socket.sendall(msgspec.json.encode(order) + b"\n")
            line = self._lines.readline(LINE_LIMIT)
        except OSError as error:
            raise RobotProblem(f"{self.name} does not answer to {order}: {error}") from error
        if not line.endswith(b"\n"):
            raise RobotProblem(f"{self.name} ended before it answered to {order}")
        answer: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
        if not answer["ok"]:
            raise RobotProblem(f"{self.name}: {answer['problem']}")
        return answer


def place(name: str | Path) -> Path:
    """Where Qt puts a local socket of that name: an absolute path stands for itself."""
    return Path(tempfile.gettempdir()) / name


def _reach(path: Path, within: float) -> socket.socket:
    end = time.monotonic() + within
    while True:
        tried = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            tried.connect(str(path))
            return tried
        except OSError as error:
            tried.close()
            if time.monotonic() > end:
                raise RobotProblem(f"No program listens at {path} after {within:g} s: {error.strerror}") from error
            time.sleep(PAUSE)
