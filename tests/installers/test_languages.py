"""Whoever keeps a centre sees what of a language nobody has reviewed, makes a pack of their own and has it signed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click import ClickException
from msgspec.structs import replace

from installers import languages as tools
from installers.doctor import languages as doctor
from installers.doctor.finding import Level
from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES, Certainty
from shared.languages.packs import Languages, source_texts
from shared.languages.ts import Catalogue as Texts


def test_the_list_names_each_language_and_what_nobody_reviewed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert tools.tell(Languages(tmp_path)) == 0
    said = capsys.readouterr().out
    for tag in LANGUAGES:
        assert f"\n{tag} " in f"\n{said}"
    assert re.search(r"[1-9]\d* verified or signed", said)
    assert "unreviewed (shown with the Spanish)" in said


def test_doctor_says_of_each_announced_language_what_is_unreviewed(region_sur: Catalogue, tmp_path: Path) -> None:
    centre = replace(region_sur, languages=("es", "qu", "en"))
    quechua, english = doctor.look(centre, Languages(tmp_path))
    assert (quechua.level, english.level) == (Level.NOTE, Level.NOTE)
    assert re.match(r"Runasimi: [1-9]\d* of", quechua.says)
    assert "3 unreviewed" in quechua.says
    assert "numbers signed by nobody" in quechua.says
    assert f"{len(source_texts(Languages(tmp_path).packs))} unreviewed" in english.says
    assert list(doctor.look(replace(region_sur, languages=("es",)), Languages(tmp_path))) == []


def test_doctor_tells_a_broken_pack(region_sur: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "quz").mkdir()
    (tmp_path / "quz" / "pack.toml").write_text("tag = ")
    (finding,) = doctor.look(replace(region_sur, languages=("es",)), Languages(tmp_path))
    assert finding.level is Level.FAULT
    assert "pack.toml" in finding.says


def test_every_unreviewed_text_is_listed_with_its_source(tmp_path: Path) -> None:
    lines = list(tools.unreviewed(Languages(tmp_path), "qu"))
    assert "Atrás = Qhipaman  (Sugar Labs po/quz.po)" in lines
    assert not [line for line in lines if line.startswith("Sí =")]


def test_a_pack_of_ones_own_has_the_names_of_the_centre(region_sur: Catalogue, tmp_path: Path) -> None:
    made = tools.make_own("qu", tmp_path, region_sur)
    assert made == tmp_path / "quz"
    texts = Texts(made / "texts.ts").entries()
    assert ("Poder Judicial", "") in texts
    assert ("Certificado de antecedentes penales", "") in texts
    assert texts["Sí", ""].text == "Arí"
    assert Languages(tmp_path).wrong == []
    with pytest.raises(ClickException, match="is there already"):
        tools.make_own("quz", tmp_path, None)
    with pytest.raises(ClickException, match="no language 'de'"):
        tools.make_own("de", tmp_path, None)


def test_what_is_finished_is_signed_and_nothing_else(tmp_path: Path) -> None:
    made = tools.make_own("quz", tmp_path, None)
    texts = Texts(made / "texts.ts")
    texts.put(("Listo", ""), "Tukusqa", source="la traductora", certainty=Certainty.PROPOSED, signed="Ana, 2026-11-01")
    texts.put(("Continuar", ""), "Puririy", source="la traductora", certainty=Certainty.PROPOSED)
    texts.write()
    assert tools.sign(made, "Ana Quispe, ReNITLI 1234", date(2026, 11, 20), everything=False) == 3  # Sí, No, ahora
    entries = Languages(tmp_path).speech("quz").entries
    assert entries["Sí", ""].reviewed_by == "Ana Quispe, ReNITLI 1234"
    assert entries["Listo", ""].reviewed_by == "Ana"
    assert not entries["Continuar", ""].alone
    assert tools.sign(made, "Luis Mamani", date(2026, 11, 21), everything=True) == 4
    after = Languages(tmp_path)
    assert after.speech("quz").entries["Continuar", ""].alone
    assert tools.standing(after, "quz").reviewers == ("Ana", "Ana Quispe, ReNITLI 1234", "Luis Mamani")


def test_a_translation_that_cannot_be_used_is_not_signed(tmp_path: Path) -> None:
    made = tools.make_own("quz", tmp_path, None)
    texts = Texts(made / "texts.ts")
    texts.put(("{count} esperan", ""), "suyanku", source="", certainty=Certainty.PROPOSED, signed="")
    texts.write()
    tools.sign(made, "Ana", date(2026, 11, 20), everything=True)
    assert Texts(made / "texts.ts").entries()["{count} esperan", ""].reviewed_by == ""


def test_the_centres_folder_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUYANA_LANGUAGES", str(tmp_path))
    made = tools.make_own("quz", tmp_path, None)
    assert Languages().of("quz")[-1].folder == made
