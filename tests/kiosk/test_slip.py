from __future__ import annotations

from kiosk.offer import Offer
from kiosk.slip import slip_of
from shared.domain.catalogue import Catalogue
from shared.lan.messages import StopShown
from shared.printing.lines import Pair, Qr, Text
from shared.printing.slip import SlipStop, layout
from tests.fakes.morning import receipt


def test_slip_says_what_the_screen_says(catalogue: Catalogue) -> None:
    slip = slip_of(receipt(preferential=True), Offer(catalogue, {}))
    assert (slip.centre, slip.number) == ("Centro MAC Región Sur", "PJ 047")
    assert slip.service == "Certificado de antecedentes penales"
    assert (slip.people_ahead, slip.preferential, slip.qr) == (12, True, "Jx7QmW2sT9")
    assert slip.stops == (
        SlipStop("Banco de la Nación", "módulos 1 a 6", "pago de S/\u00a052.80"),
        SlipStop("Poder Judicial", "módulos 20 y 21", ""),
    )


def test_hours_on_the_slip_are_those_of_the_centre(catalogue: Catalogue) -> None:
    slip = slip_of(receipt(), Offer(catalogue, {}))
    assert slip.issued_at.strftime("%H:%M") == "10:24"
    assert slip.call_window
    assert [at.strftime("%H:%M") for at in slip.call_window] == ["10:35", "10:40"]


def test_slip_is_honest_when_nobody_attends(catalogue: Catalogue) -> None:
    slip = slip_of(receipt(between=None), Offer(catalogue, {}))
    assert slip.call_window is None


def test_slip_of_a_service_the_catalogue_lost_can_be_printed(catalogue: Catalogue) -> None:
    lost = receipt(service="ZZ01", stops=(StopShown("ZZ", "ZZ01", ()),))
    assert layout(slip_of(lost, Offer(catalogue, {})), 576)


def test_paper_holds_number_stops_and_code(catalogue: Catalogue) -> None:
    lines = layout(slip_of(receipt(), Offer(catalogue, {})), 576)
    said = [line.text for line in lines if isinstance(line, Text)]
    pairs = [(line.left, line.right) for line in lines if isinstance(line, Pair)]
    assert "PJ 047" in said
    assert ("1. Banco de la Nación", "módulos 1 a 6") in pairs
    assert any("pago de S/ 52.80" in text for text in said)
    assert Qr("Jx7QmW2sT9") in lines
