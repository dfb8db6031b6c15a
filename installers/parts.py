"""What can be installed on a centre's machine, and what each part puts where."""

from __future__ import annotations

from dataclasses import dataclass

from installers.system import QT, USB_PRINTER, VOICE, WAYLAND_SCREEN, X_SCREEN, Need

PREFIX = "/opt/suyana"
CENTRE_FILE = "/etc/xdg/suyana/centre.toml"
OPTIONS_FILE = "/etc/default/suyana"
# What a centre has written into its machine: removed only on request.
KEPT = ("/var/lib/suyana", "/var/lib/suyana-media", "/var/lib/suyana-screen", "/etc/xdg/suyana", OPTIONS_FILE)
USERS = ("suyana-screen", "suyana")
UDEV_RULES = "/etc/udev/rules.d/70-suyana-printer.rules"
SYSUSERS = "/etc/sysusers.d/suyana.conf"


@dataclass(frozen=True)
class Part:
    """`files` are (name in installers/files, place on the machine); `unit` is what systemd starts."""

    name: str
    sentence: str
    files: tuple[tuple[str, str], ...]
    unit: str = ""
    needs: tuple[Need, ...] = ()
    takes_first_screen: bool = False
    reads_centre_file: bool = False
    has_number: bool = False


def unit_file(unit: str) -> str:
    return f"/etc/systemd/system/{unit}"


def service(name: str) -> tuple[str, str]:
    unit = f"suyana-{name}.service"
    return unit, unit_file(unit)


ACCOUNTS = ("suyana-sysusers.conf", SYSUSERS)
PRINTER = ("70-suyana-printer.rules", UDEV_RULES)
# Debian's cage does not start without Xwayland, though nothing here uses X.
CAGE: tuple[Need, ...] = (
    Need("cage", command="cage"),
    Need("xwayland", command="Xwayland"),
    Need("libpam-systemd", file="usr/lib/*/security/pam_systemd.so"),
)
SOUND: tuple[Need, ...] = (Need("pulseaudio", command="pulseaudio"),)

PARTS = {
    part.name: part
    for part in (
        Part(
            "hub",
            "the centre's queue and its store",
            files=(ACCOUNTS, service("hub")),
            unit="suyana-hub.service",
            reads_centre_file=True,
        ),
        Part(
            "sync",
            "sends the records to the central office",
            files=(ACCOUNTS, service("sync")),
            unit="suyana-sync.service",
            reads_centre_file=True,
        ),
        Part(
            "pages",
            "the page of a ticket for phones in the centre's Wi-Fi",
            files=(ACCOUNTS, service("pages")),
            unit="suyana-pages.service",
        ),
        Part(
            "kiosk",
            "where citizens take a ticket, on the whole first screen",
            files=(ACCOUNTS, PRINTER, service("kiosk")),
            unit="suyana-kiosk.service",
            needs=QT + WAYLAND_SCREEN + CAGE + USB_PRINTER + VOICE + SOUND,
            takes_first_screen=True,
        ),
        Part(
            "board",
            "shows and speaks the calls, on the whole first screen",
            files=(ACCOUNTS, service("board")),
            unit="suyana-board.service",
            needs=QT + WAYLAND_SCREEN + CAGE + VOICE + SOUND,
            takes_first_screen=True,
        ),
        Part(
            "counter",
            "the advisor's window, started when somebody signs in to the desktop",
            files=(
                ("suyana-counter.desktop", "/etc/xdg/autostart/suyana-counter.desktop"),
                ("suyana-counter.desktop", "/usr/share/applications/suyana-counter.desktop"),
            ),
            needs=QT + X_SCREEN + WAYLAND_SCREEN,
            has_number=True,
        ),
    )
}

SCREENS = tuple(part.unit for part in PARTS.values() if part.takes_first_screen)


def chosen(names: str) -> list[Part]:
    """The parts in "hub,sync"; ValueError names one that does not exist."""
    asked = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in asked if name not in PARTS]
    if unknown or not asked:
        found = f"There is no part called {unknown[0]!r}" if unknown else "No part was named"
        raise ValueError(f"{found}: choose from {', '.join(PARTS)}.")
    return [PARTS[name] for name in dict.fromkeys(asked)]


def files_of(parts: list[Part]) -> dict[str, str]:
    """Place on the machine -> name in installers/files, each place once."""
    return {place: name for part in parts for name, place in part.files}


def started(parts: list[Part]) -> list[str]:
    """The units that start by themselves: of those that take the first screen, only the first named."""
    screens = [part.unit for part in parts if part.unit in SCREENS]
    return [part.unit for part in parts if part.unit and part.unit not in screens[1:]]
