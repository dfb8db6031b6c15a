"""A bar that fills while something takes its time; nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

STEPS = 1000


@contextmanager
def bar(label: str) -> Iterator[Callable[[float], None]]:
    """Gives what is told how much is done, from 0 to 1."""
    with click.progressbar(length=STEPS, label=label, show_pos=False) as shown:
        yield lambda part: shown.update(max(0, int(part * STEPS) - shown.pos))
