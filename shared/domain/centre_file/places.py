"""Where each key of a TOML text stands: `tomllib` tells lines only for syntax errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""The way to a value: ("queue", 3, "prefix") is the prefix of the fourth [[queue]]."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'" r"|\#[^\n]*|[^\S\n]+|.",
    re.DOTALL,
)
_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_KEYS = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)"
_HEADER = re.compile(rf"(\[\[?)[ \t]*{_KEYS}[ \t]*\]")
_ASSIGNMENT = re.compile(rf"{_KEYS}[ \t]*=")


def find_places(text: str) -> dict[Place, int]:
    """The line (from 1) of every table header and key of a text that is known to be good TOML."""
    places: dict[Place, int] = {}
    last_index: dict[Place, int] = {}
    table: Place = ()
    for line, start in _statements(text):
        if header := _HEADER.match(text, start):
            table = _enter(header[2], last_index, opens_item=header[1] == "[[")
            places.setdefault(table, line)
            places.setdefault(table[:1], line)
        elif assignment := _ASSIGNMENT.match(text, start):
            names = _names(assignment[1])
            for depth in range(1, len(names) + 1):
                places.setdefault((*table, *names[:depth]), line)
    return places


def line_of(places: dict[Place, int], place: Place) -> int:
    """The line of a place, or of the nearest table or key around it; the first line for the whole file."""
    for length in range(len(place), 0, -1):
        if place[:length] in places:
            return places[place[:length]]
    return 1


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Line and offset of each header or assignment: what begins a line outside brackets and strings."""
    line, depth, at_start = 1, 0, True
    for token in _TOKEN.finditer(text):
        word = token.group()
        if word == "\n":
            at_start = at_start or depth == 0
        elif at_start and not word.isspace() and word[0] != "#":
            yield line, token.start()
            at_start = False
        depth += (word in "[{") - (word in "]}")
        line += word.count("\n")


def _enter(keys: str, last_index: dict[Place, int], *, opens_item: bool) -> Place:
    """The place of a table header; `last_index` keeps the number of the last item of each [[array]]."""
    place: Place = ()
    names = _names(keys)
    for number, name in enumerate(names, start=1):
        place = (*place, name)
        if opens_item and number == len(names):
            last_index[place] = last_index.get(place, -1) + 1
        if place in last_index:
            place = (*place, last_index[place])
    return place


def _names(keys: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, keys))
