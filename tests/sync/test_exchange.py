from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sync.exchange import LARGEST_BATCH, Batch, BatchMistake, read_batch
from tests.fakes.records import CENTRE, SERVED, STORE, batch, record


def test_a_batch_is_read_as_it_was_sent() -> None:
    for sent in (batch(0, 20, 10, 15), Batch(3, 4, ())):
        assert read_batch(msgspec.json.encode(sent), CENTRE, STORE) == sent


def sent(**changed: object) -> dict[str, Any]:
    """A good batch of two records as JSON, with the second record changed."""
    records = [msgspec.to_builtins(SERVED), msgspec.to_builtins(record(12)) | changed]
    return {"from": 0, "to": 20, "records": records}


MALFORMED: dict[str, tuple[object, str]] = {
    "no JSON": (b"hola", "JSON is malformed"),
    "nothing": (b"", "the batch cannot be read"),
    "a list": ([], "Expected `object`"),
    "no range": ({"records": []}, "missing required field `from`"),
    "backwards": ({"from": 9, "to": 9, "records": []}, "`to` must be higher than `from`"),
    "a wrong type": (sent(calls="two"), "Expected `int`, got `str` - at `$.records[1].calls`"),
    "a missing field": ({"from": 0, "to": 2, "records": [{}]}, "`$.records[0]`"),
    "an unknown field": (sent(dni="12345678"), "unknown field `dni` - at `$.records[1]`"),
    "an unknown outcome": (sent(outcome="lost"), "Invalid enum value 'lost' - at `$.records[1].outcome`"),
    "an hour without a zone": (sent(ended_at="2026-11-23T12:00:00"), "`$.records[1].ended_at`"),
    "a number no table holds": (sent(ticket=2**63), "`$.records[1].ticket`"),
    "a negative number": (sent(calls=-1), "`$.records[1].calls`"),
    "another centre's record": (sent(centre="lima-norte"), "records[1].centre is 'lima-norte'"),
    "another store's record": (sent(incarnation="x"), "records[1].incarnation is 'x'"),
    "a record out of the range": (sent(seq=21), "records[1].seq is 21: expected more than 10 and at most 20"),
    "records out of order": (sent(seq=10), "records[1].seq is 10: expected more than 10"),
    "an end before its beginning": (sent(ended_at="2020-01-01T00:00:00Z"), "records[1].ended_at is before issued_at"),
    "too many records": (
        {"from": 0, "to": 9999, "records": [msgspec.to_builtins(record(n + 1)) for n in range(LARGEST_BATCH + 1)]},
        f"at most {LARGEST_BATCH}",
    ),
}


@pytest.mark.parametrize(("body", "problem"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_batch_is_refused_with_what_and_where(body: object, problem: str) -> None:
    with pytest.raises(BatchMistake) as mistake:
        read_batch(body if isinstance(body, bytes) else msgspec.json.encode(body), CENTRE, STORE)
    assert problem in str(mistake.value)
    assert "\n" not in str(mistake.value)
