"""What all messages of the LAN protocol share."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True, tag_field="type"):
    """A tag named `type`."""
