"""The question open inside the advisor's window: what it asks, and the order that an answer leads to."""

from __future__ import annotations

from counter import panels, stops, story, why, without_hub
from counter.facts import Facts
from counter.shown import Panel
from shared.domain import commands as c


class Question:
    """At most one at a time. `about`: the ticket or the queue it is about. `query`: what was typed in it."""

    def __init__(self) -> None:
        self.name = ""
        self.about = ""
        self.query = ""

    def ask(self, name: str, about: str = "") -> None:
        self.name, self.about, self.query = name, about, ""

    def close(self) -> None:
        self.ask("")

    def shown(self, facts: Facts, number: int, coded: tuple[str, ...]) -> Panel | None:
        """The panel, or None when nothing is asked or what it was about is gone."""
        catalogue, attention = facts.catalogue, facts.attention
        if not self.name or catalogue is None:
            return None
        match self.name:
            case "by-hand":
                return without_hub.panel(self.about)
            case "by-hand-other":
                return without_hub.other_panel(self.query)
            case "hold":
                return panels.hold()
            case "pause":
                return panels.pause()
            case "leave":
                return panels.leave(number)
            case "resume":
                return panels.resume(catalogue, facts.held, number)
            case "transfer" if attention:
                return panels.transfer(catalogue, attention.queue, self.query)
            case "transfer-service":
                return panels.transfer_service(catalogue, self.about)
            case "note":
                return panels.note()
            case "undo" if facts.undo:
                return panels.undo(facts.undo)
            case "more":
                serving = attention is not None and attention.started_at is not None
                return panels.more(serving=serving, absent=bool(facts.absent))
            case "returned" if facts.absent:
                return panels.returned(catalogue, facts.absent, number)
            case "stops" if attention:
                return panels.stops(catalogue, attention.after)
            case "stop" if attention and int(self.about) < len(attention.after):
                return panels.stop(catalogue, attention.after, int(self.about))
            case "stop-add":
                return panels.add_stop(catalogue.services, self.query)
            case "other" if attention:
                chips = story.chip_services(facts, attention, coded)
                return panels.other_services([s for s in facts.services_here if s not in chips], self.query)
            case "call-this":
                return _call_this(facts, int(self.about))
        return None

    def answer(self, name: str, number: int, facts: Facts) -> c.Command | None:
        """The order for this counter that an answer means, or None when it only leads on. Closes the question."""
        asked, about, note = self.name, self.about, self.query.strip()
        kind, _, rest = name.partition("-")
        self.close()
        match asked, kind:
            case "transfer", "queue":
                self.ask("transfer-service", rest)
            case "transfer-service", "service":
                self.ask("note", f"{about} {'' if rest == 'any' else rest}")
            case "note", "note":
                queue, _, service = about.partition(" ")
                return c.TransferTicket(number, queue, service, rest == "back", note[: c.LONGEST_NOTE])
            case "undo", "panel":
                return c.Undo(number)
            case "more", "more":
                self.ask(rest)
            case "returned", "absent":
                return c.ReturnTicket(int(rest))
            case "stops" | "stop" | "stop-add", _:
                return self._stops(asked, kind, rest, about, number, facts)
            case "hold", "hold":
                return c.HoldTicket(number, rest)
            case "pause", "pause":
                return c.PauseCounter(number, rest)
            case "resume", "held":
                return c.ResumeTicket(number, int(rest))
            case "call-this", "panel":
                return c.CallTicket(number, int(about))
            case "leave", "panel":
                return c.CloseCounter(number)
        return None

    def _stops(self, asked: str, kind: str, rest: str, about: str, number: int, facts: Facts) -> c.Command | None:
        after = facts.attention.after if facts.attention else ()
        if asked == "stops":
            self.ask("stop-add") if rest == "add" else self.ask("stop", rest)
        elif asked == "stop" and int(about) < len(after):
            change = stops.with_first if rest == "first" else stops.without
            return change(number, after, int(about))
        elif kind == "add" and facts.catalogue and rest in facts.catalogue.service:
            return stops.with_another(number, after, facts.catalogue.service[rest])
        return None


def _call_this(facts: Facts, ticket: int) -> Panel | None:
    one = next((w for w in facts.waiting if w.ticket == ticket), None)
    return panels.call_this(one.number, why.ahead(one, facts.waiting)) if one else None
