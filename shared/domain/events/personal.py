"""What is noted of personal data: that it was given, who looked, who asked and had it erased. Never the data itself."""

from __future__ import annotations

from shared.domain.events.fact import Fact


class DocumentGiven(Fact, frozen=True, tag="document_given"):
    """The citizen typed a document number after reading the information of version `text`.

    mode: optional (typing it was consent) or required (a rule obliges). kept: until when: visit or day.
    """

    ticket: int
    text: str
    mode: str
    kept: str


class DocumentSeen(Fact, frozen=True, tag="document_seen"):
    """The advisor who attends a citizen looked at the document number."""

    ticket: int
    stop: int
    attention: int
    counter: int
    advisor: str


class PersonalAsked(Fact, frozen=True, tag="personal_asked"):
    """At the console it was asked what is kept about somebody. tickets: those of today of which something was."""

    tickets: tuple[int, ...] = ()


class PersonalErased(Fact, frozen=True, tag="personal_erased"):
    """At the console what was kept about somebody was erased. tickets: those of today of which something was."""

    tickets: tuple[int, ...] = ()
