"""The office as a program."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path

from sync.office.server import PortTaken, listen, server
from sync.office.store import OfficeStore, StoreUnusable

log = logging.getLogger(__name__)


def main(store: Path, host: str, port: int) -> int:
    """Serve a store until told to end. Returns the exit status: 2 when store or port cannot be used."""
    try:
        with OfficeStore(store) as opened, listen(host, port) as listening:
            serving = server(opened)
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, serving.handle_exit)
            log.info("office listening on http://%s:%d, store %s", host, listening.getsockname()[1], store)
            serving.run([listening])
    except (StoreUnusable, PortTaken) as error:
        print(f"suyana office: {error}", file=sys.stderr)
        return 2
    log.info("office ended")
    return 0
