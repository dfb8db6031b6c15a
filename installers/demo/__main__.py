"""A whole centre on this machine: in windows where there is a screen, otherwise as a scripted morning."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from installers.demo import crew, headless, pictures, windowed

CENTRE = Path(__file__).parent.parent / "centres" / "region-sur.toml"
OUT, VAR = Path("out"), Path("var")


def main(
    *, without_screen: bool, kills: int, seed: int, pictures_in: Path | None, crew_at: str, identities: Path
) -> int:
    """`crew_at`: the hub at which simulated advisors attend; nothing else is started then. Raises DemoError."""
    if crew_at:
        return crew.main(crew_at, identities)
    if pictures_in:
        return pictures.run(CENTRE, pictures_in)
    if without_screen or kills or not has_display():
        return headless.run(CENTRE, OUT, kills, seed)
    return windowed.run(CENTRE, VAR)


def has_display() -> bool:
    return sys.platform == "win32" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
