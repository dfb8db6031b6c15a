"""Row: nonsense from the network, the printer and mDNS is refused in a sentence, and nothing crashes or hangs.

The control has each of the three without what protects it, and each must fail.
"""

from __future__ import annotations

import asyncio

from installers.faultlab.fuzz.at_hub import UNGUARDED, at_hub
from installers.faultlab.fuzz.at_listener import at_listener
from installers.faultlab.fuzz.at_printer import at_printer
from installers.faultlab.row import Outcome, Row, Run

SHORT, FULL = (300, 60, 100), (10_000, 2_000, 2_000)  # frames, printer replies, announcements
GROWTH = 20.0  # MB


def show(run: Run) -> Outcome:
    counts = FULL if run.full else SHORT
    hub, grew = asyncio.run(at_hub(run, counts[0]))
    printer, listener = at_printer(run, counts[1]), at_listener(run, counts[2])
    wrong = [*hub.wrong, *printer.wrong, *listener.wrong]
    if grew > GROWTH:
        wrong.append(f"the hub grew by {grew:.0f} MB")
    unnamed = hub.thrown - hub.named - hub.done
    if unnamed > len(hub.wrong):
        wrong.append(f"{unnamed} frames got no named answer")
    slowest = max(tally.slowest for tally in (hub, printer, listener))
    figure = (
        f"{hub.thrown:,} frames ({hub.named:,} named errors, {hub.done:,} valid), {printer.thrown:,} printer replies, "
        f"{listener.thrown:,} announcements: {len(wrong)} wrong, slowest {slowest:.2f} s, hub grew {grew:.1f} MB"
    )
    return Outcome(figure, not wrong, tuple(wrong))


def control(run: Run) -> Outcome:
    """No look at a frame first; a reply believed without its mark, faults let through; names decoded as they come."""
    counts = FULL if run.full else SHORT
    hub, _ = asyncio.run(at_hub(run, counts[0], UNGUARDED))
    printer, listener = at_printer(run, counts[1], guarded=False), at_listener(run, counts[2], guarded=False)
    wrong = {"frames": len(hub.wrong), "printer replies": len(printer.wrong), "announcements": len(listener.wrong)}
    figure = "unguarded: " + ", ".join(f"{count} of the {what} wrong" for what, count in wrong.items())
    return Outcome(figure, not all(wrong.values()))


ROW = Row(
    "fuzz",
    "nonsense in frames, printer replies and mDNS announcements crashes and hangs nothing, and each error has a name",
    show,
    control,
    short=2 * sum(SHORT),
    full=2 * sum(FULL),
)
