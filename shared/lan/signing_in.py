"""What is said to sign in and out, and about PINs. None of it is ever stored, and none of it is said twice by itself.

No repr of these shows a PIN or a token: whatever prints a message, in a log or in a crash, prints stars.
"""

from __future__ import annotations

from datetime import datetime

from shared.lan.message import Message

HIDDEN = frozenset({"pin", "new", "session"})


class Secret(Message, frozen=True):
    """A message with something in it that nobody may read."""

    def __repr__(self) -> str:
        fields = (f"{f}={'***' if f in HIDDEN else repr(getattr(self, f))}" for f in self.__struct_fields__)
        return f"{type(self).__name__}({', '.join(fields)})"


class SignIn(Secret, frozen=True, tag="sign_in"):
    """A person sits down at this screen."""

    request: str
    person: str
    pin: str


class SignOut(Message, frozen=True, tag="sign_out"):
    """The person at this screen leaves it, or it locks itself."""

    request: str


class ChangePin(Secret, frozen=True, tag="change_pin"):
    """The person at this screen wants another PIN."""

    request: str
    pin: str
    new: str


class SetPin(Secret, frozen=True, tag="set_pin"):
    """A supervisor gives somebody a PIN that must be changed at the first sign-in. Unlocks; ends their sessions."""

    request: str
    person: str
    pin: str


class SignedIn(Secret, frozen=True, tag="signed_in"):
    """A person is signed in. `session`: shown in the next hello, it spares the PIN when only the line broke."""

    person: str
    session: str
    change_pin: bool


PinMessage = SignIn | SignOut | ChangePin | SetPin


def locked_until(text: str | int) -> datetime | None:
    """The `until` of a `pin_locked`, None for one that only a supervisor ends."""
    return datetime.fromisoformat(text) if isinstance(text, str) and text else None
