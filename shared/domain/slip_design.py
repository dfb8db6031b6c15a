"""What a centre puts on its slips, and what it leaves out."""

from __future__ import annotations

import msgspec

MAY_BE_LEFT_OUT = ("centre", "people", "call", "stops", "code", "board", "today", "complaints")
"""Number, service, day and hour, preference and the marks COPIA and NÚMERO PROVISIONAL always stand there."""


class Picture(msgspec.Struct, frozen=True):
    """Black dots on white, row by row from the top: `bits` is the base64 of the deflated rows, 1 is black.

    width: a multiple of 8.
    """

    width: int = 0
    height: int = 0
    bits: str = ""


class SlipDesign(msgspec.Struct, frozen=True):
    """logo: a file beside the centre file, as it is written; `picture`: what was made of it for the centre's paper.

    header, footer: lines below the logo and at the end. without: what is left out, of MAY_BE_LEFT_OUT.
    """

    logo: str = ""
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    picture: Picture = Picture()

    def has(self, part: str) -> bool:
        return part not in self.without
