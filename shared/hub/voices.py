"""Which board speaks in each zone: one of those that can, and always the same one while it is there."""

from __future__ import annotations

from shared.lan.messages import DeviceRole, Hello
from shared.lan.views import VoiceView


class Voices:
    """Of the boards that are connected, by zone, in the order in which they came."""

    def __init__(self) -> None:
        self._able: dict[str, list[str]] = {}

    def came(self, hello: Hello) -> bool:
        """Returns whether another board speaks now."""
        if hello.role is not DeviceRole.BOARD or hello.silent:
            return False
        able = self._able.setdefault(hello.zone, [])
        able.append(hello.device)
        return len(able) == 1

    def went(self, hello: Hello) -> bool:
        """Returns whether another board speaks now. A board that comes back before its old line ended goes on."""
        able = self._able.get(hello.zone, [])
        if hello.role is not DeviceRole.BOARD or hello.silent or hello.device not in able:
            return False
        before = able[0]
        able.remove(hello.device)
        return (able or [""])[0] != before

    def view(self, zone: str) -> VoiceView:
        return VoiceView((self._able.get(zone) or [""])[0])
