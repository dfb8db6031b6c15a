"""A folder of notices and media as people make it (`docs/media.md`), checked and taken into the office's store."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from sync.down import NoticeFile, Notices, digest_of

PLAN = "schedule.toml"
LARGEST_FILE = 40 * 1024 * 1024  # bytes
LARGEST_ALL = 200 * 1024 * 1024
LONGEST_TEXT = 200  # characters
KEYS = {"id", "file", "text", "from", "to", "weekdays", "hours", "seconds", "zones"}
WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
BEGINNINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".mp4": (b"ftyp",),
    ".webm": (b"\x1a\x45\xdf\xa3",),
}
"""How a file of each kind begins (an mp4 after four bytes): a name alone says nothing."""


class NoticeMistakes(ValueError):
    """What is wrong with a folder of notices, a sentence a line."""


def read_notices(folder: Path) -> tuple[Notices, list[bytes]]:
    """The plan and the bytes of its files, in the order of `files`. Raises NoticeMistakes."""
    try:
        text = (folder / PLAN).read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise NoticeMistakes(f"{folder / PLAN} cannot be read: {error}") from None
    mistakes, names = [], []
    written = raw.get("notice", [])
    items = [item for item in written if isinstance(item, dict)] if isinstance(written, list) else []
    if set(raw) - {"notice"} or not isinstance(written, list) or len(items) != len(written):
        mistakes.append("expected [[notice]] tables and nothing else")
    ids = [item.get("id") for item in items]
    for place, item in enumerate(items, 1):
        name = f"notice {item.get('id') or place}"
        mistakes += [f"{name}: {sentence}" for sentence in _wrong(item)]
        if ids.count(item.get("id")) > 1:
            mistakes.append(f"{name}: its id is written twice")
        if isinstance(item.get("file"), str) and item["file"] not in names:
            names.append(item["file"])
    files, bodies = [], []
    for file in names:
        try:
            body = (folder / file).read_bytes()
            files.append(_file(file, body))
            bodies.append(body)
        except (OSError, ValueError) as error:
            mistakes.append(f"{file}: {error}")
    if sum(map(len, bodies)) > LARGEST_ALL:
        mistakes.append(f"its files have more than {LARGEST_ALL // 1024**2} MB together")
    if mistakes:
        raise NoticeMistakes("\n".join(f"{folder / PLAN}: {sentence}" for sentence in mistakes[:20]))
    return Notices(text, tuple(files)), bodies


def _file(name: str, body: bytes) -> NoticeFile:
    """Raises ValueError."""
    kind = Path(name).suffix
    if kind not in BEGINNINGS:
        raise ValueError(f"is of no known kind: expected {', '.join(BEGINNINGS)}")
    if len(body) > LARGEST_FILE:
        raise ValueError(f"has more than {LARGEST_FILE // 1024**2} MB")
    head = body[4:] if kind == ".mp4" else body
    if not head.startswith(BEGINNINGS[kind]):
        raise ValueError(f"is no {kind[1:]} file, whatever its name says")
    try:
        return msgspec.convert({"name": name, "digest": digest_of(body), "size": len(body)}, NoticeFile)
    except msgspec.ValidationError:
        raise ValueError("expected a name of small letters, digits, - and _") from None


def _wrong(item: dict[str, Any]) -> Iterator[str]:
    for key in item.keys() - KEYS:
        yield f"unknown key {key!r}"
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", str(item.get("id", ""))):
        yield "expected an id of small letters, digits and dashes"
    text = item.get("text", {})
    if not isinstance(text, dict) or any(not isinstance(said, str) for said in text.values()):
        yield 'expected text.es = "..."'
    elif any(len(said) > LONGEST_TEXT for said in text.values()):
        yield f"a text has more than {LONGEST_TEXT} characters"
    elif not item.get("file") and not text.get("es"):
        yield "has neither a file nor a text.es"
    for key in ("from", "to"):
        if key in item and type(item[key]) is not date:
            yield f"{key}: expected a date such as 2026-11-20, without quotes"
    if type(item.get("from")) is date and type(item.get("to")) is date and item["from"] > item["to"]:
        yield "ends before it begins"
    if not set(item.get("weekdays", [])) <= WEEKDAYS:
        yield "weekdays: expected some of mon, tue, wed, thu, fri, sat, sun"
    hours = item.get("hours", [])
    for span in [hours] if isinstance(hours, str) else hours:
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d", str(span)):
            yield f"hours: expected '08:30-13:00', found {span!r}"
    if not (isinstance(item.get("seconds", 10), int) and 3 <= item.get("seconds", 10) <= 120):
        yield "seconds: expected 3 to 120"
