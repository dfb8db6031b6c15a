from __future__ import annotations

from pathlib import Path
from random import Random

from installers.faultlab.canary import ROW, Canaries
from tests.fakes.shown import short_form_of


def test_no_document_number_is_found_anywhere_and_without_the_seal_they_are(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)


def test_a_canary_is_found_in_every_form_and_not_inside_other_figures() -> None:
    canaries = Canaries(Random(1), 2)
    number = canaries.documents[0].number.encode()
    assert canaries.found(b"x" + number + b" ") == [number.decode()]
    assert canaries.found(number.decode().encode("utf-16-le"))
    assert not canaries.found(b"9" + number)
    assert not canaries.found(b"nothing")
