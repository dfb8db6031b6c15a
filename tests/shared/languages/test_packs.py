"""A pack is a folder that a centre can add or correct."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shared.domain.languages import Certainty, Speaking, say
from shared.languages.packs import SHIPPED, Languages, UnreadablePack, read_pack
from shared.languages.ts import Catalogue

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{tag}" sourcelanguage="es_PE">
<context>
    <name></name>
{messages}
</context>
</TS>
"""
MESSAGE = """    <message>
        <source>{spanish}</source>
        <translatorcomment>{notes}</translatorcomment>
        <translation{kind}>{text}</translation>
    </message>"""


def message(spanish: str, text: str, notes: str = "fuente: el centro", *, finished: bool = False) -> str:
    kind = "" if finished else ' type="unfinished"'
    return MESSAGE.format(spanish=spanish, text=text, notes=notes, kind=kind)


def make_pack(folder: Path, tag: str, *messages: str, about: str = "") -> Path:
    pack = folder / tag
    (pack / "audio").mkdir(parents=True)
    (pack / "pack.toml").write_text(f'tag = "{tag}"\nname = "Prueba"\n{about}')
    (pack / "texts.ts").write_text(TS.format(tag=tag, messages="\n".join(messages)), encoding="utf-8")
    return pack


def test_a_centres_own_text_goes_before_the_one_that_came_with_suyana(tmp_path: Path) -> None:
    signed = "fuente: la traductora\nfirmó: Ana Quispe, ReNITLI 1234, 2026-11-20"
    make_pack(tmp_path, "quz", message("Atrás", "Kutiy", signed, finished=True))
    languages = Languages(tmp_path)
    with Speaking(languages.speech("qu")):
        assert (say("Atrás"), say("Atrás").beside) == ("Kutiy", "")
        assert say("Sí") == "Arí"
    entry = languages.speech("quz").entries["Atrás", ""]
    assert (entry.reviewed_by, entry.reviewed_on) == ("Ana Quispe, ReNITLI 1234", date(2026, 11, 20))


def test_an_empty_text_of_the_centre_takes_nothing_away(tmp_path: Path) -> None:
    make_pack(tmp_path, "quz", message("Sí", ""))
    assert Languages(tmp_path).speech("quz").entries["Sí", ""].text == "Arí"


@pytest.mark.parametrize(
    ("tag", "text", "why"),
    [
        ("quz", "Suyay", "other {places}"),
        ("quz", "{minute} suyay", "other {places}"),
        ("quz", "{minutes suyay", "open brace"),
        ("quy", "{minutes} p'unchaw", "no apostrophe"),
    ],
)
def test_a_translation_that_cannot_be_used_is_left_out_and_told(tmp_path: Path, tag: str, text: str, why: str) -> None:
    pack = read_pack(make_pack(tmp_path, tag, message("Espere {minutes}", text), message("Hoy", "Kunan")))
    assert pack.entries["Espere {minutes}", ""].text == ""
    assert pack.entries["Hoy", ""].text == "Kunan"
    assert [why in sentence for sentence in pack.wrong] == [True]


@pytest.mark.parametrize("sign", ["'", "´", "ʼ", "‘", "’"])
def test_one_sign_stands_for_the_apostrophe_whoever_typed_it(tmp_path: Path, sign: str) -> None:
    make_pack(tmp_path, "ayr", message("Espere", f"Suyt{sign}ma"))
    assert Languages(tmp_path).speech("ayr").entries["Espere", ""].text == "Suyt’ma"


@pytest.mark.parametrize(
    ("notes", "finished", "alone"),
    [
        ("certeza: verificada", True, True),
        ("certeza: verificada", False, False),
        ("certeza: una fuente", True, False),
        ("firmó: Ana Quispe, 2026-11-20", True, True),
        ("firmó: Ana Quispe, 2026-11-20", False, False),
        ("firmó:", True, False),
        ("", True, False),
    ],
)
def test_what_stands_alone_is_finished_and_verified_or_signed(
    tmp_path: Path, notes: str, finished: bool, alone: bool
) -> None:
    pack = read_pack(make_pack(tmp_path, "quz", message("Espere", "Suyay", notes, finished=finished)))
    assert pack.entries["Espere", ""].alone is alone


@pytest.mark.parametrize(
    ("about", "why"),
    [("colour = 1", "colour"), ("variant = 3", "variant"), ("[voice", "pack.toml")],
)
def test_a_folder_that_is_no_pack_is_told_and_the_others_stay(tmp_path: Path, about: str, why: str) -> None:
    make_pack(tmp_path, "quz", about=about)
    languages = Languages(tmp_path)
    assert why in languages.wrong[0]
    assert languages.speech("quz").entries["Sí", ""].text == "Arí"
    with pytest.raises(UnreadablePack):
        read_pack(tmp_path / "quz")


def test_a_language_that_is_none_and_a_broken_catalogue_are_told(tmp_path: Path) -> None:
    make_pack(tmp_path, "qu")
    broken = make_pack(tmp_path, "ayr")
    (broken / "texts.ts").write_text("<TS><context>")
    wrong = Languages(tmp_path).wrong
    assert "no catalogue of Qt Linguist" in wrong[0]
    assert "there is no language 'qu'" in wrong[1]


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    pack = read_pack(make_pack(tmp_path, "quz", message("Espere", "Suyay", "firmó: Ana, ayer", finished=True)))
    assert "firmó: Ana, ayer" in pack.wrong[0]


def test_recordings_and_pictograms_of_the_centre_go_first(tmp_path: Path) -> None:
    pack = make_pack(tmp_path, "quz")
    (pack / "audio" / "n47.wav").write_bytes(b"RIFF")
    (pack / "pictograms").mkdir()
    (pack / "pictograms" / "help-circle.svg").write_text("<svg/>")
    languages = Languages(tmp_path)
    assert languages.recording("qu", "n47") == pack / "audio" / "n47.wav"
    assert languages.recording("quz", "n48") is None
    assert languages.pictogram("quz", "help-circle") == pack / "pictograms" / "help-circle.svg"
    assert languages.pictogram("en", "help-circle") is None


def test_signing_numbers_signs_those_too_that_sources_dispute(tmp_path: Path) -> None:
    make_pack(tmp_path, "quz", about='[numbers]\nreviewed_by = "Ana Quispe"\nreviewed_on = 2026-11-20\n')
    assert Languages(tmp_path).speech("quz").numbers_signed
    assert not Languages().speech("quz").numbers_signed


def test_a_name_and_a_day_are_put_to_the_texts_that_were_signed(tmp_path: Path) -> None:
    path = make_pack(tmp_path, "quz", message("Hoy", "Kunan"), message("No", "Manan")) / "texts.ts"
    catalogue = Catalogue(path)
    catalogue.sign("Ana Quispe", date(2026, 11, 20), {("Hoy", "")})
    catalogue.sign("Luis Mamani", date(2026, 11, 21), {("Hoy", "")})
    catalogue.write()
    read = Catalogue(path).entries()
    assert (read["Hoy", ""].reviewed_by, read["Hoy", ""].alone) == ("Luis Mamani", True)
    assert read["Hoy", ""].source == "el centro"
    assert not read["No", ""].alone


def test_a_translation_is_put_with_its_source(tmp_path: Path) -> None:
    path = make_pack(tmp_path, "quz", message("Hoy", "")) / "texts.ts"
    catalogue = Catalogue(path)
    catalogue.put(("Hoy", ""), "Kunan", source="AbiWord", certainty=Certainty.ONE_SOURCE)
    catalogue.write()
    entry = Catalogue(path).entries()["Hoy", ""]
    assert (entry.text, entry.source, entry.certainty, entry.alone) == ("Kunan", "AbiWord", Certainty.ONE_SOURCE, False)


def test_the_shipped_packs_lie_beside_their_reader() -> None:
    assert {folder.name for folder in SHIPPED.iterdir()} == {"es", "quz", "quy", "ayr", "en"}
