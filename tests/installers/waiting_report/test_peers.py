"""The rules of other systems, restated: each on the case that tells it apart."""

from __future__ import annotations

import pytest

from figures.policies import read_policy
from installers.waiting_report import peers
from installers.waiting_report.peers import PEERS, SwapAfter, WeightedRoundRobin
from installers.waiting_report.starvation import called_after, peer_called_after
from shared.domain.replay import Waiter


def waiter(ticket: int, clock: str, preferential: bool = False, came: str = "") -> Waiter:
    def seconds(text: str) -> float:
        hours, minutes = text.split(":")
        return int(hours) * 3600 + int(minutes) * 60

    return Waiter(seconds(came or clock), ticket, seconds(clock), preferential, "Q", "")


TEN_FIVE = 10 * 3600 + 5 * 60.0


def test_novo_sga_15_mixes_up_hours_and_minutes() -> None:
    """At 10:05: an ordinary of 09:50 (15 min), a priority of 09:58 (7 min), one of 10:00 (5 min)."""
    ordinary, before_the_hour, after_it = waiter(1, "9:50"), waiter(2, "9:58", True), waiter(3, "10:00", True)
    assert peers.novo_sga_15([ordinary, after_it], TEN_FIVE, 1) is ordinary
    assert peers.novo_sga_15([ordinary, before_the_hour], TEN_FIVE, 1) is ordinary
    assert peers.novo_sga_15_mysql([ordinary, before_the_hour, after_it], TEN_FIVE, 1) is before_the_hour
    assert peers._as_number(TEN_FIVE) - peers._as_number(9 * 3600 + 50 * 60) == 5500


def test_novo_sga_22_calls_the_last_who_came() -> None:
    who = [waiter(1, "9:00"), waiter(2, "9:10"), waiter(3, "9:05", True), waiter(4, "9:07", True)]
    assert peers.novo_sga_22(who, TEN_FIVE, 1).ticket == 4
    assert peers.strict_by_queue(who, TEN_FIVE, 1).ticket == 3


def test_who_is_sent_on_goes_last_there_and_first_with_qsystem() -> None:
    sent_on = waiter(1, "9:30", came="8:40")
    here = waiter(2, "9:00")
    assert peers.strict_by_queue([sent_on, here], TEN_FIVE, 1) is here
    assert peers.theq([sent_on, here], TEN_FIVE, 1) is sent_on
    assert peers.qsystem([sent_on, here], TEN_FIVE, 1) is sent_on


def test_after_two_priority_calls_one_without() -> None:
    rule = SwapAfter(2)
    who = [waiter(n, "9:00", preferential=n > 1) for n in range(1, 6)]
    called = []
    for _ in range(5):
        one = rule(who, TEN_FIVE, 1)
        who.remove(one)
        called.append(one.ticket)
    assert called == [2, 3, 1, 4, 5]


def test_turns_of_three_and_one() -> None:
    rule = WeightedRoundRobin(3, 1)
    who = [waiter(n, "9:00", preferential=n % 2 == 0) for n in range(12)]
    called = []
    for _ in range(8):
        one = rule(who, TEN_FIVE, 1)
        who.remove(one)
        called.append(one.preferential)
    assert called == [True, True, True, False, True, True, True, False]


@pytest.mark.parametrize(
    ("name", "minutes"), [("TheQ", None), ("QSystem", None), ("Novo SGA 2.2", None), ("JackQChen", 5)]
)
def test_the_published_starvation_case(name: str, minutes: int | None) -> None:
    peer = next(peer for peer in PEERS if peer.name == name)
    assert peer_called_after(peer) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"), [("legal", None), ("strict", None), ("legal, guard 30", 30), ("ratio 2:1", 15), ("fcfs", 5)]
)
def test_our_policies_on_the_same_case(text: str, minutes: int | None) -> None:
    assert called_after(read_policy(text)) == minutes
