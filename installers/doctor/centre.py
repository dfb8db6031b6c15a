"""The centre: its file, its store, its hub on the network, its printer, its office."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import httpx

from installers.doctor.finding import Finding, fault, fine, note
from shared.domain.catalogue import Catalogue
from shared.hub.clock import Clock, Doubt
from shared.hub.keeping import second_place
from shared.lan.addresses import read_url
from shared.lan.client import HubAway, HubRefused, connected
from shared.lan.discovery import Listener
from shared.lan.identity import Identity, NoIdentity
from shared.lan.messages import PROTOCOL, Hello, Welcome
from shared.printing.outcome import Verdict
from shared.printing.printer import open_printer
from shared.store.copies import copies_of
from shared.store.database import Store, StoreError, must_be_local
from shared.store.event_log import EventLog
from shared.store.repairing import complaint
from shared.store.restoring import last_event_left
from shared.store.shipped import incarnations, last_shipped

LISTEN = 3.0  # seconds for a hub to be heard
FAR = 5.0  # seconds between this clock and the hub's before it is worth a word


def look(catalogue: Catalogue | None, hub: str, store: Path, printer: str, identity: Path) -> Iterator[Finding]:
    yield centre_file(catalogue)
    yield from store_on_disk(store)
    yield copies(catalogue, store)
    yield from hub_on_lan(catalogue, hub, identity)
    yield at_printer(catalogue, printer)
    yield office(catalogue)


def centre_file(catalogue: Catalogue | None) -> Finding:
    if catalogue is None:
        return note("Centre file", "none is named and none is in the usual place", "name one with --centre FILE")
    return fine(
        "Centre file",
        f"{catalogue.name}: {len(catalogue.entities)} entities, {len(catalogue.services)} services, "
        f"{len(catalogue.counters)} counters",
    )


def store_on_disk(path: Path) -> Iterator[Finding]:
    """A store that no hub uses is opened and all of it is looked at; one in use is left to its hub."""
    if not path.exists():
        yield no_store_yet(path)
        return
    try:
        store = Store(path)
    except StoreError as error:
        in_use = "in use" in str(error)
        yield fine("Store", str(error)) if in_use else fault("Store", str(error))
        return
    with closing(store):
        if wrong := complaint(store):
            yield fault("Store", wrong, "start the hub, which repairs it from its copies, or `suyana restore`")
            return
        event_log = EventLog(store)
        doubt = Clock(event_log.last_time()).doubt(event_log.last_time())
    yield fine("Store", f"{path}: {event_log.last_seq} events, chain, answers and tables are whole")
    if doubt in (Doubt.BEHIND, Doubt.AHEAD):
        says = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {doubt.value} of all that the store knows"
        yield fault("Clock", says, "set it: no day opens before (after a long time shut: --trust-clock)")


def copies(catalogue: Catalogue | None, store: Path) -> Finding:
    """The newest copy, and whether a second place has one too."""
    place = second_place(catalogue) if catalogue else None
    beside = copies_of(store)
    newest = f"the newest copy is {beside[-1].name}" if beside else "there is no copy yet"
    if place is None:
        return note("Copies", f"{newest}; the centre file names no second place", "set `place` in [copies]")
    if not place.is_dir():
        return fault("Copies", f"{newest}; the second place {place} is not there", "a hub makes it, if it may")
    known, _ = last_event_left(store)
    shipped = max((last_shipped(place, store.stem, name)[0] for name in incarnations(place, store.stem)), default=0)
    behind = max(known - shipped, 0)
    return fine("Copies", f"{newest}; {place} is {behind} events behind the store")


def no_store_yet(path: Path) -> Finding:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    try:
        must_be_local(path)
    except StoreError as error:
        return fault("Store", str(error))
    if not os.access(folder, os.W_OK):
        return fault("Store", f"{path} is not there and {folder} cannot be written", "name another with --store FILE")
    return note("Store", f"{path} is not there yet; a hub can make it")


def hub_on_lan(catalogue: Catalogue | None, hub: str, identity: Path) -> Iterator[Finding]:
    places = [read_url(hub)] if hub else heard(catalogue)
    if not places:
        yield fault("Hub", f"none was heard on the network in {LISTEN:.0f} s", "start it, or name it with --hub URL")
        return
    try:
        ours = Identity.load(identity)
    except NoIdentity as error:
        yield note("Hub", f"heard at {places[0]}; {error}", "name one with --identity DIR to ask it")
        return
    try:
        welcome = asyncio.run(greet(places, ours))
    except (HubAway, HubRefused) as error:
        yield fault("Hub", f"heard at {places[0]}, and does not answer: {error}")
        return
    yield fine("Hub", f"{welcome.centre} at {places[0]}, event {welcome.seq}")
    apart = abs((welcome.now - datetime.now(UTC)).total_seconds())
    if apart > FAR:
        yield note("Hub's time", f"{welcome.now:%Y-%m-%d %H:%M} UTC, {apart:.0f} s from this machine's clock")


def heard(catalogue: Catalogue | None) -> list[str]:
    listener = Listener(catalogue.id if catalogue else "")
    end = time.monotonic() + LISTEN
    while not listener.places() and time.monotonic() < end:
        time.sleep(0.05)
    listener.close()
    return listener.places()


async def greet(places: list[str], identity: Identity) -> Welcome:
    async with connected(places, Hello((PROTOCOL, PROTOCOL), identity.role, identity.device), identity) as client:
        return client.welcome


def at_printer(catalogue: Catalogue | None, url: str) -> Finding:
    url = url or (catalogue.printer.url if catalogue else "")
    made = catalogue.printer if catalogue else None
    printer = open_printer(url, made.dots, made.profile) if made else open_printer(url)
    outcome = printer.status()
    if outcome.verdict in (Verdict.PAPER_OUT, Verdict.OFFLINE):
        return fault("Printer", f"{url}: {outcome.detail}")
    if outcome.verdict is Verdict.NO_PRINTER or outcome.paper_low:
        return note("Printer", outcome.detail)
    return fine("Printer", f"{url}: {outcome.detail}")


def office(catalogue: Catalogue | None) -> Finding:
    url = catalogue.office.url if catalogue else ""
    if not url:
        return note("Office", "the centre file names none: no records are sent")
    try:
        httpx.get(f"{url}/v1/centres", timeout=5).raise_for_status()
    except httpx.HTTPError as error:
        return note("Office", f"{url} does not answer ({error}); records wait here until it does")
    return fine("Office", f"{url} answers")
