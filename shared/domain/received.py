"""The templates of the office that a centre has received: which is in force, and which waits for its moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from shared.domain import commands as c, events as e
from shared.domain.template import Template, joined


@dataclass(slots=True)
class Received:
    """One template, of which parts may still be missing. since: the first day on which it may be in force."""

    version: int
    digest: str
    since: date | None
    parts: int
    held: dict[int, Template] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return len(self.held) == self.parts

    @property
    def template(self) -> Template:
        return joined(self.held[part] for part in sorted(self.held))


class Templates:
    """By digest, in the order in which they came; those before the one in force are forgotten."""

    def __init__(self) -> None:
        self._known: dict[str, Received] = {}
        self._digest = ""  # of the one in force
        self.version = 0  # likewise; 0: none

    @property
    def in_force(self) -> Template | None:
        known = self._known.get(self._digest)
        return known.template if known and known.is_whole else None

    @property
    def digest(self) -> str:
        """Of the one in force, "" for none."""
        return self._digest

    @property
    def waiting(self) -> Received | None:
        """The one that came last, when it is whole and not in force."""
        last = next(reversed(self._known.values()), None)
        return last if last and last.is_whole and last.digest != self._digest else None

    def decide(self, command: c.TakeTemplate) -> list[e.Event]:
        """Said twice, it is said once."""
        known = self._known.get(command.digest)
        last = next(reversed(self._known), "")
        if not 1 <= command.part <= command.parts:
            return []
        if known and command.part in known.held and command.digest == last:
            return []
        return [
            e.TemplateReceived(
                command.version, command.digest, command.part, command.parts, command.template, command.since
            )
        ]

    def received(self, event: e.TemplateReceived) -> None:
        known = self._known.pop(event.digest, None) or Received(event.version, event.digest, event.since, event.parts)
        known.version, known.since = event.version, event.since
        known.held[event.part] = event.template
        self._known[event.digest] = known

    def put_in_force(self, event: e.CatalogueChanged) -> None:
        self.version, self._digest = event.template, event.template_digest
        if self._digest in self._known:
            before = list(self._known)[: list(self._known).index(self._digest)]
            for digest in before:
                del self._known[digest]
