"""A printer on a line of its own, which can be asked how it stands: TCP, USB, serial."""

from __future__ import annotations

from contextlib import closing
from threading import Lock

from shared.printing.address import Serial, Tcp, Usb
from shared.printing.job import job
from shared.printing.links import Link, Patience, open_link
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printable import Printable
from shared.printing.status import ASK_WHEN_DONE, is_done, is_realtime, judge_done, standing


class DevicePrinter:
    """Opens the line for each slip, so that a printer switched off and on again needs nothing from us."""

    def __init__(self, address: Tcp | Usb | Serial, dots: int, profile: str, patience: Patience) -> None:
        self._address = address
        self._dots = dots
        self._profile = profile
        self._patience = patience
        self._one_at_a_time = Lock()

    def print(self, slip: Printable) -> Outcome:
        """Blocks until the slip is out or the patience is over: for a thread beside the screen."""
        data = job(slip.lines(self._dots), self._dots, self._profile)
        with self._one_at_a_time:
            outcome = self._deliver(data)
            return self._asked_anew() if outcome is None else outcome

    def status(self) -> Outcome:
        """How the printer stands now, before a citizen chooses anything."""
        with self._one_at_a_time:
            return self._status()

    def _status(self) -> Outcome:
        try:
            with closing(open_link(self._address, self._patience)) as link:
                return self._standing(link) or Outcome(Verdict.UNKNOWN, "the printer tells no status")
        except Exception as fault:
            return Outcome(Verdict.OFFLINE, f"the printer cannot be reached: {_sentence(fault)}")

    def _deliver(self, data: bytes) -> Outcome | None:
        """None: sent, and the line is clogged."""
        sending = False
        try:
            with closing(open_link(self._address, self._patience)) as link:
                before = self._standing(link)
                if before is not None and before.verdict is not Verdict.READY:
                    return before
                sending = True
                link.send(data)
                if before is None:
                    return Outcome(Verdict.UNKNOWN, "the printer took the slip and tells no status")
                return self._afterwards(link, len(data))
        except Exception as fault:  # three libraries' worth of kinds; the slip itself was made before
            if sending:
                return Outcome(Verdict.HALF, f"the line broke while printing: {_sentence(fault)}")
            return Outcome(Verdict.OFFLINE, f"the printer cannot be reached: {_sentence(fault)}")

    def _afterwards(self, link: Link, size: int) -> Outcome | None:
        done = link.ask(ASK_WHEN_DONE, is_done, self._patience.finish + size * link.seconds_per_byte)
        if done is not None:
            return judge_done(done)
        after = self._standing(link)
        if after is None:
            return None if link.reopens else _unsaid("it stopped answering")
        if after.verdict is Verdict.READY:  # alive and well, only does not know GS r
            return Outcome(Verdict.PRINTED, "printed, as far as the printer tells", after.paper_low)
        return _troubled(after)

    def _asked_anew(self) -> Outcome:
        """Why the first line is clogged, over a second one."""
        return _troubled(self._status())

    def _standing(self, link: Link) -> Outcome | None:
        return standing(lambda question: link.ask(question, is_realtime, self._patience.status))


def _troubled(after: Outcome) -> Outcome:
    """What a printer's standing means for the slip it was printing."""
    match after.verdict:
        case Verdict.PAPER_OUT:
            return Outcome(Verdict.HALF, "the paper ended while printing; the slip may be cut short")
        case Verdict.READY:
            return _unsaid("it is ready")
        case _:
            return Outcome(Verdict.HALF, f"the printer stopped while printing: {after.detail}")


def _unsaid(why: str) -> Outcome:
    return Outcome(Verdict.UNKNOWN, f"the printer took the slip and did not say that it is out: {why}")


def _sentence(fault: Exception) -> str:
    return " ".join(str(fault).split()) or type(fault).__name__
