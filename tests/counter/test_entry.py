"""Coming in at a screen, without a window: every path from a name to a PIN of one's own."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from counter import pin_texts as texts
from counter.entry import Entry, Known
from shared.domain.catalogue import Catalogue, Role
from shared.lan.signing_in import ChangePin, PinMessage, SetPin, SignIn, SignOut

GOOD, OTHER = "270419", "905162"


class Person:
    """Somebody before a screen of the centre."""

    def __init__(self, catalogue: Catalogue, **known: object) -> None:
        self.entry = Entry(frozenset({Role.ADVISOR}), texts.WHO)
        self.known = replace(Known(online=True, catalogue=catalogue), **known)  # type: ignore[arg-type]
        self.entry.see(self.known)

    def hears(self, **known: object) -> None:
        self.known = replace(self.known, **known)  # type: ignore[arg-type]
        self.entry.see(self.known)

    def types(self, digits: str) -> PinMessage | None:
        said = None
        for digit in digits:
            said = self.entry.press(f"digit-{digit}")
        return said

    def comes_in(self, *, change_pin: bool = False) -> None:
        self.entry.press("advisor-a020")
        said = self.types(GOOD)
        assert isinstance(said, SignIn)
        self.entry.answered(said.request)
        self.hears(person="a020", change_pin=change_pin)

    @property
    def shows(self) -> str:
        view = self.entry.shown()
        return f"{view.step} {view.title}" if view else ""

    @property
    def problem(self) -> str:
        view = self.entry.shown()
        return view.problem if view else ""


@pytest.fixture
def person(catalogue: Catalogue) -> Person:
    return Person(catalogue)


def test_a_name_then_six_digits_are_said_to_the_hub(person: Person) -> None:
    assert person.shows == f"who {texts.WHO}"
    person.entry.press("advisor-a020")
    said = person.types(GOOD)
    assert isinstance(said, SignIn)
    assert (said.person, said.pin) == ("a020", GOOD)
    assert person.types("1") is None, "one at a time"


def test_people_are_found_without_accents_and_by_code(person: Person) -> None:
    def found(typed: str) -> list[str]:
        person.entry.search(typed)
        view = person.entry.shown()
        assert view
        return [row.name for row in view.rows]

    assert len(found("")) == 62
    assert found("a020") == ["advisor-a020"]
    assert found("cesar tapia") == ["advisor-a044"]
    assert found("nobody") == []
    assert not any(name.startswith(("advisor-o", "advisor-s")) for name in found(""))


def test_a_wrong_pin_says_how_many_tries_are_left_and_asks_again(person: Person) -> None:
    person.entry.press("advisor-a020")
    said = person.types(GOOD)
    assert said
    person.entry.refused(said.request, "wrong_pin", {"person": "a020", "left": 1})
    assert person.problem == "El PIN no es correcto. Queda 1 intento."
    assert isinstance(person.types(GOOD), SignIn)


def test_a_lock_says_until_when_in_the_centres_own_time(person: Person) -> None:
    person.entry.press("advisor-a020")
    said = person.types(GOOD)
    assert said
    until = "2026-11-23T15:46:30+00:00"
    person.entry.refused(said.request, "pin_locked", {"person": "a020", "until": until})
    assert person.problem.endswith("está bloqueado hasta las 10:46:30.")
    said = person.types(GOOD)
    assert said
    person.entry.refused(said.request, "pin_locked", {"person": "a020", "until": ""})
    assert person.problem.endswith("hasta que el supervisor le dé uno nuevo.")


def test_no_view_holds_a_digit(person: Person) -> None:
    person.entry.press("advisor-a020")
    for typed in range(1, 6):
        person.entry.press(f"digit-{GOOD[typed - 1]}")
        view = person.entry.shown()
        assert view
        assert view.typed == typed
        assert GOOD[:typed] not in msgspec.json.encode(view).decode() or typed == 1


def test_a_temporary_pin_leads_to_one_of_ones_own(person: Person) -> None:
    person.comes_in(change_pin=True)
    assert person.shows == f"pin {texts.PIN_NEW}"
    person.types("111111")
    assert "adivinar" in person.problem
    person.types(GOOD)
    assert person.problem == texts.PIN_SAME
    person.types(OTHER)
    person.types(GOOD)
    assert (person.shows, person.problem) == (f"pin {texts.PIN_NEW}", texts.PIN_DIFFERENT)
    person.types(OTHER)
    said = person.types(OTHER)
    assert isinstance(said, ChangePin)
    assert (said.pin, said.new) == (GOOD, OTHER)
    assert person.entry.press("back") is None, "the hub is asked"
    person.entry.answered(said.request)
    person.hears(change_pin=False)
    assert (person.shows, person.entry.notice) == ("", texts.PIN_CHANGED)


def test_a_pin_can_be_changed_at_any_time_and_the_change_left_again(person: Person) -> None:
    person.comes_in()
    assert person.shows == ""
    person.entry.account()
    person.entry.press("mine-pin")
    assert person.shows == f"pin {texts.PIN_OLD}"
    person.types("111213")
    person.entry.press("back")
    assert person.shows == ""


def test_the_old_pin_is_asked_again_when_the_hub_says_that_it_is_wrong(person: Person) -> None:
    person.comes_in()
    person.entry.account()
    person.entry.press("mine-pin")
    person.types("111213")
    person.types(OTHER)
    said = person.types(OTHER)
    assert said
    person.entry.refused(said.request, "wrong_pin", {"person": "a020", "left": 4})
    assert (person.shows, person.problem) == (f"pin {texts.PIN_OLD}", "El PIN no es correcto. Quedan 4 intentos.")


def test_a_lock_keeps_the_place_of_whoever_was_here(person: Person) -> None:
    person.comes_in()
    said = person.entry.lock()
    assert isinstance(said, SignOut)
    person.entry.answered(said.request)
    person.hears(person="")
    view = person.entry.shown()
    assert view
    assert (view.step, view.text) == ("pin", texts.LOCKED_HINT)
    assert person.known.catalogue
    assert view.person == person.known.catalogue.advisor["a020"].name
    person.entry.press("back")
    assert person.shows == f"who {texts.WHO}"


def test_a_counter_that_has_an_advisor_expects_nobody_else(catalogue: Catalogue) -> None:
    person = Person(catalogue, sitting="a020", number="PJ 047")
    view = person.entry.shown()
    assert view
    assert view.step == "pin"
    assert "tiene a PJ 047" in view.text


def test_a_break_of_the_line_asks_again_and_sends_nothing_by_itself(person: Person) -> None:
    person.entry.press("advisor-a020")
    assert person.types(GOOD)
    person.hears(online=False)
    assert person.problem == texts.NOT_SENT
    assert person.types(GOOD) is None
    assert person.problem == texts.NOT_SENT


def test_digits_left_behind_are_forgotten(person: Person) -> None:
    person.entry.press("advisor-a020")
    person.types("2704")
    assert person.entry.forget_digits()
    view = person.entry.shown()
    assert view
    assert view.typed == 0


def test_whoever_does_not_want_a_new_pin_now_can_only_leave(person: Person) -> None:
    person.comes_in(change_pin=True)
    assert isinstance(person.entry.press("back"), SignOut)


def test_a_supervisor_gives_a_temporary_pin_that_is_typed_twice(person: Person) -> None:
    person.comes_in()
    person.entry.give("a021")
    person.types("000021")
    assert "adivinar" in person.problem
    person.types(OTHER)
    said = person.types(OTHER)
    assert isinstance(said, SetPin)
    assert (said.person, said.pin) == ("a021", OTHER)
    person.entry.answered(said.request)
    assert (person.shows, person.entry.notice) == ("", texts.GIVEN)
