"""An open line to a printer: TCP, USB or serial. Everything a line raises is a fault of the printer.

USB and serial go through python-escpos. TCP does not: its Network leaves the socket open when connecting fails
and knows only IPv4.
"""

from __future__ import annotations

import socket
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec

from shared.printing.address import Serial, Tcp, Usb

UNREAD = 32  # most answers waited for when closing
BITS_PER_BYTE = 10  # on a serial line: eight, and the start and stop bit
PAUSE = 0.02  # seconds between looks at a USB printer that has nothing to say


class Patience(msgspec.Struct, frozen=True):
    """Seconds to wait: for the line, for a status byte, for a slip to be printed."""

    connect: float = 3.0
    status: float = 0.6
    finish: float = 5.0


class Link(ABC):
    """One conversation with the printer."""

    # Whether the printer can be asked over a second line when the first is clogged.
    reopens = False
    seconds_per_byte = 0.0

    @abstractmethod
    def send(self, data: bytes) -> None: ...

    @abstractmethod
    def receive(self, patience: float) -> bytes:
        """What has arrived; empty when nothing did in that time."""

    @abstractmethod
    def close(self) -> None: ...

    def ask(self, question: bytes, fits: Callable[[int], bool], patience: float) -> int | None:
        """The answer, one byte; None when none came in time. A piece with a byte that does not fit is no answer."""
        self.send(question)
        until = time.monotonic() + patience
        while (left := until - time.monotonic()) > 0:
            piece = self.receive(left)
            if piece and all(map(fits, piece)):
                return piece[-1]
        return None


class TcpLink(Link):
    reopens = True

    def __init__(self, address: Tcp, patience: Patience) -> None:
        self.patience = patience
        self.socket = socket.create_connection((address.host, address.port), patience.connect)

    def send(self, data: bytes) -> None:
        self.socket.settimeout(self.patience.finish)
        self.socket.sendall(data)

    def receive(self, patience: float) -> bytes:
        self.socket.settimeout(patience)
        try:
            arrived = self.socket.recv(64)
        except TimeoutError:
            return b""
        if not arrived:
            raise ConnectionResetError("it closed the connection")
        return arrived

    def close(self) -> None:
        # An answer left unread would turn the close into a reset, which throws away what is still on its way.
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)
            self.socket.settimeout(self.patience.status)
            for _ in range(UNREAD):
                if not self.socket.recv(64):
                    break
        self.socket.close()


class UsbLink(Link):
    def __init__(self, address: Usb, patience: Patience) -> None:
        from escpos.printer import Usb as Driver

        self.driver: Any = Driver(
            address.vendor,
            address.product,
            timeout=int(patience.finish * 1000),
            in_ep=address.in_endpoint,
            out_ep=address.out_endpoint,
        )
        self.driver.open()

    def send(self, data: bytes) -> None:
        self.driver._raw(data)

    def receive(self, patience: float) -> bytes:
        # A printer without a way back answers with an error: that is silence, not a fault.
        arrived = b""
        with suppress(OSError):
            arrived = bytes(self.driver.device.read(self.driver.in_ep, 64, max(1, int(patience * 1000))))
        if not arrived:
            time.sleep(PAUSE)
        return arrived

    def close(self) -> None:
        with suppress(OSError):
            self.driver.close()


class SerialLink(Link):
    def __init__(self, address: Serial, patience: Patience) -> None:
        from escpos.printer import Serial as Driver

        self.seconds_per_byte = BITS_PER_BYTE / address.baud
        self.driver: Any = Driver(address.device, address.baud)
        self.driver.open()
        self.patience = patience

    def send(self, data: bytes) -> None:
        # Without a limit a printer that is switched off holds the line for ever.
        self.driver.device.write_timeout = len(data) * self.seconds_per_byte + self.patience.finish
        try:
            self.driver._raw(data)
        except OSError:
            self.driver.device.reset_output_buffer()  # else closing waits for what nobody takes
            raise

    def receive(self, patience: float) -> bytes:
        port = self.driver.device
        port.timeout = patience
        return bytes(port.read(1) + port.read(port.in_waiting))

    def close(self) -> None:
        with suppress(OSError):
            self.driver.close()


def open_link(address: Tcp | Usb | Serial, patience: Patience) -> Link:
    match address:
        case Tcp():
            return TcpLink(address, patience)
        case Usb():
            return UsbLink(address, patience)
        case Serial():
            return SerialLink(address, patience)
