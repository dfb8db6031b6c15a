"""The audio guide, keys and switches at one kiosk, without a hub: what is said, cut short, repeated, how loud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.guide import LEVELS, USUAL
from kiosk.guiding import Guiding
from kiosk.inputs import Action, Inputs, Keypad, Switch
from kiosk.patience import IDLE, SLOW, WARNING
from kiosk.presenter import Presenter
from kiosk.screens.mark import Mark
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue
from shared.lan.views import CatalogueView
from shared.ui import theme
from shared.ui.paper import Paper
from tests.fakes.ear import Ear
from tests.fakes.link import FakeLink
from tests.fakes.morning import OPEN, service_views

USED = Inputs(switch=Switch(one=("F9",), pace=1_000, rounds=2))


class Kiosk:
    def __init__(self, qtbot: QtBot, ear: Ear, inputs: Inputs, catalogue: Catalogue) -> None:
        self.qtbot, self.ear = qtbot, ear
        self.link = FakeLink()
        self.window = KioskWindow()
        self.window.resize(1080, 1920)
        self.window.show()
        self.paper = Paper()
        self.presenter = Presenter(self.link, self.window, self.paper, parent=self.window)
        self.guiding = Guiding(self.presenter, self.window, inputs, ear.speaker())
        self.link.come()
        services = {f"service/{code}": view for code, view in service_views(catalogue).items()}
        self.link.show(services, catalogue=CatalogueView(catalogue), hall=OPEN)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)  # as the system does: to what has the focus

    def heard(self, text: str) -> None:
        """Wait until this is said."""
        self.qtbot.waitUntil(lambda: any(one.startswith(text) for one in self.ear.new()), timeout=15_000)

    def seconds(self, count: int) -> None:
        for _ in range(count):
            self.presenter.second_passed()

    def silence(self) -> None:
        """They have heard it all: now time runs."""
        assert self.guiding._speaker
        self.guiding._speaker.stop()

    def mark(self) -> str:
        (mark,) = self.window.findChildren(Mark)
        around = mark.around()
        return around.objectName() if around and mark.isVisible() else ""

    def end(self) -> None:
        self.guiding.close()
        self.paper.close()
        self.window.close()
        shiboken6.delete(self.window)


@pytest.fixture
def kiosk(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    dressed: None,  # noqa: ARG001
    catalogue: Catalogue,
    tmp_path: Path,
) -> Iterator[Kiosk]:
    holds, inputs = getattr(request, "param", (False, USED))
    theme.apply(qapp)  # a citizen of another test may have left with large letters
    made = Kiosk(qtbot, Ear(tmp_path, holds=holds), inputs, catalogue)
    yield made
    made.end()
    theme.apply(qapp)


pytestmark = pytest.mark.logs("did not play it to its end", "ended by itself", "nothing to play on")
"""What never ends is given up after a while, as it should be: on a busy machine a test takes longer."""
LONG = pytest.mark.parametrize("kiosk", [(True, USED)], indirect=True)
"""Where nothing that is said ever comes to its end by itself."""


@LONG
def test_a_key_cuts_short_what_is_being_said(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_Down)
    kiosk.heard("Centro MAC")
    kiosk.ear.listen()
    kiosk.press(Qt.Key.Key_Down)
    kiosk.heard("Pedir orientación")
    assert kiosk.ear.new()[:2] == ["(silence)", "Pedir orientación."]


def test_repeat_says_the_whole_screen_again(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_Down)
    kiosk.heard("Opción uno")
    kiosk.press(Qt.Key.Key_Down)
    kiosk.heard("Opción dos")
    kiosk.ear.listen()
    kiosk.press(Qt.Key.Key_F1)
    kiosk.heard("Opción dos")
    assert "¿Qué necesita hacer hoy?" in kiosk.ear.new()[:2]  # after a silence, if something was still being said


@LONG
def test_volume_goes_by_five_decibels_and_is_as_usual_for_the_next_citizen(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_Down)
    for level in range(USUAL + 2, len(LEVELS) + 1):
        kiosk.press(Qt.Key.Key_F2)
        kiosk.heard(f"Volumen {['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco'][level]} de cinco")
    assert kiosk.ear.everything()[-1].percent == LEVELS[-1] == 100
    assert LEVELS[-1] / LEVELS[0] == 10, "20 dB from the softest to the loudest"
    kiosk.silence()
    kiosk.seconds((IDLE + WARNING) * SLOW)
    assert kiosk.guiding.guide.percent == LEVELS[USUAL]
    kiosk.ear.listen()
    kiosk.press(Qt.Key.Key_Down)
    kiosk.heard("Centro MAC")
    assert kiosk.ear.everything()[-1].percent == LEVELS[USUAL]


def test_english_is_said_by_an_english_voice_and_what_has_no_voice_in_spanish(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_Down)
    kiosk.heard("Opción uno")
    for language, voice in (("en", "en-us"), ("quz", "es-419")):
        kiosk.ear.listen()
        kiosk.presenter.flow.choose_language(language)
        kiosk.presenter.second_passed()
        kiosk.heard("¿Qué necesita hacer hoy?")
        last = [heard for heard in kiosk.ear.everything()[-len(kiosk.ear.new()) :] if heard.voice]
        assert last[0].voice == voice


@LONG
def test_the_warning_is_said_and_any_key_means_that_somebody_is_there(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_Down)
    kiosk.silence()
    kiosk.seconds(IDLE * SLOW)
    kiosk.heard("¿Sigue ahí?")
    for _ in range(20):  # as often as they like
        kiosk.press(Qt.Key.Key_Return)
        assert kiosk.presenter.view().still_there == 0
        assert kiosk.presenter.flow.is_at_home, "it chooses nothing"
        kiosk.silence()
        kiosk.seconds(IDLE * SLOW)
        assert kiosk.presenter.view().still_there > 0
    kiosk.seconds(WARNING * SLOW)
    assert not kiosk.presenter.view().head.ways.audio


@LONG
def test_nobodys_time_runs_while_they_listen(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_Down)
    kiosk.heard("Centro MAC")
    kiosk.seconds(IDLE * SLOW + WARNING)
    assert kiosk.presenter.view().still_there == 0


@LONG
def test_headphones_that_are_plugged_in_begin_it_and_taken_out_end_it(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_F15)
    kiosk.heard("Centro MAC")
    kiosk.press(Qt.Key.Key_F16)
    kiosk.heard("Guía de audio apagada")
    assert not kiosk.presenter.view().head.ways.audio


@pytest.mark.parametrize("kiosk", [(False, Inputs(voice=False))], indirect=True)
def test_where_nothing_speaks_keys_still_have_their_mark(kiosk: Kiosk) -> None:
    kiosk.guiding._speaker = None
    kiosk.press(Qt.Key.Key_Down)
    assert kiosk.mark() == "purpose-procedure"
    assert not kiosk.presenter.view().head.ways.audio


def test_the_mark_of_one_switch_goes_through_everything_on_the_screen_and_rests(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_F9)
    seen = []
    while kiosk.mark() not in seen:
        seen.append(kiosk.mark())
        kiosk.guiding.move_on()
    assert {"purpose-procedure", "help", "way-large", "way-audio", "way-low", "language-quz"} <= set(seen)
    for _ in seen:
        kiosk.guiding.move_on()
    assert kiosk.mark() == "", "two rounds"
    kiosk.press(Qt.Key.Key_F9)
    assert kiosk.mark() == seen[0]


def test_one_switch_changes_ways_and_languages_and_answers_both_sheets(kiosk: Kiosk) -> None:
    for wanted in ("way-large", "way-contrast", "language-en", "help", "help-understood"):
        if not kiosk.mark():
            kiosk.press(Qt.Key.Key_F9)
        for _ in range(40):
            if kiosk.mark() == wanted:
                break
            kiosk.guiding.move_on()
        assert kiosk.mark() == wanted
        kiosk.press(Qt.Key.Key_F9)
    head = kiosk.presenter.view().head
    assert (head.ways.large, head.ways.contrast, head.language, head.help) == (True, True, "en", "")
    kiosk.seconds(IDLE * SLOW)
    assert kiosk.mark() == "more-time"
    kiosk.press(Qt.Key.Key_F9)
    assert kiosk.presenter.view().still_there == 0


def test_the_mark_goes_with_whoever_used_it(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_F9)
    assert kiosk.mark()
    kiosk.seconds((IDLE + WARNING) * SLOW)
    assert kiosk.mark() == ""


def test_tab_goes_through_the_screen_in_the_order_it_is_read_and_begins_no_voice(kiosk: Kiosk) -> None:
    kiosk.presenter.flow.choose_purpose("procedure")  # type: ignore[arg-type]
    kiosk.presenter.second_passed()
    seen = []
    while kiosk.mark() not in seen[:-1]:
        kiosk.press(Qt.Key.Key_Tab)
        seen.append(kiosk.mark())
    entities = [place for place, name in enumerate(seen[:-1]) if name.startswith("entity-")]
    assert entities == list(range(len(entities)))
    assert seen[len(entities) : len(entities) + 4] == ["search", "more-entities", "back", "help"]
    QTest.keyClick(kiosk.window.windowHandle(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert kiosk.mark() == seen[-2]
    kiosk.press(Qt.Key.Key_Down)
    kiosk.press(Qt.Key.Key_Return)
    assert not kiosk.presenter.view().head.ways.audio
    assert type(kiosk.presenter.view()).__name__ == "ServicesView", "Enter chooses what is marked"


def test_what_a_code_reader_types_is_no_key(kiosk: Kiosk) -> None:
    QTest.keyClicks(kiosk.window, "AAAAAAAAAAAAAAAAAAAAAA")
    kiosk.press(Qt.Key.Key_Return)
    assert len(kiosk.link.sent) == 1, "the slip is looked for"
    kiosk.press(Qt.Key.Key_Return)  # some readers end a line twice
    assert not kiosk.presenter.view().head.ways.audio


def test_an_answer_of_another_page_is_reached_by_ear(kiosk: Kiosk) -> None:
    kiosk.press(Qt.Key.Key_Down)
    kiosk.presenter.flow.choose_purpose("procedure")  # type: ignore[arg-type]
    kiosk.presenter.second_passed()
    names = [option.name for option in kiosk.guiding.guide.listing.options]
    entities = [name for name in names if name.startswith("entity-")]
    shown = {b.objectName() for b in kiosk.window.findChildren(QAbstractButton) if b.isVisible()}
    assert not set(entities) <= shown, "there are more than have room"
    for name in entities:
        assert kiosk.mark() == name
        kiosk.guiding.do(Action.NEXT)


def test_a_held_key_counts_once(kiosk: Kiosk) -> None:
    assert Keypad().next[0] == "Down"
    kiosk.press(Qt.Key.Key_Down)
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(kiosk.window, held)
    assert kiosk.mark() == "purpose-procedure"
