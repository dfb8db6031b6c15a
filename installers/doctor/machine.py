"""The machine itself: versions, fonts, sound, voice, clock."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from installers.doctor.finding import Finding, fault, fine, note

OLDEST_PYTHON = (3, 11)
BUILT_IN = datetime(2026, 11, 1, tzinfo=UTC)  # a clock before this has an empty battery
UNSAFE_QT = "6.12.0"  # on Python below 3.12 each void call loses a reference to None


def look() -> Iterator[Finding]:
    yield python()
    yield from qt()
    yield voice()
    yield inputs()
    yield clock(datetime.now(UTC))
    yield synchronised()


def python() -> Finding:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return fault("Python", f"version {version} is too old", "install Python 3.11 or newer")
    return fine("Python", f"version {version}")


def qt() -> Iterator[Finding]:
    """Qt, its fonts and its sound. Loading Qt is the test of its system libraries."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6 import __version__ as version
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        yield fault("Qt", f"cannot be loaded: {error}", "install the system libraries that `make run` names")
        return
    if version == UNSAFE_QT and sys.version_info < (3, 12):
        yield fault("Qt", f"PySide6 {version} aborts long-running programs on this Python", "install PySide6 6.11.3")
    else:
        yield fine("Qt", f"PySide6 {version}")
    qInstallMessageHandler(lambda *_: None)  # what Qt finds missing is said below, in words
    application = QGuiApplication.instance() or QGuiApplication(["suyana"])
    yield fonts()
    yield sound()
    del application


def fonts() -> Finding:
    from shared.ui.fonts import FontMissing, load
    from shared.ui.tokens import FAMILY

    try:
        load()
    except FontMissing as error:
        return fault("Fonts", str(error))
    return fine("Fonts", f"{FAMILY} is here")


def sound() -> Finding:
    """Board and kiosk need it: without sound a board shows the calls and says so, a kiosk has no audio guide."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        return note("Sound", f"Qt's sound cannot be loaded: {error}", "install libpulse0")
    outputs = [device.description() for device in QMediaDevices.audioOutputs()]
    if not outputs:
        return note("Sound", "no loudspeaker is found: a board here says no calls, and a kiosk has no audio guide")
    return fine("Sound", ", ".join(outputs))


def voice() -> Finding:
    path = shutil.which("espeak-ng")
    if path is None:
        return note(
            "Voice",
            "espeak-ng is not installed: a board here has a chime and no words, a kiosk no audio guide",
            "install espeak-ng",
        )
    said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=5, check=False).stdout
    return fine("Voice", " ".join(said.split()[:4]).rstrip(":") or "espeak-ng is here")


def inputs() -> Finding:
    """What a kiosk here is used with, beside a finger."""
    from kiosk.inputs import UnreadableInputs, read_inputs, usual_file

    try:
        found = read_inputs()
    except UnreadableInputs as error:
        return fault("Inputs", str(error), "put it right as docs/guia-kiosco.md says: a kiosk here does not start")
    switches = 0 if found.switch is None else 1 if found.switch.one else 2
    said = [f"a keypad ({'speaks' if found.keypad.speaks else 'marks only'})" if found.keypad else "no keypad"]
    said.append(f"{switches or 'no'} switch{'es' if switches != 1 else ''}")
    said.append("sound" if found.voice else "no sound")
    where = usual_file()
    return fine("Inputs", f"{', '.join(said)}: {where if where.is_file() else 'as they come, without a file'}")


def clock(now: datetime) -> Finding:
    if now < BUILT_IN:
        return fault("Clock", f"says {now:%Y-%m-%d %H:%M} UTC: its battery may be empty", "set the date and the hour")
    return fine("Clock", f"{now:%Y-%m-%d %H:%M} UTC, local zone {time.tzname[0]}")


def synchronised() -> Finding:
    """Whether the machine's clock follows a time server, where the system can say so."""
    asked = shutil.which("timedatectl")
    if asked is None:
        return note("Time server", "this system cannot say whether its clock follows a time server")
    answer = subprocess.run(
        [asked, "show", "--property=NTPSynchronized", "--value"], capture_output=True, text=True, timeout=5, check=False
    ).stdout.strip()
    if answer == "yes":
        return fine("Time server", "the clock follows one")
    return note(
        "Time server", "the clock follows none", "turn it on with `timedatectl set-ntp true`, where there is a line"
    )
