from __future__ import annotations

import stat
from pathlib import Path

import pytest

from sync.signing import Key, KeyFileError, answer_parts, new_nonce, request_parts, signed_by


def test_what_was_signed_is_known_to_be_from_the_holder_of_the_key() -> None:
    key, parts = Key.new(), request_parts("POST", "/v1/x", new_nonce(), b"body")
    assert signed_by(key.public, key.sign(*parts), *parts)


def test_nothing_of_what_was_signed_can_be_changed() -> None:
    key, nonce = Key.new(), new_nonce()
    signature = key.sign(*request_parts("POST", "/v1/x", nonce, b"body"))
    for changed in (
        request_parts("GET", "/v1/x", nonce, b"body"),
        request_parts("POST", "/v1/y", nonce, b"body"),
        request_parts("POST", "/v1/x", new_nonce(), b"body"),
        request_parts("POST", "/v1/x", nonce, b"Body"),
        answer_parts("POST", 200, b"body"),
    ):
        assert not signed_by(key.public, signature, *changed)
    assert not signed_by(Key.new().public, signature, *request_parts("POST", "/v1/x", nonce, b"body"))


def test_parts_that_look_alike_when_joined_are_not_the_same() -> None:
    key = Key.new()
    assert not signed_by(key.public, key.sign(b"ab", b"c"), b"a", b"bc")


@pytest.mark.parametrize("nonsense", ["", "x", "ñ", "A" * 43, "=" * 10])
def test_nonsense_is_no_signature_and_no_key(nonsense: str) -> None:
    key = Key.new()
    assert not signed_by(key.public, nonsense, b"a")
    assert not signed_by(nonsense, key.sign(b"a"), b"a")


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "centre.key"
    first = Key.kept_in(file)
    assert Key.kept_in(file).public == first.public
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"a letter"])
def test_a_file_that_is_no_key_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "centre.key"
    file.write_bytes(content)
    with pytest.raises(KeyFileError, match=r"centre\.key cannot be used"):
        Key.kept_in(file)
