"""What is said for one call: recordings where the packs have them, an engine's voice where not. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from shared.domain.languages import SPANISH, Said, Tag, call, canonical, sentence
from shared.languages.packs import Languages
from shared.ui.sound.piece import ENGINE, Piece, Saying


class Phrases:
    """Of the packs of one board."""

    def __init__(self, languages: Languages | None = None) -> None:
        self._languages = languages or Languages()
        self._signed = cache(lambda tag: self._languages.speech(tag).numbers_signed)

    def saying(
        self, number: str, counter: int, languages: Iterable[Tag], way: str = "", *, hurried: bool = False
    ) -> Saying:
        """The call in these languages, as far as they can be said here, and always in Spanish.

        hurried: in one language only, that of the ticket where a person recorded it. way: to the counter, in Spanish.
        """
        tags = list(dict.fromkeys(canonical(tag) for tag in (*languages, SPANISH)))
        said = {tag: pieces for tag in tags if (pieces := self._pieces(number, counter, tag, way))}
        if not hurried:
            return tuple(said.values())
        own = [tag for tag in said if tag not in ENGINE or all(piece.recordings for piece in said[tag])]
        return (said[own[-1]] if own else next(iter(said.values())),)

    def _pieces(self, number: str, counter: int, tag: Tag, way: str) -> tuple[Piece, ...]:
        parts = list(call(number, counter, tag, signed=self._signed(tag)))
        if tag == SPANISH and way:
            parts.append(Said(f"{way[0].upper()}{way[1:]}", SPANISH, (f"way{counter}",), "."))
        recorded = [self._recorded(part) for part in parts]
        if tag in ENGINE:
            whole = tuple(piece for piece in recorded if piece)
            return whole if len(whole) == len(parts) else (Piece(text=sentence(parts), language=tag),)
        own = [piece for part, piece in zip(parts, recorded, strict=True) if part.language == tag]
        if not own or None in own:
            return ()
        return tuple(piece or Piece(text=part.text) for part, piece in zip(parts, recorded, strict=True))

    def _recorded(self, part: Said) -> Piece | None:
        """Letters and *Módulo* of a Quechua call are looked for in the Spanish pack."""
        found = [self._languages.recording(part.language, clip) for clip in part.clips]
        return Piece(tuple(path for path in found if path)) if found and all(found) else None
