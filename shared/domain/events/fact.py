"""What every event is."""

from __future__ import annotations

import msgspec


class Fact(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=False):
    """What all events share: a tag named `type`."""
