"""What python-escpos knows about printer models: which number each gives to a code page, how wide it prints.

python-escpos is imported inside functions, here and in its neighbours: importing it configures the root logger,
which is the program's to do, and takes a fifth of a second.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from shared.printing.address import PrinterSettingError

# Where all of Spanish is, best first; 437 lacks Á, Í, Ó and Ú.
SPANISH_PAGES = ("CP858", "CP850", "CP437")


def check(profile: str, dots: int) -> None:
    """Raises PrinterSettingError when the model is unknown, or prints fewer dots than that across."""
    width = _profile(profile)["media"].get("width", {}).get("pixels", "Unknown")
    if dots < 1 or dots % 8:
        raise PrinterSettingError(
            f"A paper {dots} dots wide cannot be printed on: expected a multiple of 8, "
            "as 576 (80 mm paper) or 384 (58 mm)"
        )
    if isinstance(width, int) and dots > width:
        raise PrinterSettingError(f"A {profile} prints {width} dots across, not {dots}")
    code_page(profile)


def code_page(profile: str) -> str:
    """The page of this model that has the most of Spanish."""
    known = set(_profile(profile)["codePages"].values())
    for page in SPANISH_PAGES:
        if page in known:
            return page
    raise PrinterSettingError(f"A {profile} has no code page with Spanish letters ({', '.join(SPANISH_PAGES)})")


def page_name(profile: str, number: int) -> str | None:
    """Which code page the model selects with ESC t number."""
    name = _profile(profile)["codePages"].get(str(number))
    return None if name is None else str(name)


def _profile(name: str) -> dict[str, Any]:
    from escpos.capabilities import CAPABILITIES

    profiles: dict[str, dict[str, Any]] = CAPABILITIES["profiles"]
    if name not in profiles:
        near = get_close_matches(name, profiles, n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else f"the known ones are {', '.join(sorted(profiles))}"
        raise PrinterSettingError(f'No printer model is called "{name}": {hint}')
    return profiles[name]
