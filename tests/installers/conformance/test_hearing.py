"""What was shown and never said is found, numbers in words or not."""

from __future__ import annotations

from installers.conformance.hearing import CLOCK, missing


def test_what_is_said_in_words_was_said() -> None:
    said = ["De cinco a diez minutos.", "pe jota, uno.", "Tasa: cincuenta y dos soles con ochenta céntimos."]
    assert list(missing(("De 5 a 10 minutos", "PJ\u00a0001", "Tasa: S/\u00a052.80"), said)) == []


def test_what_was_never_said_is_told() -> None:
    assert list(missing(("Traiga: Su DNI", "Sí"), ["Sírvase pasar."])) == ["Traiga: Su DNI", "Sí"]


def test_only_the_hour_is_left_out() -> None:
    assert CLOCK.fullmatch("09:58")
    assert not CLOCK.fullmatch("lunes 23 de noviembre")
