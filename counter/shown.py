"""What a screen at a counter shows: plain frozen parts, made by the states and drawn by the screens.

`name` is the objectName of what can be operated and the word its press comes back with.
"""

from __future__ import annotations

import msgspec


class Row(msgspec.Struct, frozen=True):
    """One line of a list. mark: preferential or "". tone of `detail`: "", soft, over. key: what picks it, or ""."""

    name: str
    title: str
    text: str = ""
    detail: str = ""
    mark: str = ""
    tone: str = ""
    key: str = ""
    enabled: bool = True


class Panel(msgspec.Struct, frozen=True):
    """A question inside the window. `search`: it has a line to type in, which narrows the rows; with a `placeholder` of
    its own it takes a text for them. code: stands large above the rows.
    """

    name: str
    title: str
    text: str
    rows: tuple[Row, ...]
    search: bool = False
    columns: int = 1
    placeholder: str = ""
    code: str = ""


class Action(msgspec.Struct, frozen=True):
    """Something the advisor can do, under a key. why: what stands in the way when it is not enabled."""

    name: str
    label: str
    key: str
    enabled: bool = True
    why: str = ""


class Chip(msgspec.Struct, frozen=True):
    """A service that may be coded in this attention. key: a digit."""

    name: str
    label: str
    key: str
    ticked: bool


class Badge(msgspec.Struct, frozen=True):
    """A pill with an icon. tone: gold, blue."""

    text: str
    tone: str
    icon: str


class Clock(msgspec.Struct, frozen=True):
    """The running time. level: within, near, over the limit; or "" where none applies. part: of the limit, 1 is all."""

    caption: str
    time: str
    words: str
    level: str = ""
    part: float = 0.0


class Now(msgspec.Struct, frozen=True):
    """What is happening at the counter. document: what the button for it says, "" where there is none."""

    number: str
    service: str
    story: str
    badges: tuple[Badge, ...]
    clock: Clock
    chips: tuple[Chip, ...] = ()
    other: str = ""
    hint: str = ""
    document: str = ""


class Quiet(msgspec.Struct, frozen=True):
    """What stands where the citizen would, while there is none."""

    title: str
    text: str


class Figure(msgspec.Struct, frozen=True):
    value: str
    caption: str


class Bar(msgspec.Struct, frozen=True):
    """The top bar. way_out: whether its one button is there."""

    title: str
    place: str
    person: str
    line: str
    online: bool
    connection: str
    clock: str
    way_out: bool = False


class EntryView(msgspec.Struct, frozen=True):
    """Coming in at this screen. step: who (names to choose from), pin (digits), account (what to do with one's own).

    typed: how many digits, never which. busy: the hub looks at them. back: the words of the way back, or "". foot: a
    line below all.
    """

    step: str
    title: str
    text: str
    rows: tuple[Row, ...] = ()
    person: str = ""
    typed: int = 0
    busy: bool = False
    problem: str = ""
    back: str = ""
    foot: str = ""


class Page(msgspec.Struct, frozen=True):
    """What all three programs show. mode: connecting, entry (somebody comes in), or what there is to do.

    banner: stands while the hub is away. notice: goes by itself. quiet: what stands where there is nothing yet.
    """

    mode: str
    bar: Bar
    banner: str = ""
    notice: str = ""
    quiet: Quiet | None = None
    entry: EntryView | None = None


class DeskView(Page, frozen=True):
    """All that the advisor's window shows. mode: connecting, entry or desk.

    interrupted: stands while something of this counter cannot be attended, or somebody asks for help at a kiosk.
    ready: false in the moment after the primary action changed its meaning, while it is deaf.
    """

    interrupted: str = ""
    now: Now | None = None
    primary: Action | None = None
    ready: bool = True
    actions: tuple[Action, ...] = ()
    waiting: tuple[Row, ...] = ()
    held: tuple[Row, ...] = ()
    figures: tuple[Figure, ...] = ()
    panel: Panel | None = None
