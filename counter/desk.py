"""What an advisor does at one counter: the state of the window, without Qt.

Facts come from the hub (`see`). Intentions come from the hand (`press` with the name of what was pressed, `strike`
with a key) and lead to at most one order. `tick` is any clock in seconds that only grows.
"""

from __future__ import annotations

from counter import moment, story, texts
from counter.facts import Facts
from counter.moment import DEAF_FOR, Moment
from counter.question import Question
from counter.refusals import Params, refusal
from counter.shown import Panel
from counter.without_hub import OTHER, WithoutHub, as_written
from shared.domain import commands as c
from shared.lan.messages import DocumentShown, Result

ENDING = (c.CallNext, c.FinishAttention, c.MarkAbsent, c.HoldTicket, c.TransferTicket, c.Undo)
KEYS = {texts.SPACE: "primary", "V": "document", "T": "action-resume", "S": "leave", "+": "chip-other"}


class Desk:
    """One counter. While an order waits for its answer no other is given, but the coding of services goes on."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.facts = Facts()
        self.notice = ""
        self.question = Question()
        self.without_hub = WithoutHub()
        self._flight: dict[str, c.Command] = {}
        self._coding: tuple[int, tuple[str, ...]] | None = None  # attention, services asked for and not yet shown
        self._ended = 0  # the attention this advisor ended last: its going is no surprise
        self._document: tuple[int, str] = 0, ""  # attention, and the number while it is looked at
        self._leaving = False  # by this advisor's own wish
        self._sits_down = False  # and the counter opens by itself
        self._meaning = ""
        self._changed = float("-inf")

    # ---- what the hub says

    def see(self, facts: Facts, tick: float) -> None:
        """Take what the hub shows now."""
        before, self.facts = self.facts, facts
        self.without_hub.see(before, facts)
        if facts.person != before.person:
            self._sits_down = bool(facts.person)
        self._note_closed(before)
        self._note_gone(before)
        if _at_hand(facts) != _at_hand(before):
            self._coding = None
            self._document = 0, ""
            self.question.close()
        if self.panel is None:
            self.question.close()
        meaning = moment.primary(facts).label if facts.advisor or facts.person else ""
        if meaning != self._meaning:
            self._meaning, self._changed = meaning, tick

    def _note_closed(self, before: Facts) -> None:
        """A counter closed by somebody else is said."""
        if before.seated and self.facts.counter and not self.facts.seated:
            self.notice = "" if self._leaving else texts.CLOSED_FROM_OUTSIDE
            self._leaving = False

    def _note_gone(self, before: Facts) -> None:
        """A ticket taken away from outside (released, the day closed) is said."""
        was, here = before.attention, self.facts.attention
        if was is None or not self.facts.advisor or was.attention == self._ended:
            return
        if here is None or here.attention != was.attention:
            self.notice = texts.gone(was.number)

    def sent(self, request: str, command: c.Command) -> None:
        """An order of this desk is on its way under that request id."""
        self._flight[request] = command
        self._leaving = self._leaving or isinstance(command, c.CloseCounter)
        if isinstance(command, ENDING) and self.facts.attention:
            self._ended = self.facts.attention.attention

    def answered(self, request: str, result: Result | None = None) -> bool:
        """Whether its advisor leaves with this."""
        command = self._flight.pop(request, None)
        if command and isinstance(result, DocumentShown) and self.facts.attention:
            said = texts.document(result.kind, result.number) if result.number else texts.DOCUMENT_GONE
            self._document = self.facts.attention.attention, said
        return isinstance(command, c.CloseCounter)

    def due(self) -> c.Command | None:
        """What follows from sitting down: the counter opens, once, as soon as it can."""
        facts = self.facts
        if not self._sits_down or not facts.online or not facts.day_open or facts.counter is None or self.busy:
            return None
        self._sits_down = False
        return None if facts.seated else c.OpenCounter(self.number, facts.person)

    def refused(self, request: str, code: str, params: Params) -> None:
        command = self._flight.pop(request, None)
        if command is None:
            return
        self.notice = refusal(code, params, self.facts.catalogue)
        if isinstance(command, ENDING):
            self._ended = 0
        if isinstance(command, c.CodeServices):
            self._coding = None
        if isinstance(command, c.CloseCounter):
            self._leaving = False

    @property
    def busy(self) -> bool:
        return any(not isinstance(command, c.CodeServices | c.NoteAttended) for command in self._flight.values())

    # ---- what the window shows of it

    @property
    def coded(self) -> tuple[str, ...]:
        """The services of the attention in course: as asked for last, else as the hub has them."""
        attention = self.facts.attention
        if attention is None:
            return ()
        return self._coding[1] if self._coding and self._coding[0] == attention.attention else attention.services

    @property
    def document(self) -> str:
        """What the button for the document says: to look, or the number until it is pressed again."""
        attention = self.facts.attention
        if attention is None or attention.started_at is None or not attention.document:
            return ""
        return self._document[1] if self._document[0] == attention.attention else texts.SHOW_DOCUMENT

    @property
    def panel(self) -> Panel | None:
        return self.question.shown(self.facts, self.number, self.coded)

    def ready(self, tick: float) -> bool:
        """Whether the primary action hears: not in the moment after its meaning changed."""
        return tick - self._changed >= DEAF_FOR

    # ---- the hand

    def strike(self, key: str, tick: float) -> c.Command | None:
        """A key, as the view prints it (`Espacio`, `F`, `1`): the open panel's, else the desk's."""
        panel = self.panel
        if panel is None:
            return self.press(self._under(key), tick)
        name = next((row.name for row in panel.rows if row.key == key), "")
        return self.press(name, tick) if name else None

    def _under(self, key: str) -> str:
        """The name of what a key of the desk presses, or ""."""
        attention = self.facts.attention
        if key.isdigit() and attention and attention.started_at:
            chips = story.chip_services(self.facts, attention, self.coded)
            return f"chip-{chips[int(key) - 1].code}" if 0 < int(key) <= len(chips) else ""
        return next((a.name for a in moment.actions(self.facts) if a.key == key), KEYS.get(key, ""))

    def press(self, name: str, tick: float) -> c.Command | None:
        """What was pressed, by its name in the view. Returns the order to give, if any."""
        self.notice = ""
        kind, _, rest = name.partition("-")
        if name == "panel-close":
            self.question.close()
        elif not self.facts.online:
            return self._by_hand(name)
        elif self.busy:
            return None
        elif name == "primary":
            return self.primary(tick)
        elif self.panel:
            return self.toggle(rest) if kind == "other" else self.question.answer(name, self.number, self.facts)
        elif name == "document":
            return self._look()
        elif kind == "chip" and rest != "other":
            return self.toggle(rest)
        elif kind == "held" and self._allowed(moment.why_not_take(self.facts)):
            return c.ResumeTicket(self.number, int(rest))
        else:
            return self._act(name)
        return None

    def _look(self) -> c.Command | None:
        """Look at the document, or look away again."""
        if self._document[1]:
            self._document = 0, ""
            return None
        return c.ShowDocument(self.number) if self.document else None

    def _by_hand(self, name: str) -> c.Command | None:
        """While the hub is away: who was attended is noted. The hub is told when it is back."""
        about, facts = self.question.about, self.facts
        if self.question.name in ("by-hand", "by-hand-other"):
            written = about or as_written(self.question.query)
            self.question.close()
            return self.without_hub.note(self.number, name, written, facts.at) if written and facts.at else None
        kind, _, rest = name.partition("-")
        if name == OTHER and facts.advisor:
            self.question.ask("by-hand-other")
        elif kind == "waiting" and facts.advisor:
            number = next((w.number for w in facts.waiting if str(w.ticket) == rest), "")
            if number and number not in self.without_hub.noted:
                self.question.ask("by-hand", number)
        return None

    def search(self, text: str) -> None:
        """What is typed in the open question."""
        self.question.query = text

    def primary(self, tick: float) -> c.Command | None:
        """The large action, by what it means now."""
        if self.question.name or not moment.primary(self.facts).enabled or not self.ready(tick):
            return None
        match moment.moment(self.facts):
            case Moment.CLOSED:
                return c.OpenCounter(self.number, self.facts.person)
            case Moment.PAUSED:
                return c.OpenCounter(self.number, self.facts.advisor)
            case Moment.FREE:
                return c.CallNext(self.number)
            case Moment.CALLED:
                return c.StartAttention(self.number)
            case Moment.SERVING if self.facts.waiting:
                return c.CallNext(self.number, finish=True)
        return c.FinishAttention(self.number)

    def toggle(self, service: str) -> c.Command | None:
        """Tick or untick a service done in the attention in course."""
        self.question.close()
        attention = self.facts.attention
        if attention is None or attention.started_at is None:
            return None
        coded = self.coded
        changed = tuple(s for s in coded if s != service) if service in coded else (*coded, service)
        self._coding = (attention.attention, changed)
        return c.CodeServices(self.number, changed)

    def _act(self, name: str) -> c.Command | None:
        kind, _, rest = name.partition("-")
        if kind == "waiting" and self._allowed(moment.why_not_take(self.facts)):
            self.question.ask("call-this", rest)
        elif name == "leave" and self._allowed(moment.why_not_leave(self.facts)):
            self.question.ask("leave")
        elif name == "chip-other" and moment.moment(self.facts) is Moment.SERVING:
            self.question.ask("other")
        elif name == "action-resume" and self._allowed(moment.why_not_resume(self.facts)):
            self.question.ask("resume")
        for action in moment.actions(self.facts):
            if action.name == name and self._allowed("" if action.enabled else action.why):
                return self._quiet_action(name)
        return None

    def _quiet_action(self, name: str) -> c.Command | None:
        match name:
            case "action-finish":
                return c.FinishAttention(self.number)
            case "action-recall":
                return c.Recall(self.number)
            case "action-absent":
                return c.MarkAbsent(self.number)
        self.question.ask(name.removeprefix("action-"))
        return None

    def _allowed(self, why_not: str) -> bool:
        """False, and said, when something stands in the way."""
        self.notice = why_not
        return not why_not


def _at_hand(facts: Facts) -> tuple[bool, str, int, bool]:
    """What a question and a coding belong to: they end when it changes."""
    attention = facts.attention
    return (
        facts.online,
        facts.advisor,
        attention.attention if attention else 0,
        attention is not None and attention.started_at is not None,
    )
