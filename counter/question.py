"""The question open inside the advisor's window: what it asks, and the order that an answer leads to."""

from __future__ import annotations

from counter import panels, story, why
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
            case "other" if attention:
                chips = story.chip_services(facts, attention, coded)
                return panels.other_services([s for s in facts.services_here if s not in chips], self.query)
            case "call-this":
                return _call_this(facts, int(self.about))
        return None

    def answer(self, name: str, number: int) -> c.Command | None:
        """The order for this counter that an answer means, or None when it only leads on. Closes the question."""
        asked, about = self.name, self.about
        kind, _, rest = name.partition("-")
        self.close()
        match asked, kind:
            case "transfer", "queue":
                self.ask("transfer-service", rest)
            case "transfer-service", "service":
                return c.TransferTicket(number, about, "" if rest == "any" else rest)
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


def _call_this(facts: Facts, ticket: int) -> Panel | None:
    one = next((w for w in facts.waiting if w.ticket == ticket), None)
    return panels.call_this(one.number, why.ahead(one, facts.waiting)) if one else None
