"""What is stored is for ever: `every_event.jsonl` holds one of every event ever written, and is only added to."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.domain import events as e
from tests.fakes.scene import NINE, Scene, picture
from tests.fakes.small_centre import SMALL

EVER_WRITTEN = Path(__file__).with_name("every_event.jsonl").read_bytes().splitlines()


def lost(stored: Any, kept: Any, path: str = "") -> list[str]:
    """Where a field or value of what was stored is gone from what is kept."""
    if isinstance(stored, dict) and isinstance(kept, dict):
        gone = [f"{path}/{field}" for field in stored if field not in kept]
        return gone + [
            p for field in stored if field in kept for p in lost(stored[field], kept[field], f"{path}/{field}")
        ]
    if isinstance(stored, list) and isinstance(kept, list) and len(stored) == len(kept):
        return [p for index, pair in enumerate(zip(stored, kept, strict=True)) for p in lost(*pair, f"{path}/{index}")]
    return [] if stored == kept else [path]


def kind(body: bytes) -> str:
    return str(msgspec.json.decode(body)["type"])


@pytest.mark.parametrize("body", EVER_WRITTEN, ids=kind)
def test_every_event_ever_written_is_read_and_keeps_all_its_fields(body: bytes) -> None:
    event = e.decode_event(body)
    assert not isinstance(event, e.UnknownEvent)
    assert e.event_type(event) == kind(body)
    assert lost(msgspec.json.decode(body), msgspec.json.decode(e.encode_event(event))) == []


@pytest.mark.parametrize("name", e.EVENT_TYPES)
def test_every_kind_of_event_is_in_the_file_as_it_is_written_today(name: str) -> None:
    """A kind with a new field needs a new line; the old one stays."""
    lines = [body for body in EVER_WRITTEN if kind(body) == name]
    assert lines, f"add a {name} to {Path(__file__).with_name('every_event.jsonl').name}"
    assert e.encode_event(e.decode_event(lines[-1])) == lines[-1]


def test_a_lost_renamed_or_changed_field_would_be_seen() -> None:
    stored = {"a": 1, "b": [{"c": 2}, {"d": 3}]}
    assert lost(stored, {"a": 1, "b": [{"c": 2}, {"d": 3}], "new": 4}) == []
    assert lost(stored, {"a": 2, "b": [{"c": 2}, {"dd": 3}]}) == ["/a", "/b/1/d"]
    assert lost(stored, {"a": 1, "b": []}) == ["/b"]


NEWER = b'{"type": "ticket_blessed", "ticket": 2026112300001, "by": {"whom": ["everybody"]}}'


def test_event_of_a_newer_version_is_kept_to_the_letter() -> None:
    event = e.decode_event(NEWER)
    assert isinstance(event, e.UnknownEvent)
    assert e.event_type(event) == "ticket_blessed"
    assert e.encode_event(event) == NEWER


def test_event_of_a_newer_version_is_skipped_by_the_folds() -> None:
    scene = Scene(SMALL)
    scene.issue("PJ01")
    before = picture(scene.hall)
    scene.hall.apply(e.decode_event(NEWER), NINE)
    assert picture(scene.hall) == before


def test_new_field_of_a_newer_version_does_not_keep_an_event_from_being_read() -> None:
    assert e.decode_event(b'{"type": "counter_closed", "counter": 20, "mood": "tired"}') == e.CounterClosed(20)


@pytest.mark.parametrize("body", [b'{"type": "counter_closed"}', b'{"type": "counter_closed", "counter": "20"}', b"{}"])
def test_known_event_that_is_malformed_is_an_error(body: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        e.decode_event(body)


def test_every_event_tells_itself_in_a_sentence_and_belongs_to_one_fold() -> None:
    kinds = set(e.EVENT_TYPES.values())
    of_centre, of_day = set(e.CentreEvent.__args__), set(e.DayEvent.__args__)
    assert of_centre | of_day == kinds
    assert not of_centre & of_day
    for event in kinds:
        said = inspect.getdoc(event) or ""
        assert said.endswith("."), event.__name__
