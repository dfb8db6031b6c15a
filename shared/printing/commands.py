"""ESC/POS bytes taken apart into the few commands that a slip uses."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

ESC, FS, GS = 0x1B, 0x1C, 0x1D

# Length of the fixed part after the two bytes of the command's name.
PARAMETERS = {
    (ESC, "@"): 0,
    (ESC, "t"): 1,
    (ESC, "a"): 1,
    (ESC, "E"): 1,
    (ESC, "-"): 1,
    (ESC, "d"): 1,
    (FS, "."): 0,
    (GS, "!"): 1,
    (GS, "V"): 2,  # 66 and how far beyond the knife
    (GS, "v"): 6,  # "0", mode, width in bytes, height in dots: the picture follows
}
PREFIXES = {ESC: "ESC", FS: "FS", GS: "GS"}


class UnknownCommand(ValueError):
    """The bytes hold something that no slip of ours has; the message says what and where."""


class Command(msgspec.Struct, frozen=True):
    """`name` as manuals write it ("ESC a", "GS v"), or "text" for a run of letters, or "LF"."""

    name: str
    data: bytes = b""


def commands(job: bytes) -> Iterator[Command]:
    """The commands in order. Raises UnknownCommand."""
    at = 0
    while at < len(job):
        command, at = _next(job, at)
        yield command


def _next(job: bytes, at: int) -> tuple[Command, int]:
    first = job[at]
    if first == 0x0A:
        return Command("LF"), at + 1
    if first >= 0x20:
        end = at
        while end < len(job) and job[end] >= 0x20:
            end += 1
        return Command("text", job[at:end]), end
    return _escaped(job, at)


def _escaped(job: bytes, at: int) -> tuple[Command, int]:
    name = chr(job[at + 1]) if at + 1 < len(job) else ""
    length = PARAMETERS.get((job[at], name))
    if length is None:
        raise UnknownCommand(f"byte {at} begins an unknown command: {job[at : at + 4].hex(' ')}")
    start, end = at + 2, at + 2 + length
    if name == "v":
        end += int.from_bytes(job[start + 2 : start + 4], "little") * int.from_bytes(
            job[start + 4 : start + 6], "little"
        )
    if end > len(job):
        raise UnknownCommand(f"the command at byte {at} ({PREFIXES[job[at]]} {name}) is cut short")
    return Command(f"{PREFIXES[job[at]]} {name}", job[start:end]), end
