from __future__ import annotations

from pathlib import Path

import pytest

from installers import bootstrap
from installers.bootstrap import Checkout, fits, newest_python

CFG = "home = /usr/bin\nversion = 3.11.2\nexecutable = /usr/bin/python3.11\ncommand = /usr/bin/python3 -m venv {}\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    (tmp_path / "installers").mkdir()
    for file in ("pyproject.toml", "requirements.lock", "installers/requirements.lock"):
        (tmp_path / file).write_text(f"{file} as it is\n")
    checkout = Checkout(tmp_path)
    site = checkout.venv / "lib" / "python3.11" / "site-packages" / "pip"
    site.mkdir(parents=True)
    (checkout.venv / "bin").mkdir()
    checkout.python.touch()
    (checkout.venv / "pyvenv.cfg").write_text(CFG.format(checkout.venv))
    return checkout


def test_environment_in_its_own_folder_fits(checkout: Checkout) -> None:
    assert fits(checkout.venv, "3.11.2")


def test_environment_of_another_python_does_not_fit(checkout: Checkout) -> None:
    assert not fits(checkout.venv, "3.11.20")


def test_environment_that_was_moved_does_not_fit(checkout: Checkout) -> None:
    moved = checkout.venv.rename(checkout.root / "moved")
    assert not fits(moved, "3.11.2")


def test_environment_whose_python_is_gone_does_not_fit(checkout: Checkout) -> None:
    checkout.python.unlink()
    assert not fits(checkout.venv, "3.11.2")


def test_environment_interrupted_before_pip_came_does_not_fit(checkout: Checkout) -> None:
    (checkout.venv / "lib/python3.11/site-packages/pip").rmdir()
    assert not fits(checkout.venv, "3.11.2")


def test_folder_without_environment_does_not_fit(tmp_path: Path) -> None:
    assert not fits(tmp_path / ".venv", "3.11.2")


def test_checkout_is_not_ready_before_its_stamp(checkout: Checkout) -> None:
    assert not checkout.is_ready("run")


def test_checkout_ready_for_tests_is_ready_to_run(checkout: Checkout) -> None:
    checkout.stamp("dev").write_text(checkout.digest("dev"))
    assert checkout.is_ready("dev")
    assert checkout.is_ready("run")


def test_checkout_ready_to_run_is_not_ready_for_tests(checkout: Checkout) -> None:
    checkout.stamp("run").write_text(checkout.digest("run"))
    assert checkout.is_ready("run")
    assert not checkout.is_ready("dev")


@pytest.mark.parametrize("file", ["pyproject.toml", "requirements.lock"])
def test_changed_file_makes_the_checkout_unready(checkout: Checkout, file: str) -> None:
    checkout.stamp("dev").write_text(checkout.digest("dev"))
    (checkout.root / file).write_text("changed\n")
    assert not checkout.is_ready("dev")


def test_ready_checkout_starts_nothing(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.stamp("dev").write_text(checkout.digest("dev"))
    monkeypatch.setattr(bootstrap, "run_step", None)
    bootstrap.make_ready(checkout, "check")
    assert capsys.readouterr().out == ""


def test_newest_python_is_the_first_name_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("python3.12", "python3.11"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert newest_python(["python3.13", "python3.12", "python3.11"]) == str(tmp_path / "python3.12")


def test_no_python_is_found_where_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert newest_python(["python3.11"]) is None
