"""The audio guide: what it says of a screen, and which answer it stands at. No Qt, no clock."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk import texts, views as v
from kiosk.listing import TOGGLED, Listing, listing_of
from kiosk.simple import Option
from shared.domain import spanish
from shared.domain.languages import Words, joined, phrases

LEVELS = (10, 18, 32, 56, 100)
"""Percent of the machine's loudness, 5 dB from one to the next: 20 dB in all (mac-domain D5)."""
USUAL = 2

Sentences = tuple[str, ...]


class Guide:
    """Sentences are given to be said at once, and what was being said is cut short; but not by mere `is_news`."""

    def __init__(self) -> None:
        self.listing = Listing()
        self.speaks = self.is_news = self._is_hidden = False
        self.lacks: frozenset[str] = frozenset()  # answers that this window has no button for
        self._at = 0
        self._level = USUAL

    def see(self, view: v.KioskView) -> Sentences:
        """What is to be said of what the screen shows now; nothing where nothing new stands there."""
        before, listing = self.listing, listing_of(view)
        there = tuple(option for option in listing.options if option.name not in self.lacks)
        self.listing = replace(listing, options=there)
        begins = view.head.ways.audio and not self.speaks
        ends = self.speaks and not view.head.ways.audio
        hides = view.head.ways.curtain and not self._is_hidden
        self.speaks, self._is_hidden = view.head.ways.audio, view.head.ways.curtain
        if not self.speaks:
            self._level = USUAL
        another = before.place != self.listing.place
        self.is_news = False
        if another:
            self._at = self._kept(before)
        if not self.speaks:
            return (texts.guide_ends(),) if ends else ()
        if begins or hides:
            how = (*_where(view.head), texts.guide_begins()) if begins else ()
            return (*how, *((texts.curtain_begins(),) if hides else ()), *self.everything())
        return self.everything() if another else self._news(before)

    def next(self) -> Sentences:
        return self._move(1)

    def previous(self) -> Sentences:
        return self._move(-1)

    def stand_at(self, name: str) -> Sentences:
        """At the answer of this name, if there is one."""
        names = [option.name for option in self.listing.options]
        self._at = names.index(name) if name in names else self._at
        return self.answer()

    def louder(self) -> Sentences:
        """The next level; after the loudest the softest."""
        self._level = (self._level + 1) % len(LEVELS)
        return (texts.volume(self._level + 1, len(LEVELS)),)

    @property
    def percent(self) -> int:
        return LEVELS[self._level]

    @property
    def marked(self) -> Option | None:
        """What *choose* means."""
        options = self.listing.options
        return options[self._at % len(options)] if options else None

    def everything(self) -> Sentences:
        """The whole screen, then the answer it stands at."""
        listing = self.listing
        return tuple(
            filter(None, (listing.title, listing.hero, *listing.sentences, listing.typed, listing.hero, *self.answer()))
        )

    def answer(self) -> Sentences:
        """The answer it stands at, with what it means and where it stands among the others."""
        option, count = self.marked, len(self.listing.options)
        if option is None:
            return ()
        not_now = "" if option.enabled else texts.not_now()
        place = texts.place_in_list(self._at % count + 1, count) if count > 1 else ""
        return tuple(filter(None, (option.words, option.detail, not_now, place)))

    def _move(self, by: int) -> Sentences:
        if self.listing.options:
            self._at = (self._at + by) % len(self.listing.options)
        return self.answer()

    def _kept(self, before: Listing) -> int:
        """On the same question with other words, as in another language, the same answer; else the first."""
        names, old = ([option.name for option in one.options] for one in (self.listing, before))
        at = old[self._at % len(old)] if old else ""
        same = names[:1] == old[:1] and self.listing.hero == before.hero
        return names.index(at) if same and at in names else 0

    def _news(self, before: Listing) -> Sentences:
        """What changed on the same screen: what was typed, a way that was switched, what became of the paper."""
        listing = self.listing
        if listing.typed != before.typed:
            return (listing.typed or texts.nothing_typed(),)
        old = next((o for o in before.options if self.marked and o.name == self.marked.name), None)
        if self.marked and self.marked.name.startswith(TOGGLED) and old != self.marked:
            return (joined(". ", (self.marked.words, self.marked.detail)),)
        new = tuple(sentence for sentence in listing.sentences if sentence not in before.sentences)
        self.is_news = listing.live and bool(new)
        return new if self.is_news else ()


def _where(head: v.Head) -> Sentences:
    """What stands above every screen: it is said once."""
    moment = joined(", ", (phrases.day(head.now), spanish.hour(head.now))) if head.now else ""
    said = (Words(head.centre), texts.name(head.motto), texts.alone() if head.alone else "", moment)
    return tuple(filter(None, said))
