"""What a kiosk says, at the border of its process: an engine that writes its text as sound, a player that reads it.

Both are programs, as espeak-ng and the player's own process are; what was heard stands in a file, a line for each
sentence: between two of them there is silence.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

from kiosk.speaker import Speaker
from shared.ui.sound.composer import Composer
from shared.ui.sound.player import Player
from shared.ui.sound.talker import Talker

LETTER = 1_000
"""A letter of the text is a level this much above its number, which is never taken for silence."""

ENGINE = f"""#!{sys.executable}
import sys, wave
from array import array
text = sys.stdin.buffer.read().decode()
voice = sys.argv[sys.argv.index("-v") + 1]
with wave.open(sys.argv[sys.argv.index("-w") + 1], "wb") as file:
    file.setnchannels(1); file.setsampwidth(2); file.setframerate(22050)
    file.writeframes(array("h", [{LETTER} + ord(letter) for letter in voice + "|" + text]).tobytes())
"""

PLAYER = f"""
import json, sys, wave
from array import array
print("devices 1", flush=True)
for line in sys.stdin:
    order, _, path = line.strip().partition(" ")
    if order != "stop":
        with wave.open(path) as file:
            levels = array("h", file.readframes(file.getnframes()))
        letters = "".join(chr(level - {LETTER}) if level > {LETTER} else " " * (not level) for level in levels)
        with open(sys.argv[1], "a", encoding="utf-8") as log:
            for sentence in filter(None, (part.strip() for part in letters.split(" " * 200))):
                voice, _, text = sentence.partition("|")
                print(json.dumps(dict(percent=int(order), voice=voice, text=text)), file=log)
        if sys.argv[2] != "holds":
            print("ended", path, flush=True)
    else:
        with open(sys.argv[1], "a", encoding="utf-8") as log:
            print(json.dumps(dict(percent=0, voice="", text="(silence)")), file=log)
"""


class Heard(NamedTuple):
    """One sound. percent: how loud."""

    percent: int
    voice: str
    text: str


class Ear:
    """Of one kiosk. holds: what is played never comes to its end, until it is cut short."""

    def __init__(self, folder: Path, *, holds: bool = False) -> None:
        self._log = folder / "heard"
        self._log.touch()
        self._engine = folder / "engine"
        self._engine.write_text(ENGINE, encoding="utf-8")
        self._engine.chmod(0o755)
        self._program = (sys.executable, "-c", PLAYER, str(self._log), "holds" if holds else "plays")
        self._begun = 0

    def speaker(self) -> Speaker:
        return Speaker(
            lambda: Composer(Talker(str(self._engine), within_ms=20_000)), lambda: Player(program=self._program)
        )

    def everything(self) -> list[Heard]:
        return [Heard(**json.loads(line)) for line in self._log.read_text(encoding="utf-8").splitlines()]

    def new(self) -> list[str]:
        """What was heard since `listen`."""
        return [heard.text for heard in self.everything()[self._begun :]]

    def listen(self) -> None:
        """From here on."""
        self._begun = len(self.everything())
