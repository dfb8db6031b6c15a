"""Reads `schedule.toml` and says what of it is shown when. The form is told in `docs/media.md`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from pathlib import Path

import msgspec

PLAN = "schedule.toml"
OFFICE = "office"
PICTURES, FILMS = (".png", ".jpg", ".webp"), (".mp4", ".webm")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONGEST_TEXT = 200  # characters
SPANISH = "es"

_HOURS = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


class WrongPlan(Exception):
    """Why a plan, or a notice of it, cannot be used: one sentence."""


class Notice(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}):
    """One notice as it is written."""

    id: str
    file: str = ""
    text: dict[str, str] = {}
    since: date | None = None
    until: date | None = None
    weekdays: tuple[str, ...] = ()
    hours: str | tuple[str, ...] = ()
    seconds: int = 10
    zones: tuple[str, ...] = ()
    hide: bool = False

    def is_for(self, now: datetime, zone: str) -> bool:
        """Whether it is shown at this moment of the centre's own time on the board of a zone ("" shows all)."""
        day = now.date()
        in_days = (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        on_day = not self.weekdays or WEEKDAYS[day.weekday()] in self.weekdays
        here = not self.zones or not zone or zone in self.zones
        spans = spans_of(self.hours)
        return in_days and on_day and here and (not spans or any(a <= now.time() < b for a, b in spans))


class Item(msgspec.Struct, frozen=True):
    """A notice that is shown: its file, its texts with the Spanish one first, how long."""

    id: str
    file: Path | None = None
    texts: tuple[str, ...] = ()
    seconds: int = 10


class Plan(msgspec.Struct, frozen=True):
    """Notices with the folder of their files. wrong: sentences about what cannot be used."""

    notices: tuple[tuple[Notice, Path], ...] = ()
    wrong: tuple[str, ...] = ()

    def shown(self, now: datetime, zone: str) -> tuple[Item, ...]:
        """In the order of the plans; a file that is not there is left out."""
        items = []
        for notice, folder in self.notices:
            file = folder / notice.file if notice.file else None
            if notice.is_for(now, zone) and (file is None or file.is_file()):
                items.append(Item(notice.id, file, texts_of(notice.text), notice.seconds))
        return tuple(items)


def read_plans(folder: Path) -> Plan:
    """The office's plan and the centre's own, whose notices stand in the place of those with the same id."""
    found: dict[str, tuple[Notice, Path]] = {}
    wrong: list[str] = []
    for place in (folder / OFFICE, folder):
        for notice in _read(place / PLAN, wrong):
            found[notice.id] = notice, place
    return Plan(tuple(one for one in found.values() if not one[0].hide), tuple(wrong))


def _read(path: Path, wrong: list[str]) -> Iterable[Notice]:
    if not path.is_file():
        return
    try:
        written = msgspec.toml.decode(path.read_bytes(), type=dict[str, list[dict[str, object]]])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        wrong.append(f"{path}: {error}")
        return
    for one in written.get("notice", []):
        try:
            yield _notice(one)
        except (WrongPlan, msgspec.ValidationError, ValueError) as error:
            wrong.append(f"{path}: notice {one.get('id')!r}: {error}")


def _notice(written: dict[str, object]) -> Notice:
    """Raises WrongPlan, msgspec.ValidationError, ValueError."""
    notice = msgspec.convert(written, Notice)
    if not re.fullmatch(r"[a-z0-9-]+", notice.id):
        raise WrongPlan("an id has small letters, digits and dashes")
    if notice.hide:
        return notice
    if not notice.file and not notice.text:
        raise WrongPlan("has neither a file nor a text")
    if notice.file and (Path(notice.file).name != notice.file or Path(notice.file).suffix not in (*PICTURES, *FILMS)):
        raise WrongPlan(f"{notice.file!r} is no picture or film in the same folder")
    if notice.text and SPANISH not in notice.text:
        raise WrongPlan("its text has no Spanish")
    if any(len(text) > LONGEST_TEXT for text in notice.text.values()):
        raise WrongPlan(f"a text has at most {LONGEST_TEXT} characters")
    if not 3 <= notice.seconds <= 120 or not set(notice.weekdays) <= set(WEEKDAYS):
        raise WrongPlan("it stays 3 to 120 seconds, on weekdays from mon to sun")
    spans_of(notice.hours)
    return notice


def spans_of(hours: str | tuple[str, ...]) -> tuple[tuple[time, time], ...]:
    """("08:30-13:00",) -> the hours. Raises ValueError."""
    spans = []
    for span in (hours,) if isinstance(hours, str) else hours:
        match = _HOURS.fullmatch(span)
        if match is None:
            raise ValueError(f"{span!r} are no hours such as '08:30-13:00'")
        first, second, third, last = map(int, match.groups())
        spans.append((time(first, second), time(third, last)))
    return tuple(spans)


def texts_of(text: Mapping[str, str]) -> tuple[str, ...]:
    """The Spanish one first."""
    return tuple(text[tag] for tag in sorted(text, key=lambda tag: (tag != SPANISH, tag)))
