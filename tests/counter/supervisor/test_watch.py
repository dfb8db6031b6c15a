"""What a supervisor sees of a real hall, and what each press orders."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from counter.supervisor import texts
from counter.supervisor.alerts import alerts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.watch import ALERTS_SHOWN, Watch
from shared.domain import commands as c
from shared.domain.ending import Override
from shared.domain.policy import Policy
from shared.domain.refusals import Code
from shared.lan.messages import DeviceRole
from shared.lan.views import HallView, OutlookView, PassingView, ProofView
from tests.fakes.link import FakeLink

ANY = Any


@pytest.fixture
def watch(busy_hall: ANY) -> Watch:
    watch = Watch("s01")
    watch.see(facts_of(busy_hall))
    return watch


def facts_of(busy: ANY, **other: Any) -> HallFacts:
    link = FakeLink()
    busy.show_on(link, DeviceRole.SUPERVISOR)
    facts = HallFacts.of(link)
    return HallFacts(**{**{name: getattr(facts, name) for name in facts.__dataclass_fields__}, **other})


def rows(watch: Watch, at: ANY) -> list[str]:
    panel = watch.panel(at)
    assert panel is not None
    return [row.name for row in panel.rows]


def test_every_counter_stands_with_its_advisor_its_ticket_and_its_time(watch: Watch, busy_hall: ANY) -> None:
    cells = {cell.name: cell for cell in watch.view(busy_hall.now).counters}
    assert len(cells) == 54
    assert cells["counter-20"].state == texts.CLOSED
    assert cells["counter-9"].state == texts.PAUSED
    assert cells["counter-34"].tone == "over"
    assert cells["counter-34"].person == "Mario B."
    assert cells["counter-34"].state.startswith("SR ")


def test_a_queue_with_people_and_no_counter_is_the_first_alert(watch: Watch, busy_hall: ANY) -> None:
    view = watch.view(busy_hall.now)
    assert view.alerts[0].name == "staff-IN"
    assert view.alerts[0].sentence == "INPE: 5 esperan y ningún módulo atiende."
    assert view.queues[0].name == "queue-IN"
    assert view.queues[0].tone == "alone"


def test_alerts_beyond_the_room_are_one_press_away(watch: Watch, busy_hall: ANY) -> None:
    view = watch.view(busy_hall.now)
    assert len(view.alerts) == ALERTS_SHOWN
    assert watch.press("alerts", busy_hall.now) is None
    names = rows(watch, busy_hall.now)
    assert f"y {len(names)} avisos más" == view.more
    assert "look-34" in names
    assert "lift-LC04" in names
    assert watch.press("lift-LC04", busy_hall.now) == c.RestoreService("LC04")


def test_the_first_alert_leads_to_a_counter_and_an_advisor(watch: Watch, busy_hall: ANY) -> None:
    assert watch.press("staff-IN", busy_hall.now) is None
    assert rows(watch, busy_hall.now) == ["take-42"]
    assert watch.press("take-42", busy_hall.now) is None
    watch.search("zegarra")
    assert "advisor-a062" in rows(watch, busy_hall.now)
    assert watch.press("advisor-a062", busy_hall.now) == c.OpenCounter(42, "a062")
    assert watch.panel(busy_hall.now) is None


def test_nobody_who_is_at_a_counter_is_offered_for_another(watch: Watch, busy_hall: ANY) -> None:
    watch.press("counter-20", busy_hall.now)
    watch.press("open-20", busy_hall.now)
    names = rows(watch, busy_hall.now)
    assert "advisor-a020" in names
    assert "advisor-a021" not in names
    assert not any(name.startswith("advisor-s") for name in names)


def test_a_counter_with_a_ticket_is_not_closed_before_it_is_released(watch: Watch, busy_hall: ANY) -> None:
    watch.press("counter-34", busy_hall.now)
    panel = watch.panel(busy_hall.now)
    assert panel is not None
    assert [(row.name.partition("-")[0], row.enabled) for row in panel.rows] == [
        ("release", True),
        ("pause", False),
        ("close", False),
    ]
    order = watch.press(panel.rows[0].name, busy_hall.now)
    assert isinstance(order, c.ReleaseTicket)


def test_a_free_counter_is_paused_with_a_reason_or_closed(watch: Watch, busy_hall: ANY) -> None:
    watch.press("counter-33", busy_hall.now)
    assert watch.press("close-33", busy_hall.now) == c.CloseCounter(33)
    watch.press("counter-33", busy_hall.now)
    assert watch.press("pause-33", busy_hall.now) is None
    assert watch.press("pause-lunch", busy_hall.now) == c.PauseCounter(33, "lunch")


def test_a_paused_counter_goes_on_with_its_own_advisor(watch: Watch, busy_hall: ANY) -> None:
    watch.press("counter-9", busy_hall.now)
    assert rows(watch, busy_hall.now) == ["reopen-9", "close-9"]
    assert watch.press("reopen-9", busy_hall.now) == c.OpenCounter(9, "a009")


def test_services_of_a_queue_are_suspended_and_restored(watch: Watch, busy_hall: ANY) -> None:
    watch.press("queue-PJ", busy_hall.now)
    assert watch.press("suspend-PJ01", busy_hall.now) == c.SuspendService("PJ01")
    watch.press("queue-LC", busy_hall.now)
    assert "restore-LC04" in rows(watch, busy_hall.now)
    assert watch.press("restore-LC04", busy_hall.now) == c.RestoreService("LC04")


def test_somebody_who_waits_can_be_cancelled_after_a_question(watch: Watch, busy_hall: ANY) -> None:
    first = watch.view(busy_hall.now).waiting[0].name
    ticket = int(first.removeprefix("waiting-"))
    assert watch.press(first, busy_hall.now) is None
    assert watch.press(f"cancel-{ticket}", busy_hall.now) == c.CancelTicket(ticket)


def test_somebody_pending_goes_back_to_the_line_or_is_cancelled(watch: Watch, busy_hall: ANY) -> None:
    held = next(row.name for row in watch.view(busy_hall.now).waiting if row.name.startswith("held-"))
    ticket = int(held.removeprefix("held-"))
    watch.press(held, busy_hall.now)
    assert rows(watch, busy_hall.now) == [f"release-{ticket}", f"cancel-{ticket}"]
    assert watch.press(f"release-{ticket}", busy_hall.now) == c.ReleaseTicket(ticket)


def test_who_waits_longest_is_first_and_beside_the_limit(watch: Watch, busy_hall: ANY) -> None:
    waiting = [row for row in watch.view(busy_hall.now).waiting if row.name.startswith("waiting-")]
    assert waiting[0].tone == "over"
    assert "/" in waiting[0].detail
    assert waiting[-1].tone == ""


def test_closing_the_day_says_in_words_what_it_means(watch: Watch, busy_hall: ANY) -> None:
    assert watch.press("close-day", busy_hall.now) is None
    panel = watch.panel(busy_hall.now)
    assert panel is not None
    assert "no atendidas" in panel.text
    assert watch.press("panel-yes", busy_hall.now) == c.CloseDay()


def test_a_question_left_by_escape_orders_nothing(watch: Watch, busy_hall: ANY) -> None:
    watch.press("close-day", busy_hall.now)
    assert watch.press("panel-close", busy_hall.now) is None
    assert watch.press("panel-yes", busy_hall.now) is None


def test_a_day_that_is_not_open_can_be_opened_once(busy_hall: ANY) -> None:
    watch = Watch()
    watch.see(facts_of(busy_hall, hall=HallView(None, open=False)))
    assert [alert.name for alert in watch.view(busy_hall.now).alerts] == ["today"]
    assert watch.press("today", busy_hall.now) == c.OpenDay(date(2026, 11, 23))
    watch.see(facts_of(busy_hall, hall=HallView(date(2026, 11, 23), open=False)))
    alert = watch.view(busy_hall.now).alerts[0]
    assert (alert.sentence, alert.action) == (texts.ENDED, "")


def test_a_quiet_hall_says_that_all_is_well(busy_hall: ANY) -> None:
    watch = Watch()
    watch.see(facts_of(busy_hall, queues={}, counters={}, services={}, waiting=(), held=()))
    view = watch.view(busy_hall.now)
    assert view.alerts == ()
    assert view.calm == texts.ALL_WELL


def test_without_the_hub_the_page_stays_and_orders_nothing(watch: Watch, busy_hall: ANY) -> None:
    watch.press("queue-PJ", busy_hall.now)
    watch.see(facts_of(busy_hall, online=False))
    view = watch.view(busy_hall.now)
    assert view.banner
    assert view.panel is None
    assert len(view.counters) == 54
    assert not view.bar.way_out
    assert watch.press("lift-LC04", busy_hall.now) is None


def test_a_refusal_is_told_in_words(watch: Watch) -> None:
    watch.sent("r1")
    watch.refused("r1", Code.ADVISOR_ELSEWHERE, {"advisor": "a020", "counter": 21})
    assert watch.notice == "Gladys Bustamante Aguilar ya está en el módulo 21."


def test_the_proof_of_preferential_attention_is_one_press_away(watch: Watch, busy_hall: ANY) -> None:
    at = busy_hall.now
    assert watch.view(at).proof == "Preferentes: 0 faltas, 0 excepciones"
    watch.press("proof", at)
    panel = watch.panel(at)
    assert panel is not None
    assert panel.rows == ()
    assert panel.text.endswith("Sin excepciones hasta ahora.")


def test_exceptions_and_faults_are_listed_newest_first_and_a_fault_is_an_alert(watch: Watch, busy_hall: ANY) -> None:
    at = busy_hall.now
    by_hand = PassingView(False, at, "PJ 009", 21, "a021", "by_hand", "", ("PJ 003",))
    fault = PassingView(True, at - timedelta(minutes=5), "BN 001", 2, "a002", "arrival", "", ("BN 003",))
    watch.see(facts_of(busy_hall, proof=ProofView(90, 60, 1, 1), passings=(fault, by_hand)))
    view = watch.view(at)
    assert (view.alerts[0].name, view.alerts[0].sentence) == ("proof", "Atención preferente: 1 falta hoy.")
    watch.press("proof", at)
    panel = watch.panel(at)
    assert panel is not None
    assert [(row.title, row.tone) for row in panel.rows] == [("BN 001", "over"), ("PJ 009", "")]
    assert panel.text.startswith("El sistema llamó a alguien antes que un preferente")
    watch.press("look-21", at)
    panel = watch.panel(at)
    assert panel is not None
    assert panel.name == "counter"


def test_a_policy_for_which_somebody_answers_stands_beside_the_proof(watch: Watch, busy_hall: ANY) -> None:
    at, catalogue = busy_hall.now, busy_hall.catalogue
    policy = Policy(guard=45, acknowledged_by="s01", reason="Oficio 114")
    queues = tuple(replace(q, policy=policy) if q.prefix == "PJ" else q for q in catalogue.queues)
    watch.see(facts_of(busy_hall, catalogue=replace(catalogue, queues=queues)))
    watch.press("proof", at)
    panel = watch.panel(at)
    assert panel is not None
    [row] = panel.rows
    assert row.name == "queue-PJ"
    assert row.text.endswith("Responde Adrián Flores Vargas: Oficio 114.")


def test_a_ticket_that_waits_is_told_with_who_goes_before(watch: Watch, busy_hall: ANY) -> None:
    at = busy_hall.now
    row = next(row for row in watch.view(at).waiting if row.name.startswith("waiting-") and row.title.startswith("PJ"))
    watch.press(row.name, at)
    panel = watch.panel(at)
    assert panel is not None
    assert "módulo 21 atiende PJ. Va" in panel.text or "módulo 21 atiende PJ. Es quien sigue." in panel.text


def outlook(**other: Any) -> OutlookView:
    closes = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # 18:00 in Lima
    view = OutlookView("PJ", closes, closes - timedelta(hours=1), "none", "policy", False, 50, 43)
    return replace(view, **other)


def with_outlook(busy_hall: ANY, **other: Any) -> Watch:
    watch = Watch("s01")
    watch.see(facts_of(busy_hall, outlooks={"PJ": outlook(**other)}))
    return watch


def test_promises_kept_today_are_a_figure_of_the_page(busy_hall: ANY) -> None:
    assert with_outlook(busy_hall).view(busy_hall.now).promises == "Promesas: 86 %"
    assert with_outlook(busy_hall, promised=0, kept=0).view(busy_hall.now).promises == ""


def test_a_queue_says_when_those_inside_are_done_against_its_closing(busy_hall: ANY) -> None:
    watch = with_outlook(busy_hall)
    watch.press("queue-PJ", busy_hall.now)
    panel = watch.panel(busy_hall.now)
    assert panel
    assert "Quienes ya están adentro terminarían a las 17:00; la entidad cierra a las 18:00." in panel.text
    assert "Promesas cumplidas hoy: 86 % (43 de 50)." in panel.text


def test_those_inside_who_would_not_be_done_at_closing_are_an_alert(busy_hall: ANY) -> None:
    late = outlook().closes_at
    assert late
    watch = with_outlook(busy_hall, last_served=late + timedelta(minutes=20))
    sentences = [alert.sentence for alert in alerts(watch.facts, busy_hall.now) if alert.name == "late-PJ"]
    assert sentences == ["Poder Judicial: quienes ya esperan terminarían a las 18:20; cierra a las 18:00."]
    watch.press("late-PJ", busy_hall.now)
    assert "stopped-PJ" in rows(watch, busy_hall.now)


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        ({}, ["stopped-PJ"]),
        ({"last_ticket": "forecast"}, ["stopped-PJ", "extended-PJ"]),
        ({"last_ticket": "forecast", "ended": True}, ["extended-PJ"]),
        ({"how": "stopped", "ended": True}, ["extended-PJ", "policy-PJ"]),
        ({"last_ticket": "fixed", "how": "extended"}, ["stopped-PJ", "policy-PJ"]),
        ({"closes_at": None}, []),
    ],
)
def test_only_what_would_change_something_can_be_decided(busy_hall: ANY, now: Any, offered: list[str]) -> None:
    watch = with_outlook(busy_hall, **now)
    watch.press("queue-PJ", busy_hall.now)
    ways = [name for name in rows(watch, busy_hall.now) if name.split("-")[0] in ("stopped", "extended", "policy")]
    assert ways == offered


def test_the_supervisor_ends_the_numbers_of_a_queue(busy_hall: ANY) -> None:
    watch = with_outlook(busy_hall)
    watch.press("queue-PJ", busy_hall.now)
    assert watch.press("stopped-PJ", busy_hall.now) == c.SetLastTicket("PJ", Override.STOPPED)
