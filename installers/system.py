"""What Suyana needs from the machine around it, and how Debian's apt brings it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.progress import StepFailed, run_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OLDEST = (3, 11)
SYSTEM_PROGRAMS = "/usr/sbin:/sbin"  # avahi-daemon lives where an ordinary user's PATH does not look
APT_OPTIONS = ("-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120")


class NotReady(Exception):
    """Something only a person can settle, in one sentence."""


@dataclass(frozen=True)
class Need:
    """One Debian package, and the library, program or file by which any system shows that it is there."""

    package: str
    library: str = ""
    command: str = ""
    file: str = ""

    def met(self) -> bool:
        if self.command:
            places = f"{os.environ.get('PATH', os.defpath)}:{SYSTEM_PROGRAMS}"
            return shutil.which(self.command, path=places) is not None
        if self.file:
            return any(Path("/").glob(self.file))
        try:
            ctypes.CDLL(self.library)
        except OSError:
            return False
        return True


# PySide6 cannot even import QtCore without the first three.
QT: tuple[Need, ...] = (
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libbrotli1", library="libbrotlidec.so.1"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libgl1", library="libGL.so.1"),
    Need("libx11-6", library="libX11.so.6"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libfreetype6", library="libfreetype.so.6"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
)
X_SCREEN: tuple[Need, ...] = (
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-image0", library="libxcb-image.so.0"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
)
WAYLAND_SCREEN: tuple[Need, ...] = (
    Need("libwayland-cursor0", library="libwayland-cursor.so.0"),
    Need("libwayland-egl1", library="libwayland-egl.so.1"),
)
# Qt's player cannot load without libxrandr2, whatever the screen is.
VOICE: tuple[Need, ...] = (
    Need("libpulse0", library="libpulse.so.0"),
    Need("libxrandr2", library="libXrandr.so.2"),
    Need("espeak-ng", command="espeak-ng"),
)
USB_PRINTER: tuple[Need, ...] = (Need("libusb-1.0-0", library="libusb-1.0.so.0"),)
POSTGRES = Need("postgresql", file="usr/lib/postgresql/*/bin/postgres")
# The pages are looked at in a real browser; Playwright moves it.
CHROMIUM = Need("chromium", command="chromium")
TESTS: tuple[Need, ...] = (
    Need("xvfb", command="Xvfb"),
    Need("zbar-tools", command="zbarimg"),
    Need("dbus", command="dbus-daemon"),
    Need("avahi-daemon", command="avahi-daemon"),
    Need("avahi-utils", command="avahi-browse"),
    CHROMIUM,
    POSTGRES,
    # The accessibility tree of a program, and the bindings with which another program walks through it.
    Need("at-spi2-core", file="usr/libexec/at-spi-bus-launcher"),
    Need("gir1.2-atspi-2.0", file="usr/lib/*/girepository-1.0/Atspi-2.0.typelib"),
    Need("python3-gi", file="usr/lib/python3/dist-packages/gi/__init__.py"),
)
# What the fault lab breaks things with; `make test` runs a short form of each of its rows.
STRACE = Need("strace", command="strace")
APSW = Need("python3-apsw", file="usr/lib/python3/dist-packages/apsw/__init__.*.so")
FAKETIME = Need("libfaketime", file="usr/lib/*/faketime/libfaketime.so.1")
FAULT_LAB: tuple[Need, ...] = (STRACE, APSW, FAKETIME, POSTGRES)


def check_python() -> None:
    if sys.version_info < OLDEST:
        found = platform.python_version()
        raise NotReady(f"Suyana needs Python 3.11 or newer, and only {found} was found on this machine.")


def needs_of(purpose: str, environ: Mapping[str, str]) -> tuple[Need, ...]:
    """What a purpose of the bootstrap asks of the machine, given the screens that `environ` tells of."""
    if purpose == "check":
        return ()
    if purpose == "faultlab":
        return FAULT_LAB
    if purpose == "pictures":
        return (*QT, *VOICE, CHROMIUM)
    if purpose == "bench":
        return (*QT, STRACE, POSTGRES, CHROMIUM)
    needs = QT + VOICE
    if purpose == "test" or environ.get("DISPLAY"):
        needs += X_SCREEN
    if environ.get("WAYLAND_DISPLAY"):
        needs += WAYLAND_SCREEN
    return needs + TESTS + FAULT_LAB if purpose == "test" else needs


def missing(needs: Iterable[Need]) -> list[str]:
    """The packages whose library or program is not there, each once."""
    return [need.package for need in dict.fromkeys(needs) if not need.met()]


def missing_for_venv() -> list[str]:
    """Debian keeps what `python3 -m venv` needs in a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [f"python3.{sys.version_info.minor}-venv"]


def bring(packages: Sequence[str]) -> None:
    """Install Debian packages, or raise NotReady with the one command that a person may type."""
    if not packages:
        return
    root = may_act_as_root()
    if root is None:
        raise NotReady(advice(packages, shutil.which("apt-get") is not None))
    install = (*root, "apt-get", "install", *APT_OPTIONS, *packages)
    words = f"System packages ({len(packages)})"
    if lists_are_empty():
        refresh(root)
    try:
        run_step(words, install, env=quiet_environment())
    except StepFailed:
        # Either an old list names versions that the mirror no longer has, or an earlier run was interrupted.
        run_step("Unfinished system packages", (*root, "dpkg", "--configure", "-a"), env=quiet_environment())
        refresh(root)
        run_step(words, (*install, "--fix-broken"), env=quiet_environment())


def refresh(root: Sequence[str]) -> None:
    run_step("List of system packages", (*root, "apt-get", "update"), env=quiet_environment())


def may_act_as_root() -> tuple[str, ...] | None:
    """The words to put before an apt command, or None where only a person can run it."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return ("sudo", "-n") if asked.returncode == 0 else None


def advice(packages: Sequence[str], debian: bool) -> str:
    names = " ".join(packages)
    if debian:
        return (
            "Some system packages are missing and installing them needs an administrator. Type this, then "
            f"the same command again:\n\n  sudo apt-get install --no-install-recommends {names}\n"
        )
    return (
        "Some system packages are missing and this is not a Debian system. Install what your system calls "
        f"these Debian packages, then type the same command again:\n\n  {names}\n"
    )


def lists_are_empty() -> bool:
    folder = Path("/var/lib/apt/lists")
    return not any("_Packages" in entry.name for entry in folder.glob("*"))


def quiet_environment() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
