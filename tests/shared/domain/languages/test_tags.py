"""Names of languages, and who speaks them."""

from __future__ import annotations

import pytest

from shared.domain.languages import LANGUAGES, canonical, own_name, speaks


def test_each_language_has_its_own_name() -> None:
    assert [own_name(tag) for tag in LANGUAGES[:2]] == ["Español", "Runasimi"]
    assert own_name("ay") == "Aymar aru"
    assert own_name("xx") == "xx"


def test_a_variant_of_quechua_says_which_one_it_is_only_beside_the_other() -> None:
    assert own_name("qu", ("es", "qu")) == "Runasimi"
    assert [own_name(tag, ("quz", "quy")) for tag in ("quz", "quy")] == ["Runasimi (Qusqu)", "Runasimi (Chanka)"]


@pytest.mark.parametrize(
    ("skills", "need", "does"),
    [
        (("qu",), "qu", True), (("qu",), "quz", True), (("qu",), "quy", True), (("quz",), "qu", True),
        (("quz",), "quy", False), (("quy",), "qu", False), (("ay",), "ayr", True), (("ayr",), "ay", True),
        (("qu",), "ay", False), (("qu",), "lsp", False), (("lsp",), "lsp", True), ((), "en", False),
        (("PJ",), "en", False),
    ],
)  # fmt: skip
def test_who_speaks_a_language(skills: tuple[str, ...], need: str, does: bool) -> None:
    assert speaks(skills, need) is does


def test_older_names_mean_one_variant() -> None:
    assert [canonical(tag) for tag in ("qu", "ay", "es", "quy")] == ["quz", "ayr", "es", "quy"]
