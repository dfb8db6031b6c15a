"""What a PIN is, and which ones anybody would guess."""

from __future__ import annotations

import re

LENGTH = 6
_FALLS = "9876543210"
_RISES = "0123456789"


def is_pin(text: str) -> bool:
    return len(text) == LENGTH and text.isascii() and text.isdecimal()


def is_weak(pin: str, person: str) -> bool:
    """One digit repeated, a short pattern repeated, a run (123456), or the digits of the person's own id."""
    if any(pin == pin[:n] * (LENGTH // n) for n in (1, 2, 3)):
        return True
    if pin in _RISES + _RISES or pin in _FALLS + _FALLS:
        return True
    own = re.sub(r"\D", "", person)
    return bool(own) and (own.zfill(LENGTH)[-LENGTH:] == pin or own.ljust(LENGTH, "0")[:LENGTH] == pin)
