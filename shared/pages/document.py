"""The page as HTML: one file with its style and its script inside, so that a poor line fetches it at once."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from shared.domain import spanish
from shared.domain.catalogue import Catalogue
from shared.domain.languages import SPANISH, Words, own_name, spoken
from shared.lan.views import PhoneView
from shared.pages import texts
from shared.pages.status import status_of

HERE = Path(__file__).parent
STYLE, SCRIPT = ((HERE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = (
    f"default-src 'none'; style-src {_hash(STYLE)}; script-src {_hash(SCRIPT)}; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For the header Content-Security-Policy: nothing runs here but what stands in this folder."""


def told(words: Words) -> Markup:
    """In its language, and with the Spanish where it may not stand alone."""
    if words.language == SPANISH and spoken().tag == SPANISH:
        return Markup.escape(words)
    own = Markup('<span lang="{}">{}</span>').format(words.language, words)
    return own + Markup('<span class="beside" lang="es">{}</span>').format(words.beside) if words.beside else own


_pages = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_pages.filters["told"] = told
_page, _now = _pages.get_template("page.html"), _pages.get_template("now.html")


def ticket_page(
    view: PhoneView | None, catalogue: Catalogue | None, at: datetime, away: datetime | None, *, whole: bool
) -> str:
    """The state of a ticket, or that there is none, in the language that is spoken.

    whole: the document, else only what changes by itself.
    """
    zone = catalogue.timezone if catalogue else None
    said: dict[str, object] = {
        "status": status_of(view, catalogue, at) if view and catalogue else None,
        "title": texts.title() if view else texts.gone_title(),
        "sentence": texts.gone(),
        "away": texts.away(spanish.hour(away.astimezone(zone))) if away else "",
        "centre": catalogue.name if catalogue else "",
        "as_of": texts.as_of(spanish.hour(at.astimezone(zone))),
        "languages": _named(catalogue.languages if catalogue and view else ()),
    }
    return _filled(said) if whole else _now.render(said, texts=texts)


def plain_page(title: Words) -> str:
    """A page that is no ticket's."""
    return _filled(
        {"status": None, "title": title, "sentence": "", "away": "", "centre": "Centro MAC", "languages": ()}
    )


def _named(languages: Sequence[str]) -> list[tuple[str, str]]:
    return [(tag, own_name(tag)) for tag in languages]


def _filled(said: Mapping[str, object]) -> str:
    return _page.render(said, language=spoken().tag, style=Markup(STYLE), script=Markup(SCRIPT), texts=texts)
