"""What is noted of personal data: that it was given, and who looked. Never the data itself."""

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
