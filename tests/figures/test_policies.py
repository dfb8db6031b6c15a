"""Policies as they are typed, and as they are shown."""

from __future__ import annotations

import pytest

from figures.policies import read_policy, ruled_by, under
from shared.domain.catalogue import Catalogue
from shared.domain.policy import Policy, Rule


@pytest.mark.parametrize(
    "text", ["legal", "fcfs", "strict", "ratio 3:1", "accumulating 3/1/1", "legal, guard 30", "ratio 2:1, guard 45"]
)
def test_what_is_shown_can_be_typed(text: str) -> None:
    assert read_policy(text).text == text


def test_shorter_ways_of_typing() -> None:
    assert read_policy("ratio=3") == Policy(Rule.RATIO, ratio=3)
    assert read_policy("Accumulating=2.5,guard=20").text == "accumulating 2.5/1/1, guard 20"


@pytest.mark.parametrize(
    "text", ["", "fair", "ratio", "ratio 0:1", "ratio 3:2", "legal 3", "accumulating x", "legal, guard"]
)
def test_what_is_no_policy_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write legal, fcfs"):
        read_policy(text)


def test_a_policy_holds_at_every_queue(region_sur: Catalogue) -> None:
    changed = under(region_sur, Policy(Rule.FCFS))
    assert {queue.policy.rule for queue in changed.queues} == {Rule.FCFS}


def test_a_queue_may_have_a_policy_of_its_own(region_sur: Catalogue) -> None:
    name, centre = ruled_by(region_sur, "fcfs; pj=ratio 3:1, guard 30")
    assert name == "fcfs; PJ=ratio 3:1, guard 30"
    assert {queue.prefix: queue.policy.text for queue in centre.queues} == {
        queue.prefix: "ratio 3:1, guard 30" if queue.prefix == "PJ" else "fcfs" for queue in region_sur.queues
    }
    assert ruled_by(region_sur, "ratio=3:1")[0] == "ratio 3:1"
    with pytest.raises(ValueError, match="there is no queue 'XX'"):
        ruled_by(region_sur, "XX=fcfs")
