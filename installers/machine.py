"""The machine an installation changes: this one, or a folder that stands for one."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.progress import run_quickly

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Step:
    """One thing that is done, told in `words`; `live` when it needs a real machine."""

    words: str
    act: Callable[[], None]
    live: bool = False


@dataclass(frozen=True)
class Machine:
    root: Path = Path("/")

    @property
    def staged(self) -> bool:
        return self.root != Path("/")

    @property
    def runs_systemd(self) -> bool:
        return not self.staged and Path("/run/systemd/system").is_dir()

    @property
    def runs_udev(self) -> bool:
        return not self.staged and Path("/run/udev/control").exists()

    def place(self, target: str) -> Path:
        """Where `target`, a path of the installed machine, is reached from here."""
        return self.root / target.lstrip("/")

    def put(self, content: bytes, target: str) -> Step:
        return Step(f"Put {target}", lambda: write(self.place(target), content))

    def delete(self, target: str) -> Step:
        return Step(f"Delete {target}", lambda: delete(self.place(target)))

    def run(self, *command: str) -> Step:
        return Step(f"Run {' '.join(command)}", lambda: run_quickly(command), live=True)

    def present(self, targets: Sequence[str]) -> list[str]:
        return [target for target in targets if os.path.lexists(self.place(target))]


def write(path: Path, content: bytes) -> None:
    """Replace `path` whole, readable by all, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.chmod(0o644)
    new.replace(path)


def delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
