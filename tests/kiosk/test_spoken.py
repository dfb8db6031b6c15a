"""How what stands on a screen becomes sound."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.spoken import Spoken, clip_of
from shared.domain.languages import Words, named
from shared.languages.packs import SHIPPED, Languages
from shared.ui.sound.piece import Piece

QUESTION = Words("¿Ima kamachiywan?", "¿Con qué entidad?", alone=True, language="quz")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A centre's own packs, of which the Quechua one has recordings."""
    folder = tmp_path / "languages"
    shutil.copytree(SHIPPED / "quz", folder / "quz")
    audio = folder / "quz" / "audio"
    (audio / "screens").mkdir(parents=True)
    for clip in ("screens/con-que-entidad", "n47", "n1"):
        (audio / f"{clip}.wav").write_bytes(b"RIFF")
    return folder


def said(folder: Path | None, *sentences: str, language: str = "es") -> list[Piece]:
    return Spoken(Languages(folder)).pieces(sentences, language)


def test_a_text_is_recorded_under_its_spanish() -> None:
    assert clip_of("¿Con qué entidad?") == "screens/con-que-entidad"
    assert clip_of("Año Ñandú: 1.º") == "screens/ano-nandu-1-o"


def test_spanish_is_said_by_the_engine_with_numbers_in_words(tmp_path: Path) -> None:
    assert said(tmp_path, Words("12 esperan")) == [Piece(text="doce esperan.", language="es")]


def test_a_recording_goes_before_every_voice(own: Path) -> None:
    assert [piece.recordings[0].name for piece in said(own, QUESTION)] == ["con-que-entidad.wav"]


def test_what_no_voice_speaks_is_said_in_spanish(tmp_path: Path) -> None:
    assert said(tmp_path, QUESTION) == [Piece(text="¿Con qué entidad?", language="es")]


def test_what_nobody_signed_is_said_with_its_spanish(tmp_path: Path) -> None:
    unsigned = Words("With whom?", "¿Con qué entidad?", alone=False, language="en")
    assert [(piece.text, piece.language) for piece in said(tmp_path, unsigned)] == [
        ("With whom?", "en"),
        ("¿Con qué entidad?", "es"),
    ]


def test_a_caption_in_two_languages_is_said_in_both(tmp_path: Path) -> None:
    caption = named(Words("Fee", "Tasa", alone=False, language="en"), "S/\u00a052.80")
    assert [(piece.text, piece.language) for piece in said(tmp_path, caption, language="en")] == [
        ("Fee.", "en"),
        ("Tasa: cincuenta y dos soles con ochenta céntimos.", "es"),
    ]


def test_keys_of_a_pad_are_said_in_the_language_of_the_screen(tmp_path: Path) -> None:
    assert said(tmp_path, "4", language="en") == [Piece(text="four.", language="en")]
    assert said(tmp_path, "4", language="quz") == [Piece(text="cuatro.", language="es")]


def test_the_number_of_a_ticket_is_recorded_only_where_all_of_it_is(own: Path, tmp_path: Path) -> None:
    in_spanish = [Piece(text="pe jota, cuarenta y siete.", language="es")]
    assert said(own, "PJ\u00a0047", language="quz") == in_spanish, "no letters are recorded"
    spanish = own / "es"
    shutil.copytree(SHIPPED / "es", spanish)
    (spanish / "audio").mkdir()
    for letter in "PJ":
        (spanish / "audio" / f"l{letter}.wav").write_bytes(b"RIFF")
    (piece,) = said(own, "PJ 047", language="quz")
    assert [path.stem for path in piece.recordings] == ["lP", "lJ", "n47"]
    assert said(tmp_path, "PJ 047", language="en") == [Piece(text="pee jay, forty-seven.", language="en")]
