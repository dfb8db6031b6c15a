"""The office's catalogue as people write it: TOML with the keys of the centre file, each table only what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from shared.domain.catalogue import Purpose
from shared.domain.centre_file.keys import ENTITY, QUEUE, SERVICE, Key
from shared.domain.centre_file.mistakes import CentreFileError, Mistakes
from shared.domain.centre_file.places import Place, find_places
from shared.domain.centre_file.read import parse
from shared.domain.centre_file.tables import note_unknown, read_items, read_limits, read_table
from shared.domain.template import EntityTemplate, QueueTemplate, ServiceTemplate, Template

LONGEST = 200  # characters in a text


def _some(keys: Mapping[str, Key], needed: str, *names: str) -> dict[str, Key]:
    """Of these keys, `needed` has to be written; of the others each may be left out."""
    return {needed: keys[needed]} | {name: keys[name]._replace(default=None) for name in names}


TEMPLATE_KEYS = {
    "entity": _some(ENTITY, "id", "name", "short", "does", "icon"),
    "queue": _some(QUEUE, "prefix", "name", "ans"),
    "service": _some(
        SERVICE, "code", "queue", "name", "short", "purpose", "fee", "pay_first", "appointment", "requirements", "ans"
    ),
}


def read_template(text: str, name: str) -> Template:
    """The template in a text; `name` is what mistakes call the file. Raises CentreFileError."""
    raw = parse(text, name)
    mistakes = Mistakes(name, find_places(text))
    note_unknown(raw, TEMPLATE_KEYS, (), mistakes)
    tables = {kind: list(_read(raw, kind, mistakes)) for kind in TEMPLATE_KEYS}
    mistakes.raise_any()
    if not any(tables.values()):
        raise CentreFileError([f"{name}: says nothing of any entity, queue or service"])
    return Template(
        tuple(EntityTemplate(**values) for values in tables["entity"]),
        tuple(QueueTemplate(**values) for values in tables["queue"]),
        tuple(ServiceTemplate(**values) for values in tables["service"]),
    )


def _read(raw: dict[str, Any], kind: str, mistakes: Mistakes) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for place, item in read_items(raw, kind, mistakes):
        values = read_table(item, TEMPLATE_KEYS[kind], place, mistakes)
        key = next(iter(values.values()))
        if key in seen:
            mistakes.note(place, f"'{key}' is written twice")
        seen.add(key)
        for field, value in values.items():
            texts = [each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, str)]
            if any(len(each) > LONGEST for each in texts):
                mistakes.note((*place, field), f"has more than {LONGEST} characters")
        yield _filled(values, place, mistakes)


def _filled(values: dict[str, Any], place: Place, mistakes: Mistakes) -> dict[str, Any]:
    """By the fields of the structs."""
    if "ans" in values:
        ans = values.pop("ans")
        values["limits"] = None if ans is None else read_limits(ans, (*place, "ans"), mistakes)
    if "fee" in values:
        values["fee_cents"] = values.pop("fee")
        values["purpose"] = Purpose(values["purpose"]) if values["purpose"] else None
    return values
