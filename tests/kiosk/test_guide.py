"""What the audio guide says of each screen, without sound and without a window."""

from __future__ import annotations

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.guide import Guide
from kiosk.listing import listing_of
from kiosk.scanning import Scan
from kiosk.simple import simple_of
from shared.domain.catalogue import Catalogue, Purpose
from shared.languages.tongues import Tongues
from tests.fakes.morning import NOW, receipt
from tests.kiosk.test_flow import to_ticket


def heard(flow: Flow) -> Guide:
    """A guide that was just switched on."""
    flow.press_way("audio")
    guide = Guide()
    guide.see(flow.view(NOW))
    return guide


def test_it_says_how_it_is_used_then_the_screen_then_the_first_answer(flow: Flow) -> None:
    flow.press_way("audio")
    said = Guide().see(flow.view(NOW))
    assert said[:2] == ("Centro MAC Región Sur", "Mejor Atención al Ciudadano")
    assert said[2] == "lunes 23 de noviembre, 10:24"
    assert said[3].startswith("Guía de audio. Con la tecla siguiente")
    assert said[4] == "¿Qué necesita hacer hoy?"
    assert said[5] == "Hacer un trámite"
    assert said[-1].startswith("Opción 1 de ")


def test_nothing_is_said_while_nothing_new_stands_there(flow: Flow) -> None:
    guide = heard(flow)
    assert guide.see(flow.view(NOW)) == ()


def test_every_answer_is_reached_and_after_the_last_the_first(flow: Flow) -> None:
    guide = heard(flow)
    flow.choose_purpose(Purpose.PROCEDURE)
    guide.see(flow.view(NOW))
    names = []
    for _ in guide.listing.options:
        assert guide.marked
        names.append(guide.marked.name)
        guide.next()
    assert guide.marked
    assert (guide.marked.name, len(set(names))) == (names[0], len(names))
    assert {o.name for o in simple_of(flow.view(NOW)).options} < set(names)
    assert {"back", "help", "way-audio", "way-large", "language-quz"} < set(names)
    guide.previous()
    assert guide.marked.name == names[-1]


def test_what_is_shut_says_why_and_that_it_cannot_be_chosen(flow: Flow) -> None:
    guide = heard(flow)
    flow.choose_purpose(Purpose.PROCEDURE)
    guide.see(flow.view(NOW))
    said = guide.stand_at("entity-sunat")
    assert said[0] == "SUNAT"
    assert "Cerrado" in said[1]
    assert said[2] == "No se puede elegir ahora."


def test_another_language_says_the_screen_again_at_the_same_answer(flow: Flow, catalogue: Catalogue) -> None:
    guide, tongues = heard(flow), Tongues()
    guide.next()
    tongues.centre_has(catalogue)
    flow.choose_language("en")
    tongues.speak("en")
    said = guide.see(flow.view(NOW))
    assert said
    assert said[0] != "¿Qué necesita hacer hoy?"
    assert guide.marked
    assert guide.marked.name == "purpose-guidance"


def test_a_way_that_is_switched_says_that_it_is_on(flow: Flow) -> None:
    guide = heard(flow)
    guide.stand_at("way-contrast")
    flow.press_way("contrast")
    assert guide.see(flow.view(NOW)) == ("Más contraste. Activado",)


def test_a_ticket_says_all_that_the_slip_says_and_its_number_twice(flow: Flow) -> None:
    guide = heard(flow)
    to_ticket(flow)
    said = guide.see(flow.view(NOW))
    number = receipt().number
    assert said.count(number) == 2
    assert said[:2] == ("Su número es", number)
    assert {"Atención preferente"} <= set(said) or not receipt().preferential
    assert any("Personas antes" in sentence for sentence in said)
    flow.paper_is(receipt().ticket, v.PRINTED)
    assert "Recoja su ticket." in guide.see(flow.view(NOW))
    assert guide.is_news, "it waits until the number was said"


def test_crowds_that_change_are_not_called_out(flow: Flow, catalogue: Catalogue) -> None:
    guide = heard(flow)
    flow.choose_purpose(Purpose.PROCEDURE)
    guide.see(flow.view(NOW))
    assert flow.offer
    flow.see(catalogue, flow._hall, ())
    assert guide.see(flow.view(NOW)) == ()


def test_digits_of_a_document_are_counted_and_never_said() -> None:
    from kiosk.listing import typed_words
    from shared.domain.personal import Personal

    view = v.DocumentView(
        kind="dni", typed=3, digits=8, complete=False, optional=True, reason="", rule="", told=Personal()
    )
    assert typed_words(view) == "3 dígitos escritos"
    assert typed_words(v.CodeView(typed="402", complete=True)) == "4 0 2"


def test_the_sheet_is_all_there_is_while_it_lies_over_the_screen(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    for _ in range(45):
        flow.second_passed()
    assert [option.name for option in listing_of(flow.view(NOW)).options] == ["more-time"]


def test_a_scan_begins_again_on_another_screen_and_stays_on_the_same() -> None:
    scan = Scan(rounds=2)
    scan.see(["a", "b", "c"])
    assert scan.press() == ""
    assert (scan.at, scan.step(), scan.press()) == ("a", "b", "b")
    scan.see(["a", "b", "c", "d"])
    assert scan.at == "b"
    scan.see(["x", "y"])
    assert scan.at == "x"
    assert [scan.step() for _ in range(5)] == ["y", "x", "y", "", ""]
    assert scan.press() == ""
    assert scan.at == "x"
