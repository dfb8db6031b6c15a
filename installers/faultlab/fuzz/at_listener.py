"""Nonsense as mDNS announcements and as answers to a question to everybody, to what listens for hubs."""

from __future__ import annotations

import asyncio
import time
from random import Random
from typing import Any

from zeroconf import ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceInfo

from installers.faultlab.fuzz.tally import SLOWEST, Tally
from installers.faultlab.row import Run
from shared.lan import broadcast, discovery
from shared.lan.discovery import SERVICE, Listener


class Announced(AsyncServiceInfo):
    """What somebody on the network says of itself."""

    def __init__(self, name: str, text: bytes, addresses: list[bytes], port: int | None) -> None:
        super().__init__(SERVICE, name, port=port, properties=text, addresses=addresses)

    async def async_request(self, *_args: object, **_more: object) -> bool:
        return True


def strictly(properties: dict[Any, Any]) -> str:
    """The centre of an announcement as if nobody ever said anything wrong."""
    return bytes(properties[b"centre"]).decode()


UNGUARDED = {"_centre_of": strictly, "REMEMBERED": 10**9, "FAULTS": ()}
"""The listener without what forgives, and forgets."""


def at_listener(run: Run, count: int, *, guarded: bool = True) -> Tally:
    """Through the listener's own handling of what zeroconf resolves, and of what answers a question to everybody."""
    before = {name: vars(discovery)[name] for name in UNGUARDED}
    vars(discovery).update({} if guarded else UNGUARDED)
    try:
        return asyncio.run(_announce(run, count))
    finally:
        vars(discovery).update(before)


async def _announce(run: Run, count: int) -> Tally:
    tally, random = Tally(), run.random("announcements")
    listener = Listener("region-sur", interfaces=["127.0.0.1"])
    original, current = vars(discovery)["AsyncServiceInfo"], [Announced(f"x.{SERVICE}", b"", [], 1)]
    setattr(discovery, "AsyncServiceInfo", lambda *_args: current[0])  # noqa: B010
    try:
        for _ in range(count):
            name = "".join(chr(random.randrange(32, 0x2FF)) for _ in range(random.randrange(1, 70)))
            began = time.monotonic()
            try:
                current[0] = _announcement(random)
                zeroconf: Zeroconf = None  # type: ignore[assignment]
                await listener._resolve(zeroconf, SERVICE, f"{name}.{SERVICE}")
                if random.random() < 0.3:
                    listener._heard(zeroconf, SERVICE, f"{name}.{SERVICE}", ServiceStateChange.Removed)
                _answer(listener, random)
                tally.named += all(place.startswith("ws") for place in listener.places())
            except Exception as error:
                tally.wrong.append(f"an announcement: {type(error).__name__}: {error}")
            tally.took(time.monotonic() - began, "an announcement")
            run.passed(1)
        if len(listener.places()) > 100:
            tally.wrong.append(f"{len(listener.places())} places are remembered")
    finally:
        await asyncio.sleep(SLOWEST)  # zeroconf must have begun before it can be ended
        setattr(discovery, "AsyncServiceInfo", original)  # noqa: B010
        listener.close()
    return tally


def _answer(listener: Listener, random: Random) -> None:
    """Somebody answers a question to everybody, and somebody asks one; both with nonsense."""
    asked = broadcast.question("n", "region-sur")
    data = random.choice(
        (random.randbytes(random.randrange(0, 400)), b"[" * 500, asked, asked[: random.randrange(300)])
    )
    listener._asker.datagram_received(data, (f"192.0.2.{random.randrange(256)}", random.randrange(65_536)))
    if len(broadcast.answer(data, "region-sur", 7171)) > len(data):
        raise AssertionError("an answer is longer than its question")


def _announcement(random: Random) -> Announced:
    texts = (random.randbytes(random.randrange(0, 300)), b"\x11centre=region-sur", b"\xffcentre", b"\x08centre=\xff")
    text = random.choice(texts)
    addresses = [random.randbytes(random.choice((4, 4, 16))) for _ in range(random.randrange(0, 5))]
    return Announced(f"x.{SERVICE}", text, addresses, random.choice((7171, 0, 65535, None)))
