"""The advisor's window with real hands: what is pressed comes out, what the view says stands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counter import texts
from counter.desk import Desk
from counter.presenter import Presenter
from counter.screens.desk_window import DeskWindow
from shared.domain import commands as c
from shared.domain.refusals import Code
from shared.lan.messages import Answer, DocumentShown, Done
from shared.lan.signing_in import SignOut
from tests.fakes.link import FakeLink

pytestmark = pytest.mark.usefixtures("dressed")
ANY = Any
DAY = 2026112300000
SIZES = [(1366, 768), (1920, 1080)]


class At:
    """A counter's program without a hub: window, desk, presenter and a link that the test speaks for."""

    def __init__(self, scene: ANY, size: tuple[int, int] = (1366, 768)) -> None:
        self.scene = scene
        self.link = FakeLink()
        self.window = DeskWindow()
        self.window.setFixedSize(*size)
        self.desk = Desk(20)
        self.presenter = Presenter(self.link, self.desk, self.window, self.window)
        self.show()
        self.window.show()

    def show(self) -> None:
        self.scene.show_on(self.link)
        self.hear()

    def hear(self) -> None:
        """As if the deaf moment after a change were over."""
        self.desk._changed = float("-inf")
        self.presenter.refresh()

    def button(self, name: str) -> QPushButton:
        found = [w for w in self.window.findChildren(QPushButton, name) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible buttons are called {name}"
        return found[0]

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def words(self) -> str:
        from PySide6.QtWidgets import QLabel

        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


Sit = Callable[..., At]


@pytest.fixture
def sit(scene: ANY, qtbot: QtBot) -> Iterator[Sit]:
    """Sit down at a counter as the scene has it."""

    def down(size: tuple[int, int] = (1366, 768)) -> At:
        at = At(scene, size)
        qtbot.addWidget(at.window)
        qtbot.waitExposed(at.window)
        at.window.activateWindow()
        qtbot.waitUntil(at.window.isActiveWindow)
        return at

    return down


def busy(scene: ANY) -> ANY:
    scene.someone_waits(24, 22, 19).someone_waits(14, service="PJ03").someone_waits(12, preferential=True)
    return scene.someone_is_held()


def test_the_space_bar_walks_through_an_attention(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    for become in (scene.called, scene.serving, scene.free):
        at.key(Qt.Key.Key_Space)
        at.link.answer(Done())
        become()
        at.show()
    assert at.link.sent == [c.CallNext(20), c.StartAttention(20), c.CallNext(20, finish=True)]


def test_a_held_space_bar_counts_once(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True, count=1)
    QApplication.sendEvent(at.window, held)
    assert at.link.sent == []


def test_a_double_press_does_not_start_the_attention_it_called(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    at.key(Qt.Key.Key_Space)
    at.link.answer(Done())
    scene.called().show_on(at.link)
    at.key(Qt.Key.Key_Space)
    assert at.link.sent == [c.CallNext(20)]


def test_the_large_action_is_a_button_too(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    at.click("primary")
    assert at.link.sent == [c.CallNext(20)]


@pytest.mark.parametrize(
    ("moment", "key", "order"),
    [
        ("serving", Qt.Key.Key_F, c.FinishAttention(20)),
        ("called", Qt.Key.Key_R, c.Recall(20)),
        ("called", Qt.Key.Key_N, c.MarkAbsent(20)),
    ],
)
def test_keys_of_the_quiet_grid(sit: Sit, scene: ANY, moment: str, key: Qt.Key, order: c.Command) -> None:
    getattr(busy(scene), moment)()
    scene.counter = replace(scene.counter, attention=replace(scene.counter.attention, calls=2))
    at = sit()
    at.key(key)
    assert at.link.sent == [order]


@pytest.mark.parametrize(("name", "order"), [("action-recall", c.Recall(20)), ("action-absent", c.MarkAbsent(20))])
def test_buttons_of_the_quiet_grid(sit: Sit, scene: ANY, name: str, order: c.Command) -> None:
    busy(scene).called(calls=2)
    at = sit()
    at.click(name)
    assert at.link.sent == [order]


def test_an_action_that_does_not_fit_is_grey_and_says_why(sit: Sit, scene: ANY) -> None:
    busy(scene).called()
    at = sit()
    button = at.button("action-finish")
    assert not button.isEnabled()
    assert button.toolTip() == texts.ONLY_SERVING


def test_pending_is_asked_for_a_reason_by_key_or_by_click(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.key(Qt.Key.Key_E, Qt.Key.Key_C)
    at.link.answer(Done())
    at.click("action-hold")
    at.click("hold-form")
    assert at.link.sent == [c.HoldTicket(20, "copies"), c.HoldTicket(20, "form")]


def test_a_transfer_by_typing_and_enter(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.key(Qt.Key.Key_D)
    QTest.keyClicks(QApplication.focusWidget(), "renie entr")
    at.key(Qt.Key.Key_Return)
    assert at.link.sent == []
    at.key(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "trae la partida")
    at.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert at.link.sent == [c.TransferTicket(20, "RE", "", back=True, note="trae la partida")]


def test_a_transfer_by_arrows(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.key(Qt.Key.Key_D, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert at.link.sent == [c.TransferTicket(20, "RT", "RT01")]


def test_a_transfer_by_clicks(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.click("action-transfer")
    at.click("queue-ME")
    at.click("service-ME01")
    at.click("note-go")
    assert at.link.sent == [c.TransferTicket(20, "ME", "ME01")]


def test_escape_leaves_a_question_and_the_keys_are_the_desks_again(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.key(Qt.Key.Key_D, Qt.Key.Key_Escape, Qt.Key.Key_F)
    assert at.link.sent == [c.FinishAttention(20)]


def test_space_does_not_answer_a_question(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.key(Qt.Key.Key_E, Qt.Key.Key_Space)
    assert at.link.sent == []


def test_chips_are_ticked_by_click_and_by_figure(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.click("chip-PJ02")
    at.key(Qt.Key.Key_3)
    assert at.link.sent == [c.CodeServices(20, ("PJ01", "PJ02")), c.CodeServices(20, ("PJ01", "PJ02", "PJ03"))]
    assert at.button("chip-PJ03").isChecked()


def test_a_row_is_called_by_hand_with_enter_and_a_question(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    at.click(f"waiting-{DAY + 48}")
    assert at.desk.panel is None
    at.key(Qt.Key.Key_Return)
    assert "¿Llamar a PJ 048 ahora?" in at.words()
    at.key(Qt.Key.Key_Return)
    assert at.link.sent == [c.CallTicket(20, DAY + 48)]


def test_two_clicks_on_a_row_ask_too(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    row = at.button(f"waiting-{DAY + 49}")
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton)
    at.click("panel-yes")
    assert at.link.sent == [c.CallTicket(20, DAY + 49)]


def test_a_pending_ticket_is_resumed_by_one_click_or_by_keys(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    at.click(f"held-{DAY + 38}")
    at.link.answer(Done())
    at.key(Qt.Key.Key_T, Qt.Key.Key_1)
    assert at.link.sent == [c.ResumeTicket(20, DAY + 38)] * 2


def test_the_way_out_asks_first(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    at.click("leave")
    at.click("panel-yes")
    assert at.link.sent == [c.CloseCounter(20)]


def test_a_pause_and_back(sit: Sit, scene: ANY) -> None:
    busy(scene).free()
    at = sit()
    at.click("action-pause")
    at.click("pause-lunch")
    at.link.answer(Done())
    scene.paused()
    at.show()
    assert "En pausa: refrigerio" in at.words()
    at.key(Qt.Key.Key_Space)
    assert at.link.sent == [c.PauseCounter(20, "lunch"), c.OpenCounter(20, "a020")]


def test_a_refusal_is_one_sentence_that_goes_away(sit: Sit, scene: ANY, qtbot: QtBot) -> None:
    busy(scene).free()
    at = sit()
    at.key(Qt.Key.Key_Space)
    at.link.refuse(Code.NOBODY_WAITING, counter=20)
    assert "Nadie espera por este módulo." in at.words()
    at.presenter._toast.setInterval(0)
    at.presenter._toast.start()
    qtbot.waitUntil(lambda: "Nadie espera por este módulo." not in at.words())


def test_a_lost_hub_leaves_the_citizen_and_greys_the_actions(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    at.link.come(False)
    banner = texts.away_list(texts.clock(at.link.at, scene.catalogue.timezone), attending=True)
    assert banner in at.words()
    assert not at.button("primary").isEnabled()
    at.key(Qt.Key.Key_Space, Qt.Key.Key_F)
    assert at.link.sent == []
    at.link.come()
    assert banner not in at.words()
    at.hear()
    at.key(Qt.Key.Key_F)
    assert at.link.sent == [c.FinishAttention(20)]


def test_no_button_of_the_desk_takes_the_focus_from_the_keys(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    for button in (button for button in at.window.findChildren(QPushButton) if button.isVisible()):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus, button.objectName()


def test_everything_that_can_be_pressed_has_an_accessible_name(sit: Sit, scene: ANY) -> None:
    busy(scene).serving()
    at = sit()
    for button in at.window.findChildren(QPushButton):
        assert not button.isVisible() or button.accessibleName(), button.objectName()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("moment", ["free", "called", "serving", "paused"])
def test_no_word_is_cut_off(
    sit: Sit, scene: ANY, judge: Callable[[QWidget], list[str]], moment: str, size: tuple[int, int]
) -> None:
    getattr(busy(scene), moment)()
    assert judge(sit(size).window) == []


@pytest.mark.parametrize("keys", ["E", "D", "F+", "S"])
def test_no_word_of_a_question_is_cut_off(
    sit: Sit, scene: ANY, judge: Callable[[QWidget], list[str]], keys: str
) -> None:
    busy(scene).free() if keys == "S" else busy(scene).serving()
    at = sit()
    QTest.keyClicks(at.window, keys)
    assert judge(at.window) == []


def test_a_full_hall_and_a_long_story_still_fit(sit: Sit, scene: ANY, judge: Callable[[QWidget], list[str]]) -> None:
    scene.someone_waits(*range(40, 0, -1))
    for reason in ("form", "copies", "payment", "other"):
        scene.someone_is_held(3, reason, 19)
    scene.serving(services=("PJ01", "BN01", "RT03", "MT01", "SR01"))
    attention = replace(scene.counter.attention, number="RW 1888", language="qu", next_queue="ME")
    scene.counter = replace(scene.counter, attention=attention)
    at = sit()
    assert judge(at.window) == []
    scene.something_is_interrupted("system", 14, entity="pj").something_is_interrupted("other", 3)
    at.show()
    assert judge(at.window) == []
    at.link.come(False)
    assert judge(at.window) == []


@pytest.mark.parametrize("size", SIZES)
def test_an_interruption_stands_above_the_citizen_until_it_ends(
    sit: Sit, scene: ANY, size: tuple[int, int], judge: Callable[[QWidget], list[str]]
) -> None:
    scene.serving().something_is_interrupted("system", 14, entity="pj").something_is_interrupted("other", 3)
    at = sit(size)
    banner = (
        "Poder Judicial: sin sistema desde las 10:32. Todo el centro: interrumpido desde las 10:43. "
        "Mientras dure no se promete espera ni corre el ANS."
    )
    assert banner in at.words()
    assert at.button("primary").isEnabled(), "who is at the counter is attended as far as it goes"
    assert judge(at.window) == []
    scene.interruptions.clear()
    at.show()
    assert "sin sistema" not in at.words()


@pytest.mark.parametrize("size", SIZES)
def test_the_document_stands_there_while_it_is_looked_at(sit: Sit, scene: ANY, size: tuple[int, int]) -> None:
    scene.serving(document=True, note="Trae la partida de su hija", together=("PJ 048",))
    at = sit(size)
    at.key(Qt.Key.Key_V)
    at.link.answer(DocumentShown(DAY + 47, "ce", "PE1234567890"))
    assert "Carné de extranjería PE1234567890" in at.words()
    at.click("document")
    assert "PE1234567890" not in at.words()


def minutes_pass(at: At, minutes: float) -> None:
    """Without a touch; then the timer of the page looks."""
    at.presenter._last_touch -= minutes * 60
    at.presenter._second.timeout.emit()


def test_the_screen_locks_itself_when_nobody_is_there(sit: Sit, scene: ANY) -> None:
    scene.person = "a020"
    busy(scene).free()
    at = sit()
    minutes = scene.catalogue.lock_minutes
    minutes_pass(at, minutes - 0.5)
    at.click("me")  # somebody is there after all
    minutes_pass(at, minutes - 0.5)
    assert at.link.signed == []
    minutes_pass(at, 1)
    assert [type(said) for said in at.link.signed] == [SignOut]
    assert at.link.sent == [], "the counter stays open"


@pytest.mark.parametrize("pressed", [("me",), ("me", "mine-pin")])
def test_the_screen_locks_itself_also_where_somebody_began_something_of_their_own(
    sit: Sit, scene: ANY, pressed: tuple[str, ...]
) -> None:
    scene.person = "a020"
    busy(scene).free()
    at = sit()
    for name in pressed:
        at.click(name)
    assert at.presenter.entry.is_open
    minutes_pass(at, scene.catalogue.lock_minutes + 1)
    assert [type(said) for said in at.link.signed] == [SignOut]
    at.link.answered.emit(Answer(at.link.signed[0].request, 9, Done()))
    at.link.person = scene.person = ""
    at.show()
    entry = at.presenter.view().entry
    assert entry is not None
    assert (entry.step, entry.typed) == ("pin", 0)


@pytest.mark.parametrize("moment", ["called", "serving"])
def test_the_screen_does_not_lock_over_a_citizens_head(sit: Sit, scene: ANY, moment: str) -> None:
    scene.person = "a020"
    getattr(busy(scene), moment)()
    at = sit()
    minutes_pass(at, scene.catalogue.lock_minutes * 10)
    assert at.link.signed == []


def test_a_centre_may_do_without_the_lock(sit: Sit, scene: ANY) -> None:
    scene.person = "a020"
    scene.catalogue = replace(scene.catalogue, lock_minutes=0)
    busy(scene).free()
    at = sit()
    minutes_pass(at, 600)
    assert at.link.signed == []
