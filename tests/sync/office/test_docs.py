"""`docs/office.md` says what the office does."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from sync.exchange import LARGEST_BATCH, Cursor, NotTaken, read_batch
from sync.office.server import DEFAULT_PORT
from sync.office.store import CentreCount
from sync.record import AttentionRecord, Ending

PAGE = (Path(__file__).parents[3] / "docs" / "office.md").read_text()


class Centres(msgspec.Struct, forbid_unknown_fields=True):
    centres: list[CentreCount]


def example(name: str) -> bytes:
    (found,) = re.findall(rf"```json {name}\n(.*?)```", PAGE, re.DOTALL)
    return found.encode()


def test_the_example_batch_is_one_the_office_takes() -> None:
    batch = read_batch(example("batch"), "region-sur", "0123456789abcdef")
    assert (batch.after, batch.to, len(batch.records)) == (120, 135, 1)


@pytest.mark.parametrize(("name", "kind"), [("cursor", Cursor), ("problem", NotTaken), ("centres", Centres)])
def test_the_example_answers_are_of_the_kind_the_office_gives(name: str, kind: type[msgspec.Struct]) -> None:
    decoded = msgspec.json.decode(example(name), type=kind)
    assert msgspec.json.decode(msgspec.json.encode(decoded)) == msgspec.json.decode(example(name))


def test_every_field_and_every_outcome_is_explained() -> None:
    for name in (*AttentionRecord.__struct_fields__, *Ending):
        assert f"`{name}`" in PAGE, name


def test_the_figures_are_those_of_the_program() -> None:
    assert f"port {DEFAULT_PORT}" in PAGE
    assert re.search(rf"At most {LARGEST_BATCH}\s+records", PAGE)
