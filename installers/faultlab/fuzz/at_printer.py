"""Nonsense as the replies of a printer on TCP, to the code that asks it how it stands."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from installers.faultlab.fuzz.tally import Tally
from installers.faultlab.row import Run
from shared.printing.device import DevicePrinter
from shared.printing.links import Patience, open_link
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import open_printer
from shared.printing.status import is_realtime, standing

BELIEVED = (Verdict.READY, Verdict.PAPER_OUT)


class Nonsense:
    """A printer on TCP that answers whatever it was given to say."""

    def __init__(self) -> None:
        self.reply = b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="nonsense printer", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            with line, suppress(OSError):
                line.settimeout(2)
                while asked := line.recv(4096):
                    if b"\x10\x04" in asked or b"\x1dr" in asked:
                        line.sendall(self.reply)
                        if len(self.reply) % 7 == 3:
                            break  # and hangs up

    def close(self) -> None:
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()


@contextmanager
def nonsense() -> Iterator[Nonsense]:
    printer = Nonsense()
    try:
        yield printer
    finally:
        printer.close()


def naked(printer: DevicePrinter) -> Outcome:
    """How it stands for somebody who believes every byte, and lets faults through."""
    with closing(open_link(printer._address, printer._patience)) as link:
        found = standing(lambda question: link.ask(question, lambda _byte: True, printer._patience.status))
        return found or Outcome(Verdict.UNKNOWN, "the printer tells no status")


def at_printer(run: Run, count: int, *, guarded: bool = True) -> Tally:
    """Only what bears the mark of an answer may be believed; no fault of the line reaches whoever asked."""
    tally, random = Tally(), run.random("printer")
    patience = Patience(connect=0.5, status=0.02, finish=0.05)
    with nonsense() as server:
        printer = open_printer(f"tcp://127.0.0.1:{server.port}", patience=patience)
        assert isinstance(printer, DevicePrinter)
        for _ in range(count):
            replies = (random.randbytes(random.randrange(0, 80)), bytes([random.randrange(256)]), b"\x12")
            server.reply = random.choice(replies)
            began = time.monotonic()
            try:
                outcome = printer.status() if guarded else naked(printer)
                tally.named += bool(outcome.detail)
                if outcome.verdict in BELIEVED and not any(map(is_realtime, server.reply)):
                    tally.wrong.append(f"{server.reply[:20]!r} was believed: {outcome.detail}")
            except Exception as error:
                tally.wrong.append(f"{server.reply[:20]!r} from a printer: {type(error).__name__}: {error}")
            tally.took(time.monotonic() - began, f"a printer's reply {server.reply[:20]!r}")
            run.passed(1)
    return tally
