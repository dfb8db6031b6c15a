"""Whether a record can be true. What cannot is put aside with a reason, and what comes after it goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from sync.record import AttentionRecord

LONGEST_WORD = 64  # characters
LONGEST_STAY = 24 * 3600  # seconds
LARGEST_NUMBER = 2**31 - 1  # what the columns of a table hold
AHEAD = timedelta(days=1)  # how much a centre's clock may be before the office's
WORDS = ("number", "entity", "queue", "service", "language", "advisor", "because")

NUMBERS = (
    *("stop", "revision", "calls", "counter", "attended_seconds"),
    *("wait_limit", "wait_interrupted", "attention_limit", "attention_interrupted"),
)


def fault_of(record: AttentionRecord, now: datetime) -> str:
    """What cannot be true in a record, in one sentence, or ""."""
    for name in WORDS:
        word = getattr(record, name)
        if len(word) > LONGEST_WORD or not word.isprintable():
            return f"{name} is no word of at most {LONGEST_WORD} characters"
    for code in (*record.services, *record.results):
        if not 0 < len(code) <= LONGEST_WORD or not code.isprintable():
            return "services holds what is no code"
    if fault := _fault_of_numbers(record):
        return fault
    moments = [record.issued_at, record.eligible_at, record.called_at, record.started_at, record.ended_at]
    happened = [at for at in moments if at is not None]
    if happened != sorted(happened):
        return "its hours are not in order: issued, eligible, called, started, ended"
    if record.ended_at > now + AHEAD:
        return f"it ended at {record.ended_at:%Y-%m-%d %H:%M}, which has not been yet"
    if (record.ended_at - record.issued_at).total_seconds() > LONGEST_STAY:
        return "it took more than a day from its ticket to its end"
    if abs((record.day - record.issued_at.date()).days) > 1:
        return f"its day is {record.day}, its ticket was given on {record.issued_at:%Y-%m-%d}"
    if max(record.attended_seconds, record.wait_interrupted, record.attention_interrupted) > LONGEST_STAY:
        return "it was attended or interrupted for more than a day"
    return ""


def _fault_of_numbers(record: AttentionRecord) -> str:
    for name in NUMBERS:
        if not 0 <= (getattr(record, name) or 0) <= LARGEST_NUMBER:
            return f"{name} is no number up to {LARGEST_NUMBER}"
    if record.promised and not 0 <= record.promised[0] <= record.promised[1] <= LARGEST_NUMBER:
        return "its promise ends before it begins"
    if record.satisfaction is not None and not 1 <= record.satisfaction <= 5:
        return f"its satisfaction is {record.satisfaction}, not 1 to 5"
    return ""
