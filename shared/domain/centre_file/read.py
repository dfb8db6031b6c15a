"""From a path or a text to a catalogue, or to one sentence per mistake."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from shared.domain.catalogue import (
    Appointments,
    Board,
    Calls,
    Catalogue,
    Copies,
    Kiosk,
    Office,
    Phone,
    Printer,
    SpareNumbers,
    Visits,
)
from shared.domain.centre_file.checks import Places, check_names, check_served
from shared.domain.centre_file.documents import asked_for, personal, whole, with_document
from shared.domain.centre_file.hours import read_hours
from shared.domain.centre_file.keys import TABLES
from shared.domain.centre_file.mistakes import CentreFileError, Mistakes
from shared.domain.centre_file.places import find_places
from shared.domain.centre_file.policies import read_queue_whole
from shared.domain.centre_file.tables import (
    check_tables,
    read_advisor,
    read_counters,
    read_entity,
    read_items,
    read_itinerary,
    read_once,
    read_service,
)
from shared.domain.centre_file.translations import read_translation
from shared.domain.slip_design import SlipDesign
from shared.domain.voice import Voice


def load_centre(path: Path) -> Catalogue:
    """The catalogue that a centre file describes. Raises CentreFileError, also for a file that cannot be read."""
    try:
        # Windows editors begin a UTF-8 file with a byte order mark.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CentreFileError([f"{path}: cannot be read: {error.strerror or error}"]) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CentreFileError([f"{path}, line {line}: is not UTF-8 text, save the file as UTF-8"]) from None
    return read_centre(text, str(path))


def read_centre(text: str, name: str) -> Catalogue:
    """The catalogue in a text; `name` is what mistakes call the file. Raises CentreFileError."""
    raw = parse(text, name)
    mistakes = Mistakes(name, find_places(text))
    check_tables(raw, mistakes)
    mistakes.raise_any()
    centre, places = _build(raw, mistakes)
    check_names(centre, places, mistakes)
    mistakes.raise_any()
    check_served(centre, places, mistakes)
    mistakes.raise_any()
    return centre


def parse(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise CentreFileError([f"{name}: is not TOML: brackets inside brackets without end"]) from None
    except ValueError as error:
        raise CentreFileError([_syntax_sentence(str(error), name)]) from None


def _syntax_sentence(said: str, name: str) -> str:
    """What tomllib says, such as "Invalid value (at line 3, column 7)", with the place first as everywhere."""
    reason, _, place = said.rstrip(")").rpartition(" (at ")
    where = f"{name}, {place}" if reason else name
    reason = (reason or said).replace("Cannot overwrite a value", "the same key is written twice in one table")
    return f"{where}: is not TOML: {reason}"


def _build(raw: dict[str, Any], mistakes: Mistakes) -> tuple[Catalogue, Places]:
    """The catalogue as far as the file can be understood, and where its parts stand."""
    entities = [(place, read_entity(item, place, mistakes)) for place, item in read_items(raw, "entity", mistakes)]
    queues = [(place, read_queue_whole(item, place, mistakes)) for place, item in read_items(raw, "queue", mistakes)]
    services = [
        (place, with_document(read_service(item, place, mistakes), item, place, mistakes))
        for place, item in read_items(raw, "service", mistakes)
    ]
    counters = [
        (place, counter)
        for place, item in read_items(raw, "counter", mistakes)
        for counter in read_counters(item, place, mistakes)
    ]
    advisors = [(place, read_advisor(item, place, mistakes)) for place, item in read_items(raw, "advisor", mistakes)]
    itineraries = [(p, read_itinerary(item, p, mistakes)) for p, item in read_items(raw, "itinerary", mistakes)]
    translations = [read_translation(item, p, mistakes) for p, item in read_items(raw, "translation", mistakes)]
    once = {name: read_once(raw, name, mistakes) for name in TABLES}
    centre = Catalogue(
        **once["centre"],
        hours=read_hours(raw["hours"], ("hours",), mistakes) if "hours" in raw else (),
        entities=tuple(entity for _, entity in entities),
        queues=tuple(queue for _, queue in queues),
        services=tuple(service for _, service in services),
        counters=tuple(counter for _, counter in counters),
        advisors=tuple(advisor for _, advisor in advisors),
        printer=Printer(**once["printer"]),
        kiosk=Kiosk(**once["kiosk"]),
        slip=SlipDesign(**once["slip"]),
        board=Board(**once["board"]),
        voice=Voice(**once["voice"]),
        office=Office(**once["office"]),
        phone=Phone(**once["phone"]),
        itineraries=tuple(itinerary for _, itinerary in itineraries),
        calls=Calls(**once["calls"]),
        visits=Visits(**once["visits"]),
        appointments=Appointments(**once["appointments"]),
        document=asked_for(once["document"]),
        personal=personal(once["personal"]),
        spare_numbers=SpareNumbers(**once["spare_numbers"]),
        copies=Copies(**once["copies"]),
        translations=tuple(translations),
        **once["order"],
        **once["sign_in"],
    )
    parts = (entities, queues, services, counters, advisors, itineraries)
    return whole(centre), Places(*([place for place, _ in part] for part in parts))
