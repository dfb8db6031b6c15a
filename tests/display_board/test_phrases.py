"""Which recordings and sentences a call is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from display_board.phrases import Phrases
from shared.domain.languages import number_words
from shared.domain.languages.numbers import number_clips
from shared.languages.packs import Languages
from shared.ui.sound.piece import Piece, Saying
from tests.shared.languages.test_packs import make_pack

SPANISH = "pe jota, cuarenta y siete. Módulo veinte."


def phrases(folder: Path, **clips: str) -> Phrases:
    """With these recordings, in words: `quz="n47 n20"`."""
    for tag, names in clips.items():
        pack = make_pack(folder, tag)
        for name in names.split():
            (pack / "audio" / f"{name}.wav").write_bytes(b"a sound")
    return Phrases(Languages(folder))


def plain(saying: Saying) -> list[list[str]]:
    """By language, the sentences and the names of the recordings."""
    return [[piece.text or " ".join(path.stem for path in piece.recordings) for piece in pieces] for pieces in saying]


def test_without_recordings_the_call_is_spanish_by_the_engine_whatever_is_asked_for(tmp_path: Path) -> None:
    saying = phrases(tmp_path).saying("PJ 047", 20, ("quz", "ayr", "es"))
    assert saying == ((Piece(text=SPANISH, language="es"),),)


def test_english_has_its_own_voice(tmp_path: Path) -> None:
    saying = phrases(tmp_path).saying("PJ 047", 20, ("es", "en"))
    assert plain(saying) == [[SPANISH], ["pee jay, forty-seven. Counter twenty."]]
    assert saying[1][0].language == "en"


def test_recorded_numbers_make_a_quechua_call_beside_the_spanish_one(tmp_path: Path) -> None:
    saying = phrases(tmp_path, quz="n47 n20").saying("PJ 047", 20, ("quz",))
    assert plain(saying) == [["pe jota", "n47", "Módulo", "n20"], [SPANISH]]


def test_a_spanish_pack_gives_its_letters_to_the_quechua_call(tmp_path: Path) -> None:
    saying = phrases(tmp_path, quz="n47 n20", es="lP lJ n47 counter n20").saying("PJ 047", 20, ("es", "quz"))
    assert plain(saying) == [["lP lJ", "n47", "counter", "n20"]] * 2
    assert [piece.recordings[0].parent.parent.name for piece in saying[1]] == ["es", "quz", "es", "quz"]


def test_a_language_that_lacks_one_recording_of_the_call_is_left_out(tmp_path: Path) -> None:
    assert plain(phrases(tmp_path, quz="n47").saying("PJ 047", 20, ("quz", "es"))) == [[SPANISH]]


def test_half_recorded_spanish_is_said_by_the_engine_alone(tmp_path: Path) -> None:
    assert plain(phrases(tmp_path, es="lP n47 counter").saying("PJ 047", 20, ("es",))) == [[SPANISH]]


def test_with_others_waiting_the_call_is_in_one_language_that_of_the_ticket_where_it_is_recorded(
    tmp_path: Path,
) -> None:
    recorded = phrases(tmp_path, quz="n47 n20")
    assert plain(recorded.saying("PJ 047", 20, ("es", "quz"), hurried=True)) == [["pe jota", "n47", "Módulo", "n20"]]
    assert plain(recorded.saying("PJ 048", 20, ("es", "quz"), hurried=True)) == [[SPANISH.replace("siete", "ocho")]]
    assert plain(recorded.saying("PJ 047", 20, ("es", "en"), hurried=True)) == [[SPANISH]]


def test_the_way_to_the_counter_is_said_in_spanish(tmp_path: Path) -> None:
    saying = phrases(tmp_path).saying("PJ 047", 20, ("es", "en"), "al fondo a la derecha")
    assert plain(saying)[0] == [f"{SPANISH} Al fondo a la derecha."]
    assert "Al fondo" not in plain(saying)[1][0]


@pytest.mark.parametrize("number", [1, 9, 10, 47, 100, 347, 999])
def test_every_number_that_two_sources_agree_on_is_a_row_of_recordings(number: int, tmp_path: Path) -> None:
    clips = number_clips(number, "quz")
    assert number_words(number, "quz")
    saying = phrases(tmp_path, quz=" ".join((*clips, "n20"))).saying(f"PJ {number:03d}", 20, ("quz",))
    assert plain(saying)[0][1] == " ".join(clips)
