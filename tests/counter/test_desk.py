"""The desk without a window: what each hand movement orders at each moment."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from counter import texts
from shared.domain import commands as c
from shared.domain.events import PlannedStop
from shared.domain.refusals import Code
from shared.lan import views as v
from shared.lan.messages import DocumentShown

DAY = 2026112300000

ANY = Any


def test_the_space_bar_means_what_the_moment_asks(hand: ANY, scene: ANY) -> None:
    orders = []
    scene.someone_waits(5)
    for become in (scene.free, scene.called, scene.serving, scene.paused):
        become()
        hand.see()
        orders.append(hand.strike(texts.SPACE))
    assert orders == [
        c.CallNext(20),
        c.StartAttention(20),
        c.CallNext(20, finish=True),
        c.OpenCounter(20, "a020"),
    ]


def test_with_nobody_waiting_the_space_bar_only_finishes(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    assert hand.strike(texts.SPACE) == c.FinishAttention(20)


def test_with_nobody_waiting_nobody_is_called(hand: ANY, scene: ANY) -> None:
    scene.free()
    hand.see()
    assert hand.strike(texts.SPACE) is None


@pytest.mark.parametrize(("after", "heard"), [(0.0, False), (0.59, False), (0.6, True)])
def test_the_primary_action_is_deaf_just_after_its_meaning_changed(
    hand: ANY, scene: ANY, after: float, heard: bool
) -> None:
    scene.someone_waits(5).called()
    hand.see()
    hand.desk.see(scene.serving().facts, 0.0)
    assert (hand.desk.primary(after) is not None) is heard


def test_an_arrival_turns_finish_into_finish_and_call_and_the_hand_is_protected(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    hand.desk.see(scene.someone_waits(0).facts, 100.0)
    assert hand.desk.primary(100.2) is None
    assert hand.desk.primary(100.7) == c.CallNext(20, finish=True)


def test_what_does_not_change_the_meaning_does_not_deafen(hand: ANY, scene: ANY) -> None:
    scene.someone_waits(5).called()
    hand.see()
    hand.desk.see(scene.someone_waits(0).facts, 100.0)
    assert hand.desk.primary(100.1) == c.StartAttention(20)


def test_a_second_press_while_the_first_waits_for_its_answer_does_nothing(hand: ANY, scene: ANY) -> None:
    scene.free().someone_waits(5, 4)
    hand.see()
    hand.desk.sent("r1", hand.strike(texts.SPACE))
    assert hand.strike(texts.SPACE) is None
    hand.desk.answered("r1")
    assert hand.strike(texts.SPACE) == c.CallNext(20)


@pytest.mark.parametrize(
    ("key", "order"),
    [("F", None), ("R", c.Recall(20)), ("N", c.MarkAbsent(20)), ("E", None), ("D", None), ("P", None)],
)
def test_keys_while_calling(hand: ANY, scene: ANY, key: str, order: object) -> None:
    scene.called(calls=2)
    hand.see()
    assert hand.strike(key) == order
    assert hand.desk.panel is None


def test_nobody_is_given_up_before_the_calls_that_the_centre_asks_for(hand: ANY, scene: ANY) -> None:
    scene.called(calls=1)
    hand.see()
    assert hand.strike("N") is None
    assert hand.desk.notice == "Llame una vez más antes."


def test_the_last_call_is_taken_back_after_a_question(hand: ANY, scene: ANY) -> None:
    scene.called()
    scene.counter = replace(scene.counter, undo=v.UndoView("call", "PJ 047", scene.now))
    hand.see()
    assert hand.strike("Z") is None
    assert hand.desk.panel.title == "¿Deshacer la llamada a PJ 047?"
    assert hand.strike(texts.ENTER) == c.Undo(20)


def test_nothing_recent_is_nothing_to_take_back(hand: ANY, scene: ANY) -> None:
    scene.free()
    hand.see()
    assert hand.strike("Z") is None
    assert (hand.desk.panel, hand.desk.notice) == (None, texts.NOTHING_TO_UNDO)


def test_whoever_was_called_in_vain_may_come_back(hand: ANY, scene: ANY) -> None:
    scene.free().someone_was_absent(4)
    hand.see()
    hand.strike("M")
    hand.strike("V")
    assert [row.text for row in hand.desk.panel.rows] == ["puede volver hasta las 10:57"]
    assert hand.strike("1") == c.ReturnTicket(scene.absent[0].ticket)


def test_stops_are_added_moved_and_removed(hand: ANY, scene: ANY) -> None:
    after = (v.StopView("MT", "MT01", "planned"), v.StopView("ME", "ME01", "planned", gap=45))
    scene.serving(after=after)
    hand.see()
    first, second = PlannedStop("MT", "MT01"), PlannedStop("ME", "ME01", 45)
    hand.strike("M")
    hand.strike("S")
    assert [row.name for row in hand.desk.panel.rows] == ["stop-0", "stop-1", "stop-add"]
    hand.strike("2")
    assert hand.strike("P") == c.PlanStops(20, (second, first))
    for key in "MS1":
        hand.strike(key)
    assert hand.strike("Q") == c.PlanStops(20, (second,))
    for key in "MSA":
        hand.strike(key)
    hand.desk.search("BN01")
    assert hand.press("add-BN01") == c.PlanStops(20, (first, second, PlannedStop("BN", "BN01")))


def test_what_is_typed_at_the_end_of_a_transfer_goes_with_it(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    for name in ("action-transfer", "queue-RE", "service-RE01"):
        hand.press(name)
    hand.desk.search("  Trae la partida ")
    assert hand.press("note-back") == c.TransferTicket(20, "RE", "RE01", back=True, note="Trae la partida")


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ("F", c.FinishAttention(20)),
        ("EF", c.HoldTicket(20, "form")),
        ("EC", c.HoldTicket(20, "copies")),
        ("EP", c.HoldTicket(20, "payment")),
        ("EO", c.HoldTicket(20, "other")),
        ("R", None),
        ("N", None),
        ("P", None),
    ],
)
def test_keys_while_attending(hand: ANY, scene: ANY, keys: str, order: object) -> None:
    scene.serving()
    hand.see()
    assert [hand.strike(key) for key in keys][-1] == order


@pytest.mark.parametrize(("keys", "reason"), [("PR", "lunch"), ("PD", "break"), ("PT", "paperwork"), ("PO", "other")])
def test_a_pause_asks_its_reason_by_one_key(hand: ANY, scene: ANY, keys: str, reason: str) -> None:
    scene.free()
    hand.see()
    assert [hand.strike(key) for key in keys] == [None, c.PauseCounter(20, reason)]


def test_every_reason_of_the_rules_is_offered() -> None:
    assert tuple(texts.HOLD_REASONS) == c.HOLD_REASONS
    assert tuple(texts.PAUSE_REASONS) == c.PAUSE_REASONS


def test_an_action_that_does_not_fit_says_why(hand: ANY, scene: ANY) -> None:
    scene.called()
    hand.see()
    hand.strike("F")
    assert hand.desk.notice == texts.ONLY_SERVING


def test_transfer_goes_to_a_queue_and_then_perhaps_a_service(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    hand.strike("D")
    hand.desk.search("reniec ent")
    assert [row.name for row in hand.desk.panel.rows] == ["queue-RE"]
    assert hand.press("queue-RE") is None
    assert hand.press("service-any") is None
    assert hand.press("note-go") == c.TransferTicket(20, "RE", "")
    hand.strike("D")
    hand.press("queue-RE")
    hand.strike("1")
    assert hand.press("note-go") == c.TransferTicket(20, "RE", "RE01")


def test_transfer_does_not_offer_the_queue_the_ticket_is_in(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    hand.strike("D")
    names = [row.name for row in hand.desk.panel.rows]
    assert "queue-PJ" not in names
    assert len(names) == 18


def test_a_prefix_typed_in_full_comes_first(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    hand.strike("D")
    hand.desk.search("me")
    assert hand.desk.panel.rows[0].name == "queue-ME"


def test_space_answers_no_question(hand: ANY, scene: ANY) -> None:
    scene.serving().someone_waits(5)
    hand.see()
    hand.strike("E")
    assert hand.strike(texts.SPACE) is None
    assert hand.desk.panel is not None


def test_coding_ticks_and_unticks_and_goes_on_while_an_answer_is_awaited(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    first = hand.press("chip-PJ02")
    assert first == c.CodeServices(20, ("PJ01", "PJ02"))
    hand.desk.sent("r1", first)
    second = hand.press("chip-PJ01")
    assert second == c.CodeServices(20, ("PJ02",))
    hand.desk.sent("r2", second)
    assert hand.strike("F") == c.FinishAttention(20)


def test_digits_tick_the_chips_in_their_order(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    assert hand.strike("3") == c.CodeServices(20, ("PJ01", "PJ03"))
    assert hand.strike("9") is None


def test_a_refused_coding_shows_again_what_the_hub_has(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    hand.desk.sent("r1", hand.press("chip-PJ02"))
    hand.desk.refused("r1", Code.NOT_STARTED, {"ticket": 1})
    assert hand.desk.coded == ("PJ01",)
    assert hand.desk.notice == "Inicie antes la atención."


def test_calling_by_hand_asks_first_and_says_who_goes_before(hand: ANY, scene: ANY) -> None:
    scene.free().someone_waits(20, 10, 5)
    hand.see()
    assert hand.press(f"waiting-{DAY + 50}") is None
    assert hand.desk.panel.text == "Van antes 2 que llegaron antes. La llamada queda registrada a su nombre."
    assert hand.press("panel-yes") == c.CallTicket(20, DAY + 50)


def test_a_question_about_somebody_who_left_closes(hand: ANY, scene: ANY) -> None:
    scene.free().someone_waits(20, 10)
    hand.see()
    hand.press(f"waiting-{DAY + 48}")
    scene.waiting.pop(0)
    hand.see()
    assert hand.desk.panel is None
    assert hand.strike(texts.SPACE) == c.CallNext(20)


def test_nobody_is_called_by_hand_during_an_attention(hand: ANY, scene: ANY) -> None:
    scene.serving().someone_waits(20)
    hand.see()
    hand.press(f"waiting-{DAY + 48}")
    assert hand.desk.panel is None
    assert hand.desk.notice == texts.ONLY_FREE


def test_a_pending_ticket_is_resumed_by_key_or_by_click(hand: ANY, scene: ANY) -> None:
    scene.free().someone_is_held()
    hand.see()
    hand.strike("T")
    assert hand.strike("1") == c.ResumeTicket(20, DAY + 38)
    assert hand.press(f"held-{DAY + 38}") == c.ResumeTicket(20, DAY + 38)


def test_leaving_the_counter_asks_first(hand: ANY, scene: ANY) -> None:
    scene.free()
    hand.see()
    assert hand.strike("S") is None
    order = hand.press("panel-yes")
    assert order == c.CloseCounter(20)
    hand.desk.sent("r1", order)
    hand.desk.answered("r1")
    scene.counter = type(scene.counter)(20, "closed")
    hand.see()
    assert hand.desk.notice == ""


def test_nobody_leaves_a_citizen_alone(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    hand.strike("S")
    assert hand.desk.panel is None
    assert hand.desk.notice == texts.ONLY_FREE


def test_a_counter_closed_by_somebody_else_says_so(hand: ANY, scene: ANY) -> None:
    scene.free()
    hand.see()
    scene.counter = type(scene.counter)(20, "closed")
    hand.see()
    assert hand.desk.notice == texts.CLOSED_FROM_OUTSIDE


def test_a_ticket_taken_away_from_outside_is_said_one_finished_here_is_not(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    order = hand.strike("F")
    hand.desk.sent("r1", order)
    hand.desk.answered("r1")
    scene.gone()
    hand.see()
    assert hand.desk.notice == ""
    scene.called()
    hand.see()
    hand.desk._ended = 0
    scene.gone()
    hand.see()
    assert hand.desk.notice == "PJ 047 ya no está en este módulo."


def test_without_the_hub_nothing_is_ordered_and_questions_close(hand: ANY, scene: ANY) -> None:
    scene.serving().someone_waits(5)
    hand.see()
    hand.strike("E")
    scene.online = False
    hand.see()
    assert hand.desk.panel is None
    assert [hand.strike(key) for key in (texts.SPACE, "F", "E", "1", "S")] == [None] * 5
    scene.online = True
    hand.see()
    assert hand.strike("F") == c.FinishAttention(20)


def test_escape_closes_a_question_even_while_something_is_on_its_way(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    hand.strike("D")
    hand.desk.sent("r1", c.Recall(20))
    hand.press("panel-close")
    assert hand.desk.panel is None


def test_a_refusal_of_somebody_elses_request_is_not_said(hand: ANY) -> None:
    hand.desk.refused("unknown", Code.NOBODY_WAITING, {"counter": 20})
    assert hand.desk.notice == ""


def test_a_counter_opens_by_itself_for_whoever_sits_down_and_only_then(hand: ANY, scene: ANY) -> None:
    scene.person = "a020"
    hand.see()
    assert hand.desk.due() == c.OpenCounter(20, "a020")
    assert hand.desk.due() is None, "once"
    scene.free()
    hand.see()
    scene.counter = v.CounterView(20, "closed")
    hand.see()
    assert hand.desk.due() is None, "the supervisor closed it"
    assert hand.strike(texts.SPACE) == c.OpenCounter(20, "a020")


def test_whoever_sits_down_before_the_day_waits_for_it(hand: ANY, scene: ANY) -> None:
    day, scene.person = scene.hall, "a020"
    scene.hall = type(scene.hall)(None, open=False)
    hand.see()
    assert hand.desk.due() is None
    assert hand.strike(texts.SPACE) is None
    scene.hall = day
    hand.see()
    assert hand.desk.due() == c.OpenCounter(20, "a020")


def test_nobody_acts_at_the_counter_of_another(hand: ANY, scene: ANY) -> None:
    scene.serving()
    scene.person = "a021"
    hand.see()
    assert hand.desk.due() is None
    assert [hand.strike(key) for key in (texts.SPACE, "F", "E", "Z", "S")] == [None] * 5
    assert hand.desk.facts.attention is None


def test_the_document_is_looked_at_only_while_the_citizen_is_attended(hand: ANY, scene: ANY) -> None:
    scene.called()
    hand.see()
    assert hand.desk.document == ""
    scene.serving()
    hand.see()
    assert (hand.desk.document, hand.strike("V")) == ("", None), "this citizen gave none"
    scene.serving(document=True)
    hand.see()
    assert hand.desk.document == texts.SHOW_DOCUMENT
    assert hand.strike("V") == c.ShowDocument(20)
    hand.desk.sent("r1", c.ShowDocument(20))
    hand.desk.answered("r1", DocumentShown(DAY + 47, "dni", "00471183"))
    assert hand.desk.document == "DNI 00471183"
    assert hand.press("document") is None
    assert hand.desk.document == texts.SHOW_DOCUMENT


def test_nothing_of_a_document_is_left_for_the_next_citizen(hand: ANY, scene: ANY) -> None:
    scene.serving(document=True)
    hand.see()
    hand.desk.sent("r1", c.ShowDocument(20))
    hand.desk.answered("r1", DocumentShown(DAY + 47, "dni", "00471183"))
    scene.free()
    hand.see()
    assert hand.desk.document == ""
    scene.serving(document=True, attention=DAY + 32)
    hand.see()
    assert hand.desk.document == texts.SHOW_DOCUMENT
    hand.desk.sent("r2", c.ShowDocument(20))
    hand.desk.answered("r2", DocumentShown(DAY + 47))
    assert hand.desk.document == texts.DOCUMENT_GONE
