"""How it stands behind a choice, in a badge and a line."""

from __future__ import annotations

from kiosk.texts.choosing import wait, waiting
from kiosk.texts.shut_services import shut, until_when
from kiosk.texts.without_hub import wait_unknown
from kiosk.views import Crowd

LONG_WAIT = 15
"""Minutes from which a wait is shown as long."""


def crowd_words(crowd: Crowd) -> tuple[str, str, str]:
    """Badge, its tone, and the line that says how long or until when."""
    if not crowd.is_open:
        return shut(crowd), "neutral", until_when(crowd)
    if not crowd.known:
        return "", "gold", wait_unknown()
    long = crowd.wait is None or crowd.wait[0] >= LONG_WAIT
    words = wait(crowd.wait, crowd.serves_from, crowd.interrupted)
    return waiting(crowd.waiting), "gold" if long else "green", words
