"""Records as lines of a COPY, which is what an office does most: written out by hand, a third of a driver's time."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sync.record import AttentionRecord

NONE = "\\N"
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def line_of(r: AttentionRecord) -> str:
    """In the order of `COLUMNS`; times in seconds since 1970."""
    first, last = r.promised or (NONE, NONE)
    return (
        f"{_word(r.centre)}\t{r.day}\t{r.ticket}\t{r.stop}\t{_word(r.incarnation)}\t{r.revision}\t{r.seq}"
        f"\t{_word(r.number)}\t{_word(r.entity)}\t{_word(r.queue)}\t{_word(r.service)}"
        f"\t{_words(r.services)}\t{_words(r.results)}\t{'t' if r.preferential else 'f'}\t{_word(r.language)}"
        f"\t{r.outcome.value}\t{_at(r.issued_at)}\t{_at(r.eligible_at)}\t{_at(r.called_at)}\t{_at(r.started_at)}"
        f"\t{_at(r.ended_at)}\t{r.attended_seconds}\t{_number(r.wait_limit)}\t{r.wait_interrupted}"
        f"\t{_number(r.attention_limit)}\t{r.attention_interrupted}\t{r.calls}\t{r.counter}\t{_word(r.advisor)}"
        f"\t{first}\t{last}\t{_word(r.because)}\t{_number(r.satisfaction)}\n"
    )


def _at(at: datetime | None) -> int | str:
    return NONE if at is None else int(at.timestamp())


def _number(number: int | None) -> int | str:
    return NONE if number is None else number


@lru_cache(4096)
def _word(word: str) -> str:
    return word.translate(ESCAPES)


@lru_cache(4096)
def _words(words: tuple[str, ...]) -> str:
    """An array."""
    quoted = (word.replace("\\", "\\\\").replace('"', '\\"') for word in words)
    return _word("{" + ",".join(f'"{word}"' for word in quoted) + "}")
