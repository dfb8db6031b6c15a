from __future__ import annotations

from pathlib import Path

import pytest

from installers.conformance.declaration import EXAMPLE, DeclarationError, read_declaration


def test_the_example_can_be_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "declaracion.toml"
    file.write_text(EXAMPLE, encoding="utf-8")
    assert read_declaration(file).D15.in_all == 3


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("voice_db = 72.0", 'voice_db = "fuerte"', r"D5\.voice_db"),
        ("in_all = 3", "", "in_all"),
        ("[D17]", "[D18]", "D1[78]"),
        ("[D16]", "[D16", "Expected"),
    ],
)
def test_a_mistake_is_told_with_its_key(tmp_path: Path, before: str, after: str, says: str) -> None:
    file = tmp_path / "declaracion.toml"
    file.write_text(EXAMPLE.replace(before, after), encoding="utf-8")
    with pytest.raises(DeclarationError, match=says):
        read_declaration(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match=r"nowhere\.toml"):
        read_declaration(tmp_path / "nowhere.toml")
