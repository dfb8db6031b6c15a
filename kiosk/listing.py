"""A screen with all that stands around it, as what is read aloud and walked through with keys. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kiosk import texts, views as v
from kiosk.simple import Option, simple_of
from kiosk.ways import NAMES
from shared.domain.languages import Words, own_name

TOGGLED = "way-"


class Listing(msgspec.Struct, frozen=True):
    """hero: the number of a ticket. typed: what was typed so far, in words. live: what changes on it is said too.

    options: the screen's own, then those that stand on every screen.
    """

    title: str = ""
    sentences: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    hero: str = ""
    typed: str = ""
    live: bool = False

    @property
    def place(self) -> tuple[object, ...]:
        """What makes it another screen."""
        return self.title, self.hero, tuple(option.name for option in self.options)


def listing_of(view: v.KioskView) -> Listing:
    """In the language that is spoken; of the sheet alone while one lies over the screen."""
    if view.still_there:
        lead = texts.back_to_start_in(view.still_there)
        return Listing(texts.still_there(), (lead,), (Option("more-time", texts.more_time()),))
    if view.head.help:
        lead, understood = texts.help_lead(view.head.help), Option("help-understood", texts.help_understood())
        return Listing(texts.help_title(view.head.help), (lead,), (understood,))
    simple = simple_of(view)
    return Listing(
        simple.title,
        simple.sentences,
        (*simple.options, *_around(view)),
        simple.hero,
        typed_words(view),
        isinstance(view, v.TicketView),
    )


def typed_words(view: v.KioskView) -> str:
    """How far one is. The digits of a document are not said: somebody stands behind."""
    match view:
        case v.CodeView(typed=typed) | v.SearchView(typed=typed):
            return " ".join(typed)
        case v.DocumentView(typed=1):
            return texts.one_digit_typed()
        case v.DocumentView(typed=count):
            return texts.digits_typed(count) if count else ""
        case _:
            return ""


def _around(view: v.KioskView) -> Iterator[Option]:
    """What stands on every screen."""
    if view.can_go_back:
        yield Option("back", texts.back())
    yield Option("help", texts.need_help())
    for name in NAMES:
        on = texts.switched_on() if getattr(view.head.ways, name) and name != "audio" else Words("")
        yield Option(f"{TOGGLED}{name}", texts.way(name, view.head.ways), on)
    if len(view.head.languages) > 1:
        for tag in view.head.languages:
            on = texts.switched_on() if tag == view.head.language else Words("")
            yield Option(f"language-{tag}", Words(own_name(tag, view.head.languages)), on)
