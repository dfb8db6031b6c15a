"""What else than a finger this kiosk is used with, as its own settings file says: `inputs.toml`.

    voice = true                      # false: this kiosk has no sound

    [keypad]
    speaks = true                     # its first key switches the audio guide on
    next = ["Down", "Right"]

    [switch]
    one = ["F9"]                      # one switch: the mark moves by itself, a press chooses
    pace = 2.0                        # seconds

Keys are named as Qt names them. No Qt.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec
import platformdirs

NAME = "inputs.toml"
Keys = tuple[str, ...]


class UnreadableInputs(ValueError):
    """What is wrong with the file: one sentence with its place."""


class Action(StrEnum):
    """What a key means."""

    NEXT = "next"
    PREVIOUS = "previous"
    CHOOSE = "choose"
    REPEAT = "repeat"
    VOLUME = "volume"
    GUIDE = "guide"  # headphones were plugged in, or the key of the guide
    QUIET = "quiet"  # they were taken out
    SWITCH = "switch"  # the one switch
    STEP = "step"  # the first of two
    PICK = "pick"  # the second of two
    BACK = "back"  # as STEP, the other way: Tab and Shift with Tab, on any keyboard


class Keypad(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The four keys of a keypad for who cannot see, and what else it may send. speaks: its first key starts the guide.

    Arrows and Enter, which any keypad can send; keypads of this kind are set to other keys here or by their maker's
    program.
    """

    speaks: bool = True
    next: Keys = ("Down", "Right")
    previous: Keys = ("Up", "Left")
    choose: Keys = ("Return", "Enter")
    repeat: Keys = ("Help", "F1")
    volume: Keys = ("VolumeUp", "F2")
    guide: Keys = ("F15",)
    quiet: Keys = ("F16",)


class Switch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One switch, or two: the first moves the mark, the second chooses.

    pace: seconds that the mark of one switch stays; rounds: how often it goes through all answers before it rests.
    """

    one: Keys = ()
    step: Keys = ()
    pick: Keys = ()
    pace: float = 2.0
    rounds: int = 3


class Inputs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of one kiosk. Without a file: sound, and a keypad as it comes."""

    voice: bool = True
    keypad: Keypad | None = Keypad()
    switch: Switch | None = None

    def actions(self) -> dict[str, Action]:
        """Each key and what it means."""
        keypad, switch = self.keypad, self.switch
        found: dict[str, Action] = {}
        if keypad:
            found |= {key: action for action in list(Action)[:7] for key in getattr(keypad, action)}
        if switch:
            found |= dict.fromkeys(switch.one, Action.SWITCH)
            found |= dict.fromkeys(switch.step, Action.STEP) | dict.fromkeys(switch.pick, Action.PICK)
        return found


def usual_file() -> Path:
    """Beside the other settings of this machine; a person's own go first."""
    places = [platformdirs.user_config_path("suyana", appauthor=False)]
    places.append(platformdirs.site_config_path("suyana", appauthor=False))
    files = [place / NAME for place in places]
    return next((file for file in files if file.is_file()), files[-1])


def read_inputs(path: Path | None = None) -> Inputs:
    """`path`: a file that must be there; without it the usual one, if there is one. Raises UnreadableInputs."""
    file = path or usual_file()
    if path is None and not file.is_file():
        return Inputs()
    try:
        inputs = msgspec.toml.decode(file.read_bytes(), type=Inputs)
    except OSError as error:
        raise UnreadableInputs(f"{file}: cannot be read ({error.strerror})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInputs(f"{file}: {error}") from error
    if fault := _fault(inputs):
        raise UnreadableInputs(f"{file}: {fault}")
    return inputs


def _fault(inputs: Inputs) -> str:
    switch = inputs.switch
    for key in inputs.actions():
        if len(key) == 1:
            return f"{key!r} cannot be a key of a keypad or switch: a code reader types letters and digits"
    if switch and not switch.one and not (switch.step and switch.pick):
        return "[switch] needs `one`, or `step` and `pick`"
    if switch and (switch.pace < 0.3 or switch.rounds < 1):
        return "[switch] needs a pace of at least 0.3 seconds, and one round at least"
    return _twice(inputs)


def _twice(inputs: Inputs) -> str:
    """A key with two meanings."""
    keypad, switch = inputs.keypad, inputs.switch
    keys = [key for action in list(Action)[:7] for key in getattr(keypad, action)] if keypad else []
    keys += [*switch.one, *switch.step, *switch.pick] if switch else []
    twice = next((key for key in keys if keys.count(key) > 1), "")
    return f"the key {twice!r} has two meanings" if twice else ""
