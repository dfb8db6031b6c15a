"""Numbers, ids, and a ticket whose state is that of the stop it is at."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from shared.domain.ticket import ENDED, IDS_PER_DAY, LAST_NUMBER, Stop, StopState, Ticket, day_base, number_text


def ticket(*states: StopState) -> Ticket:
    stops = [Stop(queue, "", state) for queue, state in zip(("BN", "PJ", "MT"), states, strict=False)]
    return Ticket(1, "PJ", 47, False, "es", datetime(2026, 11, 23, tzinfo=UTC), stops)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "PJ 001"), (47, "PJ 047"), (1047, "PJ 1047"), (LAST_NUMBER, "PJ 9999")]
)
def test_number_is_written_with_three_figures_or_four(number: int, text: str) -> None:
    assert number_text("PJ", number) == text


def test_ids_hold_their_day_and_grow_with_it() -> None:
    assert day_base(date(2026, 11, 23)) + 47 == 2026112300047
    assert day_base(date(2026, 12, 31)) + IDS_PER_DAY <= day_base(date(2027, 1, 1))


@pytest.mark.parametrize("state", [state for state in StopState if state not in ENDED])
def test_state_of_a_ticket_is_that_of_its_first_stop_that_has_not_ended(state: StopState) -> None:
    visit = ticket(StopState.DONE, state, StopState.PLANNED)
    assert (visit.at, visit.stop.queue, visit.state) == (1, "PJ", state)


@pytest.mark.parametrize("state", sorted(ENDED))
def test_ticket_whose_stops_have_all_ended_is_as_its_last_one(state: StopState) -> None:
    visit = ticket(StopState.DONE, state)
    assert (visit.at, visit.state) == (1, state)


def test_number_of_a_ticket_is_that_of_its_goal_wherever_it_stands() -> None:
    assert ticket(StopState.WAITING, StopState.PLANNED).text == "PJ 047"
