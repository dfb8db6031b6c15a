"""Whether a record can be true. What cannot is put aside with a reason, and what comes after it goes on."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import chain, pairwise
from operator import le, sub

from sync.columns import Columns
from sync.record import AttentionRecord

LONGEST_WORD = 64  # characters
LONGEST_STAY = 24 * 3600  # seconds
LARGEST_NUMBER = 2**31 - 1  # what the columns of a table hold
AHEAD = timedelta(days=1)  # how much a centre's clock may be before the office's
DAY = 24 * 3600  # seconds
SATISFACTIONS = {None, 1, 2, 3, 4, 5}
NO_PROMISE = (None, None)
WORDS = ("number", "entity", "queue", "service", "language", "advisor", "because")

NUMBERS = (
    *("stop", "revision", "calls", "counter", "attended_seconds"),
    *("wait_limit", "wait_interrupted", "attention_limit", "attention_interrupted"),
)


def are_all_true(records: Columns, now: datetime) -> bool:
    """Whether none of them has a fault, told from whole columns; of a few without one it may say no."""
    words = set().union(*(records.column(name) for name in WORDS))
    codes = set(chain.from_iterable({*records.services, *records.results}))
    numbers = set().union(*(records.column(name) for name in NUMBERS)) - {None}
    return not records or (
        (all(map(_is_word, words)) and all(map(_is_code, codes)))
        and 0 <= min(numbers) <= max(numbers) <= LARGEST_NUMBER
        and all(map(_is_promise, set(zip(records.promised_from, records.promised_to, strict=True))))
        and set(records.satisfaction) <= SATISFACTIONS
        and _are_in_order(records)
        and _are_of_their_days(records, now)
    )


def _are_in_order(records: Columns) -> bool:
    moments: list[list[int]] = [records.issued_at, records.eligible_at]
    for given in (records.called_at, records.started_at):
        moments.append([before if at is None else at for at, before in zip(given, moments[-1], strict=True)])
    moments.append(records.ended_at)
    return all(all(map(le, *both)) for both in pairwise(moments))


def _are_of_their_days(records: Columns, now: datetime) -> bool:
    first, last = min(records.issued_at), max(records.issued_at)
    days = [int(datetime.combine(day, time(), UTC).timestamp()) for day in set(records.day)]
    stays = map(sub, records.ended_at, records.issued_at)
    longest = max(chain(stays, records.attended_seconds, records.wait_interrupted, records.attention_interrupted))
    return (
        max(records.ended_at) <= (now + AHEAD).timestamp()
        and longest <= LONGEST_STAY
        and max(days) - DAY <= first
        and last < min(days) + 2 * DAY
    )


def fault_of(record: AttentionRecord, now: datetime) -> str:
    """What cannot be true in a record, in one sentence, or ""."""
    for name in WORDS:
        if not _is_word(getattr(record, name)):
            return f"{name} is no word of at most {LONGEST_WORD} characters"
    if not all(map(_is_code, (*record.services, *record.results))):
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
    if not _is_promise(record.promised or NO_PROMISE):
        return "its promise ends before it begins"
    if record.satisfaction not in SATISFACTIONS:
        return f"its satisfaction is {record.satisfaction}, not 1 to 5"
    return ""


def _is_word(word: str) -> bool:
    return len(word) <= LONGEST_WORD and word.isprintable()


def _is_code(word: str) -> bool:
    return bool(word) and _is_word(word)


def _is_promise(promised: tuple[int | None, int | None]) -> bool:
    first, last = promised
    return first is None or last is None or 0 <= first <= last <= LARGEST_NUMBER
