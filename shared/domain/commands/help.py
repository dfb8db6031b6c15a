"""Orders about people who need somebody to come."""

from __future__ import annotations

from shared.domain.commands.order import Order


class AskHelp(Order, frozen=True, tag="ask_help"):
    """Somebody at this kiosk needs a person. `device`: the hub puts it in."""

    device: str = ""


class AnswerHelp(Order, frozen=True, tag="answer_help"):
    """Somebody goes to that kiosk, or has been there."""

    device: str
