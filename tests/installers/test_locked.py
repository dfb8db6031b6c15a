"""The lock files: whole, of one mind with pyproject.toml, and silent about where things come from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installers.locked import BUILD_TOOLS, made_by, pinned

ROOT = Path(__file__).parents[2]
DEVELOPMENT = ROOT / "requirements.lock"
RUNNING = ROOT / "installers" / "requirements.lock"
LOCK = """\
attrs==26.1.0 \\
    --hash=sha256:aa
    # via hypothesis
uv==0.13.9 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
uvicorn==0.54.0 \\
    --hash=sha256:dd
"""


def pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.+!]+)", lock.read_text(), re.MULTILINE))


def wanted(*, dev: bool) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = project["dependencies"] + (project["optional-dependencies"]["dev"] if dev else [])
    return [Requirement(name) for name in named]


def test_pinned_cuts_out_one_project_with_its_hashes() -> None:
    assert pinned(LOCK, "uv") == "uv==0.13.9 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"


def test_pinned_refuses_a_project_that_is_not_locked() -> None:
    with pytest.raises(KeyError, match="pip"):
        pinned(LOCK, "uv", "pip")


def test_what_fills_an_environment_is_locked_too() -> None:
    text = pinned(DEVELOPMENT.read_text(), *BUILD_TOOLS)
    assert text.count("==") == len(BUILD_TOOLS)
    assert text.count("--hash") > 2


@pytest.mark.parametrize("lock", [DEVELOPMENT, RUNNING])
def test_every_pin_has_a_hash_and_no_address(lock: Path) -> None:
    text = lock.read_text()
    for name in pins(lock):
        assert "--hash=sha256:" in pinned(text, name), name
    assert "://" not in text


@pytest.mark.parametrize(("lock", "dev"), [(DEVELOPMENT, True), (RUNNING, False)])
def test_lock_keeps_what_pyproject_asks(lock: Path, dev: bool) -> None:
    found = {canonicalize_name(name): version for name, version in pins(lock).items()}
    for requirement in wanted(dev=dev):
        name = canonicalize_name(requirement.name)
        assert name in found, f"run make lock: {requirement}"
        assert requirement.specifier.contains(found[name]), f"run make lock: {requirement}"


def test_a_centre_runs_what_was_tested() -> None:
    assert pins(RUNNING).items() <= pins(DEVELOPMENT).items()
    assert "pytest" not in pins(RUNNING)


def test_environment_tells_which_python_made_it(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.2\n")
    assert made_by(tmp_path, "3.11.2")
    assert not made_by(tmp_path, "3.11.20")
    assert not made_by(tmp_path / "nowhere", "3.11.2")
