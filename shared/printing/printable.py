"""What a printer can be given."""

from __future__ import annotations

from typing import Protocol

from shared.printing.lines import Line


class Printable(Protocol):
    """label: what the log and a file on disk call it, "ticket PJ 047"."""

    @property
    def label(self) -> str: ...

    def lines(self, dots: int) -> list[Line]:
        """For a paper of so many printable dots."""
