"""A catalogue of texts as Qt Linguist reads and writes it (TS 2.1), with what Suyana keeps about each text.

That stands in the translator's comment, which a reviewer sees in Linguist and lupdate keeps; it drops the `extra-`
elements that TS has for such things:

    fuente: glibc locale quz_PE; cocatambo.com
    certeza: verificada
    firmó: Ana Quispe, ReNITLI 1234, 2026-11-20

What Linguist calls *unfinished* is never shown without the Spanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from shared.domain.languages.numbers import Certainty
from shared.domain.languages.speech import Entry, Key

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
GONE = ("vanished", "obsolete")
ORDER = ("location", "source", "comment", "extracomment", "translatorcomment", "translation", "userdata")

SOURCE, CERTAINTY, SIGNED = "fuente", "certeza", "firmó"
CERTAINTIES = {
    Certainty.VERIFIED: "verificada",
    Certainty.ONE_SOURCE: "una fuente",
    Certainty.PROPOSED: "propuesta",
}
RISING = (Certainty.PROPOSED, Certainty.ONE_SOURCE, Certainty.VERIFIED)
OF_CERTAINTY = {words: certainty for certainty, words in CERTAINTIES.items()}


class UnreadableCatalogue(Exception):
    """A file that is no TS catalogue, with the place where it breaks."""


class Catalogue:
    """One .ts file."""

    def __init__(self, path: Path) -> None:
        """Raises UnreadableCatalogue, OSError."""
        self.path = path
        try:
            self._root = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            raise UnreadableCatalogue(f"{path}: no catalogue of Qt Linguist ({error})") from error
        if self._root.tag != "TS":
            raise UnreadableCatalogue(f"{path}: no catalogue of Qt Linguist (it begins with <{self._root.tag}>)")

    def entries(self) -> dict[Key, Entry]:
        """Every text of the catalogue; one that is not translated has an empty text. Raises UnreadableCatalogue."""
        return {key: self._entry(key, message) for key, message in self._messages()}

    def be_of(self, language: str) -> None:
        """What the catalogue says that its language is."""
        self._root.set("language", language)

    def finished(self) -> set[Key]:
        """The texts that Linguist calls finished."""
        return {key for key, message in self._messages() if _kind(message) == "" and _text(message)}

    def add(self, key: Key) -> None:
        """One more text to be translated; nothing where it stands already."""
        if key in dict(self._messages()):
            return
        context = self._root.find("context")
        if context is None:
            context = ElementTree.SubElement(self._root, "context")
            ElementTree.SubElement(context, "name")
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = key[0]
        if key[1]:
            ElementTree.SubElement(message, "comment").text = key[1]
        _finish(ElementTree.SubElement(message, "translation"), False)

    def put(self, key: Key, text: str, *, source: str, certainty: Certainty, signed: str = "") -> None:
        """Give a text its translation, finished where it may stand alone. Raises KeyError for one that is not here."""
        message = dict(self._messages())[key]
        translation = _child(message, "translation")
        translation.text = text
        _finish(translation, certainty is Certainty.VERIFIED or bool(signed))
        notes = {SOURCE: source, CERTAINTY: CERTAINTIES[certainty], SIGNED: signed}
        _child(message, "translatorcomment").text = "\n".join(f"{name}: {note}" for name, note in notes.items() if note)

    def sign(self, by: str, on: date, keys: set[Key]) -> None:
        """Put the name and the day to these texts, and call them finished."""
        for key, message in self._messages():
            if key in keys:
                lines = _of(message, "translatorcomment").splitlines()
                lines = [line for line in lines if not line.startswith(f"{SIGNED}:")]
                _child(message, "translatorcomment").text = "\n".join([*lines, f"{SIGNED}: {by}, {on.isoformat()}"])
                _finish(_child(message, "translation"), True)

    def write(self) -> None:
        """As Linguist writes it, so that a comparison shows only what changed."""
        self._root.text = "\n"
        for context in self._root.iter("context"):
            ElementTree.indent(context, "    ")
            context.tail = "\n"
        body = ElementTree.tostring(self._root, encoding="unicode", short_empty_elements=False)
        self.path.write_text(f"{HEAD}{body}\n", encoding="utf-8")

    def _messages(self) -> Iterator[tuple[Key, ElementTree.Element]]:
        for message in self._root.iter("message"):
            if _kind(message) not in GONE:
                yield (_of(message, "source"), _of(message, "comment")), message

    def _entry(self, key: Key, message: ElementTree.Element) -> Entry:
        """Raises UnreadableCatalogue."""
        notes = dict(line.split(":", 1) for line in _of(message, "translatorcomment").splitlines() if ":" in line)
        source, certainty, signed = (notes.get(name, "").strip() for name in (SOURCE, CERTAINTY, SIGNED))
        sure = OF_CERTAINTY.get(certainty, Certainty.PROPOSED)
        if _kind(message):  # not finished: whatever stands in the comment, it does not stand alone
            return Entry(_text(message), min(sure, Certainty.ONE_SOURCE, key=RISING.index), source)
        by, _, on = signed.rpartition(",")
        try:
            return Entry(
                _text(message),
                sure,
                source,
                by.strip(),
                date.fromisoformat(on.strip()) if by else None,
            )
        except ValueError as error:
            raise UnreadableCatalogue(f"{self.path}: «{key[0]}»: {SIGNED}: {signed}: {error}") from error


def _kind(message: ElementTree.Element) -> str:
    translation = message.find("translation")
    return "unfinished" if translation is None else translation.get("type", "")


def _text(message: ElementTree.Element) -> str:
    return _of(message, "translation").strip()


def _of(message: ElementTree.Element, name: str) -> str:
    return message.findtext(name) or ""


def _child(message: ElementTree.Element, name: str) -> ElementTree.Element:
    """The one of this name; a new one stands where TS wants it."""
    element = message.find(name)
    if element is None:
        element = ElementTree.Element(name)
        later = ORDER[ORDER.index(name) + 1 :]
        place = next((index for index, other in enumerate(message) if other.tag in later), len(message))
        message.insert(place, element)
    return element


def _finish(translation: ElementTree.Element, finished: bool) -> None:
    translation.attrib.pop("type", None)
    if not finished:
        translation.set("type", "unfinished")
