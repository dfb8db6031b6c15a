"""The answers that are kept for 48 hours, each with a sum: they are in no chain, and a wrong one must not be given."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

import msgspec

ANSWER = "id, at, digest, seq, answer"
AnswerRow = tuple[str, str, str, int, str]


def summed(answer: AnswerRow) -> str:
    """The first 16 hex digits of SHA-256 over the row as a JSON list."""
    return hashlib.sha256(msgspec.json.encode(answer)).hexdigest()[:16]


def damaged_answer(connection: sqlite3.Connection) -> str:
    """The request of an answer that is not as it was written, or "". Raises sqlite3.Error."""
    for row in connection.execute(f"SELECT {ANSWER}, sum FROM request"):
        if summed(row[:5]) != row[5]:
            return str(row[0]) or "without a name"
    return ""


def sound_answers(connection: sqlite3.Connection) -> Iterator[AnswerRow]:
    """Those that are as they were written, in a store that may be damaged. Raises sqlite3.Error."""
    for row in connection.execute(f"SELECT {ANSWER}, sum FROM request ORDER BY seq"):
        if summed(row[:5]) == row[5]:
            yield row[:5]
