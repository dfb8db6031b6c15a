"""The page as HTML: one file with its style and its script inside, so that a poor line fetches it at once."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from shared.domain import spanish
from shared.domain.languages import SPANISH, Words, own_name, spoken
from shared.lan.views import PhoneView
from shared.pages import texts
from shared.pages.known import Known
from shared.pages.status import Status, status_of

HERE = Path(__file__).parent


def _bare(name: str) -> str:
    """A file without what only its readers need: on a poor line every hundred bytes are a hundredth of a second."""
    lines = (line.strip() for line in (HERE / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


STYLE, SCRIPT = _bare("page.css"), _bare("page.js")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = (
    f"default-src 'none'; style-src {_hash(STYLE)}; script-src {_hash(SCRIPT)}; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For the header Content-Security-Policy: nothing runs here but what stands in this folder."""


def told(words: Words) -> Markup:
    """In its language, and with the Spanish where it may not stand alone."""
    if words.language == SPANISH and spoken().tag == SPANISH:
        return Markup.escape(words)
    own = Markup('<span lang="{}">{}</span>').format(words.language, words)
    return own + Markup(' <span class="beside" lang="es">{}</span>').format(words.beside) if words.beside else own


_pages = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_pages.filters["told"] = told
_page, _now = _pages.get_template("page.html"), _pages.get_template("now.html")


class Now(NamedTuple):
    """The part of a page that changes. http: the status of the answer. tag: names this text."""

    http: int
    html: str

    @property
    def tag(self) -> str:
        return hashlib.sha256(self.html.encode()).hexdigest()[:16]


def now(known: Known, view: PhoneView | None) -> Now:
    """Where a ticket stands, or why nothing can be said of it, in the language that is spoken."""
    catalogue, at = known.catalogue, known.now()
    zone = catalogue.timezone if catalogue else None
    since = spanish.hour(known.away_since.astimezone(zone)) if known.away_since and zone else ""
    if view and catalogue:
        return _filled(200, status_of(view, catalogue, at), away=texts.away(since) if since else "")
    if known.away_since or catalogue is None:
        return _filled(503, None, texts.no_news(), texts.no_news_yet())
    day = known.day
    if day and not day.open:
        opens_at = day.opens_at.astimezone(zone) if day.opens_at else None
        opens = [texts.opens(opens_at, at.astimezone(zone))] if opens_at else []
        return _filled(404, None, texts.closed(), *opens, texts.only_its_day())
    return _filled(404, None, texts.gone_title(), texts.gone())


def page(known: Known, view: PhoneView | None, part: Now) -> str:
    """The whole document around that part."""
    catalogue = known.catalogue
    zone: ZoneInfo | None = catalogue.timezone if catalogue else None
    return _page.render(
        now=Markup(part.html),
        tag=part.tag,
        live=view is not None,
        title=f"{view.number} · {texts.title()}" if view else texts.title(),
        centre=catalogue.name if catalogue else texts.any_centre(),
        as_of=texts.at_hour(_hour(known.now(), zone)),
        languages=_named(catalogue.languages if catalogue else ()),
        script=Markup(SCRIPT),
        **_dressed(),
    )


def plain_page(title: Words) -> str:
    """A page that is no ticket's."""
    part = _filled(0, None, title)
    return _page.render(
        now=Markup(part.html),
        tag="",
        live=False,
        title=title,
        centre=texts.any_centre(),
        as_of="",
        languages=(),
        script="",
        **_dressed(),
    )


def _dressed() -> dict[str, object]:
    return {"language": spoken().tag, "style": Markup(STYLE), "texts": texts}


def _hour(at: datetime, zone: ZoneInfo | None) -> str:
    return spanish.hour(at.astimezone(zone))


def _named(languages: Sequence[str]) -> list[tuple[str, str]]:
    return [(tag, own_name(tag, languages)) for tag in languages]


def _filled(http: int, status: Status | None, title: str = "", *sentences: Words, away: str = "") -> Now:
    over = http == 404
    said = _now.render(status=status, title=title, sentences=sentences, away=away, over=over, texts=texts)
    return Now(http, said)
