"""The file that says what else than a finger a kiosk is used with."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.inputs import Action, Inputs, Switch, UnreadableInputs, read_inputs
from kiosk.screens.keys import by_code
from tests.conftest import ROOT


def written(folder: Path, text: str) -> Path:
    file = folder / "inputs.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_there_is_a_keypad_with_arrows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.inputs.usual_file", lambda: tmp_path / "nothing")
    actions = read_inputs().actions()
    assert (actions["Down"], actions["Return"], actions["F15"]) == (Action.NEXT, Action.CHOOSE, Action.GUIDE)
    assert len(by_code(actions)) == len(actions), "Qt knows every key"


def test_keys_and_switches_are_as_the_file_says(tmp_path: Path) -> None:
    inputs = read_inputs(written(tmp_path, '[keypad]\nnext = ["F17"]\n[switch]\none = ["Space"]\npace = 1.5\n'))
    assert inputs.actions()["F17"] is Action.NEXT
    assert "Down" not in inputs.actions()
    assert inputs.actions()["Space"] is Action.SWITCH
    assert inputs.switch == Switch(one=("Space",), pace=1.5)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[keypad]\nnext = ["N"]', "a code reader types letters"),
        ("[switch]\npace = 2.0", "needs `one`, or `step` and `pick`"),
        ('[switch]\none = ["F9"]\npace = 0.1', "at least 0.3 seconds"),
        ('[switch]\none = ["Down"]', "'Down' has two meanings"),
        ("[keypad]\nnxt = []", "unknown field `nxt`"),
        ("[keypad", "inputs.toml"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(tmp_path: Path, text: str, fault: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(UnreadableInputs, match=r"inputs\.toml") as told:
        read_inputs(file)
    assert fault in str(told.value)


def test_the_guide_for_installers_shows_the_file_as_it_is_read(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "guia-kiosco.md").read_text(encoding="utf-8")
    text = page.partition("```toml\n")[2].partition("```")[0]
    assert read_inputs(written(tmp_path, text)) == Inputs(switch=Switch(one=("F9",)))


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputs, match="cannot be read"):
        read_inputs(tmp_path / "nothing.toml")


def test_a_key_that_qt_does_not_know_is_told() -> None:
    with pytest.raises(UnreadableInputs, match="no key called 'Siguiente'"):
        by_code({"Siguiente": Action.NEXT})


def test_a_kiosk_may_have_neither_sound_nor_keypad() -> None:
    assert Inputs(voice=False, keypad=None).actions() == {}
