"""Corrections on the supervisor's page: what is typed, the order it is, and what is offered once the day has closed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from counter.supervisor import texts
from counter.supervisor.correcting import written
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.watch import Watch
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.lan import views as v

NOW = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)  # 19:30 in Lima
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("PJ 047 PJ01 PJ03", c.CorrectServices("PJ 047", ("PJ01", "PJ03"))),
        ("pj47 pj03, pj01 ,pj03", c.CorrectServices("PJ 047", ("PJ03", "PJ01"))),
        ("PJ-047 m20 BN01", c.CorrectServices("PJ 047", ("BN01",), 20)),
        ("PJ 047 módulo 3 BN01", c.CorrectServices("PJ 047", ("BN01",), 3)),
        ("A 003 PJ01", c.CorrectServices("A 003", ("PJ01",))),
        ("PJ 047", None),
        ("PJ 047 XX99", None),
        ("PJ01 PJ03", c.CorrectServices("PJ 001", ("PJ03",))),
        ("", None),
    ],
)
def test_what_is_typed_is_the_order(catalogue: Catalogue, typed: str, order: c.CorrectServices | None) -> None:
    assert written(catalogue, typed) == order


@pytest.fixture
def evening(catalogue: Catalogue) -> Watch:
    """The day has closed."""
    watch = Watch("a001")
    told = v.InterruptionView(1, "system", NOW - timedelta(hours=9), NOW - timedelta(hours=8), "pj")
    watch.see(HallFacts(True, catalogue, v.HallView(DAY, open=False), interruptions=(told,)))
    return watch


def rows(watch: Watch) -> list[str]:
    panel = watch.panel(NOW)
    return [row.name for row in panel.rows] if panel else []


def test_a_closed_day_offers_what_can_still_be_put_right(evening: Watch) -> None:
    assert evening.view(NOW).interruptions == texts.CORRECTIONS
    evening.press("interruptions", NOW)
    panel = evening.panel(NOW)
    assert panel
    assert panel.title == "Correcciones del 23/11"
    assert rows(evening) == ["broken-note", "coding", "interruption-1"], "nothing begins on a closed day"
    evening.press("coding", NOW)
    assert rows(evening) == []
    evening.search("PJ 047 PJ02")
    assert rows(evening) == ["coding-go"]
    assert evening.press("coding-go", NOW) == c.CorrectServices("PJ 047", ("PJ02",))
    assert evening.panel(NOW) is None


def test_an_interruption_of_the_closed_day_is_told_late(evening: Watch, catalogue: Catalogue) -> None:
    for name in ("interruptions", "broken-note", "what-entity:pj", "why-line"):
        assert evening.press(name, NOW) is None
    evening.search("10:15-10:40")
    since, until = (datetime(2026, 11, 23, 10, minute, tzinfo=catalogue.timezone) for minute in (15, 40))
    assert evening.press("when-go", NOW) == c.NoteInterruption("line", since, until, 0, "pj", by="a001")


def test_before_the_first_day_there_is_nothing_to_put_right(catalogue: Catalogue) -> None:
    watch = Watch("a001")
    watch.see(HallFacts(True, catalogue, v.HallView(None, open=False)))
    assert watch.view(NOW).interruptions == ""
