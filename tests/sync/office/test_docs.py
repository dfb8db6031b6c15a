"""`docs/office.md` says what the office does."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from sync.down import AppointmentsSaid, Down
from sync.enrolment import Enrol, Enrolled
from sync.exchange import LARGEST_BATCH, Cursor, Lineage, NotTaken
from sync.live import Live
from sync.office.api import Api
from sync.office.api.told import FigureRow, Waiting
from sync.office.server import DEFAULT_PORT
from sync.office.store import CentreCount, OfficeStore
from sync.packing import COLUMNS, OTHERS, WORDS
from sync.record import AttentionRecord, Ending

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "office.md").read_text()
API = (DOCS / "api.md").read_text()


class Centres(msgspec.Struct, forbid_unknown_fields=True):
    centres: list[CentreCount]


def example(name: str) -> bytes:
    (found,) = re.findall(rf"```json {name}\n(.*?)```", PAGE, re.DOTALL)
    return found.encode()


KINDS = {
    "lineage": Lineage,
    "enrol": Enrol,
    "enrolled": Enrolled,
    "cursor": Cursor,
    "problem": NotTaken,
    "centres": Centres,
    "live": Live,
    "down": Down,
    "appointments": AppointmentsSaid,
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS.keys())
def test_the_examples_are_of_the_kind_that_is_said(name: str, kind: type[msgspec.Struct]) -> None:
    decoded = msgspec.json.decode(example(name), type=kind)
    assert msgspec.json.decode(msgspec.json.encode(decoded)) == msgspec.json.decode(example(name))


def test_every_field_and_every_outcome_is_explained() -> None:
    for name in (*AttentionRecord.__struct_fields__, *Ending, *WORDS, *COLUMNS, *OTHERS[1:]):
        assert f"`{name}`" in PAGE, name


def test_the_figures_are_those_of_the_program() -> None:
    assert f"port {DEFAULT_PORT}" in PAGE
    assert re.search(rf"At most {LARGEST_BATCH}\s+records", PAGE)


def test_every_column_of_the_figures_is_explained() -> None:
    for name in FigureRow.__struct_fields__:
        assert f"`{name}`" in API, name


def test_every_address_parameter_and_command_of_the_interface_is_on_its_page(tmp_path: Path) -> None:
    with OfficeStore(f"sqlite:///{tmp_path / 'office.sqlite'}") as store:
        for operation in Api(store, lambda: datetime.now(UTC)).operations:
            assert f"`{operation.path}`" in API
            for field in msgspec.structs.fields(operation.asked):
                assert f"`{field.encode_name}" in API, field.encode_name
    for command in ("create", "list", "revoke"):
        assert f"suyana office key {command}" in API


def test_the_example_of_the_interface_is_of_its_kind() -> None:
    (found,) = re.findall(r"```json waiting\n(.*?)```", API, re.DOTALL)
    decoded = msgspec.json.decode(found, type=Waiting, strict=True)
    assert msgspec.json.decode(msgspec.json.encode(decoded)) == msgspec.json.decode(found)
