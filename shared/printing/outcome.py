"""What became of a slip, or how a printer stands."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    PRINTED = "printed"
    READY = "ready"  # asked before printing: nothing speaks against it
    PAPER_OUT = "paper_out"
    OFFLINE = "offline"  # nothing was printed
    HALF = "half"  # printing began and then went wrong: what came out may be cut short
    UNKNOWN = "unknown"  # sent, and nobody can say what came out: not a failure
    NO_PRINTER = "no_printer"  # the centre has none


class Outcome(msgspec.Struct, frozen=True):
    """`detail` is one sentence for the log and the doctor. `paper_low`: it printed, and the roll ends soon."""

    verdict: Verdict
    detail: str
    paper_low: bool = False
