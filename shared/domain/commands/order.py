"""What every order is."""

from __future__ import annotations

import msgspec


class Order(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """What all commands share: a tag named `type`, and no field that is not declared."""


class Actor(msgspec.Struct, frozen=True):
    """Who gives an order: the device it came from, and the person signed in on it ("" when nobody is)."""

    device: str
    person: str = ""
