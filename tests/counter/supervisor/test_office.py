"""The way to the central office, as the supervisor reads it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from counter.supervisor import office, office_texts as texts
from counter.supervisor.alerts import alerts
from counter.supervisor.watch import Watch
from shared.domain.catalogue import Office
from shared.domain.commands import PutAside
from shared.lan.views import FromOfficeView, OfficeLineView
from sync.office import judging
from tests.counter.supervisor.test_watch import facts_of

ANY = Any


def line(busy: ANY, **other: Any) -> OfficeLineView:
    told = OfficeLineView("online", busy.now, 0, False, None, busy.now, 0, (), 0, 0, "", "0.1.0", "")
    return msgspec.structs.replace(told, **other)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({}, "Oficina: al día"),
        ({"waiting": 12}, "Oficina: 12 por enviar"),
        ({"waiting": 12, "more": True, "state": "offline"}, "Oficina: sin línea"),
        ({"state": "away"}, "Oficina: sin envío"),
        ({"waiting": 1234, "more": True}, "Oficina: 999+ por enviar"),
        ({"state": "stopped", "waiting": 3}, "Oficina: detenida"),
    ],
)
def test_a_button_says_how_it_stands(busy_hall: ANY, other: Any, words: str) -> None:
    facts = facts_of(busy_hall, office_line=line(busy_hall, **other))
    assert office.button(facts, busy_hall.catalogue) == words


def test_without_an_office_there_is_no_button_and_without_news_it_says_so(busy_hall: ANY) -> None:
    facts, catalogue = facts_of(busy_hall, office_line=None), busy_hall.catalogue
    assert office.button(facts, catalogue) == ""
    with_office = msgspec.structs.replace(catalogue, office=Office("https://office.example"))
    assert office.button(facts, with_office) == texts.NO_NEWS_SHORT
    assert office.panel(facts, with_office).text == texts.NO_NEWS


def test_the_panel_says_all_of_it_in_words(busy_hall: ANY) -> None:
    told = line(
        busy_hall,
        state="offline",
        waiting=12,
        more=True,
        oldest=busy_hall.now - timedelta(hours=3),
        speed=4100,
        parked=(PutAside(97, "31", "2026-11-23", "its promise ends before it begins"),),
        parked_count=1,
        notices=2,
        wanted="0.2.0",
        proved=date(2026, 11, 20),
    )
    came = FromOfficeView(3, "aa", 4, "bb", date(2027, 1, 1), 5321)
    watch = Watch("s01")
    watch.see(facts_of(busy_hall, office_line=told, from_office=came))
    assert watch.press("office", busy_hall.now) is None
    panel = watch.panel(busy_hall.now)
    assert panel
    first, _, *lines = panel.text.split("\n")
    assert first == texts.STATES["offline"]
    said = dict(line.split(": ", 1) for line in lines)
    assert said[texts.WAITING].startswith("12 registros o más, el más antiguo del ")
    assert said[texts.LINE].endswith("4,1 kB por segundo.")
    assert said[texts.PROVED] == "La oficina tiene lo mismo que el centro hasta el 20/11/2026."
    assert said["Ticket 31 del 23/11/2026"] == "Su espera prometida termina antes de empezar."
    assert said[texts.CATALOGUE] == "Versión 3 en vigor. Versión 4 desde el 01/01/2027."
    assert said[texts.APPOINTMENTS] == "Recibidas hasta el cambio 5321."
    assert said[texts.NOTICES] == "Versión 2."
    assert said[texts.SOFTWARE] == "0.1.0. La oficina pide la 0.2.0: instálela soporte."
    assert [row.name for row in panel.rows] == ["panel-close"]
    assert watch.press("panel-close", busy_hall.now) is None
    assert watch.panel(busy_hall.now) is None


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"state": "stopped", "parked_count": 2}, texts.STOPPED_ALERT),
        ({"unlike": date(2026, 11, 20), "parked_count": 2}, texts.unlike_alert(date(2026, 11, 20))),
        ({"parked_count": 2}, "La oficina central apartó 2 registros."),
        ({"state": "offline", "waiting": 9}, texts.waits_long(3)),
    ],
)
def test_what_somebody_has_to_see_to_is_said(busy_hall: ANY, other: Any, sentence: str) -> None:
    told = line(busy_hall, oldest=busy_hall.now - timedelta(days=3), **other)
    found = alerts(facts_of(busy_hall, office_line=told), busy_hall.now)
    assert [(alert.name, alert.action) for alert in found if alert.sentence == sentence] == [("office", texts.SEE)]


def test_an_hour_without_a_line_is_nothing(busy_hall: ANY) -> None:
    told = line(busy_hall, state="offline", waiting=9, oldest=busy_hall.now - timedelta(hours=1))
    assert not [a for a in alerts(facts_of(busy_hall, office_line=told), busy_hall.now) if a.name == "office"]


def test_every_reason_of_the_office_has_its_words() -> None:
    source = Path(judging.__file__).read_text(encoding="utf-8")
    reasons = [found for found in re.findall(r'return f?"(.*)"', source) if found]
    assert len(reasons) >= 8
    for reason in reasons:
        assert texts.reason(reason) != texts.reason("something newer"), reason
