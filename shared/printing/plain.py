"""Text that any receipt printer can take: no control characters, only letters of its code page."""

from __future__ import annotations

import unicodedata

CODE_PAGE = "cp858"  # Latin 1 letters and the euro sign: all of Spanish

TYPOGRAPHIC = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("‘’‚‛′ʼ", "'")
    | {"…": "...", "•": "·", "⁄": "/"}
)


def plain(text: str) -> str:
    """One line of printable text, single spaces between its words."""
    composed = unicodedata.normalize("NFC", text).translate(TYPOGRAPHIC)
    spaced = "".join(" " if letter.isspace() else letter for letter in composed)
    return " ".join(printable(spaced, CODE_PAGE).split())


def printable(text: str, code_page: str) -> str:
    """What the code page can say of it, without control characters: a byte below 0x20 would be a command."""
    return "".join(_letter(letter, code_page) for letter in text)


def _letter(letter: str, code_page: str) -> str:
    if unicodedata.category(letter)[0] in "CM":
        return ""
    if _encodable(letter, code_page):
        return letter
    base = unicodedata.normalize("NFKD", letter)[0]  # Á in 437 becomes A
    return base if _encodable(base, code_page) else "?"


def _encodable(letter: str, code_page: str) -> bool:
    try:
        letter.encode(code_page)
    except UnicodeEncodeError:
        return False
    return True
