"""What every view is."""

from __future__ import annotations

import msgspec


class Shown(msgspec.Struct, frozen=True, tag_field="type"):
    """What all views share: a tag named `type`."""
