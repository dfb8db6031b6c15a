"""A queue of CUPS, through its lp command: pycups needs a compiler, lp comes with CUPS."""

from __future__ import annotations

import os
import subprocess

from shared.printing.job import job
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printable import Printable

SECONDS = 10


class SpoolPrinter:
    """Hands each slip to the queue as it is (raw); what the printer then does, only CUPS knows."""

    def __init__(self, queue: str, dots: int, profile: str) -> None:
        self._queue = queue
        self._dots = dots
        self._profile = profile

    def print(self, slip: Printable) -> Outcome:
        data = job(slip.lines(self._dots), self._dots, self._profile)
        outcome = self._run(["lp", "-d", self._queue, "-o", "raw", "-"], data)
        if outcome.verdict is Verdict.READY:
            return Outcome(Verdict.UNKNOWN, f"CUPS took the slip for {self._queue}: {outcome.detail}")
        return outcome

    def status(self) -> Outcome:
        """Whether CUPS knows the queue and takes slips for it."""
        return self._run(["lpstat", "-a", self._queue], b"")

    def _run(self, command: list[str], data: bytes) -> Outcome:
        quiet = os.environ | {"LC_ALL": "C"}
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, env=quiet)
        except FileNotFoundError:
            return Outcome(Verdict.OFFLINE, f"CUPS is not on this computer: there is no {command[0]} command")
        except subprocess.TimeoutExpired:
            return Outcome(Verdict.UNKNOWN, f"CUPS did not answer within {SECONDS} s")
        except OSError as fault:
            return Outcome(Verdict.OFFLINE, f"{command[0]} cannot be run: {fault.strerror}")
        said = " ".join((done.stdout if done.returncode == 0 else done.stderr).decode("utf-8", "replace").split())
        if done.returncode:
            return Outcome(Verdict.OFFLINE, f"CUPS refused: {said or 'it does not say why'}")
        return Outcome(Verdict.READY, said)
