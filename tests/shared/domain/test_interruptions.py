"""Logged interruptions: begun, ended, entered afterwards, corrected, withdrawn; and what they mean for who waits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.domain import commands as c
from shared.domain.promised import expected_wait
from shared.domain.refusals import Code
from shared.domain.waiting import serves_from
from tests.fakes.scene import Scene, folded


@pytest.mark.parametrize(
    ("what", "hit"),
    [
        ({}, {"PJ01", "PJ02", "BN01", "MT01"}),
        ({"entity": "pj"}, {"PJ01", "PJ02"}),
        ({"queue": "BN"}, {"BN01"}),
        ({"service": "PJ01"}, {"PJ01"}),
        ({"entity": "bn", "service": "PJ01"}, {"PJ01"}),  # the narrowest that is named
    ],
)
def test_an_interruption_is_of_the_narrowest_that_is_named(scene: Scene, what: dict[str, str], hit: set[str]) -> None:
    scene.order(c.BeginInterruption("system", **what))
    now = scene.day.interruptions.now
    services = [s for s in scene.catalogue.services if s.code in {"PJ01", "PJ02", "BN01", "MT01"}]
    assert {s.code for s in services if now(scene.catalogue, s.queue, s.code)} == hit


def test_while_one_is_on_nobody_is_promised_a_wait(scene: Scene) -> None:
    scene.open(1, 20)
    assert expected_wait(scene.catalogue, scene.day, "PJ", "PJ02", scene.at)
    scene.order(c.BeginInterruption("system", entity="pj", by=scene.advisor(1)))
    assert expected_wait(scene.catalogue, scene.day, "PJ", "PJ02", scene.at) is None
    assert serves_from(scene.catalogue, scene.day, "PJ", "PJ02", scene.at) is None
    ticket = scene.ticket(scene.issue("PJ02"))
    assert ticket.stop.promised is None
    assert expected_wait(scene.catalogue, scene.day, "BN", "BN01", scene.at)  # another entity goes on
    scene.pass_(minutes=10)
    scene.order(c.EndInterruption(1))
    assert expected_wait(scene.catalogue, scene.day, "PJ", "PJ02", scene.at)


def test_one_may_be_entered_afterwards_corrected_and_withdrawn(scene: Scene) -> None:
    scene.pass_(hours=1)
    since, until = scene.at - timedelta(minutes=40), scene.at - timedelta(minutes=10)
    scene.order(c.NoteInterruption("power", since, until))
    scene.order(c.NoteInterruption("power", since, until, interruption=1))  # nothing new: nothing is logged
    assert len([entry for entry in scene.log if "interruption" in type(entry.event).__name__.lower()]) == 1
    scene.order(c.NoteInterruption("line", since, scene.at, interruption=1, queue="PJ"))
    (one,) = scene.day.interruptions.known.values()
    assert (one.reason, one.queue, one.since, one.until) == ("line", "PJ", since, scene.at)
    scene.order(c.WithdrawInterruption(1))
    assert scene.day.interruptions.known == {}
    scene.order(c.BeginInterruption("other"))
    assert list(scene.day.interruptions.known) == [2]  # a number is never given twice


def test_the_beginning_of_one_that_goes_on_can_be_corrected(scene: Scene) -> None:
    scene.pass_(minutes=30)
    scene.order(c.BeginInterruption("system"))
    since = scene.at - timedelta(minutes=20)
    scene.pass_(minutes=1)
    scene.order(c.NoteInterruption("system", since, interruption=1))
    assert scene.day.interruptions.known[1].since == since
    assert scene.day.interruptions.known[1].until is None


@pytest.mark.parametrize(("since", "until"), [(-60, None), (-10, -20), (-10, 5), (5, None), (-24 * 60, -23 * 60)])
def test_times_are_of_today_in_order_and_past(scene: Scene, since: int, until: int | None) -> None:
    moments = [None if at is None else scene.at + timedelta(minutes=at) for at in (since, until)]
    assert moments[0]
    refused = scene.refusal(c.NoteInterruption("power", moments[0], moments[1]))
    assert refused
    assert refused[0] is Code.INTERRUPTION_TIMES


def test_reason_and_place_must_be_known(scene: Scene) -> None:
    assert scene.refusal(c.BeginInterruption("rain")) == (Code.UNKNOWN_REASON, {"reason": "rain"})
    assert scene.refusal(c.BeginInterruption("power", queue="XX")) == (Code.UNKNOWN_QUEUE, {"queue": "XX"})
    assert scene.refusal(c.BeginInterruption("power", service="XX1")) == (Code.UNKNOWN_SERVICE, {"service": "XX1"})
    assert scene.refusal(c.BeginInterruption("power", by="x")) == (Code.UNKNOWN_ADVISOR, {"advisor": "x"})


def test_a_log_with_interruptions_gives_the_same_state_again(scene: Scene) -> None:
    scene.pass_(hours=1)
    scene.order(c.BeginInterruption("system", queue="PJ"))
    scene.order(c.NoteInterruption("power", scene.at - timedelta(minutes=9), scene.at - timedelta(minutes=3)))
    scene.close_day()
    hall = folded(scene.log)
    assert hall.day is not None
    assert hall.day.interruptions.known == scene.day.interruptions.known
    assert all(one.until for one in scene.day.interruptions.known.values())
