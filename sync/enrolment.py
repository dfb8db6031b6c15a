"""How a centre and the office come to know each other's keys: by a code that a person carries from one to the other.

The code is never sent. Each side proves with it that it knows it and which key it holds, so that whoever stands between
them can neither take the centre's place nor the office's. 16 letters are 80 bits: nothing is gained by listening.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import timedelta

import msgspec

from sync.signing import text_of

CODE_HOLDS = timedelta(hours=24)
LETTERS = 16


class Enrol(msgspec.Struct, frozen=True):
    """A centre's request: its public key, and the proof that its people have the code."""

    public: str
    proof: str


class Enrolled(msgspec.Struct, frozen=True, tag_field="type", tag="enrolled"):
    """The office's answer: its own public key, and the proof that it gave the code out."""

    public: str
    proof: str


def new_code() -> str:
    """As it is read out: ABCD-EFGH-IJKL-MNOP."""
    letters = base64.b32encode(secrets.token_bytes(LETTERS * 5 // 8)).decode()
    return "-".join(letters[at : at + 4] for at in range(0, LETTERS, 4))


def plain(code: str) -> str:
    """However it was typed. Raises ValueError."""
    letters = code.upper().replace("-", "").replace(" ", "").replace("0", "O").replace("1", "I").replace("8", "B")
    if len(letters) != LETTERS or any(letter not in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" for letter in letters):
        raise ValueError(f"a code has {LETTERS} letters and digits, as ABCD-EFGH-IJKL-MNOP")
    return letters


def proof(code: str, who: str, centre: str, *publics: str) -> str:
    """`who`: centre or office, so that neither proof can be sent back as the other."""
    said = "\0".join((who, centre, *publics)).encode()
    return text_of(hmac.digest(plain(code).encode(), said, hashlib.sha256))


def proves(given: str, code: str, who: str, centre: str, *publics: str) -> bool:
    return hmac.compare_digest(given.encode(), proof(code, who, centre, *publics).encode())
