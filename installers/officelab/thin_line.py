"""A weak line between this machine's network and one of its own: so many bits a second, far away, and packets get lost.

Linux's own netem is in few kernels. Here two tunnel devices, one of them in a network namespace, are read and written
by a thread that holds each packet back as the line would, and drops some; TCP at both ends is the kernel's own.
"""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import threading
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic
from types import TracebackType
from typing import Self

from installers.faultlab.row import CannotRun

HERE, THERE = "10.78.0.1", "10.78.0.2"
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
MTU = 1500
QUEUE = 30  # packets that wait at a modem; what comes then is dropped
HEADERS_AT_LEAST = 40
SYN = 0x02


@dataclass
class Way:
    """One direction. `carried`: bytes of packets that got through; `dropped`: packets that did not."""

    bits: int
    seconds: float  # one way
    loss: float
    random: Random
    carried: int = 0
    dropped: int = 0
    waiting: deque[tuple[float, float, bytes]] = field(default_factory=deque)  # when it leaves and arrives
    _free: float = 0.0

    def take(self, packet: bytes, now: float) -> None:
        waits = sum(leaves > now for leaves, _, _ in self.waiting)
        if waits >= QUEUE or self.random.random() < self.loss:
            self.dropped += 1
            return
        self._free = max(self._free, now) + len(packet) * 8 / self.bits
        self.waiting.append((self._free, self._free + self.seconds, packet))

    def due(self, now: float) -> list[bytes]:
        found = []
        while self.waiting and self.waiting[0][1] <= now:
            packet = self.waiting.popleft()[2]
            self.carried += len(packet)
            found.append(packet)
        return found

    @property
    def next(self) -> float:
        return self.waiting[0][1] if self.waiting else float("inf")


class ThinLine:
    """Until the block ends. `namespace`: where what listens on `THERE` has to be started."""

    def __init__(self, name: str, bits: int, seconds: float, loss: float, seed: str) -> None:
        """`seconds`: there and back. Raises CannotRun."""
        if os.geteuid() or not Path("/dev/net/tun").exists():
            raise CannotRun("a network of its own needs root and /dev/net/tun")
        self.namespace = f"suyana-{name}-{os.getpid()}"  # beside what a run that was killed has left
        self.there = Way(bits, seconds / 2, loss, Random(f"{seed} there"))
        self.back = Way(bits, seconds / 2, loss, Random(f"{seed} back"))
        self.first_byte = 0.0  # when the first packet was sent
        self._name = f"{name[:5]}{os.getpid()}_"
        self._sent: dict[int, tuple[int, int]] = {}  # by port here: where its bytes begin, and how far they go
        self._dead: set[int] = set()
        self._is_over = False
        self.is_away = False  # nothing gets through at all

    @property
    def sent(self) -> int:
        """Bytes that were given to TCP here, however often it had to send them."""
        return sum(end - begin for begin, end in self._sent.values())

    def restart_modem(self) -> None:
        """What is on its way is lost, and no connection from before is known any more."""
        self.there.waiting.clear()
        self.back.waiting.clear()
        self._dead |= self._sent.keys()

    def __enter__(self) -> Self:
        _run("ip", "netns", "add", self.namespace)
        try:
            ours, theirs = f"{self._name}0", f"{self._name}1"
            self._here, self._there = _tunnel(ours), _tunnel(theirs)
            _run("ip", "link", "set", theirs, "netns", self.namespace)
            _run("ip", "addr", "add", HERE, "peer", THERE, "dev", ours)
            _run("ip", "link", "set", ours, "mtu", str(MTU), "up")
            inside = ("ip", "-n", self.namespace)
            _run(*inside, "link", "set", "lo", "up")
            _run(*inside, "addr", "add", THERE, "peer", HERE, "dev", theirs)
            _run(*inside, "link", "set", theirs, "mtu", str(MTU), "up")
        except BaseException:
            _run("ip", "netns", "del", self.namespace)
            raise
        self._thread = threading.Thread(target=self._carry, name="thin line")
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over = True
        self._thread.join()
        os.close(self._here)
        os.close(self._there)
        _run("ip", "netns", "del", self.namespace)

    def _carry(self) -> None:
        while not self._is_over:
            now = monotonic()
            for way, to in ((self.there, self._there), (self.back, self._here)):
                for packet in way.due(now):
                    os.write(to, packet)
            patience = min(0.05, max(0.0, min(self.there.next, self.back.next) - monotonic()))
            ready, _, _ = select.select([self._here, self._there], [], [], patience)
            for source in ready:
                packet = os.read(source, MTU + 100)
                if packet[0] >> 4 == 4:
                    self._take(packet, source == self._here)

    def _take(self, packet: bytes, leaves: bool) -> None:
        now = monotonic()
        port = self._port(packet, leaves)
        if port in self._dead or self.is_away:
            return
        self.first_byte = self.first_byte or now
        (self.there if leaves else self.back).take(packet, now)

    def _port(self, packet: bytes, leaves: bool) -> int:
        """Of the connection here; its bytes are counted by their numbers."""
        head = (packet[0] & 15) * 4
        if packet[9] != 6 or len(packet) < HEADERS_AT_LEAST:
            return 0
        source, target, number = struct.unpack_from("!HHI", packet, head)
        if not leaves:
            return int(target)
        if packet[head + 13] & SYN:
            self._sent[source] = (number + 1, number + 1)
        length = len(packet) - head - (packet[head + 12] >> 4) * 4
        begin, end = self._sent.get(source, (number, number))
        self._sent[source] = (begin, max(end, begin + (number + length - begin) % 2**32) if length else end)
        return int(source)


def _tunnel(name: str) -> int:
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def _run(*command: str) -> None:
    """Raises CannotRun."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotRun(f"{' '.join(command[:4])}: {done.stderr.strip()}")
