"""Whatever a record may hold, PostgreSQL reads it from a COPY as it was."""

from __future__ import annotations

import msgspec
import pytest

from sync.exchange import Batch
from sync.office.store import OfficeStore
from sync.office.store.copying import COPIED
from sync.office.store.rows import COLUMNS
from tests.fakes.records import CENTRE, NOON, SERVED, STORE, record

STRANGE = ("a\\b", '"', "{}", "NULL", "\\N", "ñ ü", "a,b", "'", " ", "{a}")


def test_every_column_is_copied_once() -> None:
    assert sorted(COPIED) == sorted(COLUMNS)


@pytest.mark.parametrize("word", STRANGE)
def test_strange_words_are_words(store: OfficeStore, word: str) -> None:
    sent = record(10, advisor=word, service=word, services=(word, "x"), results=(word,), number=word)
    store.take(CENTRE, STORE, Batch(0, 20, (sent,)), NOON)
    assert store.records_of(CENTRE, STORE, SERVED.day) == [sent]


def test_whatever_may_be_missing_may_be_missing(store: OfficeStore) -> None:
    none = dict.fromkeys(("called_at", "started_at", "promised", "wait_limit", "attention_limit"))
    sent = msgspec.structs.replace(record(10, services=(), results=(), satisfaction=5), **none)
    store.take(CENTRE, STORE, Batch(0, 20, (sent,)), NOON)
    assert store.records_of(CENTRE, STORE, SERVED.day) == [sent]
