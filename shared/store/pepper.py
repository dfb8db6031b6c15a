"""The key that every PIN is mixed with: in a file of its own beside the store, so that the store alone is no use."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from shared.store.database import StoreError

SIZE = 32  # bytes


def pepper_beside(store: Path) -> Path:
    """Never in a copy: whoever restores one sets the PINs anew."""
    return store.with_name(f"{store.stem}.pepper")


def read_or_make(path: Path) -> bytes:
    """The pepper, made at the first start and readable by its owner alone. Raises StoreError."""
    try:
        if path.exists():
            pepper = path.read_bytes()
        else:
            pepper = secrets.token_bytes(SIZE)
            _write(path, pepper)
    except OSError as error:
        raise StoreError(f"the key for PINs {path} cannot be used: {error.strerror}") from None
    if len(pepper) != SIZE:
        raise StoreError(f"the key for PINs {path} is damaged: it has {len(pepper)} bytes and must have {SIZE}")
    return pepper


def fingerprint(pepper: bytes) -> str:
    """Which pepper a PIN was made with, without telling anything of it."""
    return hashlib.sha256(b"suyana pepper " + pepper).hexdigest()[:16]


def _write(path: Path, pepper: bytes) -> None:
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pepper)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
