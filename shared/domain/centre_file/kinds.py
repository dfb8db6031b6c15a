"""What a kind of value is: what it expects, in words, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from shared.domain.centre_file.mistakes import did_you_mean


class Wrong(ValueError):
    """A value that cannot be used, with a sentence of its own instead of "expected ..., found ..."."""


class Kind(NamedTuple):
    """A kind of value. `parse` raises ValueError for any other; `blank` stands in for a wrong one meanwhile."""

    what: str
    parse: Callable[[object], Any]
    blank: Any = ""


def found(value: object) -> str:
    """A value as people recognise it in their file, short."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{value[:40]}...'" if len(value) > 43 else f"'{value}'"
        case dict():
            return "a table"
        case list():
            return "a list"
        case int() if abs(value) > 10**12:
            return "a very large number"
        case _:
            return str(value)


def matching(what: str, pattern: str) -> Kind:
    """Text of one form, such as two capital letters."""
    compiled = re.compile(pattern)

    def parse(value: object) -> str:
        if isinstance(value, str) and compiled.fullmatch(value):
            return value
        raise ValueError

    return Kind(what, parse)


def at_most(most: int, kind: Kind, where: str = "a kiosk") -> Kind:
    """Text for which a screen or a slip has a place of its own: of so many characters at most."""

    def parse(value: object) -> Any:
        if isinstance(value, str) and len(value) > most:
            raise Wrong(f"has {len(value)} characters, {where} has room for {most}")
        return kind.parse(value)

    return kind._replace(parse=parse)


def whole(low: int, high: int) -> Kind:
    """A whole number in a range."""

    def parse(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise ValueError

    return Kind(f"a whole number from {low} to {high}", parse, blank=low)


def number(low: float, high: float) -> Kind:
    """A number in a range, with or without decimals."""

    def parse(value: object) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        raise ValueError

    return Kind(f"a number from {low:g} to {high:g}", parse, blank=low)


def one_of(words: Collection[str]) -> Kind:
    """One of a few words, with the nearest one proposed for a slip of the pen."""
    what = " or ".join(f"'{word}'" for word in words)

    def parse(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        near = did_you_mean(value, words) if isinstance(value, str) else ""
        raise Wrong(f"expected {what}, found {found(value)}{near}")

    return Kind(what, parse)


def list_of(kind: Kind) -> Kind:
    """A list whose every item is of one kind, each once."""
    what = f"a list, each item {kind.what}"

    def parse(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError
        items = []
        for item in value:
            try:
                items.append(kind.parse(item))
            except Wrong:
                raise
            except ValueError:
                raise Wrong(f"expected in the list {kind.what}, found {found(item)}") from None
            if items[-1] in items[:-1]:
                raise Wrong(f"{found(item)} is in the list twice")
        return tuple(items)

    return Kind(what, parse, blank=())
