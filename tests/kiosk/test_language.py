"""The language of who stands at the kiosk: one tap away, on the ticket, and gone with them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, SLOW, WARNING
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue, Purpose
from shared.domain.commands import CheckIn, IssueTicket
from shared.domain.languages import LANGUAGES, Speaking
from shared.languages.tongues import Tongues
from tests.fakes.morning import NOW, OPEN, receipt, service_views


@pytest.fixture
def spoken(catalogue: Catalogue) -> Flow:
    """A kiosk of a centre that announces all languages."""
    flow = Flow()
    flow.hub_is_there(True)
    flow.see(replace(catalogue, languages=LANGUAGES), OPEN, service_views(catalogue).values())
    return flow


def test_a_language_is_offered_in_the_order_of_the_centre_file(spoken: Flow) -> None:
    assert spoken.view(NOW).head.languages == LANGUAGES
    assert spoken.view(NOW).head.language == "es"


@pytest.fixture
def only_spanish(catalogue: Catalogue) -> Flow:
    flow = Flow()
    flow.hub_is_there(True)
    flow.see(replace(catalogue, languages=("es",)), OPEN, service_views(catalogue).values())
    return flow


def test_a_language_that_the_centre_does_not_announce_is_not_taken(only_spanish: Flow) -> None:
    only_spanish.choose_language("quz")
    assert only_spanish.view(NOW).head.language == "es"


def test_the_order_carries_the_language(spoken: Flow) -> None:
    spoken.choose_language("ayr")
    spoken.choose_purpose(Purpose.PROCEDURE)
    spoken.choose_entity("pj")
    spoken.choose_service("PJ01")
    spoken.say_paid(False)
    spoken.choose_language("quz")
    order = spoken.say_preferential(True)
    assert isinstance(order, IssueTicket)
    assert order.language == "quz"


def test_checking_in_carries_the_language(spoken: Flow) -> None:
    spoken.choose_language("quz")
    spoken.have_appointment()
    for digit in "20417":
        spoken.type_code(digit)
    spoken.say_code()
    order = spoken.say_preferential(False)
    assert isinstance(order, CheckIn)
    assert order.language == "quz"


def test_a_choice_keeps_its_place_when_the_language_changes(spoken: Flow) -> None:
    spoken.choose_purpose(Purpose.PROCEDURE)
    spoken.choose_entity("pj")
    spoken.choose_language("quz")
    view = spoken.view(NOW)
    assert isinstance(view, v.ServicesView)
    assert view.entity == "Poder Judicial"


def test_pages_begin_anew_where_words_are_longer(spoken: Flow) -> None:
    spoken.choose_purpose(Purpose.PROCEDURE)
    spoken.more()
    spoken.more()
    spoken.choose_language("en")
    with Speaking(Tongues().speech("en")):
        view = spoken.view(NOW)
    assert isinstance(view, v.EntitiesView)
    assert (view.page, view.a_page, len(view.choices)) == (0, 4, 4)


def test_pages_are_full_while_nobody_has_translated_the_cards(spoken: Flow) -> None:
    spoken.choose_purpose(Purpose.PROCEDURE)
    spoken.choose_language("quz")
    with Speaking(Tongues().speech("quz")):
        view = spoken.view(NOW)
    assert isinstance(view, v.EntitiesView)
    assert view.a_page == 6


def test_the_next_citizen_begins_in_spanish(spoken: Flow) -> None:
    spoken.choose_language("quz")
    spoken.choose_purpose(Purpose.COMPANY)
    assert spoken.say_preferential(False)
    spoken.take_receipt(receipt(language="quz"))
    assert spoken.view(NOW).head.language == "quz"
    spoken.done()
    assert spoken.view(NOW).head.language == "es"


def test_who_only_chose_a_language_and_left_is_asked_and_then_forgotten(spoken: Flow) -> None:
    spoken.choose_language("quz")
    for _ in range(IDLE):
        spoken.second_passed()
    assert spoken.view(NOW).still_there == WARNING
    spoken.touched()
    assert spoken.view(NOW).still_there == 0
    for _ in range((IDLE + WARNING) * SLOW):
        spoken.second_passed()
    assert spoken.view(NOW).head.language == "es"


def test_a_spanish_home_asks_nobody(spoken: Flow) -> None:
    for _ in range(IDLE + WARNING):
        spoken.second_passed()
    assert spoken.view(NOW).still_there == 0


def test_going_back_to_the_first_question_keeps_the_language(spoken: Flow) -> None:
    spoken.choose_language("quz")
    spoken.choose_purpose(Purpose.PROCEDURE)
    spoken.back()
    assert spoken.view(NOW).head.language == "quz"


def test_a_slip_at_the_reader_is_answered_in_its_own_language(spoken: Flow) -> None:
    spoken.read_slip("A" * 22)
    spoken.take_receipt(receipt(language="ayr", state="waiting", copy=True))
    assert spoken.view(NOW).head.language == "ayr"


def test_a_language_that_is_taken_out_of_the_centre_file_is_spoken_no_more(spoken: Flow, catalogue: Catalogue) -> None:
    spoken.choose_language("quz")
    spoken.see(replace(catalogue, languages=("es", "en")), OPEN, service_views(catalogue).values())
    assert spoken.view(NOW).head.language == "es"


def test_it_can_be_chosen_while_the_hub_is_away(spoken: Flow) -> None:
    spoken.hub_is_there(False)
    spoken.choose_language("quz")
    view = spoken.view(NOW)
    assert isinstance(view, v.AwayView)
    assert view.head.language == "quz"


def test_every_screen_has_the_languages_in_their_own_names(qtbot: QtBot, window: KioskWindow, spoken: Flow) -> None:
    window.show_view(spoken.view(NOW))
    row = {b.objectName(): b.accessibleName() for b in window.findChildren(QAbstractButton) if b.isVisible()}
    assert {name: words for name, words in row.items() if name.startswith("language-")} == {
        "language-es": "Español",
        "language-quz": "Runasimi (Qusqu)",
        "language-quy": "Runasimi (Chanka)",
        "language-ayr": "Aymar aru",
        "language-en": "English",
    }
    with qtbot.waitSignal(window.language_chosen) as heard:
        next(b for b in window.findChildren(QAbstractButton, "language-ayr") if b.isVisible()).click()
    assert heard.args == ["ayr"]


def test_a_centre_with_one_language_has_no_row_of_languages(window: KioskWindow, only_spanish: Flow) -> None:
    window.show_view(only_spanish.view(NOW))
    assert not [b for b in window.findChildren(QAbstractButton) if b.isVisible() and "language" in b.objectName()]


def test_verified_words_stand_alone_and_others_have_the_spanish_beside_them(window: KioskWindow, spoken: Flow) -> None:
    spoken.choose_language("quz")
    spoken.choose_purpose(Purpose.COMPANY)
    with Speaking(Tongues().speech("quz")):
        window.show_view(spoken.view(NOW))
        named = {b.objectName(): b.accessibleName() for b in window.findChildren(QAbstractButton) if b.isVisible()}
    assert named["preferential-yes"] == "Arí"
    assert named["preferential-no"] == "Manan"
    assert named["back"] == "Qhipaman · Atrás"
