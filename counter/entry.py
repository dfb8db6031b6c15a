"""Coming in and going out at a screen of the centre: who, their PIN, another PIN, a lock. Without Qt.

What is typed stays here, is forgotten as soon as it was said to the hub, and is in no view: only how many digits.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from counter import pin_texts as texts
from counter.refusals import Params, refusal
from counter.shown import EntryView, Row
from shared.domain.catalogue import Catalogue, Role
from shared.domain.pin import LENGTH, is_weak
from shared.domain.refusals import Code
from shared.domain.searching import matches
from shared.lan.signing_in import ChangePin, PinMessage, SetPin, SignIn, SignOut

STEPS = {
    "pin": (texts.PIN, texts.PIN_HINT),
    "old": (texts.PIN_OLD, texts.PIN_HINT),
    "new": (texts.PIN_NEW, texts.PIN_NEW_HINT),
    "again": (texts.PIN_AGAIN, texts.PIN_AGAIN_HINT),
    "give": (texts.GIVE, texts.GIVE_HINT),
    "give_again": (texts.GIVE_AGAIN, texts.PIN_AGAIN_HINT),
}


@dataclass(frozen=True)
class Known:
    """What the hub says. person: who is signed in; sitting: whom the counter has, with the citizen's number."""

    online: bool = False
    catalogue: Catalogue | None = None
    person: str = ""
    change_pin: bool = False
    sitting: str = ""
    number: str = ""


class Entry:
    """At most one message on its way. `step` is "" while there is nothing to ask."""

    def __init__(self, roles: frozenset[Role], title: str, expected: str = "", demo_pin: str = "") -> None:
        self.step = "who"
        self.notice = ""
        self._roles, self._title, self._demo_pin = roles, title, demo_pin
        self._known = Known()
        self._person = expected
        self._query = ""
        self._problem = ""
        self._digits = self._old = self._new = ""
        self._request = ""
        self._locked = False
        self._other = ""  # who is given a PIN

    # ---- what the hub says

    def see(self, known: Known) -> None:
        before, self._known = self._known, known
        if not known.online and self._request:
            self._forget(texts.NOT_SENT)
        if not known.person:
            self._ask_who(before)
        elif known.change_pin and self.step not in ("old", "new", "again"):
            self._ask("new" if self._old else "old", texts.PIN_TEMPORARY)
        elif before.person != known.person or (before.change_pin and not known.change_pin):
            self._close()

    def _ask_who(self, before: Known) -> None:
        """Nobody is there: whoever sat here is expected, and is asked for the PIN at once."""
        known = self._known
        if before.catalogue and before.sitting == known.sitting and not before.person and self.step in ("who", "pin"):
            return
        self._person = known.sitting or before.person or self._person
        if self.step != "pin":
            self._ask("pin" if self._is_one_of_us(self._person) else "who")

    def _is_one_of_us(self, person: str) -> bool:
        catalogue = self._known.catalogue
        return bool(catalogue and person in catalogue.advisor and catalogue.advisor[person].role in self._roles)

    def answered(self, request: str) -> bool:
        """Whether it was an answer to what was said here."""
        if not request or request != self._request:
            return False
        self._request = ""
        if self.step == "give_again":
            self.notice = texts.GIVEN
            self._close()
        if self.step == "again":
            self.notice = texts.PIN_CHANGED
            self._close()
        return True

    def refused(self, request: str, code: str, params: Params) -> bool:
        if not request or request != self._request:
            return False
        again = {"give_again": "give", "again": "old" if code != Code.PIN_WEAK else "new"}.get(self.step, self.step)
        self._forget(refusal(code, params, self._known.catalogue))
        if again == "old" and self._known.change_pin:
            self._old = ""
        self.step = again
        return True

    def not_sent(self) -> None:
        """There is no line."""
        self._forget(texts.NOT_SENT)

    # ---- the hand

    @property
    def is_open(self) -> bool:
        return bool(self.step)

    @property
    def is_busy(self) -> bool:
        """Whether the hub's word on something said here is awaited."""
        return bool(self._request)

    def press(self, name: str) -> PinMessage | None:
        """What was pressed, by its name in the view. Returns what to say to the hub, if anything."""
        kind, _, rest = name.partition("-")
        if self._request:
            return None
        match kind:
            case "advisor":
                self._person = rest
                self._ask("pin")
            case "digit" if self.step in STEPS:
                return self._type(rest)
            case "erase" if self.step in STEPS:
                self._digits = self._digits[:-1]
            case "back" if self._known.change_pin:
                return self.leave()
            case "back":
                self._back()
            case "mine" if rest == "pin":
                self._ask("old")
            case "mine" if rest == "lock":
                return self.lock()
        return None

    def search(self, text: str) -> None:
        self._query, self._problem = text, ""

    def give(self, person: str) -> None:
        """A supervisor gives somebody a temporary PIN, typed by either of them."""
        if not self.step:
            self._ask("give")
            self._other = person

    def account(self) -> None:
        """Whoever is here wants something of their own."""
        if not self.step:
            self._ask("account")

    def lock(self) -> SignOut:
        """Nobody else acts in this person's name, nor goes on with what they had begun here."""
        self._close()
        self._locked = True
        return self.leave()

    def leave(self) -> SignOut:
        self._request = uuid.uuid4().hex
        return SignOut(self._request)

    def forget_digits(self) -> bool:
        """Digits that somebody left behind are no one's. Returns whether there were any."""
        had = bool(self._digits) and not self._request
        if had:
            self._digits = ""
        return had

    def _type(self, digit: str) -> PinMessage | None:
        if len(digit) != 1 or not digit.isdecimal() or len(self._digits) >= LENGTH:
            return None
        self._problem = ""
        self._digits += digit
        return self._complete() if len(self._digits) == LENGTH else None

    def _complete(self) -> PinMessage | None:
        typed, self._digits = self._digits, ""
        if not self._known.online:
            self._problem = texts.NOT_SENT
            return None
        match self.step:
            case "pin":
                self._old = typed
                return self._say(SignIn(uuid.uuid4().hex, self._person, typed))
            case "old":
                self._old = typed
                self._ask("new")
            case "new" if is_weak(typed, self._known.person):
                self._problem = refusal(Code.PIN_WEAK, {}, self._known.catalogue)
            case "new" if typed == self._old:
                self._problem = texts.PIN_SAME
            case "new":
                self._new = typed
                self._ask("again")
            case "give" if is_weak(typed, self._other):
                self._problem = refusal(Code.PIN_WEAK, {}, self._known.catalogue)
            case "give":
                self._new = typed
                self._ask("give_again")
            case "give_again" if typed != self._new:
                self._ask("give", texts.PIN_DIFFERENT)
            case "give_again":
                return self._say(SetPin(uuid.uuid4().hex, self._other, typed))
            case "again" if typed != self._new:
                self._ask("new", texts.PIN_DIFFERENT)
            case "again":
                return self._say(ChangePin(uuid.uuid4().hex, self._old, typed))
        return None

    def _say(self, message: SignIn | ChangePin | SetPin) -> PinMessage:
        self._request = message.request
        return message

    def _back(self) -> None:
        if self.step == "pin":
            self._ask("who")
        elif self.step != "who":
            self._close()

    def _ask(self, step: str, problem: str = "") -> None:
        self.step, self._problem, self._query, self._digits = step, problem, "", ""

    def _forget(self, problem: str) -> None:
        """What was said led to nothing."""
        self._request, self._digits, self._problem = "", "", problem

    def _close(self) -> None:
        self._ask("")
        self._old = self._new = ""
        self._locked = False

    # ---- what the screen shows

    def shown(self) -> EntryView | None:
        catalogue = self._known.catalogue
        if not self.step or catalogue is None:
            return None
        demo = texts.demo(self._demo_pin) if self._demo_pin and self.step in ("who", "pin") else ""
        if self.step == "who":
            return EntryView(
                "who", self._title, texts.WHO_HINT, self._rows(catalogue), problem=self._problem, foot=demo
            )
        if self.step == "account":
            name = catalogue.advisor[self._known.person].name
            rows = (Row("mine-pin", texts.CHANGE), Row("mine-lock", texts.LOCK))
            return EntryView("account", name, "", rows, back=texts.CANCEL)
        title, text = STEPS[self.step]
        who = self._other if self.step.startswith("give") else self._known.person or self._person
        return EntryView(
            "pin",
            title,
            texts.PIN_CHECKING if self._request else self._lead(catalogue) or text,
            person=catalogue.advisor[who].name if who in catalogue.advisor else who,
            typed=LENGTH if self._request else len(self._digits),
            busy=bool(self._request),
            problem=self._problem,
            back=self._way_back(),
            foot=demo,
        )

    def _lead(self, catalogue: Catalogue) -> str:
        sitting = self._known.sitting
        if self.step == "pin" and self._locked:
            return texts.LOCKED_HINT
        if self.step == "pin" and sitting and sitting == self._person:
            return texts.at_counter(catalogue.advisor[sitting].name, self._known.number)
        return ""

    def _way_back(self) -> str:
        if self.step == "pin":
            return texts.NOT_ME
        return texts.OUT if self._known.change_pin else texts.CANCEL

    def _rows(self, catalogue: Catalogue) -> tuple[Row, ...]:
        found = [a for a in catalogue.advisors if a.role in self._roles and matches(self._query, a.id, a.name)]
        return tuple(Row(f"advisor-{a.id}", a.name, detail=a.id) for a in sorted(found, key=lambda a: a.name))
