from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from display_board import texts
from display_board.waits import WaitShown

LIMA = ZoneInfo("America/Lima")
NOW = datetime(2026, 11, 23, 18, 5, tzinfo=LIMA)


def test_an_entity_says_its_wait_who_waits_and_until_when() -> None:
    bank = WaitShown("bn", "Banco", (10, 15), waiting=12, until=NOW)
    assert (texts.wait_of(bank), texts.more_of(bank)) == ("10 a 15 min", "12 esperan · atiende hasta las 18:05")
    later = WaitShown("bn", "Banco", opens_at=NOW)
    assert (texts.wait_of(later), texts.more_of(later)) == ("desde las 18:05", "todavía no atiende")


def test_waits_are_ranges_in_words() -> None:
    assert texts.wait((10, 15)) == "10 a 15 min"
    assert texts.wait((0, 5)) == "menos de 5 min"
    assert texts.wait((5, 5)) == "5 min"
    assert texts.wait((0, 0)) == "sin espera"


def test_a_closed_board_says_when_to_come() -> None:
    tomorrow = datetime(2026, 11, 24, 8, 30, tzinfo=LIMA)
    assert texts.opens(tomorrow, NOW) == "Le esperamos mañana, martes 24 de noviembre, desde las 08:30."
    assert texts.opens(datetime(2026, 11, 23, 18, 30, tzinfo=LIMA), NOW) == "Le atenderemos desde las 18:30."
    assert texts.opens(datetime(2026, 11, 30, 8, 30, tzinfo=LIMA), NOW).startswith("Le esperamos el lunes 30")
    assert texts.opens(None, NOW) == texts.UNKNOWN_OPENING


def test_a_closed_board_says_why() -> None:
    monday = datetime(2026, 11, 30, 8, 30, tzinfo=LIMA)
    assert texts.closed(True, monday, NOW) == texts.ENDED
    assert texts.closed(False, monday, NOW) == texts.NOT_TODAY
    assert texts.closed(False, NOW, NOW) == texts.NOT_YET
    assert texts.closed(False, None, NOW) == texts.NOT_YET
