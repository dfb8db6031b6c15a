"""Each screen: what the view says is on it, and one tap tells what was meant."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from kiosk import texts, views as v
from kiosk.flow import Flow
from kiosk.screens.window import DEAF_MS, KioskWindow
from kiosk.ways import NAMES as WAYS
from shared.domain.catalogue import Catalogue, Purpose
from shared.ui import tokens
from shared.ui.fit_text import FitText
from shared.ui.qr import QrCode
from tests.fakes.morning import NOW, OPEN, receipt, service_views
from tests.kiosk.test_document import asked_flow, typed


def words(window: KioskWindow) -> list[str]:
    """What can be read now."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


def button(window: KioskWindow, name: str) -> QAbstractButton:
    (found,) = (b for b in window.findChildren(QAbstractButton, name) if b.isVisible())
    return found


def tap(qtbot: QtBot, window: KioskWindow, name: str) -> None:
    """As a finger does: on whatever lies at that place of the window."""
    there = button(window, name)
    spot = there.mapTo(window, there.rect().center())
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)


def told(qtbot: QtBot, window: KioskWindow, name: str, signal: SignalInstance) -> list[object]:
    with qtbot.waitSignal(signal) as heard:
        tap(qtbot, window, name)
    return list(heard.args or [])


def equal(one: QAbstractButton, other: QAbstractButton) -> bool:
    """To the eye: where the room is odd, one has the pixel."""
    return one.width() == other.width() and abs(one.height() - other.height()) <= 1


def pj_paid(flow: Flow) -> v.KioskView:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    flow.choose_service("PJ01")
    return flow.view(NOW)


def ticket(flow: Flow, paper: str = v.PRINTED, **facts: object) -> v.KioskView:
    flow.choose_purpose(Purpose.COMPANY)
    assert flow.say_preferential(False)
    flow.take_receipt(receipt(**facts), paper)
    return flow.view(NOW)


def test_frame_says_where_and_when(window: KioskWindow, flow: Flow) -> None:
    window.show_view(flow.view(NOW))
    assert {"Centro MAC Región Sur", "Mejor Atención al Ciudadano", "10:24", "lunes 23 de noviembre"} <= set(
        words(window)
    )


def test_desktop_names_the_window(window: KioskWindow) -> None:
    assert window.windowTitle() == "Kiosco"


def test_home_shows_each_purpose_and_a_tap_tells_which(qtbot: QtBot, window: KioskWindow, flow: Flow) -> None:
    window.show_view(flow.view(NOW))
    for said in ("¿Qué necesita hacer hoy?", "Hacer un trámite", "Constituir una empresa", "Recoger un documento"):
        assert said in words(window)
    for purpose in Purpose:
        assert told(qtbot, window, f"purpose-{purpose.value}", window.stage.purpose_chosen) == [purpose.value]


def test_home_shows_no_purpose_that_is_not_offered(window: KioskWindow, flow: Flow, catalogue: Catalogue) -> None:
    only = tuple(s for s in catalogue.services if s.purpose == Purpose.PROCEDURE)
    flow.see(replace(catalogue, services=only), OPEN, service_views(catalogue).values())
    window.show_view(flow.view(NOW))
    assert "Hacer un trámite" in words(window)
    assert "Pedir orientación" not in words(window)


def test_entity_card_says_who_waits_and_how_long(qtbot: QtBot, window: KioskWindow, flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    window.show_view(flow.view(NOW))
    for said in ("Banco de la Nación", "Tasas, giros, pensiones", "12 esperan", "De 10 a 15 minutos", "Más entidades"):
        assert said in words(window)
    assert told(qtbot, window, "entity-bn", window.stage.entity_chosen) == ["bn"]
    told(qtbot, window, "more-entities", window.stage.more_asked)
    told(qtbot, window, "back", window.back_asked)


def test_closed_entity_says_until_when_and_cannot_be_touched(window: KioskWindow, flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.more()
    window.show_view(flow.view(NOW))
    assert {"Cerrado", "Atiende desde las 14:00"} <= set(words(window))
    assert not button(window, "entity-sunat").isEnabled()


def test_last_page_shows_only_its_own_entities_and_the_way_to_the_first(window: KioskWindow, flow: Flow) -> None:
    flow.choose_purpose(Purpose.GUIDANCE)
    flow.more()
    window.show_view(flow.view(NOW))
    assert "Más entidades" not in words(window)
    assert "Ver las primeras" in words(window)
    cards = [b for b in window.findChildren(QAbstractButton) if b.objectName().startswith("entity-") and b.isVisible()]
    assert len(cards) == 1


def test_service_card_says_what_to_bring_and_what_it_costs(qtbot: QtBot, window: KioskWindow, flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    window.show_view(flow.view(NOW))
    read = " / ".join(words(window)).replace("\u00a0", " ")
    for said in ("Certificado de antecedentes penales", "Traiga: Su DNI · El comprobante", "S/ 52.80", "9 esperan"):
        assert said in read
    assert told(qtbot, window, "service-PJ01", window.stage.service_chosen) == ["PJ01"]


def test_whether_the_fee_is_paid_has_two_equal_answers(qtbot: QtBot, window: KioskWindow, flow: Flow) -> None:
    window.show_view(pj_paid(flow))
    assert "¿Ya pagó la tasa?" in words(window)
    assert equal(button(window, "paid-yes"), button(window, "paid-no"))
    assert told(qtbot, window, "paid-yes", window.stage.paid_said) == [True]
    assert told(qtbot, window, "paid-no", window.stage.paid_said) == [False]


def test_preference_has_four_groups_together_and_two_equal_answers(
    qtbot: QtBot, window: KioskWindow, flow: Flow
) -> None:
    pj_paid(flow)
    flow.say_paid(True)
    window.show_view(flow.view(NOW))
    groups = {"Personas de 60 años a más", "Gestantes", "Personas con discapacidad", "Con niñas o niños"}
    assert groups <= set(words(window))
    assert equal(button(window, "preferential-yes"), button(window, "preferential-no"))
    assert told(qtbot, window, "preferential-yes", window.stage.preferential_said) == [True]
    assert told(qtbot, window, "preferential-no", window.stage.preferential_said) == [False]


def test_requirements_stand_before_the_last_answer(window: KioskWindow, flow: Flow) -> None:
    flow.choose_purpose(Purpose.PICKUP)
    flow.choose_entity("reniec")
    window.show_view(flow.view(NOW))
    assert any("Traiga: El número o la hoja de su trámite" in said for said in words(window))


def test_ticket_shows_number_stops_and_code(qtbot: QtBot, window: KioskWindow, flow: Flow) -> None:
    window.show_view(ticket(flow))
    (number,) = (n for n in window.findChildren(FitText) if n.isVisible())
    (code,) = (c for c in window.findChildren(QrCode) if c.isVisible())
    assert (number.text(), code._text) == ("PJ 047", "Jx7QmW2sT9")
    read = " / ".join(words(window)).replace("\u00a0", " ")
    for said in (
        "Certificado de antecedentes penales",
        "Primero pague en el Banco de la Nación",
        "10:35 y 10:40",
        "Banco de la Nación · módulos 1 a 6 · pago de S/ 52.80",
        "Poder Judicial · módulos 20 y 21",
        "Recoja su ticket.",
    ):
        assert said in read
    told(qtbot, window, "done", window.stage.done_said)


def test_ticket_that_nobody_attends_says_so(window: KioskWindow, flow: Flow) -> None:
    window.show_view(ticket(flow, between=None))
    assert "Ahora ningún módulo atiende. Le llamaremos cuando abra uno." in words(window)
    assert "Le llamaremos entre" not in words(window)


def test_ticket_without_paper_is_to_be_noted(window: KioskWindow, flow: Flow) -> None:
    window.show_view(ticket(flow, v.NOT_PRINTED))
    assert "Anote su número o tómele una foto." in words(window)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (v.AwayView(), "Un momento: sin conexión…"),
        (v.WorkingView(), "Un momento"),
        (v.WorkingView(away=True), "Su número saldrá cuando vuelva la conexión"),
        (v.WorkingView(service="Antecedentes penales", away=True), "Pedido para: Antecedentes penales"),
        (v.ClosedView(), "Por ahora estamos cerrados"),
        (v.SorryView(code="numbers_exhausted"), "No pudimos darle un número"),
    ],
)
def test_sentences_say_what_is_so(window: KioskWindow, view: v.KioskView, said: str) -> None:
    window.show_view(view)
    assert said in words(window)
    there = [b.objectName() for b in window.stage.findChildren(QAbstractButton) if b.isVisible()]
    assert there == (["done"] if isinstance(view, v.SorryView) else [])


@pytest.mark.parametrize("name", WAYS)
def test_every_way_to_use_it_is_one_tap_away_on_every_screen(
    qtbot: QtBot, window: KioskWindow, flow: Flow, name: str
) -> None:
    for view in (flow.view(NOW), pj_paid(flow), v.AwayView(), v.ClosedView()):
        window.show_view(view)
        if name == "low" and window.width() > window.height():
            continue  # all of a landscape panel is within reach
        assert told(qtbot, window, f"way-{name}", window.way_pressed) == [name]


def test_help_is_one_tap_away_and_says_who_comes(qtbot: QtBot, window: KioskWindow, flow: Flow) -> None:
    view = flow.view(NOW)
    window.show_view(view)
    told(qtbot, window, "help", window.help_asked)
    window.show_view(replace(view, head=replace(view.head, help="asked")))
    assert texts.help_title("asked") in words(window)
    told(qtbot, window, "help-understood", window.help_closed)


def test_question_whether_somebody_is_there_lies_over_everything(qtbot: QtBot, window: KioskWindow, flow: Flow) -> None:
    window.show_view(v.PreferenceView(still_there=15, can_go_back=True, service=pj_paid(flow).service))  # type: ignore[attr-defined]
    assert {"¿Sigue ahí?", "Volveremos al inicio en 15 segundos."} <= set(words(window))
    told(qtbot, window, "more-time", window.touched)
    window.show_view(flow.view(NOW))
    assert "¿Sigue ahí?" not in words(window)


def test_screen_that_comes_in_is_deaf_for_a_moment(
    qtbot: QtBot, window: KioskWindow, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_view(flow.view(NOW))
    flow.choose_purpose(Purpose.PROCEDURE)
    monkeypatch.setattr(tokens, "motion", 1.0)
    window.show_view(flow.view(NOW))
    with qtbot.assertNotEmitted(window.stage.entity_chosen):
        tap(qtbot, window, "entity-bn")
    qtbot.waitUntil(lambda: window.hears, timeout=DEAF_MS * 10)
    assert told(qtbot, window, "entity-bn", window.stage.entity_chosen) == ["bn"]


def test_a_document_is_typed_unseen_and_one_may_go_on_without(
    qtbot: QtBot, window: KioskWindow, catalogue: Catalogue
) -> None:
    flow = typed(asked_flow(catalogue), "0047")
    window.show_view(flow.view(NOW))
    assert "● ● ● ● ○ ○ ○ ○" in words(window)
    assert not any("0047" in said for said in words(window))
    document = window.stage.document
    assert told(qtbot, window, "digit-7", document.typed) == ["7"]
    assert told(qtbot, window, "digit-erase", document.typed) == [""]
    assert told(qtbot, window, "kind-ce", document.kind_chosen) == ["ce"]
    skip, go_on = button(window, "document-skip"), button(window, "document-done")
    assert skip.size() == go_on.size(), "nobody is led to give a number"
    assert not go_on.isEnabled()
    told(qtbot, window, "document-skip", document.skipped)
    window.show_view(typed(flow, "1183").view(NOW))
    told(qtbot, window, "document-done", document.said)
