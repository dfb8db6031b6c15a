from __future__ import annotations

import re

import pytest

from sync.enrolment import new_code, plain, proof, proves
from sync.signing import Key

CODE = "ABCD-EFGH-IJKL-MN23"


def test_a_code_can_be_read_out_and_no_two_are_the_same() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(re.fullmatch("([A-Z2-7]{4}-){3}[A-Z2-7]{4}", code) for code in codes)


@pytest.mark.parametrize("typed", ["abcd-efgh-ijkl-mn23", "ABCDEFGHIJKLMN23", " ABCD EFGH 1JKL MN23 "])
def test_a_code_is_the_same_however_it_is_typed(typed: str) -> None:
    assert plain(typed) == plain(CODE)


@pytest.mark.parametrize("typed", ["", "ABCD", CODE + "A", "ABCD-EFGH-IJKL-MN2!"])
def test_what_is_no_code_is_told(typed: str) -> None:
    with pytest.raises(ValueError, match="a code has 16 letters"):
        plain(typed)


def test_a_proof_holds_for_its_code_its_side_its_centre_and_its_key_only() -> None:
    key, other = Key.new().public, Key.new().public
    given = proof(CODE, "centre", "region-sur", key)
    assert proves(given, CODE, "centre", "region-sur", key)
    assert not proves(given, new_code(), "centre", "region-sur", key)
    assert not proves(given, CODE, "office", "region-sur", key)
    assert not proves(given, CODE, "centre", "lima-norte", key)
    assert not proves(given, CODE, "centre", "region-sur", other)
