"""Notes from one counter to the next: personal data, sealed under the key of the day, which is destroyed at closing.

Each note has its own stream of key bytes, made from the day's key and the stop it is for; a stop has one note at most.
"""

from __future__ import annotations

import hashlib
import hmac
from itertools import count

from shared.store.projections import Statement

NOTE = "INSERT OR REPLACE INTO note VALUES (?, ?, ?)"


def note_row(key: bytes, ticket: int, stop: int, text: str) -> Statement:
    return NOTE, (ticket, stop, sealed(key, ticket, stop, text.encode()))


def sealed(key: bytes, ticket: int, stop: int, text: bytes) -> bytes:
    """Seals, and unseals what was sealed."""
    stream = b""
    for block in count():
        if len(stream) >= len(text):
            break
        stream += hmac.new(key, f"note {ticket} {stop} {block}".encode(), hashlib.sha256).digest()
    return bytes(a ^ b for a, b in zip(text, stream, strict=False))
