"""What can be put right when it is over: on the day, and after its close until the next one opens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.domain import commands as c, events as e
from shared.domain.indicators import Group, day_figures
from shared.domain.refusals import Code
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL


@pytest.fixture
def attended() -> Scene:
    """One ticket that waited eleven minutes, attended with one service."""
    scene = Scene(SMALL)
    scene.open(2, 4)
    scene.issue("PJ01")
    scene.pass_(minutes=11)
    scene.call(4)
    scene.start(4)
    scene.pass_(minutes=5)
    scene.order(c.FinishAttention(4))
    return scene


def coded(scene: Scene) -> list[tuple[str, ...]]:
    return [attention.services for attention in scene.day.attentions.values()]


def test_what_was_done_is_corrected_and_what_was_said_stays_in_the_log(attended: Scene) -> None:
    (corrected,) = attended.order(c.CorrectServices("pj1", ("PJ02", "BN01", "PJ02")))
    assert isinstance(corrected, e.ServicesCorrected)
    assert (corrected.before, corrected.services) == (("PJ01",), ("PJ02", "BN01"))
    assert coded(attended) == [("PJ02", "BN01")]
    assert attended.order(c.CorrectServices("PJ 001", ("PJ02", "BN01"))) == [], "said twice, it is said once"


def test_nothing_is_corrected_that_was_not_attended_or_does_not_exist(attended: Scene) -> None:
    attended.issue("PJ01")
    assert attended.refusal(c.CorrectServices("PJ 002", ("PJ02",)))[0] is Code.NOT_ATTENDED
    assert attended.refusal(c.CorrectServices("PJ 001", ("PJ02",), 2))[0] is Code.NOT_ATTENDED
    assert attended.refusal(c.CorrectServices("PJ 009", ("PJ02",)))[0] is Code.UNKNOWN_CODE
    assert attended.refusal(c.CorrectServices("PJ 001", ("XX99",)))[0] is Code.UNKNOWN_SERVICE
    attended.call(2)
    attended.start(2)
    assert attended.refusal(c.CorrectServices("PJ 002", ("PJ02",)))[0] is Code.NOT_ATTENDED, (
        "its advisor still codes it"
    )


def test_of_a_visit_with_two_attentions_the_counter_says_which(attended: Scene) -> None:
    ticket = attended.issue("PJ01", pay_first=True)
    for counter in (2, 4):
        attended.call(counter, ticket)
        attended.start(counter)
        attended.order(c.FinishAttention(counter))
    number = attended.ticket(ticket).text
    attended.order(c.CorrectServices(number, ("BN01", "PJ02"), 2))
    attended.order(c.CorrectServices(number, ("PJ02",)))
    assert coded(attended)[1:] == [("BN01", "PJ02"), ("PJ02",)]


def test_after_the_close_services_and_interruptions_are_corrected_until_the_next_day_opens(attended: Scene) -> None:
    attended.pass_(minutes=30)
    attended.order(c.CloseDay())
    whole = day_figures(SMALL, attended.day)[Group("centre", "")]
    since = attended.at - timedelta(minutes=46)
    attended.order(c.NoteInterruption("system", since, since + timedelta(minutes=5), queue="PJ"))
    attended.order(c.CorrectServices("PJ 001", ("PJ01", "PJ02")))
    now = day_figures(SMALL, attended.day)[Group("centre", "")]
    assert (whole.services, now.services) == (1, 2)
    assert (whole.excluded, now.excluded) == (0, 300)
    attended.order(c.WithdrawInterruption(1))
    assert day_figures(SMALL, attended.day)[Group("centre", "")].excluded == 0


def test_nothing_else_happens_on_a_closed_day(attended: Scene) -> None:
    attended.order(c.CloseDay())
    still_to_come = attended.at + timedelta(minutes=5)
    assert attended.refusal(c.NoteInterruption("power", attended.at, still_to_come))[0] is Code.INTERRUPTION_TIMES
    yesterday = attended.at - timedelta(days=1)
    assert attended.refusal(c.NoteInterruption("power", yesterday, attended.at))[0] is Code.INTERRUPTION_TIMES
    for order in (c.BeginInterruption("power"), c.EndInterruption(1), c.CodeServices(4, ("PJ02",)), c.Undo(4)):
        assert attended.refusal(order)[0] is Code.DAY_NOT_OPEN


def test_once_the_next_day_is_open_the_last_one_is_final(attended: Scene) -> None:
    attended.order(c.CloseDay())
    yesterday = attended.at
    attended.pass_(minutes=24 * 60)
    attended.order(c.OpenDay(attended.at.date()))
    assert attended.refusal(c.CorrectServices("PJ 001", ("PJ02",)))[0] is Code.UNKNOWN_CODE
    noted = c.NoteInterruption("power", yesterday - timedelta(minutes=9), yesterday)
    assert attended.refusal(noted)[0] is Code.INTERRUPTION_TIMES
