"""Who asked for a person, and whether somebody goes."""

from __future__ import annotations

from shared.domain import events as e
from shared.domain.commands import AnswerHelp, AskHelp
from shared.domain.day import Day


def decide(day: Day, command: AskHelp | AnswerHelp) -> list[e.Event]:
    """Asked again while nobody went yet, or answered where nobody asks: nothing follows."""
    asks = command.device in day.help
    if isinstance(command, AskHelp):
        return [] if asks else [e.HelpAsked(command.device)]
    return [e.HelpAnswered(command.device)] if asks else []
