"""A Python environment filled from a lock file: every downloaded file is checked against its hash."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from installers.progress import StepFailed, run_step

SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
BUILD_TOOLS = ("uv", "setuptools")  # uv fills an environment ten times faster than pip


def pinned(lock: str, *names: str) -> str:
    """The parts of the lock file's text that pin these projects, hashes included; KeyError when one has none."""
    blocks = {}
    for block in re.split(r"^(?=\w)", lock, flags=re.MULTILINE):
        blocks[block.partition("==")[0]] = block
    return "".join(blocks[name] for name in names)


def made_by(folder: Path, version: str) -> bool:
    """Whether `folder` is an environment of Python `version`, such as "3.11.2"."""
    try:
        settings = (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return f"version = {version}" in settings.splitlines()


@dataclass(frozen=True)
class Environment:
    """`python` is the interpreter of the environment to fill, `tools` one that has pip (often the same)."""

    python: Path
    tools: Path

    @property
    def uv(self) -> Path:
        return self.tools.with_name("uv")

    def bring_tools(self, lock: Path) -> None:
        """Put uv and setuptools, as pinned in `lock`, beside `tools`; without uv, pip does the rest."""
        text = lock.read_text(encoding="utf-8")
        try:
            self._pip_install("Installer (uv)", pinned(text, *BUILD_TOOLS))
        except StepFailed:
            self.uv.unlink(missing_ok=True)
            self._pip_install("Installer (pip)", pinned(text, "setuptools"))

    def sync(self, lock: Path) -> None:
        """Install exactly what `lock` pins."""
        if self.uv.exists():
            try:
                self._uv("Python packages", "sync", "--require-hashes", str(lock))
                return
            except StepFailed as failure:
                print(*failure.said[-3:], "uv could not; pip tries.", sep="\n", flush=True)
        self._pip("Python packages, with pip", "--require-hashes", "--requirement", str(lock))

    def add_editable(self, source: Path) -> None:
        """Install the project so that it runs from `source`, built with the pinned setuptools."""
        # Without the compat mode, a package added later would not be found before the next install.
        how = ["--no-build-isolation", "--config-settings", "editable_mode=compat", "--editable", str(source)]
        self._install("Suyana itself", "--no-deps", *how)

    def add_built(self, source: Path, scratch: Path) -> None:
        """Install the project as a wheel made from `source` in the folder `scratch`."""
        pip = [str(self.tools), "-m", "pip", "--disable-pip-version-check", "wheel"]
        how = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(scratch), str(source)]
        run_step("Wheel of Suyana", [*pip, *how])
        wheel = next(scratch.glob("*.whl"))
        self._install("Suyana itself", "--no-deps", "--force-reinstall", str(wheel))

    def _install(self, words: str, *arguments: str) -> None:
        if self.uv.exists():
            self._uv(words, "install", *arguments)
        else:
            self._pip(words, *arguments)

    def _uv(self, words: str, verb: str, *arguments: str) -> None:
        # An office network that opens TLS has its own authority, which only the system's list knows.
        trust = ["--system-certs"] if SYSTEM_CERTIFICATES.is_file() else []
        run_step(words, [str(self.uv), "pip", verb, *trust, "--python", str(self.python), *arguments])

    def _pip(self, words: str, *arguments: str) -> None:
        pip = [str(self.tools), "-m", "pip", "--disable-pip-version-check"]
        other = [] if self.python == self.tools else ["--python", str(self.python)]
        run_step(words, [*pip, *other, "install", *arguments])

    def _pip_install(self, words: str, requirements: str) -> None:
        pip = [str(self.tools), "-m", "pip", "--disable-pip-version-check", "install"]
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(requirements)
            file.flush()
            run_step(words, [*pip, "--no-deps", "--require-hashes", "--requirement", file.name])
