"""The first start of a device: a code is typed, the device gets its identity, and the program begins by itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from shared.lan.client import HubAway
from shared.lan.identity import Identity, NoIdentity
from shared.lan.messages import DeviceRole
from shared.lan.pairing import PairingRefused, pair
from shared.lan.pairing_messages import CODE_DIGITS
from shared.ui import pairing_texts as texts

log = logging.getLogger(__name__)

Pair = Callable[[str, Path, str], Identity]


class Pairing(QObject):
    """The state of the screen. `changed` after every step; `paired` once, when there is an identity.

    The hub is spoken to in a thread: it takes some seconds.
    """

    changed = Signal()
    paired = Signal()
    _ended = Signal(str, bool)

    def __init__(self, role: DeviceRole, folder: Path, hub: str, by: Pair = pair) -> None:
        """`folder`: where the identity goes. `hub`: its URL, or "" to hear it."""
        super().__init__()
        self.typed = ""
        self.sentence = texts.LEAD
        self.tone = "info"
        self.busy = False
        self._role, self._folder, self._hub, self._pair = role, folder, hub, by
        self._thread: Thread | None = None
        self._ended.connect(self._end)

    def press(self, name: str) -> None:
        """`digit-7` or `erase`."""
        kind, _, digit = name.partition("-")
        if self.busy:
            return
        if kind == "erase":
            self.typed = self.typed[:-1]
        elif kind == "digit" and len(self.typed) < CODE_DIGITS:
            self.typed += digit
        if len(self.typed) == CODE_DIGITS:
            self._begin()
        self.changed.emit()

    def stop(self) -> None:
        """Wait for what is under way."""
        if self._thread:
            self._thread.join()
            self._thread = None

    def _begin(self) -> None:
        self.busy, self.sentence, self.tone = True, texts.PAIRING, "info"
        self._thread = Thread(target=self._run, args=(self.typed,), name="pairing", daemon=True)
        self._thread.start()

    def _run(self, code: str) -> None:
        try:
            identity = self._pair(code, self._folder, self._hub)
        except PairingRefused as error:
            self._tell(error, texts.REFUSED)
        except (HubAway, ValueError) as error:
            self._tell(error, texts.AWAY)
        except (OSError, NoIdentity) as error:
            self._tell(error, texts.NOT_KEPT)
        else:
            right = identity.role is self._role
            self._ended.emit(texts.PAIRED if right else texts.WRONG_PLACE, right)

    def _tell(self, error: Exception, sentence: str) -> None:
        log.warning("this device was not paired: %s", error)
        self._ended.emit(sentence, False)

    def _end(self, sentence: str, paired: bool) -> None:
        self.stop()
        self.busy, self.typed = False, ""
        self.sentence, self.tone = sentence, "info" if paired else "alert"
        self.changed.emit()
        if paired:
            self.paired.emit()
