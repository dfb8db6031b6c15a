"""What a printer's status bytes say (DLE EOT and GS r of ESC/POS), with no printer in sight."""

from __future__ import annotations

from collections.abc import Callable

from shared.printing.outcome import Outcome, Verdict

DLE_EOT = b"\x10\x04"
ASK_ONLINE, ASK_CAUSE, ASK_PAPER = (DLE_EOT + bytes((n,)) for n in (1, 2, 4))
# Answered in its turn, after all that was sent before it has been printed; DLE EOT overtakes.
ASK_WHEN_DONE = b"\x1dr\x01"

Ask = Callable[[bytes], int | None]


def is_realtime(byte: int) -> bool:
    """Bits 1 and 4 set, 0 and 7 clear: the mark of an answer to DLE EOT."""
    return byte & 0x93 == 0x12


def is_done(byte: int) -> bool:
    """Bits 4 and 7 clear: the mark of an answer to GS r."""
    return byte & 0x90 == 0


def standing(ask: Ask) -> Outcome | None:
    """How the printer stands; None when it tells no status, as cheap ones do: after one silence no more is asked."""
    online = ask(ASK_ONLINE)
    if online is None:
        return None
    return judge(online, ask(ASK_CAUSE) or 0, ask(ASK_PAPER) or 0)


def judge(online: int, cause: int, paper: int) -> Outcome:
    """From the answers to DLE EOT 1, 2 and 4; 0 where there was none."""
    if cause & 0x04:
        return Outcome(Verdict.OFFLINE, "the printer's cover is open")
    if paper & 0x60 or cause & 0x20:
        return Outcome(Verdict.PAPER_OUT, "the printer has no paper")
    if cause & 0x40:
        return Outcome(Verdict.OFFLINE, "the printer reports an error (knife, head or mechanism)")
    if online & 0x08:
        return Outcome(Verdict.OFFLINE, "the printer is off line")
    return Outcome(Verdict.READY, "the printer is ready", paper_low=bool(paper & 0x0C))


def judge_done(paper: int) -> Outcome:
    """From the answer to GS r 1, which comes once the slip is through."""
    if paper & 0x0C:
        return Outcome(Verdict.HALF, "the paper ended with this slip; it may be cut short")
    return Outcome(Verdict.PRINTED, "printed", paper_low=bool(paper & 0x03))
