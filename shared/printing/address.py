"""Where a printer is, read from one line of the centre file."""

from __future__ import annotations

import re
from difflib import get_close_matches
from urllib.parse import parse_qsl

import msgspec

EXPECTED = "tcp://host:9100, usb:04b8:0e15, serial:/dev/ttyUSB0?baud=9600, cups:NAME, file:FOLDER, or nothing"
KINDS = ("tcp", "usb", "serial", "cups", "file")


class PrinterSettingError(ValueError):
    """What is written about the printer cannot be used; the message says what was expected."""


class Tcp(msgspec.Struct, frozen=True):
    host: str
    port: int = 9100


class Usb(msgspec.Struct, frozen=True):
    """Vendor and product as lsusb shows them; the endpoints differ between makers (Epson's are the default)."""

    vendor: int
    product: int
    out_endpoint: int = 0x01
    in_endpoint: int = 0x82


class Serial(msgspec.Struct, frozen=True):
    device: str
    baud: int = 9600


class Cups(msgspec.Struct, frozen=True):
    queue: str


class Folder(msgspec.Struct, frozen=True):
    path: str


Address = Tcp | Usb | Serial | Cups | Folder


def parse(url: str) -> Address | None:
    """None for an empty line: the centre has no printer. Raises PrinterSettingError."""
    if not url.strip():
        return None
    kind, colon, rest = url.strip().partition(":")
    rest, _, query = rest.partition("?")
    if not colon or kind not in KINDS:
        raise _wrong(url, _unknown_kind(kind))
    options = dict(parse_qsl(query, keep_blank_values=True))
    match kind:
        case "tcp":
            address: Address = _tcp(url, rest)
        case "usb":
            address = _usb(url, rest, options)
        case "serial":
            address = Serial(_named(url, rest, "device"), _number(url, "baud", options.pop("baud", "9600"), 10))
        case "cups":
            address = Cups(_queue(url, rest))
        case _:
            address = Folder(_named(url, rest.removeprefix("//"), "folder"))
    if options:
        raise _wrong(url, f'nothing is called "{next(iter(options))}" there')
    return address


def _tcp(url: str, rest: str) -> Tcp:
    found = re.fullmatch(r"//(\[[0-9A-Fa-f:.%]+]|[\w.-]+)(?::(\d+))?/?", rest)
    if not found:
        raise _wrong(url, "after tcp comes //host:port")
    port = int(found[2] or 9100)
    if not 0 < port < 65536:
        raise _wrong(url, f"there is no port {port}")
    return Tcp(found[1].strip("[]"), port)


def _usb(url: str, rest: str, options: dict[str, str]) -> Usb:
    found = re.fullmatch(r"(?://)?(?:0x)?([0-9A-Fa-f]{4}):(?:0x)?([0-9A-Fa-f]{4})", rest)
    if not found:
        raise _wrong(url, "after usb come vendor and product, four hexadecimal digits each, as lsusb shows them")
    return Usb(
        int(found[1], 16),
        int(found[2], 16),
        _number(url, "out", options.pop("out", "01"), 16),
        _number(url, "in", options.pop("in", "82"), 16),
    )


def _queue(url: str, rest: str) -> str:
    queue = _named(url, rest.removeprefix("//"), "queue")
    if re.search(r"[\s/#]", queue) or queue.startswith("-"):
        raise _wrong(url, f'"{queue}" cannot be the name of a queue')
    return queue


def _named(url: str, rest: str, what: str) -> str:
    if not rest:
        raise _wrong(url, f"the {what} is missing")
    return rest


def _number(url: str, name: str, text: str, base: int) -> int:
    try:
        number = int(text, base)
    except ValueError:
        number = 0
    if number < 1:
        raise _wrong(url, f'{name} is a number, not "{text}"')
    return number


def _unknown_kind(kind: str) -> str:
    near = get_close_matches(kind.lower(), KINDS, n=1)
    return f'did you mean "{near[0]}"?' if near else "it begins with none of " + ", ".join(KINDS)


def _wrong(url: str, why: str) -> PrinterSettingError:
    return PrinterSettingError(f'"{url}" is not the address of a printer: {why} (expected {EXPECTED})')
