"""The counter while its hub is away: the last list stays, and who is attended by hand is noted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter import texts
from counter.desk import Desk
from counter.desk_view import desk_view
from counter.presenter import Presenter
from counter.screens.desk_window import DeskWindow
from counter.without_hub import OTHER, as_written
from shared.domain.commands import CallNext, NoteAttended
from shared.lan.messages import Done
from shared.store.journal import Journal
from shared.ui.outbox import Outbox
from tests.fakes.link import FakeLink

ANY = Any


@pytest.fixture
def alone(hand: ANY, scene: ANY) -> ANY:
    """An advisor with three people in the last list, and no hub any more."""
    scene.free().someone_waits(12, 8, 3)
    hand.see()
    scene.online = False
    hand.see()
    return hand


def view(hand: ANY) -> ANY:
    return desk_view(hand.desk, hand.scene.now, hand.tick)


def test_the_list_stays_and_says_of_when_it_is(alone: ANY) -> None:
    alone.scene.now += timedelta(minutes=7)
    alone.see()
    assert view(alone).banner == texts.away_list("10:46", attending=False)
    assert [row.title for row in view(alone).waiting] == ["PJ 048", "PJ 049", "PJ 050", ""]


@pytest.mark.parametrize(("name", "outcome"), [("served", "served"), ("absent", "absent")])
def test_whoever_is_attended_by_hand_is_noted(alone: ANY, name: str, outcome: str) -> None:
    first = view(alone).waiting[0]
    assert alone.press(first.name) is None
    assert [row.name for row in view(alone).panel.rows] == ["served", "absent"]
    order = alone.press(name)
    assert isinstance(order, NoteAttended)
    assert (order.counter, order.outcome, order.number) == (20, outcome, "PJ 048")
    marked = view(alone).waiting[0]
    assert (marked.text, marked.enabled) == (texts.NOTED[outcome], False)
    alone.press(marked.name)
    assert view(alone).panel is None, "it is noted once"


def test_a_number_that_is_not_in_the_list_is_typed(alone: ANY) -> None:
    alone.press(OTHER)
    alone.desk.search("a3")
    order = alone.press("served-other")
    assert isinstance(order, NoteAttended)
    assert order.number == "A 003"


@pytest.mark.parametrize(("typed", "written"), [("pj 47", "PJ 047"), ("A-3", "A 003"), ("hola", ""), ("", "")])
def test_numbers_are_read_as_people_write_them(typed: str, written: str) -> None:
    assert as_written(typed) == written


def test_nothing_else_can_be_ordered_and_nothing_waits_for_the_hub(alone: ANY) -> None:
    assert alone.press("primary") is None
    assert alone.press("leave") is None
    alone.press(view(alone).waiting[0].name)
    alone.desk.sent("r1", alone.press("served"))
    alone.scene.online = True
    alone.see()
    assert not alone.desk.busy, "a note does not keep the advisor from calling"
    assert alone.press("primary") == CallNext(20)
    assert view(alone).banner == ""


def test_a_note_is_on_disk_with_its_moment_until_the_hub_has_it(
    scene: ANY,
    qtbot: QtBot,
    dressed: None,  # noqa: ARG001
    tmp_path: Path,
) -> None:
    scene.free().someone_waits(12)
    journal = Journal(tmp_path / "journal.sqlite")
    link = FakeLink(scene.now, Outbox(journal))
    scene.show_on(link)
    window = DeskWindow()
    qtbot.addWidget(window)
    presenter = Presenter(link, Desk(20), window, window)
    link.come(False)
    link.at = scene.now + timedelta(minutes=9)
    window.pressed.emit(presenter.view().waiting[0].name)
    window.pressed.emit("served")
    (order,) = link.sent
    assert isinstance(order, NoteAttended)
    assert order.attended_at == link.at
    link.come()
    link.answer(Done())
    assert presenter.view().notice == ""
    journal.close()
