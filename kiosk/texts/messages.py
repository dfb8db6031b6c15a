"""What stands in the middle of a screen that asks nothing."""

from __future__ import annotations

from typing import NamedTuple

from kiosk import views as v
from kiosk.texts import frame, given_before, nobody, number, rating, refusals, without_hub
from shared.domain.languages import joined


class Message(NamedTuple):
    """Pictogram, what is so, what to do, and the words of the button where there is something to put away."""

    icon: str
    title: str
    sentence: str
    detail: str = ""
    button: str = ""


def message(view: v.KioskView) -> Message:
    match view:
        case v.WorkingView(away=True):
            whose = number.asked_for(view.service)
            return Message("plug-connected-x", number.still_asking(), number.still_asking_lead(), whose)
        case v.WorkingView():
            return Message("hourglass", number.working(), number.working_lead())
        case v.ClosedView():
            now, week = view.head.now, joined("\n", (nobody.opening(span) for span in view.hours))
            return Message("clock", nobody.closed(view.opens_at, now), nobody.closed_lead(view.opens_at, now), week)
        case v.GivenBackView():
            lead = given_before.given_back_lead()
            return Message("circle-check", given_before.given_back(view.number), lead, button=frame.to_start())
        case v.ThankedView():
            return Message("circle-check", rating.thanked(), rating.thanked_lead(), button=frame.to_start())
        case v.SorryView():
            return Message("info-circle", refusals.sorry(), refusals.refusal(view), button=frame.to_start())
        case v.UnprintedView():
            lead = without_hub.unprinted_lead(view)
            return Message("printer", without_hub.unprinted(view.number), lead, button=without_hub.print_it())
        case v.AwayView(spent=True):
            return Message("plug-connected-x", without_hub.away(), without_hub.away_spent())
        case _:
            return Message("plug-connected-x", without_hub.away(), without_hub.away_lead())
