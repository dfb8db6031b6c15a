from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shared.ui.action_button import ActionButton
from shared.ui.big_button import INKS, BigButton
from shared.ui.card_button import CardButton
from shared.ui.choice import ChoiceCard
from shared.ui.entity_card import EntityCard
from shared.ui.label import Label
from shared.ui.service_chip import ServiceChip
from shared.ui.waiting_row import WaitingRow


def tap(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def nothing_is_cut(card: CardButton) -> bool:
    words = [label for label in card.findChildren(Label) if label.isVisible()]
    return all(label.width() >= label.minimumSizeHint().width() or label.wordWrap() for label in words) and all(
        label.height() >= label.heightForWidth(label.width()) for label in words if label.wordWrap()
    )


def test_a_choice_says_which_one_was_chosen(qtbot: QtBot) -> None:
    card = ChoiceCard("procedure")
    qtbot.addWidget(card)
    card.show_choice("file-certificate", "Hacer un trámite", "DNI, pasaporte")
    card.show()
    with qtbot.waitSignal(card.chosen) as chosen:
        tap(qtbot, card)
    assert chosen.args == ["procedure"]


def test_a_tap_on_the_words_is_a_tap_on_the_card(qtbot: QtBot) -> None:
    card = ChoiceCard("procedure")
    qtbot.addWidget(card)
    card.show_choice("file-certificate", "Hacer un trámite", "DNI, pasaporte")
    card.show()
    words = card.findChildren(Label)[0]
    assert card.childAt(words.geometry().center()) is None


def test_a_choice_that_cannot_be_taken_stays_and_says_why(qtbot: QtBot) -> None:
    card = ChoiceCard("company")
    qtbot.addWidget(card)
    card.show_choice("building-store", "Constituir una empresa", "Desde las 14:00", enabled=False)
    card.show()
    taken: list[str] = []
    card.chosen.connect(taken.append)
    tap(qtbot, card)
    assert taken == []
    assert card.accessibleDescription() == "Desde las 14:00"


def test_showing_the_same_choice_twice_changes_nothing(qtbot: QtBot) -> None:
    card = ChoiceCard("procedure")
    qtbot.addWidget(card)
    card.resize(968, 176)
    card.show_choice("car", "Hacer un trámite", "DNI")
    once = card.grab().toImage()
    card.show_choice("car", "Hacer un trámite", "DNI")
    assert card.grab().toImage() == once


def test_a_card_is_as_tall_as_its_words_and_no_taller(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    short, long = ChoiceCard("a"), ChoiceCard("b")
    short.show_choice("car", "Hacer un trámite", "DNI")
    long.show_choice("car", "Licencia de conducir para personas extranjeras con residencia", "Requisitos " * 12)
    column.addWidget(short)
    column.addWidget(long)
    column.addStretch()
    window.resize(968, 1500)
    window.show()
    assert short.height() == 176
    assert long.height() > 176
    assert nothing_is_cut(long)


def show_entity(card: EntityCard, name: str = "RENIEC", *, open_now: bool = True) -> None:
    wait = "De 25 a 35 minutos" if open_now else "Atiende desde las 14:00"
    card.show_entity("re", "id-badge-2", name, "DNI, partidas", wait, "21 esperan", "gold", open_now=open_now)


def test_an_entity_tells_all_it_shows_to_a_screen_reader(qtbot: QtBot) -> None:
    card = EntityCard()
    qtbot.addWidget(card)
    show_entity(card)
    assert card.objectName() == "entity-re"
    assert card.accessibleName() == "RENIEC"
    assert card.accessibleDescription() == "DNI, partidas. 21 esperan. De 25 a 35 minutos"


def test_a_closed_entity_stays_but_cannot_be_chosen(qtbot: QtBot) -> None:
    card = EntityCard()
    qtbot.addWidget(card)
    show_entity(card, open_now=False)
    card.show()
    taken: list[str] = []
    card.chosen.connect(taken.append)
    tap(qtbot, card)
    assert taken == []
    show_entity(card)
    tap(qtbot, card)
    assert taken == ["re"]


@pytest.mark.parametrize(
    "name", ["RENIEC", "Ministerio de Trabajo y Promoción del Empleo", "Superintendencia Nacional"]
)
def test_a_long_name_is_never_cut(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    grid = QGridLayout(window)
    cards = [EntityCard(str(n)) for n in range(2)]
    for n, card in enumerate(cards):
        show_entity(card, name)
        grid.addWidget(card, 0, n)
        grid.setColumnStretch(n, 1)
    window.resize(968, 450)
    window.show()
    assert all(nothing_is_cut(card) for card in cards)


@pytest.mark.parametrize("look", INKS)
def test_a_button_is_pressed_and_named_without_its_line_break(qtbot: QtBot, look: str) -> None:
    button = BigButton("Necesito\nayuda", look, icon="help-circle")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        tap(qtbot, button)
    assert button.accessibleName() == "Necesito ayuda"
    assert button.height() >= 100


def test_an_action_tells_its_name_and_its_key(qtbot: QtBot) -> None:
    action = ActionButton(primary=True)
    qtbot.addWidget(action)
    action.show_action("Terminar y llamar", "Espacio")
    assert (action.accessibleName(), action.accessibleDescription()) == ("Terminar y llamar", "Espacio")
    action.show_action("Llamar al siguiente", "Espacio", enabled=False)
    assert action.accessibleName() == "Llamar al siguiente"
    assert not action.isEnabled()


def test_the_keyboard_leaves_a_ring_and_a_tap_does_not(qtbot: QtBot) -> None:
    button = BigButton("Listo")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    assert button.property("ring") == "no"
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.property("ring") == "yes"


def test_a_chip_says_which_service_was_ticked_and_what_it_is_now(qtbot: QtBot) -> None:
    chip = ServiceChip()
    qtbot.addWidget(chip)
    chip.show_chip("PJ01", "PJ01 Antecedentes penales")
    chip.show()
    with qtbot.waitSignal(chip.ticked) as ticked:
        tap(qtbot, chip)
    assert ticked.args == ["PJ01", True]
    chip.show_chip("PJ01", "PJ01 Antecedentes penales", ticked=False)
    assert not chip.isChecked()


def test_a_waiting_row_has_words_for_its_mark(qtbot: QtBot) -> None:
    row = WaitingRow()
    qtbot.addWidget(row)
    row.show_row("7", "PJ 049", "Antecedentes penales", "12 min", "Preferente")
    assert row.accessibleName() == "PJ 049, Preferente, Antecedentes penales, 12 min"
    row.show_row("8", "PJ 044", "Homonimia", "24 min")
    assert row.accessibleName() == "PJ 044, Homonimia, 24 min"
    row.show()
    with qtbot.waitSignal(row.chosen) as chosen:
        tap(qtbot, row)
    assert chosen.args == ["8"]


def test_the_columns_of_the_list_stand_still_from_row_to_row(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    rows = [WaitingRow(str(n)) for n in range(2)]
    rows[0].show_row("0", "RW 1888", "Homonimia", "124 min", "Preferente")
    rows[1].show_row("1", "PJ 044", "Homonimia", "4 min")
    for row in rows:
        column.addWidget(row)
    window.resize(430, 120)
    window.show()
    lefts = {row.findChildren(Label)[1].x() for row in rows}
    assert len(lefts) == 1
