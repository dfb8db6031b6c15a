"""A ticket's slip from what the hub told of it."""

from __future__ import annotations

from msgspec.structs import replace

from shared.domain.catalogue import Catalogue, Phone
from shared.lan.messages import StopShown
from shared.printing import texts
from shared.printing.lines import Pair, Qr, Text
from shared.printing.slip import SlipStop, layout
from shared.printing.ticket_slip import ticket_slip
from tests.fakes.morning import receipt


def test_the_slip_says_what_the_screen_says(region_sur: Catalogue) -> None:
    slip = ticket_slip(receipt(preferential=True), region_sur)
    assert (slip.centre, slip.number) == ("Centro MAC Región Sur", "PJ 047")
    assert slip.service == "Certificado de antecedentes penales"
    assert (slip.people_ahead, slip.preferential, slip.qr) == (12, True, "Jx7QmW2sT9")
    assert slip.stops == (
        SlipStop("Banco de la Nación", "módulos 1 a 6", "pago de S/\u00a052.80"),
        SlipStop("Poder Judicial", "módulos 20 y 21", ""),
    )


def test_hours_on_the_slip_are_those_of_the_centre(region_sur: Catalogue) -> None:
    slip = ticket_slip(receipt(), region_sur)
    assert f"{slip.issued_at:%H:%M}" == "10:24"
    assert slip.call_window
    assert [f"{at:%H:%M}" for at in slip.call_window] == ["10:35", "10:40"]


def test_slip_is_honest_when_nobody_attends(region_sur: Catalogue) -> None:
    assert ticket_slip(receipt(between=None), region_sur).call_window is None


def test_a_ticket_of_only_a_queue_names_the_queue(region_sur: Catalogue) -> None:
    slip = ticket_slip(receipt(service="", stops=(StopShown("PJ", "", (20, 21)),)), region_sur)
    assert slip.service == "Poder Judicial"


def test_slip_of_a_service_the_catalogue_lost_can_be_printed(region_sur: Catalogue) -> None:
    lost = receipt(service="ZZ01", queue="ZZ", stops=(StopShown("ZZ", "ZZ01", ()),))
    assert layout(ticket_slip(lost, region_sur), 576)


def test_paper_holds_number_stops_and_code(region_sur: Catalogue) -> None:
    lines = layout(ticket_slip(receipt(), region_sur), 576)
    said = [line.text for line in lines if isinstance(line, Text)]
    pairs = [(line.left, line.right) for line in lines if isinstance(line, Pair)]
    assert "PJ 047" in said
    assert ("1. Banco de la Nación", "módulos 1 a 6") in pairs
    assert any("pago de S/ 52.80" in text for text in said)
    assert Qr("Jx7QmW2sT9") in lines


def test_a_fee_that_is_not_known_is_only_named() -> None:
    assert texts.payment(0) == "pago de la tasa"
    assert texts.payment(450) == "pago de S/\u00a04.50"


def test_with_a_wifi_the_code_opens_the_page_and_the_slip_names_the_network(region_sur: Catalogue) -> None:
    phone = Phone("http://10.0.40.1:8080", "MAC-Visitas")
    lines = layout(ticket_slip(receipt(), replace(region_sur, phone=phone)), 576)
    said = " ".join(line.text for line in lines if isinstance(line, Text))
    assert Qr("http://10.0.40.1:8080/t/Jx7QmW2sT9") in lines
    assert "conéctese a la Wi-Fi MAC-Visitas y escanee el código" in said


def test_without_a_wifi_no_code_leads_a_phone_anywhere(region_sur: Catalogue) -> None:
    """What is there is the kiosk's: the token alone, by which its reader finds the ticket."""
    lines = layout(ticket_slip(receipt(), replace(region_sur, phone=Phone())), 576)
    said = " ".join(line.text for line in lines if isinstance(line, Text))
    assert [line.text for line in lines if isinstance(line, Qr)] == ["Jx7QmW2sT9"]
    assert not any(word in said for word in ("Wi-Fi", "celular", "http"))
