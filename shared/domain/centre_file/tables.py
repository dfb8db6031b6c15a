"""Tables of the file turned into the structs of the catalogue.

A wrong value is noted and replaced by a stand-in, so that one reading finds every mistake.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from shared.domain.catalogue import (
    Advisor,
    Counter,
    Entity,
    Itinerary,
    Leg,
    Limits,
    Purpose,
    Queue,
    Role,
    Service,
)
from shared.domain.centre_file.hours import read_hours
from shared.domain.centre_file.keys import ANS, LEG, LISTS, OPTIONAL, REQUIRED, TABLES, Key
from shared.domain.centre_file.kinds import Wrong, found
from shared.domain.centre_file.mistakes import Mistakes, did_you_mean
from shared.domain.centre_file.places import Place


def read_table(raw: object, keys: Mapping[str, Key], place: Place, mistakes: Mistakes) -> dict[str, Any]:
    """The values of one table by key, defaults filled in."""
    if not isinstance(raw, dict):
        mistakes.note(place, f"expected a table, found {found(raw)}")
        return {name: _stand_in(key, None) for name, key in keys.items()}
    meant = note_unknown(raw, keys, place, mistakes)
    values = {}
    for name, key in keys.items():
        if name in raw:
            values[name] = _read_value(raw[name], key, (*place, name), mistakes)
        elif name in meant:
            values[name] = _stand_in(key, raw[meant[name]])
        else:
            if key.default is REQUIRED:
                mistakes.note((*place, name), f"is missing, expected {key.kind.what}")
            values[name] = _stand_in(key, None)
    return values


def read_entity(raw: object, place: Place, mistakes: Mistakes) -> Entity:
    values = read_table(raw, LISTS["entity"], place, mistakes)
    hours = values["hours"]
    values["hours"] = () if hours is None else read_hours(hours, (*place, "hours"), mistakes)
    values["short"] = values["short"] or values["name"]
    return Entity(**values)


def read_queue(raw: object, place: Place, mistakes: Mistakes) -> Queue:
    """Without its policy and its last ticket, which `policies` and `endings` read."""
    values = read_table(raw, LISTS["queue"], place, mistakes)
    ans, _, _ = values.pop("ans"), values.pop("policy"), values.pop("last_ticket")
    limits = () if ans is None else read_limits(ans, (*place, "ans"), mistakes)
    return Queue(**values, limits=limits)


def read_service(raw: object, place: Place, mistakes: Mistakes) -> Service:
    values = read_table(raw, LISTS["service"], place, mistakes)
    values["purpose"] = Purpose(values["purpose"])
    values["fee_cents"] = values.pop("fee")
    values["short"] = values["short"] or values["name"]
    ans, _ = values.pop("ans"), values.pop("document")  # which `documents` reads
    limits = () if ans is None else read_limits(ans, (*place, "ans"), mistakes)
    return Service(**values, limits=limits)


def read_itinerary(raw: object, place: Place, mistakes: Mistakes) -> Itinerary:
    """Its stops in order: a service, or a table for one that has more to say."""
    values = read_table(raw, OPTIONAL["itinerary"], place, mistakes)
    written, at = values["stops"], (*place, "stops")
    if not isinstance(written, list | tuple) or not written:
        mistakes.note(at, f"expected {OPTIONAL['itinerary']['stops'].kind.what}, found {found(written)}")
        written = ()
    legs = []
    for index, one in enumerate(written):
        leg = read_table({"service": one} if isinstance(one, str) else one, LEG, (*at, index), mistakes)
        legs.append(Leg(leg["service"], leg["gap_minutes"], leg["expires_minutes"], leg["free"]))
    return Itinerary(values["id"], values["service"], tuple(legs))


def read_counters(raw: object, place: Place, mistakes: Mistakes) -> list[Counter]:
    """One [[counter]]: a single `number`, or alike ones by their `numbers`."""
    values = read_table(raw, LISTS["counter"], place, mistakes)
    number, numbers, lunch = values.pop("number"), values.pop("numbers"), values.pop("lunch")
    if isinstance(raw, dict) and ("number" in raw) == ("numbers" in raw):
        mistakes.note(place, 'expected either number = 7 or numbers = "1-6"')
    each_of = [each for each in numbers or (number,) if each is not None]
    lunches = [lunch[position % len(lunch)] if lunch else None for position in range(len(each_of))]
    return [Counter(number=each, lunch=at, **values) for each, at in zip(each_of, lunches, strict=True)]


def read_advisor(raw: object, place: Place, mistakes: Mistakes) -> Advisor:
    values = read_table(raw, LISTS["advisor"], place, mistakes)
    values["role"] = Role(values["role"])
    hours, lunch = values.pop("hours"), values.pop("lunch")
    if len(lunch) > 1:
        mistakes.note((*place, "lunch"), "a person has one lunch, such as '12:00-13:00'")
    written = () if hours is None else read_hours(hours, (*place, "hours"), mistakes)
    return Advisor(**values, hours=written, lunch=lunch[0] if lunch else None)


def read_once(raw: Mapping[str, Any], name: str, mistakes: Mistakes) -> dict[str, Any]:
    """The values of a table written once, or its defaults where it is not written."""
    if name in raw:
        return read_table(raw[name], TABLES[name], (name,), mistakes)
    return {key: _stand_in(kind, None) for key, kind in TABLES[name].items()}


def read_items(raw: Mapping[str, Any], name: str, mistakes: Mistakes) -> list[tuple[Place, object]]:
    """The [[name]] tables with their places."""
    items = raw.get(name, [])
    if not isinstance(items, list):
        mistakes.note((name,), f"expected [[{name}]], with two brackets")
        return []
    return [((name, index), item) for index, item in enumerate(items)]


def check_tables(raw: Mapping[str, Any], mistakes: Mistakes) -> None:
    """Every table is known, and those that a centre cannot do without are there."""
    required = {"centre": "[centre]", "hours": "[hours]"} | {name: f"[[{name}]]" for name in LISTS}
    meant = note_unknown(raw, (*required, *TABLES, *OPTIONAL), (), mistakes)
    for name, header in required.items():
        if raw.get(name, []) == [] and name not in meant:
            mistakes.note((name,), f"is missing, expected {header}")


def read_limits(ans: object, place: Place, mistakes: Mistakes) -> tuple[Limits, ...]:
    """One table of limits or a list of them, by the date since which they hold."""
    written = ans if isinstance(ans, list) else [ans]
    if not written:
        mistakes.note(place, "is empty, expected { wait = MINUTES, service = MINUTES }")
    limits: list[Limits] = []
    for index, one in enumerate(written):
        limit = Limits(**read_table(one, ANS, (*place, index) if isinstance(ans, list) else place, mistakes))
        if any(limit.since == other.since for other in limits):
            mistakes.note(place, "two limits hold since the same date, give each another `since`")
        limits.append(limit)
    return tuple(sorted(limits, key=lambda limit: limit.since))


def note_unknown(raw: Collection[str], known: Collection[str], place: Place, mistakes: Mistakes) -> dict[str, str]:
    """Note every unknown name; returns, for each known one that was probably meant, the name it was written under."""
    meant: dict[str, str] = {}
    for name in raw:
        if name not in known:
            near = did_you_mean(name, known)
            mistakes.note((*place, name), f"unknown {'key' if place else 'table'}{near}")
            meant |= {one: name for one in known if f"'{one}'" in near and one not in raw}
    return meant


def _read_value(value: object, key: Key, place: Place, mistakes: Mistakes) -> Any:
    try:
        return key.kind.parse(value)
    except Wrong as wrong:
        mistakes.note(place, str(wrong))
    except ValueError:
        mistakes.note(place, f"expected {key.kind.what}, found {found(value)}")
    return _stand_in(key, value)


def _stand_in(key: Key, value: object) -> Any:
    """What stands for a wrong or missing value until all is read: the text itself where others may refer to it."""
    if key.default is not REQUIRED:
        return key.default
    return value if isinstance(value, str) and key.kind.blank == "" else key.kind.blank
