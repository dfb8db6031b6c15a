from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from display_board.board import AWAY_AFTER_S, LONG_AWAY_S, Board, BoardView, Stage
from display_board.calls import PULSE_S, ROWS_MOST
from shared.domain.catalogue import Catalogue
from shared.lan.views import CallView, HallView
from tests.fakes.calls import CLOSED, MONDAY, OPEN, call, calls, queue
from tests.fakes.link import MORNING


class Hall:
    """A board, the hub's list of calls, and a clock in seconds."""

    def __init__(self, catalogue: Catalogue, *there: CallView) -> None:
        self.catalogue = catalogue
        self.at = 0.0
        self.board = Board(self.at)
        self.board.hub_came(self.at)
        self.list = list(there)
        self.show()

    def show(self, *more: CallView, hall: HallView = OPEN, speaks: bool = True) -> None:
        self.list += more
        self.board.hear(self.catalogue, hall, [], self.list, MORNING, speaks=speaks)

    def say_all(self) -> list[tuple[str, int]]:
        """Number and times of what is said from now on, each to its end."""
        said: list[tuple[str, int]] = []
        while announcement := self.board.take(self.at):
            self.board.said()
            if announcement.again:
                said[-1] = (announcement.shown.number, 2)
            else:
                said.append((announcement.shown.number, 1))
        return said

    @property
    def view(self) -> BoardView:
        return self.board.view(self.at, MORNING)


def numbers(view: BoardView) -> list[str]:
    return [shown.number for shown in view.recent]


def test_before_the_first_call_nothing_is_newest(region_sur: Catalogue) -> None:
    view = Hall(region_sur).view
    assert (view.stage, view.newest, view.recent) == (Stage.OPEN, None, ())


def test_calls_there_at_the_start_are_shown_and_not_spoken(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(1, 2, 3))
    assert hall.say_all() == []
    assert hall.view.newest
    assert hall.view.newest.number == "PJ 003"
    assert not hall.view.pulsing
    assert numbers(hall.view) == ["PJ 002", "PJ 001"]


def test_a_new_call_is_newest_pulses_ten_seconds_and_is_said_twice(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(1))
    hall.show(call(2))
    assert hall.say_all() == [("PJ 002", 2)]
    assert hall.view.newest
    assert hall.view.newest.counter == 2
    assert hall.view.pulsing
    hall.at += PULSE_S
    assert not hall.view.pulsing


def test_calls_that_come_together_are_all_said_in_order_and_only_the_last_one_twice(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(3, 1, 2))
    assert hall.say_all() == [("PJ 001", 1), ("PJ 002", 1), ("PJ 003", 2)]
    assert [shown.call for shown in hall.view.spoken] == [1, 2, 3]


def test_the_next_call_waits_until_the_one_before_is_said(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(1, 2))
    assert hall.board.take(hall.at)
    assert hall.board.take(hall.at) is None
    assert hall.view.newest
    assert hall.view.newest.call == 1
    assert numbers(hall.view) == ["PJ 002"], "what waits to be said is in sight already"
    hall.board.said()
    assert hall.board.take(hall.at)


def test_a_recall_is_a_call_of_its_own_and_marked(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(1, 2))
    hall.show(call(3, "PJ 001", 1, recall=True))
    assert hall.say_all() == [("PJ 001", 2)]
    assert hall.view.newest
    assert hall.view.newest.recall
    assert numbers(hall.view) == ["PJ 002"]


def test_a_number_is_in_sight_once_with_its_latest_counter(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, call(1, "BN 001", 3), call(2, "BN 001", 9), call(3, "RT 004", 7))
    assert [(shown.number, shown.counter) for shown in hall.view.recent] == [("BN 001", 9)]


def test_recent_calls_are_the_last_ones_newest_first(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(*range(1, 30)))
    assert numbers(hall.view) == [f"PJ {n:03d}" for n in range(28, 28 - ROWS_MOST, -1)]


def test_calls_that_leave_the_hubs_list_before_their_turn_are_still_said(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(1, 2, 3))
    hall.list = calls(3)
    hall.show()
    assert [number for number, _ in hall.say_all()] == ["PJ 001", "PJ 002", "PJ 003"]


def test_after_a_reconnect_only_calls_newer_than_the_last_are_said(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(1, 2))
    hall.say_all()
    hall.board.hub_left(hall.at)
    hall.at += 60
    hall.board.hub_came(hall.at)
    hall.show(*calls(3, 4))
    assert [number for number, _ in hall.say_all()] == ["PJ 003", "PJ 004"]


def test_after_a_long_absence_old_calls_are_shown_and_not_spoken(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.board.hub_left(hall.at)
    hall.at += LONG_AWAY_S + 1
    hall.board.hub_came(hall.at)
    hall.show(*calls(1, 2))
    assert hall.say_all() == []
    assert hall.view.newest
    assert hall.view.newest.number == "PJ 002"


def test_a_hub_that_starts_again_at_once_is_not_taken_for_away(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(1))
    hall.board.hub_left(hall.at)
    hall.at += AWAY_AFTER_S - 0.1
    assert hall.view.stage is Stage.OPEN


def test_a_hub_that_is_away_leaves_no_number_in_sight(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(1))
    hall.board.hub_left(hall.at)
    hall.at += AWAY_AFTER_S
    assert hall.view.stage is Stage.AWAY
    hall.board.hub_came(hall.at)
    assert hall.view.stage is Stage.OPEN


def test_what_could_not_be_said_while_the_hub_was_away_is_said_when_it_is_back(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(1))
    hall.board.hub_left(hall.at)
    hall.at += AWAY_AFTER_S
    assert hall.say_all() == []
    hall.board.hub_came(hall.at)
    assert [number for number, _ in hall.say_all()] == ["PJ 001"]


def test_a_board_that_never_found_its_hub_says_so_after_a_while() -> None:
    board = Board(0.0)
    assert board.view(1.0, MORNING) == BoardView(Stage.CONNECTING)
    assert board.view(AWAY_AFTER_S, MORNING).stage is Stage.AWAY


def test_a_new_day_counts_from_one_again(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(1, 2, 3))
    hall.list = [call(1, "BN 001", 4)]
    hall.show(hall=HallView(day=MONDAY + timedelta(days=1), open=True))
    assert hall.say_all() == [("BN 001", 2)]
    assert [shown.number for shown in hall.view.spoken] == ["BN 001"]
    assert hall.view.recent == ()


def test_a_store_that_goes_less_far_does_not_silence_the_board(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, *calls(1, 2, 3, 4, 5))
    hall.list = calls(1, 2)
    hall.show()
    hall.show(call(3, "RT 009", 8))
    assert hall.say_all() == [("RT 009", 2)]


def test_the_last_calls_are_said_before_the_board_says_that_the_day_is_over(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(1), hall=CLOSED)
    assert hall.view.stage is Stage.OPEN
    assert hall.say_all() == [("PJ 001", 2)]
    assert hall.view.stage is Stage.CLOSED
    assert hall.view.ended


def test_before_the_day_opens_the_board_says_when(region_sur: Catalogue) -> None:
    board = Board(0.0)
    board.hub_came(0.0)
    opens = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
    board.hear(region_sur, HallView(day=None, open=False, opens_at=opens), [], [], MORNING)
    view = board.view(0.0, opens - timedelta(minutes=20))
    assert (view.stage, view.ended) == (Stage.CLOSED, False)
    assert view.opens_at
    assert f"{view.opens_at:%H:%M}" == "08:30"


def test_the_view_shows_the_centres_own_hour_to_the_minute(region_sur: Catalogue) -> None:
    view = Hall(region_sur).board.view(0.0, MORNING.replace(second=42))
    assert view.now
    assert view.now.isoformat() == "2026-11-23T10:24:00-05:00"


def test_the_view_carries_notice_waits_and_the_room(region_sur: Catalogue) -> None:
    board = Board(0.0)
    board.hub_came(0.0)
    board.hear(region_sur, OPEN, [queue("PJ", (10, 15))], [], MORNING)
    view = board.view(0.0, MORNING)
    assert view.notice == region_sur.board.notice
    assert [(wait.name, wait.minutes) for wait in view.waits] == [("Poder Judicial", (10, 15))]
    assert (view.distance_m, view.panel_inches) == (10, 55)


def test_a_robot_can_be_told_the_view(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(1, 2))
    hall.say_all()
    told = msgspec.json.decode(msgspec.json.encode(hall.view))
    assert told["stage"] == "open"
    assert [spoken["number"] for spoken in told["spoken"]] == ["PJ 001", "PJ 002"]


def fresh(number: int, *, seconds: float = 20, spoken: bool = False) -> CallView:
    """A call of this moment."""
    return msgspec.structs.replace(call(number, spoken=spoken), at=MORNING - timedelta(seconds=seconds))


def test_a_board_that_starts_again_says_the_calls_of_this_moment_that_nobody_said(region_sur: Catalogue) -> None:
    hall = Hall(region_sur, fresh(1, spoken=True), fresh(2, seconds=91), fresh(3), fresh(4))
    assert hall.view.newest
    assert hall.view.newest.number == "PJ 002"
    assert [number for number, _ in hall.say_all()] == ["PJ 003", "PJ 004"]


def test_a_board_that_takes_over_says_what_the_one_before_did_not(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(fresh(1), fresh(2), fresh(3), speaks=False)
    hall.say_all()
    hall.list = [fresh(1, spoken=True), fresh(2), fresh(3)]
    hall.show(fresh(4), speaks=True)
    assert [number for number, _ in hall.say_all()] == ["PJ 002", "PJ 003", "PJ 004"]


def test_a_call_that_comes_during_the_first_saying_takes_the_place_of_the_second(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(call(1))
    first = hall.board.take(hall.at)
    assert first
    assert not first.hurried
    hall.show(call(2))
    told = hall.board.said()
    assert told
    assert told.call == 1
    assert hall.say_all() == [("PJ 002", 2)]


def test_with_a_backlog_several_rows_flash_together(region_sur: Catalogue) -> None:
    hall = Hall(region_sur)
    hall.show(*calls(1, 2, 3, 4))
    announcement = hall.board.take(hall.at)
    assert announcement
    assert announcement.hurried
    assert hall.view.backlog == 3
    assert [(row.number, row.flashing) for row in hall.view.recent] == [
        ("PJ 002", True), ("PJ 003", True), ("PJ 004", True),
    ]  # fmt: skip
    hall.board.said()
    hall.board.take(hall.at)
    assert numbers(hall.view) == ["PJ 001", "PJ 003", "PJ 004"], "what was just said keeps its place"
    hall.at += PULSE_S
    assert [row.flashing for row in hall.view.recent] == [True, True, False]


def test_each_of_twenty_calls_flashes_ten_seconds_in_sight(region_sur: Catalogue) -> None:
    """On a board of two rows, each call takes as long as a silent board leaves it."""
    hall = Hall(region_sur)
    hall.show(*calls(*range(1, 21)))
    seen: dict[int, float] = {}
    step = 0.5
    until = 0.0
    for _ in range(400):
        if hall.at >= until:
            hall.board.said()
            until = hall.at + 3.5 if hall.board.take(hall.at) else 1e9
        view = hall.view
        lit = [row.call for row in view.recent[:2] if row.flashing]
        lit += [view.newest.call] if view.newest and view.pulsing else []
        for number in lit:
            seen[number] = seen.get(number, 0) + step
        hall.at += step
    assert sorted(seen) == list(range(1, 21))
    assert min(seen.values()) >= PULSE_S
