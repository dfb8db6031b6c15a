"""The office as a program."""

from __future__ import annotations

import logging
import signal
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from shared.hub.clock import Clock, Pretence
from shared.lan.web import PortTaken, listen
from sync.office.recount import beside
from sync.office.server import Certificate, server, utc_now
from sync.office.store import OfficeStore, StoreUnusable
from sync.signing import Key, KeyFileError

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OfficeOptions:
    """database: an SQLAlchemy URL. key: the file of the office's own key, the same for all receivers.

    counts: keep the figures up to date too; of several receivers one is enough. pretence: a clock for trying things
    out.
    """

    database: str
    key: Path
    host: str
    port: int
    certificate: Certificate | None = None
    counts: bool = True
    pretence: Pretence | None = None


def main(options: OfficeOptions) -> int:
    """Serve a store until told to end. Returns the exit status: 2 when store, key or port cannot be used."""
    try:
        with OfficeStore(options.database) as store, listen(options.host, options.port) as listening:
            key = Key.kept_in(options.key)
            now = Clock(pretence=options.pretence).now if options.pretence else utc_now
            serving = server(store, key, options.certificate, now)
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, serving.handle_exit)
            scheme, port = "https" if options.certificate else "http", listening.getsockname()[1]
            log.info("office listening on %s://%s:%d, store %s", scheme, options.host, port, store.name)
            with beside(options.database) if options.counts else nullcontext():
                serving.run([listening])
    except (StoreUnusable, PortTaken, KeyFileError) as error:
        print(f"suyana office: {error}", file=sys.stderr)
        return 2
    log.info("office ended")
    return 0
