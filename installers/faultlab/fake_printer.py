"""A receipt printer on a TCP port, with faults that can be set, and a transcript of what came out of it.

Real-time questions (DLE EOT) are answered the moment they arrive, GS r in its turn, GS a with the four bytes of
an automatic status. Bytes inside pictures and parameters are data, whatever they look like.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10

# Bytes of parameters after the name of a command; what is missing here has none.
PARAMETERS = {
    **{(ESC, letter): 1 for letter in b" !-3EGJMRTVadrt{"},
    **{(ESC, letter): 2 for letter in b"$\\c"},
    **{(FS, letter): 1 for letter in b"!-CW"},
    **{(FS, letter): 2 for letter in b"S"},
    **{(GS, letter): 1 for letter in b"!/BEHITabfhrw"},
    **{(GS, letter): 2 for letter in b"$LPW\\"},
}


@dataclass
class Faults:
    """What is wrong with the printer; may be changed at any time."""

    offline: bool = False
    cover_open: bool = False
    no_paper: bool = False
    paper_low: bool = False
    error: bool = False
    silent: bool = False  # never answers anything
    unconfirming: bool = False  # knows DLE EOT and not GS r
    garbage: bytes = b""  # instead of every answer
    paper_ends_after: int | None = None  # bytes of a job; then it reads no more on that line
    resets_after: int | None = None  # bytes of a job
    pause: float = 0.0  # seconds before each piece of a job is read


@dataclass
class FakePrinter:
    faults: Faults = field(default_factory=Faults)
    host: str = "127.0.0.1"
    port: int = 0
    slips: list[bytes] = field(default_factory=list)  # each from its reset to its cut
    unfinished: bytes = b""  # printed and not cut, last of all
    torn: list[bytes] = field(default_factory=list)  # every one of these
    questions: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"tcp://{self.host}:{self.port}"

    def realtime(self, which: int) -> int:
        """The answer to DLE EOT n: bits 1 and 4 always set."""
        faults = self.faults
        flags = {
            1: 0x08 * (faults.offline or faults.cover_open or faults.no_paper or faults.error),
            2: 0x04 * faults.cover_open | 0x20 * faults.no_paper | 0x40 * faults.error,
            4: 0x0C * (faults.paper_low or faults.no_paper) | 0x60 * faults.no_paper,
        }
        return 0x12 | flags.get(which, 0)

    def automatic(self) -> bytes:
        """The four bytes of an automatic status."""
        faults = self.faults
        first = 0x10 | 0x08 * (faults.offline or faults.no_paper) | 0x20 * faults.cover_open
        return bytes((first, 0x40 * faults.error, 0x03 * faults.paper_low | 0x0C * faults.no_paper, 0))

    def queued(self) -> int:
        """The answer to GS r 1."""
        return 0x03 * self.faults.paper_low | 0x0C * self.faults.no_paper


@contextmanager
def printing(printer: FakePrinter) -> Iterator[FakePrinter]:
    """The printer listens while the block lasts; no thread of it lives longer."""
    stop = Event()
    with socket.create_server((printer.host, printer.port)) as listener:
        listener.settimeout(0.05)
        printer.port = listener.getsockname()[1]
        door = Thread(target=_receive_callers, args=(printer, listener, stop), name="fake printer")
        door.start()
        try:
            yield printer
        finally:
            stop.set()
            door.join()


def refused_url() -> str:
    """An address at which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return f"tcp://127.0.0.1:{port}"


def _receive_callers(printer: FakePrinter, listener: socket.socket, stop: Event) -> None:
    callers = []
    while not stop.is_set():
        try:
            line, _ = listener.accept()
        except TimeoutError:
            continue
        caller = Thread(target=_Conversation(printer, line, stop).run, name="fake printer's caller")
        caller.start()
        callers.append(caller)
    for caller in callers:
        caller.join()


class _Hung(Exception):
    """The caller has gone, or the printer no longer listens to it."""


class _Conversation:
    """One caller: reads byte by byte, as a printer's own program does."""

    def __init__(self, printer: FakePrinter, line: socket.socket, stop: Event) -> None:
        self.printer = printer
        self.line = line
        self.stop = stop
        self.waiting = b""
        self.job = b""
        self.automatic = False

    def run(self) -> None:
        self.line.settimeout(0.05)
        with self.line:
            try:
                while True:
                    self._obey()
            except (_Hung, ConnectionError):
                self.printer.unfinished = self.job
                if self.job:
                    self.printer.torn.append(self.job)

    def _obey(self) -> None:
        first = self._take(1)[0]
        match first:
            case 0x10:
                self._realtime()
            case 0x1B | 0x1C | 0x1D:
                self._command(first)
            case 0x00:
                pass
            case _:
                self._print(bytes((first,)))

    def _realtime(self) -> None:
        name, which = self._take(2)
        if name == 0x04:
            self._answer(bytes((DLE, name, which)), bytes((self.printer.realtime(which),)))

    def _command(self, first: int) -> None:
        name = self._take(1)[0]
        data = self._take(PARAMETERS.get((first, name), 0))
        match first, bytes((name,)):
            case 0x1D, b"r":
                if not self.printer.faults.unconfirming:
                    self._answer(b"\x1dr" + data, bytes((self.printer.queued(),)))
            case 0x1D, b"a":
                self._answer(b"\x1da" + data, self.printer.automatic())
            case 0x1D, b"I":
                self._answer(b"\x1dI" + data, b"_EPSON\0" if data == b"B" else b"_TM-T20II\0")
            case 0x1D, b"V":
                self._cut(self._knife())
            case 0x1B, b"i":
                self._cut(b"")
            case _:
                self._print(bytes((first, name)) + data + self._variable(first, name))

    def _variable(self, first: int, name: int) -> bytes:
        """The rest of a command that tells its own length."""
        match first, bytes((name,)):
            case 0x1D, b"v":
                head = self._take(6)
                return head + self._take(_word(head, 2) * _word(head, 4))
            case (0x1D | 0x1C, b"("):
                head = self._take(3)
                return head + self._take(_word(head, 1))
            case 0x1D, b"8":
                head = self._take(5)
                return head + self._take(int.from_bytes(head[1:5], "little"))
            case 0x1B, b"*":
                head = self._take(3)
                return head + self._take(_word(head, 1) * (3 if head[0] > 1 else 1))
            case _:
                return b""

    def _knife(self) -> bytes:
        mode = self._take(1)
        return mode + (self._take(1) if mode in b"AB" else b"")

    def _cut(self, parameters: bytes) -> None:
        self.printer.slips.append(self.job + b"\x1dV" + parameters)
        self.job = b""

    def _print(self, data: bytes) -> None:
        faults = self.printer.faults
        self.job += data
        if faults.resets_after is not None and len(self.job) >= faults.resets_after:
            # Closing at once with "linger 0" sends a reset instead of a farewell.
            self.line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise _Hung
        if faults.paper_ends_after is not None and len(self.job) >= faults.paper_ends_after:
            faults.no_paper = True
            self.printer.unfinished = self.job
            self.stop.wait()
            raise _Hung

    def _answer(self, question: bytes, answer: bytes) -> None:
        self.printer.questions.append(question)
        if not self.printer.faults.silent:
            self.line.sendall(self.printer.faults.garbage or answer)

    def _take(self, count: int) -> bytes:
        while len(self.waiting) < count:
            self.waiting += self._piece()
        taken, self.waiting = self.waiting[:count], self.waiting[count:]
        return taken

    def _piece(self) -> bytes:
        while not self.stop.is_set():
            if self.job:
                self.stop.wait(self.printer.faults.pause)
            try:
                piece = self.line.recv(512)
            except TimeoutError:
                continue
            if not piece:
                raise _Hung
            return piece
        raise _Hung


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
