"""Somebody at a kiosk asks for a person: the supervisor sees it, and says that somebody goes."""

from __future__ import annotations

from typing import Any

from counter.supervisor.alerts import alerts
from counter.supervisor.watch import Watch
from shared.domain.commands import AnswerHelp
from shared.lan.views import HelpView
from tests.counter.supervisor.test_watch import facts_of

ANY = Any


def test_a_call_for_help_stands_with_the_action_that_answers_it(busy_hall: ANY) -> None:
    facts = facts_of(busy_hall, help=(HelpView("kiosk-1", busy_hall.now),))
    (alert,) = [alert for alert in alerts(facts, busy_hall.now) if alert.name.startswith("help")]
    assert alert.sentence.startswith("Piden ayuda en el kiosco 1 desde las ")
    watch = Watch()
    watch.see(facts)
    assert watch.press(alert.name, busy_hall.now) == AnswerHelp("kiosk-1")
