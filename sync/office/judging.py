"""Whether a record can be true. What cannot is put aside with a reason, and what comes after it goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from sync.record import AttentionRecord

LONGEST_WORD = 64  # characters
LONGEST_STAY = 24 * 3600  # seconds
AHEAD = timedelta(days=1)  # how much a centre's clock may be before the office's
WORDS = ("number", "entity", "queue", "service", "language", "advisor", "because")


def fault_of(record: AttentionRecord, now: datetime) -> str:
    """What cannot be true in a record, in one sentence, or ""."""
    for name in WORDS:
        word = getattr(record, name)
        if len(word) > LONGEST_WORD or not word.isprintable():
            return f"{name} is no word of at most {LONGEST_WORD} characters"
    for code in (*record.services, *record.results):
        if not 0 < len(code) <= LONGEST_WORD or not code.isprintable():
            return "services holds what is no code"
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
    if record.promised and record.promised[0] > record.promised[1]:
        return "its promise ends before it begins"
    return ""
