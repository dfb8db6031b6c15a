"""The colours, sizes and durations every screen is made of.

A screen names a role (`colours().blue`), never a value. Contrast ratios are WCAG 2's; `PAIRS` lists each text
on each ground that the kit uses, with the ratio it must reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

FAMILY = "Atkinson Hyperlegible Next"


@dataclass(frozen=True)
class Palette:
    """One set of colours, as `#RRGGBB`."""

    paper: str
    """The ground of a screen."""
    card: str
    """A thing one can touch, or read as a unit."""
    ink: str
    """Text."""
    ink_soft: str
    """Secondary text: an explanation, a caption."""
    line: str
    """The border that says: this is a thing."""
    line_soft: str
    """Separators inside a card."""
    track: str
    """The empty part of a bar."""
    red: str
    """Band and pictograms: the centre's colour. Never alone for alarm."""
    red_deep: str
    """The steps woven into the band."""
    blue: str
    """The one primary action of a screen, chosen things, help."""
    blue_pressed: str
    """The primary action under a finger."""
    blue_soft: str
    """Ground of a chosen thing and of quiet help."""
    on_blue: str
    """Text on blue."""
    on_blue_soft: str
    """Secondary text on blue: the key under an action."""
    gold: str
    """The newest call on the board, and the eye of the band; nothing else."""
    on_gold: str
    """Text on gold."""
    gold_soft: str
    """Ground of preferential and of longer waits; always with words or a mark."""
    gold_deep: str
    """Counter only: words and marks on gold soft."""
    green_soft: str
    """Ground of short waits; always with words."""
    green: str
    """Counter only: words on green soft, and time still within its limit."""
    closed: str
    """Ground of what cannot be chosen now."""
    closed_ink: str
    """Text of what cannot be chosen now; as readable as any other."""
    closed_pill: str
    """Ground of the badge that says closed."""
    pressed: str
    """A card under a finger."""
    night: str
    """Board, and the counter's top bar."""
    night_raised: str
    """A panel on night."""
    night_line: str
    """Separators on night."""
    on_night: str
    """Text on night."""
    on_night_soft: str
    """Secondary text on night."""
    online: str
    """The dot beside *En línea*."""
    veil: str
    """What lies over a screen while a panel asks something, as `#AARRGGBB`."""


LIGHT = Palette(
    paper="#FAF7F2",
    card="#FFFFFF",
    ink="#17202E",
    ink_soft="#4A5364",
    line="#D9D3C7",
    line_soft="#EEE9DF",
    track="#EAE5DB",
    red="#B5121B",
    red_deep="#8C0D14",
    blue="#0B4A7A",
    blue_pressed="#083A61",
    blue_soft="#E7F0F7",
    on_blue="#FFFFFF",
    on_blue_soft="#D6E4EF",
    gold="#F2C14E",
    on_gold="#17202E",
    gold_soft="#FFF3DA",
    gold_deep="#8A5A00",
    green_soft="#E6F3EA",
    green="#1B6B3A",
    closed="#F0ECE4",
    closed_ink="#434C5B",
    closed_pill="#DED8CB",
    pressed="#EFF4F8",
    night="#0E1B2C",
    night_raised="#16283E",
    night_line="#2F455F",
    on_night="#FFFFFF",
    on_night_soft="#C5CEDA",
    online="#4CC38A",
    veil="#8C0E1B2C",
)
"""Kiosk, board and the counter by day."""

DARK = Palette(
    paper="#0E1B2C",
    card="#16283E",
    ink="#FFFFFF",
    ink_soft="#C5CEDA",
    line="#3B526E",
    line_soft="#2A3E58",
    track="#2F455F",
    red="#FF8A8F",
    red_deep="#8C0D14",
    blue="#9CCBF0",
    blue_pressed="#7DB6E3",
    blue_soft="#1F3B58",
    on_blue="#0E1B2C",
    on_blue_soft="#1B2E45",
    gold="#F2C14E",
    on_gold="#17202E",
    gold_soft="#3A3116",
    gold_deep="#F5CF78",
    green_soft="#17382B",
    green="#7FD6A4",
    closed="#122136",
    closed_ink="#B4BFCD",
    closed_pill="#2F455F",
    pressed="#1F3550",
    night="#081220",
    night_raised="#16283E",
    night_line="#2F455F",
    on_night="#FFFFFF",
    on_night_soft="#C5CEDA",
    online="#4CC38A",
    veil="#B3050B14",
)
"""The counter in a dark room, derived from night."""


CONTRAST = Palette(
    paper="#000000",
    card="#000000",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    line="#FFFFFF",
    line_soft="#FFFFFF",
    track="#3A3A3A",
    red="#FFE600",
    red_deep="#000000",
    blue="#FFE600",
    blue_pressed="#FFF27A",
    blue_soft="#1F1F1F",
    on_blue="#000000",
    on_blue_soft="#000000",
    gold="#FFE600",
    on_gold="#000000",
    gold_soft="#1F1F1F",
    gold_deep="#FFE600",
    green_soft="#1F1F1F",
    green="#FFFFFF",
    closed="#000000",
    closed_ink="#D9D9D9",
    closed_pill="#3A3A3A",
    pressed="#3A3A3A",
    night="#FFFFFF",
    night_raised="#E6E6E6",
    night_line="#000000",
    on_night="#000000",
    on_night_soft="#000000",
    online="#FFE600",
    veil="#CC000000",
)
"""The kiosk for whoever needs it: black, white and yellow."""


class Pair(NamedTuple):
    """Text role, ground role, the least ratio."""

    text: str
    ground: str
    least: float


KIOSK_LEAST = 7.0
TEXT_LEAST = 4.5

PAIRS = (
    Pair("ink", "paper", KIOSK_LEAST),
    Pair("ink", "card", KIOSK_LEAST),
    Pair("ink", "pressed", KIOSK_LEAST),
    Pair("ink_soft", "paper", KIOSK_LEAST),
    Pair("ink_soft", "card", KIOSK_LEAST),
    Pair("ink_soft", "pressed", TEXT_LEAST),
    Pair("ink", "green_soft", KIOSK_LEAST),
    Pair("ink", "gold_soft", KIOSK_LEAST),
    Pair("ink", "blue_soft", KIOSK_LEAST),
    Pair("blue", "blue_soft", KIOSK_LEAST),
    Pair("blue", "paper", KIOSK_LEAST),
    Pair("blue", "card", KIOSK_LEAST),
    Pair("on_blue", "blue", KIOSK_LEAST),
    Pair("on_blue_soft", "blue", KIOSK_LEAST),
    Pair("on_blue", "blue_pressed", KIOSK_LEAST),
    Pair("closed_ink", "closed", KIOSK_LEAST),
    Pair("ink", "closed_pill", KIOSK_LEAST),
    Pair("on_gold", "gold", KIOSK_LEAST),
    Pair("on_night", "night", KIOSK_LEAST),
    Pair("on_night", "night_raised", KIOSK_LEAST),
    Pair("on_night_soft", "night", KIOSK_LEAST),
    Pair("on_night_soft", "night_raised", KIOSK_LEAST),
    Pair("gold", "night_raised", KIOSK_LEAST),
    Pair("gold", "on_gold", KIOSK_LEAST),
    Pair("gold_deep", "gold_soft", TEXT_LEAST),
    Pair("green", "green_soft", TEXT_LEAST),
    Pair("green", "card", TEXT_LEAST),
    Pair("red", "card", TEXT_LEAST),
)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two `#RRGGBB` colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


class Type(NamedTuple):
    """Height in pixels at the reference size, and weight."""

    px: float
    weight: int


REGULAR, STRONG, HEAVY = 400, 600, 800

KIOSK_QUESTION = Type(76, HEAVY)
"""The one question of a screen."""
KIOSK_QUESTION_LONG = Type(64, HEAVY)
"""The question where there is a way back above it, or many words in it."""
KIOSK_LEAD = Type(36, REGULAR)
"""The sentence below a question."""
KIOSK_CENTRE = Type(40, HEAVY)
"""The centre's name in the frame."""
KIOSK_CLOCK = Type(44, STRONG)
"""The hour in the frame."""
KIOSK_CHOICE = Type(48, HEAVY)
"""What a card offers."""
KIOSK_ENTITY = Type(40, HEAVY)
"""The name on a half-width card."""
KIOSK_EXPLAIN = Type(32, REGULAR)
"""What a choice holds."""
KIOSK_TEXT = Type(30, REGULAR)
"""Nothing on the kiosk is smaller."""
KIOSK_STRONG = Type(30, STRONG)
"""What one decides by: a wait, a badge."""
KIOSK_BACK = Type(34, STRONG)
"""*Atrás*."""
KIOSK_BUTTON = Type(46, HEAVY)
"""The one button of a screen."""
KIOSK_NUMBER = Type(210, HEAVY)
"""The ticket's number."""
KIOSK_SERVICE = Type(42, HEAVY)
"""What the ticket is for."""
KIOSK_FIGURE = Type(54, HEAVY)
"""People before, the hour of the call."""

LARGE_TEXT = 44
"""Nothing is smaller in *large text*: capitals of 0.7 degrees at 0.6 m on 21.5 inches (mac-domain D6)."""

COUNTER_TEXT = Type(17, REGULAR)
"""Everything that is not more than text."""
COUNTER_STRONG = Type(17, STRONG)
"""Badges, services, minutes."""
COUNTER_TITLE = Type(19, HEAVY)
"""The head of a panel; numbers in a list."""
COUNTER_SERVICE = Type(24, HEAVY)
"""Why the citizen came."""
COUNTER_NUMBER = Type(104, HEAVY)
"""The number being served."""
COUNTER_TIME = Type(60, HEAVY)
"""The running time."""
COUNTER_ACTION = Type(18, STRONG)
"""An action of the quiet grid."""
COUNTER_PRIMARY = Type(24, HEAVY)
"""The large action."""
COUNTER_SMALL = Type(15, REGULAR)
"""Key hints and captions."""
COUNTER_FIGURE = Type(22, HEAVY)
"""A figure of my day."""

KIOSK_MARGIN = 56
KIOSK_GAP = 26
KIOSK_TOUCH = 100
KIOSK_RADIUS = 26
KIOSK_BORDER = 3
COUNTER_MARGIN = 24
COUNTER_GAP = 16
COUNTER_RADIUS = 12
COUNTER_BORDER = 2

SLIDE_MS = 180
"""A screen slides or fades in."""
RISE_MS = 420
"""The newest call rises in."""
PULSE_MS = 10_000
"""How long the newest call's box pulses."""
PULSE_BEAT_MS = 1_000
"""One beat of the pulse."""
TOAST_MS = 6_000
"""How long a short message stays."""

motion = 1.0
"""1 moves as designed, 0 stands still: for tests, and for people who asked for stillness."""


def lasting(milliseconds: int) -> int:
    """How long an animation of `milliseconds` lasts now; 0 means: show its end at once."""
    return round(milliseconds * motion)
