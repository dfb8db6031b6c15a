"""Makes a checkout ready: `python3 -m installers.bootstrap run|pictures|test|check|faultlab|bench`, as `make` does.

Standard library only, since it runs before anything is installed. When all is there it ends within
milliseconds; interrupted, the same command goes on.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.locked import Environment, made_by
from installers.progress import StepFailed, run_step
from installers.system import OLDEST, NotReady, bring, check_python, missing, missing_for_venv, needs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
PURPOSES = {
    "run": "the programs",
    "pictures": "the pictures",
    "check": "format, lint and types",
    "test": "the tests",
    "faultlab": "the fault lab",
    "bench": "the bench",
}
# "dev" holds all that "run" holds, so that a checkout made ready for tests never shrinks again.
LOCKS = {"run": "installers/requirements.lock", "dev": "requirements.lock"}


@dataclass(frozen=True)
class Checkout:
    """A folder with the project in it, and the environment `.venv` that belongs to it."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    def lock(self, level: str) -> Path:
        return self.root / LOCKS[level]

    def stamp(self, level: str) -> Path:
        return self.venv / f".ready-{level}"

    def is_ready(self, level: str) -> bool:
        levels = ("run", "dev") if level == "run" else ("dev",)
        return any(self.stamp(each).is_file() and self.stamp(each).read_text() == self.digest(each) for each in levels)

    def digest(self, level: str) -> str:
        """A digest of all that decides what `.venv` holds."""
        told = hashlib.sha256(f"{platform.python_version()} {self.root}".encode())
        for file in (self.root / "pyproject.toml", self.lock("dev"), self.lock(level)):
            told.update(file.read_bytes())
        return told.hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bootstrap", description="Make this checkout ready to run.")
    parser.add_argument("purpose", choices=PURPOSES, help="what it shall be ready for")
    purpose = parser.parse_args(arguments).purpose
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        use_new_enough_python()
        make_ready(Checkout(ROOT), purpose)
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    except StepFailed as failure:
        print(*failure.said, "", failure, sep="\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130
    return 0


def make_ready(checkout: Checkout, purpose: str) -> None:
    level = "run" if purpose == "run" and not checkout.stamp("dev").exists() else "dev"
    packages = missing(needs_of(purpose, os.environ))
    ready = checkout.is_ready(level)
    if not ready:
        packages = [*packages, *missing_for_venv()]
    if packages or not ready:
        print(f"Making this checkout ready for {PURPOSES[purpose]}:", flush=True)
    bring(packages)
    if not ready:
        fill_environment(checkout, level)
    if purpose == "test":
        fill_node_modules(checkout)


def fill_environment(checkout: Checkout, level: str) -> None:
    for each in LOCKS:
        checkout.stamp(each).unlink(missing_ok=True)
    if not fits(checkout.venv, platform.python_version()):
        run_step("Python environment", [base_python(), "-m", "venv", "--clear", str(checkout.venv)])
    environment = Environment(python=checkout.python, tools=checkout.python)
    environment.bring_tools(checkout.lock("dev"))
    environment.sync(checkout.lock(level))
    environment.add_editable(checkout.root)
    checkout.stamp(level).write_text(checkout.digest(level))


def fits(venv: Path, version: str) -> bool:
    """Whether the environment is whole, made by Python `version` and still in the folder it was made in."""
    if not made_by(venv, version):
        return False
    # `command = /usr/bin/python3 -m venv FOLDER`: what is in a moved environment still points to the old folder.
    made_here = any(line.endswith(f" {venv}") for line in (venv / "pyvenv.cfg").read_text().splitlines())
    has_pip = any(venv.glob("lib/python*/site-packages/pip"))
    return made_here and has_pip and (venv / "bin/python").exists()


def base_python() -> str:
    """This Python, or the one below it where `.venv` is active: it cannot clear the environment it runs in."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    return str(Path(sys.base_prefix, "bin", f"python3.{sys.version_info.minor}"))


def fill_node_modules(checkout: Checkout) -> None:
    """Install the tests' own JavaScript tools with the npm that the locked environment brings."""
    folder = checkout.root / "tests" / "tools"
    lock, done = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    if not lock.is_file() or (done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime):
        return
    path = f"{checkout.venv / 'bin'}:{os.environ.get('PATH', os.defpath)}"
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run_step("JavaScript tools of the tests", command, cwd=folder, env={**os.environ, "PATH": path})


def use_new_enough_python() -> None:
    """Go on under a newer Python when this one is too old; NotReady when there is none."""
    newer = newest_python([f"python3.{minor}" for minor in range(19, OLDEST[1] - 1, -1)])
    if sys.version_info < OLDEST and newer:
        os.execv(newer, [newer, "-m", "installers.bootstrap", *sys.argv[1:]])
    check_python()


def newest_python(names: Sequence[str]) -> str | None:
    return next((found for found in map(shutil.which, names) if found), None)


if __name__ == "__main__":
    sys.exit(main())
