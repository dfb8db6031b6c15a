from __future__ import annotations

from hypothesis import given, strategies as st

from sync.tally import differences, tally
from tests.fakes.records import record

RECORDS = [record(seq, entity=entity) for seq, entity in enumerate(("bn", "pj", "bn", "bn"), 1)]


@given(st.permutations(RECORDS))
def test_the_same_records_in_any_order_give_the_same(shuffled: list) -> None:
    assert tally(shuffled) == tally(RECORDS)
    assert {entity: each.records for entity, each in tally(shuffled).items()} == {"bn": 3, "pj": 1}


def test_what_is_lost_doubled_or_changed_is_seen_in_its_entity() -> None:
    here = tally(RECORDS)
    assert differences(here, here) == []
    assert differences(here, tally(RECORDS[1:])) == ["bn: 3 here, 2 at the office"]
    assert differences(here, tally([*RECORDS, RECORDS[1]])) == ["pj: 1 here, 2 at the office"]
    assert differences(here, tally([*RECORDS[:3], record(4, entity="bn", calls=3)])) == ["bn: 3 here, 3 at the office"]
    assert differences({}, here) == ["bn: 0 here, 3 at the office", "pj: 0 here, 1 at the office"]
