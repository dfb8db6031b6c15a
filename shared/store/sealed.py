"""Personal data of one day: sealed under the key of the day, beside the log, and gone when the day closes.

One table for all of it: the number of a document, a note from one counter to the next. AES-GCM binds each text to its
ticket, stop and field, so that none can be moved to another.
"""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.store.projections import Statement

DOCUMENT, NOTE = "document", "note"
NONCE = 12  # bytes, random: a day seals some thousand texts, far below what GCM allows

PUT = "INSERT OR REPLACE INTO sealed VALUES (?, ?, ?, ?)"
GONE = "DELETE FROM sealed WHERE ticket = ? AND field = ?"


def own_key(day_key: bytes, purpose: str) -> bytes:
    """Another key for each purpose, all gone with the day's."""
    return hmac.new(day_key, f"suyana {purpose}".encode(), hashlib.sha256).digest()


def seal(day_key: bytes, ticket: int, stop: int, field: str, text: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(own_key(day_key, "seal")).encrypt(nonce, text.encode(), _bound(ticket, stop, field))


def unseal(day_key: bytes, ticket: int, stop: int, field: str, sealed: bytes) -> str:
    """Raises ValueError for what was sealed under another key, or for another place."""
    try:
        opened = AESGCM(own_key(day_key, "seal")).decrypt(sealed[:NONCE], sealed[NONCE:], _bound(ticket, stop, field))
    except InvalidTag:
        raise ValueError(f"the sealed {field} of ticket {ticket} cannot be opened: it has another key") from None
    return opened.decode()


def put(ticket: int, stop: int, field: str, sealed: bytes) -> Statement:
    return PUT, (ticket, stop, field, sealed)


def gone(ticket: int, field: str) -> Statement:
    return GONE, (ticket, field)


def person_key(day_key: bytes, document: str) -> bytes:
    """By which two tickets of one day are known to be one person's. Never stored, means nothing without the key."""
    return hmac.new(own_key(day_key, "person"), document.encode(), hashlib.sha256).digest()


def _bound(ticket: int, stop: int, field: str) -> bytes:
    return f"{field} {ticket} {stop}".encode()
