"""Interruptions on the supervisor's page: what is asked, and the order that each way of answering leads to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from counter.supervisor import texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.watch import Watch
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.lan import views as v

NOW = datetime(2026, 11, 23, 15, 46, tzinfo=UTC)  # 10:46 in Lima
DAY = date(2026, 11, 23)
DONE = v.InterruptionView(1, "system", NOW - timedelta(minutes=31), NOW - timedelta(minutes=6), "pj")
GOES_ON = v.InterruptionView(2, "power", NOW - timedelta(minutes=5), None, by="a001")


@pytest.fixture
def watch(catalogue: Catalogue) -> Watch:
    watch = Watch("a001")
    watch.see(HallFacts(True, catalogue, v.HallView(DAY, open=True), interruptions=(GOES_ON, DONE)))
    return watch


def names(watch: Watch) -> list[str]:
    panel = watch.panel(NOW)
    return [row.name for row in panel.rows] if panel else []


def press(watch: Watch, *pressed: str) -> c.Command | None:
    """One after the other; only the last may order something."""
    *first, last = pressed
    for name in first:
        assert watch.press(name, NOW) is None
        assert names(watch)
    return watch.press(last, NOW)


def local(catalogue: Catalogue, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=catalogue.timezone)


def test_the_list_says_what_why_and_when_those_that_go_on_first(watch: Watch) -> None:
    watch.press("interruptions", NOW)
    panel = watch.panel(NOW)
    assert panel
    rows = {row.name: (row.title, row.text, row.detail, row.tone) for row in panel.rows}
    assert rows["interruption-2"] == ("Todo el centro", "sin luz", "desde las 10:41", "over")
    assert rows["interruption-1"] == ("Poder Judicial", "sin sistema", "10:15-10:40", "")
    assert watch.view(NOW).interruptions == "Interrupciones: 2"


def test_one_that_goes_on_is_an_alert_whose_action_ends_it(watch: Watch) -> None:
    (alert, *_) = watch.view(NOW).alerts
    assert (alert.name, alert.sentence) == ("end-2", "Todo el centro: sin luz desde las 10:41.")
    assert watch.press("end-2", NOW) == c.EndInterruption(2)


@pytest.mark.parametrize(
    ("what", "of"),
    [
        ("what-", {}),
        ("what-entity:pj", {"entity": "pj"}),
        ("what-queue:RT", {"queue": "RT"}),
        ("what-service:PJ01", {"service": "PJ01"}),
    ],
)
def test_one_begins_with_what_and_why(watch: Watch, what: str, of: dict[str, str]) -> None:
    order = press(watch, "interruptions", "broken-begin", what, "why-system")
    assert order == c.BeginInterruption("system", **of, by="a001")
    assert watch.panel(NOW) is None


def test_services_are_found_by_typing(watch: Watch) -> None:
    press(watch, "interruptions", "broken-begin")
    assert "what-service:PJ01" not in names(watch)
    watch.search("pj01")
    assert names(watch) == ["what-service:PJ01"]


def test_one_that_is_over_is_noted_with_both_hours(watch: Watch, catalogue: Catalogue) -> None:
    press(watch, "interruptions", "broken-note", "what-entity:pj", "why-line")
    watch.search("10:05 - 10:20")
    order = watch.press("when-go", NOW)
    since, until = local(catalogue, 10, 5), local(catalogue, 10, 20)
    assert order == c.NoteInterruption("line", since, until, 0, "pj", by="a001")


@pytest.mark.parametrize("typed", ["", "10:05", "10:20-10:05", "25:00-26:00", "diez"])
def test_what_is_no_span_of_time_cannot_be_noted(watch: Watch, typed: str) -> None:
    press(watch, "interruptions", "broken-note", "what-", "why-other")
    watch.search(typed)
    panel = watch.panel(NOW)
    assert panel
    assert [row.enabled for row in panel.rows] == [False]
    assert watch.press("when-go", NOW) is None


def test_hours_are_corrected_and_one_that_goes_on_may_stay_without_end(watch: Watch, catalogue: Catalogue) -> None:
    press(watch, "interruptions", "interruption-2", "correct-2")
    watch.search("10:30")
    order = watch.press("when-go", NOW)
    assert order == c.NoteInterruption("power", local(catalogue, 10, 30), None, 2, by="a001")
    press(watch, "interruptions", "interruption-1", "correct-1")
    watch.search("10:10-10:40")
    order = watch.press("when-go", NOW)
    assert order == c.NoteInterruption("system", local(catalogue, 10, 10), local(catalogue, 10, 40), 1, "pj")


def test_one_is_withdrawn(watch: Watch) -> None:
    assert press(watch, "interruptions", "interruption-1", "withdraw-1") == c.WithdrawInterruption(1)


def test_a_question_about_one_that_is_gone_closes(watch: Watch) -> None:
    press(watch, "interruptions", "interruption-1")
    assert names(watch) == ["correct-1", "withdraw-1"]  # it does not go on: nothing to end
    watch.see(HallFacts(True, watch.facts.catalogue, watch.facts.hall))
    assert watch.panel(NOW) is None


def test_whoever_the_catalogue_does_not_know_is_not_named(watch: Watch) -> None:
    watch.person = "nobody"
    assert press(watch, "interruptions", "broken-begin", "what-", "why-evacuation") == c.BeginInterruption("evacuation")


def test_every_reason_has_its_words() -> None:
    assert set(texts.INTERRUPTED_BY) == set(c.INTERRUPTION_REASONS)
    gone = replace(DONE, entity="xx")
    assert gone.reason in texts.INTERRUPTED_BY
