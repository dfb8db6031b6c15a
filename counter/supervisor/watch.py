"""What a supervisor watches and orders: the state of the page, without Qt."""

from __future__ import annotations

from datetime import datetime

from counter import order_texts, panels as common, texts as said
from counter.page_view import NOTHING_YET, bar_of
from counter.paper_roll import written
from counter.refusals import Params, refusal
from counter.shown import Bar, Panel
from counter.supervisor import correcting, entrance, hall_view, interrupting, office, panels, spares, texts
from counter.supervisor.alerts import alerts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import Alert, SupervisorView
from shared.domain import commands as c
from shared.domain.ending import Override

ALERTS_SHOWN = 2
QUESTIONS = {
    "counter": "counter",
    "look": "counter",
    "open": "advisor",
    "staff": "staff",
    "queue": "queue",
    "line": "queue",
    "late": "queue",
    "pause": "pause",
    "waiting": "ticket",
    "held": "ticket",
    "returning": "ticket",
    "absent": "ticket",
    "close-day": "close-day",
    "alerts": "alerts",
    "proof": "proof",
    "paper": "paper",
    "interruptions": "interruptions",
    "interruption": "interruption",
    "coding": "coding",
    "office": "office",
    **{name: name for name in ("devices", "device", "revoke", "pair", "people", "person")},
}
"""What a press asks next, by its name or the first word of it. Asked already, it is the answer."""


class Watch:
    """Facts from the hub (`see`), presses by name (`press`) that lead to at most one order."""

    def __init__(self, person: str = "") -> None:
        self.person = person
        self.facts = HallFacts()
        self.notice = ""
        self._asked, self._about, self._query = "", "", ""
        self._flight: set[str] = set()

    def see(self, facts: HallFacts) -> None:
        """Take what the hub shows now. What can no longer be answered is not asked any more."""
        self.facts = facts
        if not facts.online:
            self._ask("")

    def sent(self, request: str) -> None:
        self._flight.add(request)

    def answered(self, request: str) -> None:
        self._flight.discard(request)

    def refused(self, request: str, code: str, params: Params) -> None:
        if request in self._flight:
            self._flight.discard(request)
            self.notice = refusal(code, params, self.facts.catalogue)

    def search(self, text: str) -> None:
        self._query = text

    def press(self, name: str, at: datetime) -> c.Command | None:
        """What was pressed, by its name in the view. Returns the order to give, if any."""
        self.notice = ""
        asked, about, query = self._asked, self._about, self._query
        kind, _, rest = name.partition("-")
        self._ask("")
        if name == "panel-close" or not self.facts.online:
            return None
        if name in QUESTIONS:
            self._ask(QUESTIONS[name])
        elif kind in QUESTIONS and asked != QUESTIONS[kind]:
            self._ask(QUESTIONS[kind], rest)
        elif kind == "roll" and asked == "paper" and self.facts.catalogue:
            return written(self.facts.catalogue, about, query, at)
        elif kind == "coding" and self.facts.catalogue:
            return correcting.written(self.facts.catalogue, query)
        elif kind == "take" and self.facts.counter(int(rest)).status == "closed":
            self._ask("advisor", rest)
        else:
            if self.facts.catalogue and (came := entrance.answer(asked, about, name, self.facts.catalogue)):
                self._ask(came.ask, came.about)
                return came.order
            step = self._interrupting(asked, about, query, name)
            if step is None:
                return self._order(asked, about, name, at)
            self._ask(step.ask, step.about)
            return step.order
        return None

    def _interrupting(self, asked: str, about: str, query: str, name: str) -> interrupting.Step | None:
        catalogue = self.facts.catalogue
        if catalogue is None:
            return None
        return interrupting.answer(asked, about, query, name, self.facts, catalogue, self.person)

    def _order(self, asked: str, about: str, name: str, at: datetime) -> c.Command | None:
        """The order that an answer or an action means."""
        kind, _, rest = name.partition("-")
        match kind:
            case "today":
                return self._open_day(at)
            case "advisor":
                return c.OpenCounter(int(about), rest)
            case "reopen" | "take":
                return c.OpenCounter(int(rest), self.facts.counter(int(rest)).advisor)
            case "pause" if asked == "pause":
                return c.PauseCounter(int(about), rest)
            case "close":
                return c.CloseCounter(int(rest))
            case "help":
                return c.AnswerHelp(rest)
            case "release":
                return c.ReleaseTicket(int(rest))
            case "returned":
                return c.ReturnTicket(int(rest))
            case "cancel":
                return c.CancelTicket(int(rest))
            case "suspend":
                return c.SuspendService(rest)
            case "extended" | "stopped" | "policy":
                return c.SetLastTicket(rest, Override(kind))
            case "restore" | "lift":
                return c.RestoreService(rest)
            case "panel" if asked == "close-day":
                return c.CloseDay()
        return None

    def _open_day(self, at: datetime) -> c.Command | None:
        catalogue = self.facts.catalogue
        return c.OpenDay(at.astimezone(catalogue.timezone).date()) if catalogue else None

    def _ask(self, question: str, about: str = "") -> None:
        self._asked, self._about, self._query = question, about, ""

    def panel(self, at: datetime) -> Panel | None:
        """The question that is open."""
        facts, catalogue, about = self.facts, self.facts.catalogue, self._about
        if catalogue is None:
            return None
        if self._asked in entrance.ASKS:
            return entrance.panel(self._asked, about, self._query, facts, catalogue, at)
        if self._asked in interrupting.ASKS:
            return interrupting.panel(self._asked, about, self._query, facts, catalogue)
        match self._asked:
            case "counter":
                return panels.counter(facts, catalogue, int(about), at)
            case "advisor":
                return panels.advisor(facts, int(about), self._query)
            case "staff":
                return panels.staff(facts, catalogue, about)
            case "queue":
                return panels.queue(facts, catalogue, about)
            case "pause":
                return common.pause()
            case "ticket":
                return panels.ticket(facts, catalogue, int(about), at)
            case "paper":
                return spares.panel(catalogue, about, self._query, at)
            case "coding":
                return correcting.panel(catalogue, self._query)
            case "office":
                return office.panel(facts, catalogue)
            case "proof":
                return panels.proof(facts, catalogue)
            case "close-day":
                return panels.close_day(facts)
            case "alerts":
                return panels.more_alerts(split(alerts(facts, at))[1])
        return None

    def view(self, at: datetime) -> SupervisorView:
        facts, catalogue = self.facts, self.facts.catalogue
        if catalogue is None:
            return SupervisorView("connecting", self._bar(at), notice=self.notice, quiet=NOTHING_YET)
        shown, rest = split(alerts(facts, at))
        return SupervisorView(
            mode="hall",
            bar=self._bar(at),
            banner="" if facts.online else said.AWAY_PAGE,
            notice=self.notice,
            alerts=shown,
            more=texts.more_alerts(len(rest)) if rest else "",
            calm="" if shown else texts.ALL_WELL,
            proof=order_texts.proof(facts.proof.faults, facts.proof.exceptions) if facts.proof else "",
            interruptions=_records(facts),
            office=office.button(facts, catalogue),
            promises=hall_view.promises(facts),
            counters=hall_view.cells(facts, catalogue, at),
            queues=hall_view.queue_lines(facts, catalogue, at),
            waiting=hall_view.people(facts, catalogue, at),
            panel=self.panel(at),
        )

    def _bar(self, at: datetime) -> Bar:
        facts = self.facts
        attending = sum(view.status == "open" for view in facts.counters.values())
        return bar_of(
            facts,
            at,
            title=texts.TITLE,
            person=self.person,
            line=texts.summary(len(facts.waiting), attending, len(facts.counters)) if facts.day_open else "",
            way_out=facts.online and facts.day_open,
        )


def split(found: tuple[Alert, ...]) -> tuple[tuple[Alert, ...], tuple[Alert, ...]]:
    """Those with room on the page, and the rest."""
    return found[:ALERTS_SHOWN], found[ALERTS_SHOWN:]


def _records(facts: HallFacts) -> str:
    """What leads to interruptions and corrections: nothing before the first day."""
    if facts.hall is None or facts.hall.day is None:
        return ""
    return texts.interruptions(len(facts.interruptions)) if facts.day_open else texts.CORRECTIONS
