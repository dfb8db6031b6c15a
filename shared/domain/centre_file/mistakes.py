"""What is wrong in a centre file, said so that the person who wrote it finds the place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from shared.domain.centre_file.places import Place, line_of


class CentreFileError(ValueError):
    """A centre file that cannot be used. `mistakes` holds one sentence each, in the order of the file."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


class Mistakes:
    """The mistakes found so far in one file, each with the line where it stands."""

    def __init__(self, file: str, lines: dict[Place, int]) -> None:
        self._file = file
        self._lines = lines
        self._found: list[tuple[int, str]] = []
        self._places: set[Place] = set()

    def note(self, place: Place, sentence: str) -> None:
        """Remember a mistake at a place such as ("queue", 3, "prefix")."""
        line = self.line(place)
        keys = ".".join(step for step in place if isinstance(step, str))
        self._found.append((line, _printable(f"{self._file}, line {line}, {keys}: {sentence}")))
        self._places.add(place)

    def line(self, place: Place) -> int:
        """The line where a place stands, or where what is around it begins."""
        return line_of(self._lines, place)

    def noted(self, place: Place) -> bool:
        """Whether this very place has a mistake already."""
        return place in self._places

    def written(self, place: Place, *keys: str) -> Place:
        """The place of the first of these keys that stands in the table, or of the table."""
        return next(((*place, key) for key in keys if (*place, key) in self._lines), place)

    def raise_any(self) -> None:
        """Raise CentreFileError with all that was noted, or return when nothing was."""
        if self._found:
            in_order = sorted(self._found, key=lambda mistake: mistake[0])
            raise CentreFileError([sentence for _, sentence in in_order])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ ", did you mean 'prefix'?" where one of the known words is close, else nothing."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f", did you mean '{close[0]}'?" if close else ""


def _printable(sentence: str) -> str:
    """A sentence on one line, whatever a quoted key or text holds."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in sentence)
