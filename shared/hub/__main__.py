"""The hub's life: open the store, begin from the log, put the centre file in force, listen, tell where it is, tick."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from dataclasses import dataclass, field
from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Refusal
from shared.hub.clock import Clock, Pretence
from shared.hub.doors import Doors
from shared.hub.hub import HUB, Hub
from shared.hub.keeping import Safety, second_place
from shared.hub.limits import Limits
from shared.hub.lookout import look_out
from shared.hub.pins import Pins
from shared.hub.server import Desk, listening
from shared.hub.sign_ins import SignIns
from shared.hub.trust import Trust
from shared.lan import watchdog
from shared.lan.addresses import EVERYWHERE, own_addresses
from shared.lan.discovery import Advertisement
from shared.store.database import named
from shared.store.event_log import EventLog
from shared.store.people import PeopleTables
from shared.store.pepper import pepper_beside, read_or_make
from shared.store.repairing import opened
from shared.store.room import MEGABYTE, Room

log = logging.getLogger(__name__)

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ROOM_TO_BEGIN = 2 * MEGABYTE
LOOK = 5.0  # seconds
LONGEST_ADDRESS = 64  # characters
TICK = 15.0  # seconds of the centre's clock between two looks at what time brings


class HubError(Exception):
    """The hub cannot begin, in one sentence."""

    status = 2  # of the process


class HubFailed(HubError):
    """A commit failed, or anything after deciding: the hub stops, and begins again from the log when started anew."""

    status = 1


@dataclass(frozen=True)
class HubOptions:
    """What a hub is started with. `pretence`: a clock for trying things out.

    trust_clock: the machine's clock is right, however long after the last event it is. demo_pin: everybody's, on
    loopback only.
    """

    catalogue: Catalogue
    store: Path
    host: str
    port: int
    advertise: bool = True
    pretence: Pretence | None = None
    limits: Limits = field(default_factory=Limits)
    trust_clock: bool = False
    demo_pin: str = ""


def main(options: HubOptions) -> None:
    """Run the hub until it is told to end. Raises HubError or StoreError."""
    leave_no_core()
    asyncio.run(run(options))


def leave_no_core() -> None:
    """A crash leaves no picture of memory on the disk: the key of the day is in it."""
    if os.name != "nt":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


async def run(options: HubOptions) -> None:
    if options.demo_pin and options.host not in LOOPBACK:
        raise HubError(f"a PIN for everybody is only for trying things out on {LOOPBACK[0]}, not on {options.host}")
    place = second_place(options.catalogue)
    await _room_to_begin(options)
    store, repaired = opened(options.store, place)
    try:
        event_log = EventLog(store)
        clock = Clock(event_log.last_time(), options.pretence, trusted=options.trust_clock)
        identity = event_log.identity(options.catalogue.id, clock.now())
        trust = Trust.of_store(options.store, options.catalogue.id)
        desk = Desk(options.catalogue.names, options.limits)
        hub: Hub
        tables = PeopleTables(store)
        pins = Pins(read_or_make(pepper_beside(options.store)))
        desk.sign_ins = SignIns(
            tables,
            lambda work: hub.in_store(lambda _log: work(tables)),
            pins,
            clock.now,
            lambda: hub.committed.centre.catalogue,
            options.demo_pin,
        )
        hub = desk.hub = Hub(event_log, identity, clock, desk.told, Safety.of(options.catalogue, repaired))
        desk.doors = Doors(trust, lambda: hub.committed.centre.devices)
        try:
            await put_in_force(hub, options.catalogue)
            await admit_issued(hub, trust)
            await hub.tick()
            await _serve(hub, desk, options)
        finally:
            hub.stop()
            pins.close()
    finally:
        store.close()
    log.info("hub ended at event %d", hub.seq)


async def _room_to_begin(options: HubOptions) -> None:
    """With a full disk nothing can begin: wait for room instead of failing again and again."""
    if not options.store.parent.is_dir():
        return
    room = Room(options.store, 0)
    room.look()
    while room.free < ROOM_TO_BEGIN:
        log.error("the hub waits: %.1f MB are free on the disk of %s", room.free / MEGABYTE, options.store.parent)
        await asyncio.sleep(LOOK)
        room.look()


async def put_in_force(hub: Hub, catalogue: Catalogue) -> None:
    """Bring the centre file into the log when it differs from the catalogue in force. Raises HubError."""
    await hub.name_advisors(catalogue.names)
    try:
        if not await hub.use_centre_file(catalogue):
            return
    except Refusal as refusal:
        raise HubError(
            f"the centre file cannot change now: the open day depends on {refusal.params['what']}, which it lacks; "
            "close the day with the file in force, then change it"
        ) from None
    log.info("catalogue %s in force", hub.committed.centre.catalogue.fingerprint[:12])


async def admit_issued(hub: Hub, trust: Trust) -> None:
    """Take in the devices whose certificates were made while no hub ran. Raises TrustError."""
    for path, order in trust.issued():
        await hub.order(order)
        path.unlink()


async def _serve(hub: Hub, desk: Desk, options: HubOptions) -> None:
    try:
        async with listening(desk, options.host, options.port) as server:
            port = server.sockets[0].getsockname()[1]
            log.info("hub of %s listens on port %d, event %d", hub.identity.centre, port, hub.seq)
            if not options.advertise:
                await _until_told(hub, desk)
                return
            async with Advertisement(hub.identity.centre, port, options.host):
                looking = asyncio.create_task(_look_out(desk, port, options.host))
                try:
                    await _until_told(hub, desk)
                finally:
                    looking.cancel()
                    await asyncio.gather(looking, return_exceptions=True)
    except OSError as error:
        raise HubError(f"port {options.port} of {options.host}: {error.strerror or error}") from None


async def _look_out(desk: Desk, port: int, bound: str) -> None:
    """For others that say that they are this hub, on the networks on which this one is announced."""

    def met(address: str) -> None:
        if desk.entrance.met_impostor(address[:LONGEST_ADDRESS], HUB.device, desk.hub.clock.now()):
            desk.entrance_changed()

    await look_out(desk.doors.trust.console, port, met, () if bound in EVERYWHERE else own_addresses(bound))


async def _until_told(hub: Hub, desk: Desk) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    watchdog.tell(watchdog.READY)
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    ticking = asyncio.create_task(_tick(hub, desk))
    ending = asyncio.create_task(ended.wait())
    await asyncio.wait((ticking, ending, hub.failed), return_when=asyncio.FIRST_COMPLETED)
    ending.cancel()
    if hub.failed.done():
        ticking.cancel()
        raise HubFailed(f"the hub stops, to begin again from the log: {named(hub.failed.result())}")
    if ticking.done():
        ticking.result()
    ticking.cancel()


async def _tick(hub: Hub, desk: Desk) -> None:
    shown = hub.keeper.views()
    while True:
        before = hub.clock.now()
        while (hub.clock.now() - before).total_seconds() < TICK:
            await asyncio.sleep(0.25)
            watchdog.tell(watchdog.ALIVE)
            hub.look_after_the_store()
            if shown != (shown := hub.keeper.views()):
                desk.entrance_changed()
        await hub.tick()
        await admit_issued(hub, desk.doors.trust)
        desk.time_passed()
