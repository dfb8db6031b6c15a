from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from installers.program import NOT_SOURCES

ROOT = Path(__file__).parents[2]
BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_wheel(sys.argv[1]))"
# What only a checkout uses: the files that install.py lays out, and the lock beside it.
FROM_THE_CHECKOUT = ("installers/files/", "installers/README.md", "installers/requirements.lock")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("wheel") / "sources", ignore=NOT_SOURCES))


@pytest.fixture(scope="module")
def packed(sources: Path) -> set[str]:
    """The names of all files in the wheel made from this checkout."""
    folder = sources.parent
    command = [sys.executable, "-c", BUILD, str(folder)]
    built = subprocess.run(command, cwd=sources, check=True, capture_output=True, text=True)
    return set(ZipFile(folder / built.stdout.splitlines()[-1]).namelist())


def test_wheel_holds_every_file_of_every_package(sources: Path, packed: set[str]) -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]["find"]["include"]
    files = [path for name in packages for folder in ROOT.glob(name) for path in (sources / folder.name).rglob("*")]
    names = {path.relative_to(sources).as_posix() for path in files if path.is_file() and path.suffix != ".pyc"}
    assert {name for name in names - packed if not name.startswith(FROM_THE_CHECKOUT)} == set()


def test_wheel_holds_the_command_line_and_the_licences(packed: set[str]) -> None:
    ends = {name.rpartition("dist-info/")[2] for name in packed if "dist-info/" in name}
    assert "suyana.py" in packed
    assert {"entry_points.txt", "licenses/LICENSE", "licenses/NOTICE"} <= ends


def test_wheel_holds_no_test(packed: set[str]) -> None:
    assert not [name for name in packed if name.startswith("tests/")]
