"""The values that a centre file holds: fees, time zones, counter numbers, printers and so on."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from shared.domain.centre_file.kinds import Kind, Wrong, found, matching
from shared.domain.centre_file.mistakes import did_you_mean
from shared.domain.voice import Loudness

LANGUAGES = ("es", "qu", "quz", "quy", "ay", "ayr", "en")
"""The languages that a centre may announce, by the tags of `shared.domain.languages` or their older names."""

SIGN_LANGUAGE = "lsp"
"""Lengua de señas peruana: a skill of a person, never a language of a screen."""


def _sentence(value: object) -> str:
    # A control character in a name would reach the ticket printer as a command.
    if isinstance(value, str) and not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", value):
        return value.strip()
    raise ValueError


def _text(value: object) -> str:
    if text := _sentence(value):
        return text
    raise Wrong("is empty, expected some text")


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError


def _fee(value: object) -> int:
    """Soles as written, "52.80" or 30, in cents."""
    written = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(written, str) and re.fullmatch(r"-[0-9.]+", written):
        raise Wrong(f"a fee cannot be negative, found {found(value)}")
    if isinstance(written, str) and (money := re.fullmatch(r"([0-9]{1,6})(?:\.([0-9]{2}))?", written)):
        return int(money[1]) * 100 + int(money[2] or 0)
    raise ValueError


def _numbers(value: object) -> tuple[int, ...]:
    """Counter numbers as people write them: "1-6" or "1-6, 9"."""
    if not isinstance(value, str):
        raise ValueError
    numbers: list[int] = []
    for part in value.split(","):
        span = re.fullmatch(r"\s*([0-9]{1,3})\s*(?:-\s*([0-9]{1,3}))?\s*", part)
        if span is None:
            raise ValueError
        first, last = int(span[1]), int(span[2] or span[1])
        if not 1 <= first <= last:
            raise Wrong(f"'{part.strip()}' is no range of counters, the first number comes first, from 1 on")
        numbers += range(first, last + 1)
    return tuple(numbers)


def _zone(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    try:
        ZoneInfo(value)
    except (OSError, LookupError, ValueError):
        near = did_you_mean(value, available_timezones())
        raise Wrong(f"there is no time zone {found(value)}{near}") from None
    return value


_PRINTERS = {
    "tcp": r"tcp://[^\s/:]+(:[0-9]{1,5})?",
    "usb": r"usb:[0-9a-fA-F]{4}:[0-9a-fA-F]{4}",
    "serial": r"serial:\S+",
    "cups": r"cups:\S+",
    "file": r"file:\S.*",
}


def _printer_url(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    scheme, colon, _ = value.partition(":")
    if value and colon and scheme not in _PRINTERS:
        near = did_you_mean(scheme, _PRINTERS)
        raise Wrong(f"there is no printer kind '{scheme}' (known: {', '.join(_PRINTERS)}){near}")
    if value and not re.fullmatch(_PRINTERS.get(scheme, "(?!)"), value):
        raise ValueError
    return value


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ValueError


def _hour(value: object) -> time:
    """ "16:40" """
    if isinstance(value, str) and (written := re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", value)):
        return time(int(written[1]), int(written[2]))
    raise ValueError


def _lunch(value: object) -> tuple[tuple[time, time], ...]:
    """One span, or several that alike counters take in turns."""
    lunches: list[tuple[time, time]] = []
    for span in value if isinstance(value, list) else [value]:
        since, dash, until = span.partition("-") if isinstance(span, str) else ("", "", "")
        if not dash:
            raise ValueError
        lunches.append((_hour(since.strip()), _hour(until.strip())))
        if lunches[-1][1] <= lunches[-1][0]:
            raise Wrong(f"lunch ends at {lunches[-1][1]:%H:%M}, which is not after it begins")
    return tuple(lunches)


def _volume(value: object) -> tuple[Loudness, ...]:
    """One number for the whole day, or numbers by the hour from which they hold."""
    by_hour = value if isinstance(value, dict) else {"0:00": value}
    volume = [Loudness(_hour(hour), _percent(percent)) for hour, percent in by_hour.items()]
    if not volume or len({loudness.since for loudness in volume}) < len(volume):
        raise ValueError
    return tuple(sorted(volume, key=lambda loudness: loudness.since))


def _percent(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100:
        return value
    raise ValueError


def _words(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not value:
        raise ValueError
    return tuple((_text(spanish), _text(text)) for spanish, text in value.items())


TEXT = Kind("some text on one line", _text)
WORDS = Kind('a table such as { "Poder Judicial" = "Judiciary" }', _words, blank=())
SENTENCE = Kind("text on one line, or empty", _sentence)
HOUR = Kind("an hour such as '16:40'", _hour, blank=None)
VOLUME = Kind('0 to 100, or such numbers by hour: { "08:00" = 70, "11:00" = 100 }', _volume, blank=())
LUNCH = Kind("hours such as '12:00-13:00', or a list of them, taken in turns", _lunch, blank=())
FLAG = Kind("true or false", _flag, blank=False)
FEE = Kind('soles in quotes, such as "52.80"', _fee, blank=0)
NUMBERS = Kind('counter numbers such as "1-6" or "1-6, 9"', _numbers, blank=())
ZONE = Kind("a time zone such as 'America/Lima'", _zone)
PRINTER_URL = Kind(
    "empty, or a printer such as 'tcp://10.0.0.9:9100', 'usb:04b8:0e15', 'serial:/dev/ttyUSB0', "
    "'cups:NAME' or 'file:DIR'",
    _printer_url,
)
OFFICE_URL = matching("empty, or an address such as 'https://office.example'", r"(https?://[^\s/]+\S*)?")
PHONE_URL = matching(
    "empty, or an address such as 'http://10.0.40.1:8080'", r"(https?://[^\s/]+(/[A-Za-z0-9._~/-]*)?)?"
)
FOLDER = matching("empty, or a folder by its whole path such as '/srv/suyana'", r"((/|[A-Za-z]:[\\\\/])[^\0\n]*)?")
IDENTIFIER = matching("small letters, digits and dashes, such as 'bn'", r"[a-z0-9]+(-[a-z0-9]+)*")
PREFIX = matching("two capital letters", r"[A-Z]{2}")
CODE = matching("capital letters and digits, such as 'PJ01'", r"[A-Z][A-Z0-9]{1,11}")
DATE = Kind("a date such as 2026-01-31, without quotes", _date, blank=date.min)
