"""What a board tells of a call, and from when on the time to come counts."""

from __future__ import annotations

from datetime import time

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Calls, Catalogue
from shared.domain.centre_file import CentreFileError, read_centre
from shared.domain.refusals import Code
from shared.domain.spoken import languages_of
from shared.domain.voice import Loudness, Voice
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL
from tests.shared.domain.test_centre_file_order import SMALL as SMALL_FILE

PATIENT = replace(SMALL, calls=Calls(before_absent=1, spacing_seconds=30))


@pytest.fixture
def scene() -> Scene:
    scene = Scene(PATIENT)
    scene.open(1, 2)
    for _ in range(3):
        scene.issue("BN01")
    return scene


def spoken(scene: Scene, call: int) -> list[e.Event]:
    number = scene.ticket(scene.day.calls[call - 1].ticket).text
    return scene.order(c.NoteSpoken(call, number))


def test_a_spoken_call_is_told_once(scene: Scene) -> None:
    ticket = scene.call(1)
    assert spoken(scene, 1) == [e.CallSpoken(ticket, 1, 1)]
    assert spoken(scene, 1) == []
    assert scene.day.calls[0].spoken_at == scene.at


@pytest.mark.parametrize(("call", "number"), [(0, "BN 001"), (2, "BN 001"), (-1, "BN 001"), (1, "BN 002")])
def test_a_call_of_another_day_is_not_noted(scene: Scene, call: int, number: str) -> None:
    scene.call(1)
    assert scene.order(c.NoteSpoken(call, number)) == []


def test_the_time_to_come_counts_from_the_spoken_call(scene: Scene) -> None:
    scene.call(1)
    scene.pass_(seconds=20)
    spoken(scene, 1)
    scene.pass_(seconds=20)
    refused = scene.refusal(c.MarkAbsent(1))
    assert refused is not None
    assert (refused[0], refused[1]["seconds"]) == (Code.TOO_FEW_CALLS, 10)
    scene.pass_(seconds=10)
    assert scene.refusal(c.MarkAbsent(1)) is None


def test_nobody_is_absent_while_the_voice_is_still_at_the_calls_before(scene: Scene) -> None:
    scene.call(1)
    scene.call(2)
    scene.pass_(seconds=31)
    spoken(scene, 1)
    scene.pass_(seconds=20)
    refused = scene.refusal(c.MarkAbsent(2))
    assert refused is not None
    assert refused[1]["seconds"] == 30
    spoken(scene, 2)
    scene.pass_(seconds=30)
    assert scene.refusal(c.MarkAbsent(2)) is None


def test_a_recall_has_its_own_time_to_come(scene: Scene) -> None:
    scene.call(1)
    spoken(scene, 1)
    scene.pass_(seconds=30)
    scene.recall(1)
    scene.pass_(seconds=5)
    spoken(scene, 2)
    scene.pass_(seconds=29)
    assert scene.refusal(c.MarkAbsent(1)) is not None


def test_where_nothing_speaks_the_time_to_come_counts_from_the_call(scene: Scene) -> None:
    scene.call(1)
    scene.pass_(seconds=30)
    assert scene.refusal(c.MarkAbsent(1)) is None


def test_a_voice_that_has_died_does_not_keep_a_counter_for_ever(scene: Scene) -> None:
    scene.call(1)
    spoken(scene, 1)
    scene.call(2)
    scene.pass_(seconds=61)
    assert scene.refusal(c.MarkAbsent(2)) is None


def said_in(voice: Voice, language: str) -> tuple[str, ...]:
    return languages_of(replace(SMALL, voice=voice), language)


def test_a_call_is_said_in_the_order_of_the_centre_then_in_the_language_of_the_ticket() -> None:
    assert said_in(Voice(), "es") == ("es",)
    assert said_in(Voice(), "qu") == ("es", "quz")
    assert said_in(Voice(("quz", "es")), "ay") == ("quz", "es", "ayr")
    assert said_in(Voice(ticket_language=False), "en") == ("es",)
    assert said_in(Voice(), "lsp") == ("es",)


def with_voice(text: str) -> Catalogue:
    return read_centre(f"{SMALL_FILE}\n[voice]\n{text}\n", "small.toml")


def test_the_volume_holds_from_its_hour_on() -> None:
    volume = with_voice('volume = { "11:00" = 100, "8:00" = 70 }').voice
    assert volume.volume == (Loudness(time(8), 70), Loudness(time(11), 100))
    assert [volume.percent_at(time(hour)) for hour in (7, 8, 10, 11, 23)] == [100, 70, 70, 100, 100]
    assert with_voice("volume = 40").voice.percent_at(time(12)) == 40
    assert Voice().percent_at(time(12)) == 100


@pytest.mark.parametrize("volume", ["101", '"loud"', '{ "25:00" = 5 }', "{}", '{ "8:00" = 5, "08:00" = 6 }', "true"])
def test_a_volume_that_is_none_is_a_mistake(volume: str) -> None:
    with pytest.raises(CentreFileError, match=r"voice\.volume"):
        with_voice(f"volume = {volume}")
