"""What a centre file has to say before anybody is asked for a document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import CentreFileError, read_centre
from shared.domain.personal import AskedFor, Asking, Keeping, Personal

PAGE = (Path(__file__).parents[3] / "docs" / "centre-file.md").read_text(encoding="utf-8")
SMALL: str = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]
TOLD = '\n[personal]\nholder = "PCM, Lima"\nrights = "orientación"\nversion = "1"\n'


def with_service(written: str, more: str = TOLD) -> Catalogue:
    """The small centre, whose BN01 says this of documents."""
    return read_centre(SMALL.replace('code = "BN01"\n', f'code = "BN01"\ndocument = {written}\n') + more, "c.toml")


def mistakes(text: str) -> str:
    with pytest.raises(CentreFileError) as wrong:
        read_centre(text, "c.toml")
    return "\n".join(wrong.value.mistakes)


def test_nothing_written_asks_nobody() -> None:
    centre = read_centre(SMALL, "c.toml")
    assert centre.document == AskedFor()
    assert centre.personal == Personal()
    assert {centre.asked_for(service.code).mode for service in centre.services} == {Asking.OFF}


def test_one_service_may_ask_with_a_reason_of_its_own() -> None:
    centre = with_service('{ mode = "optional", reason = "Para su expediente" }')
    assert centre.asked_for("BN01") == AskedFor(Asking.OPTIONAL, "Para su expediente")
    assert centre.asked_for("PJ01").mode is Asking.OFF
    assert centre.personal == Personal("PCM, Lima", "", "orientación", "1", Keeping.VISIT, Keeping.VISIT)


def test_a_word_takes_reason_and_rule_from_the_centre() -> None:
    more = '\n[document]\nmode = "off"\nreason = "Para su expediente"\nrule = "TUPA 12"\n' + TOLD
    assert with_service('"required"', more).asked_for("BN01") == AskedFor(
        Asking.REQUIRED, "Para su expediente", "TUPA 12"
    )
    assert with_service('"off"', more).asked_for("BN01").mode is Asking.OFF


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[document]\nmode = "optional"\n' + TOLD, "without saying what for"),
        ('[document]\nmode = "required"\nreason = "x"\n' + TOLD, "a rule has to oblige"),
        ('[document]\nmode = "optional"\nreason = "x"\n', "personal.holder: is missing"),
        ('[document]\nmode = "opcional"\n', "did you mean 'optional'"),
        ('[document]\nmode = "optional"\nreason = "' + "x" * 71 + '"\n' + TOLD, "a kiosk has room for 70"),
        ('[personal]\nkeep_document = "year"\n', "expected 'visit' or 'day'"),
    ],
)
def test_what_is_missing_is_told_with_its_place(more: str, said: str) -> None:
    assert said in mistakes(f"{SMALL}\n{more}")


def test_a_service_with_a_wrong_word_is_told() -> None:
    assert "did you mean 'required'" in mistakes(
        SMALL.replace('code = "BN01"\n', 'code = "BN01"\ndocument = "require"\n')
    )
