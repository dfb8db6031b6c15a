"""What a printer can be given."""

from __future__ import annotations

from typing import Protocol

from shared.printing.lines import Line


class Printable(Protocol):
    """label: what the log calls it, "PJ 047"; kind: "ticket" or "requirements"; a file on disk has both names."""

    @property
    def kind(self) -> str: ...

    @property
    def label(self) -> str: ...

    def lines(self, dots: int) -> list[Line]:
        """For a paper of so many printable dots."""
