"""Every text of the programs stands in every catalogue, with where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.languages import LANGUAGES, Certainty
from shared.languages.collect import NotAText, texts_in
from shared.languages.packs import SHIPPED, TEXTS, Languages, Pack, read_pack
from shared.languages.ts import Catalogue

ROOT = Path(__file__).parents[3]
NATIVE = ("quz", "quy", "ayr")


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    return {tag: read_pack(SHIPPED / tag) for tag in LANGUAGES}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_text_stands_in_every_catalogue(packs: dict[str, Pack], tag: str) -> None:
    said, stands = texts_in(ROOT), packs[tag].entries
    assert {key: said[key] for key in said.keys() - stands.keys()} == {}, "run `make words`"
    assert stands.keys() - said.keys() == set(), "run `make words`"


def test_the_packs_that_come_with_suyana_have_no_fault() -> None:
    assert Languages().wrong == []
    assert {pack.about.tag for pack in Languages().packs} == set(LANGUAGES)


@pytest.mark.parametrize("tag", LANGUAGES[1:])
def test_every_translation_says_where_it_comes_from(packs: dict[str, Pack], tag: str) -> None:
    assert [key for key, entry in packs[tag].entries.items() if entry.text and not entry.source] == []


def test_english_is_whole_and_waits_for_its_reviewer(packs: dict[str, Pack]) -> None:
    entries = packs["en"].entries
    assert [key for key, entry in entries.items() if not entry.text] == []
    assert [key for key, entry in entries.items() if entry.alone] == []


# The words that two independent published sources agree on and that stand on a screen by themselves.
VERIFIED = {
    "quz": {"Sí": "Arí", "No": "Manan", "ahora": "kunan"},
    "quy": {"Sí": "Arí", "No": "Manam", "ahora": "kunan"},
    "ayr": {"Sí": "Jisa", "No": "Janiwa", "ahora": "jichha"},
}


@pytest.mark.parametrize("tag", NATIVE)
def test_only_verified_words_stand_without_the_spanish(packs: dict[str, Pack], tag: str) -> None:
    alone = {key[0]: entry.text for key, entry in packs[tag].entries.items() if entry.text and entry.alone}
    assert alone == VERIFIED[tag]


@pytest.mark.parametrize("tag", NATIVE)
def test_nothing_that_was_only_made_up_is_shipped_as_sure(packs: dict[str, Pack], tag: str) -> None:
    for key, entry in packs[tag].entries.items():
        assert not entry.reviewed_by, f"{key}: nobody has signed anything yet"
        if entry.text and key[0] not in VERIFIED[tag]:
            assert entry.certainty is not Certainty.VERIFIED


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_catalogue_is_written_as_it_was_read(tag: str, tmp_path: Path) -> None:
    before = (SHIPPED / tag / TEXTS).read_text(encoding="utf-8")
    catalogue = Catalogue(SHIPPED / tag / TEXTS)
    catalogue.path = tmp_path / TEXTS
    catalogue.write()
    assert catalogue.path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ('say(f"Hola {name}")', "takes a literal text"),
        ("say(greeting)", "takes a literal text"),
        ('say("Hola {name}")', "other {places} than are filled"),
        ('say("Hola", name=1)', "other {places} than are filled"),
        ('say("a" + "b")', "takes a literal text"),
    ],
)
def test_a_text_that_no_catalogue_could_hold_is_refused(tmp_path: Path, call: str, why: str) -> None:
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "texts.py").write_text(f"def f(name, greeting):\n    return {call}\n")
    with pytest.raises(NotAText, match=r"kiosk/texts.py:2: ") as refused:
        texts_in(tmp_path)
    assert why in str(refused.value)
