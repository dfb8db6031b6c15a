"""The sync module as a program."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from shared.lan.addresses import Places
from shared.lan.discovery import places_of
from shared.lan.identity import Identity
from sync.from_office import FromOffice
from sync.media_folder import MediaFolder
from sync.membership import Membership, NotEnrolled
from sync.office_link import OfficeLink
from sync.progress import Progress, read_status
from sync.proving import Proving
from sync.pusher import Pusher
from sync.retrying import Retrying
from sync.signing import KeyFileError
from sync.telling import Telling

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SyncOptions:
    """hub: its URL, or "" to discover it. identity: the folder of this device's. enrolment: the folder of the centre's.

    office: its URL, or "" for the one of the enrolment. authority: who vouches for the office's certificate.
    media: the centre's media folder, beside the enrolment where it is not said.
    """

    hub: str
    identity: Path
    enrolment: Path
    office: str = ""
    authority: Path | None = None
    media: Path | None = None


def main(options: SyncOptions) -> int:
    """Push records until told to end. Returns 2 for an address that is none, and for a centre that is not enrolled.

    Raises NoIdentity.
    """
    logging.getLogger("httpx").setLevel(logging.WARNING)  # one line per request is ours to write
    try:
        membership = Membership(options.enrolment)
        office, key = membership.office(), membership.key()
        link = OfficeLink(options.office or office.url, key, office.public, authority=options.authority)
        identity = Identity.load(options.identity)
        with places_of(options.hub, identity) as places:
            asyncio.run(_push(places, link, identity, options))
    except (ValueError, NotEnrolled, KeyFileError) as error:
        print(f"suyana sync: {error}", file=sys.stderr)
        return 2
    except (asyncio.CancelledError, KeyboardInterrupt):
        log.info("sync ended")
    return 0


async def _push(places: Places, link: OfficeLink, identity: Identity, options: SyncOptions) -> None:
    _end_on_signals()
    folder = options.enrolment
    progress = Progress(running_version())
    with suppress(OSError, msgspec.DecodeError):
        if before := read_status(folder):
            progress.remembers(before)
    media = MediaFolder(options.media or folder.parent / "media")
    down = FromOffice(link, folder / "down", media, progress)
    telling = Telling(progress, folder, link.url)
    async with link:
        log.info("sync %s started, office %s", identity.device, link.url)
        beside = (telling.run, down.looking, down.saying, Retrying(link, progress).run, Proving(link, progress).run)
        await Pusher(places, link, identity, progress=progress, beside=beside, standing=down.standing).run()


def running_version() -> str:
    """Of the program, "" where it runs from a tree that nobody installed."""
    try:
        return version("suyana")
    except PackageNotFoundError:
        return ""


def _end_on_signals() -> None:
    """Also where the program was started with SIGINT ignored, as a shell does for what runs in the background."""
    loop, running = asyncio.get_running_loop(), asyncio.current_task()
    assert running
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(running.cancel) and None)
