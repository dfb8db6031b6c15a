"""What no program can measure, as the installer states it and signs it: D5, D13 and D15 to D17."""

from __future__ import annotations

from pathlib import Path

import msgspec


class DeclarationError(Exception):
    """The file cannot be read, or says something else than it may; says which key."""


class Installer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who signs, when and for whom."""

    name: str
    document: str
    signed_on: str


class Loudness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """D5: dB(A) of the hall's voice at the farthest seat, and of the hall without it."""

    voice_db: float
    hall_db: float


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """D13: mm from the floor to the panel's lower edge, and how far a seated person reaches over what is before it."""

    lower_edge_mm: float
    reach_depth_mm: float


class Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """D15: kiosks of the centre, and how many are as this one."""

    accessible: int
    in_all: int


class Human(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """D16: where the person stands who gives tickets too, and at which hours."""

    where: str
    hours: str


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """D17: the rules that this installation is measured by."""

    measured_by: str


class Declaration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    installer: Installer
    D5: Loudness
    D13: Reach
    D15: Units
    D16: Human
    D17: Rules


EXAMPLE = """\
# Lo que ningún programa puede medir. Lo mide, lo escribe y lo firma quien instala.
[installer]
name = "Ana Quispe Mamani"
document = "DNI 00000000"
signed_on = "2026-11-25"

[D5]                     # con un sonómetro, en el asiento más lejano
voice_db = 72.0          # la voz de la sala
hall_db = 51.0           # la sala sin la voz

[D13]                    # con una cinta
lower_edge_mm = 690.0    # del piso al borde inferior de la pantalla del kiosco
reach_depth_mm = 200.0   # lo que hay que estirar el brazo hasta la pantalla

[D15]
accessible = 3           # kioscos como este
in_all = 3

[D16]
where = "Mesa de orientación, junto a la entrada"
hours = "todo el horario de atención"

[D17]
measured_by = "EN 301 549 y mediciones de la guía; ADA 707 solo como referencia"
"""


def read_declaration(file: Path) -> Declaration:
    """Raises DeclarationError."""
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Declaration)
    except OSError as error:
        raise DeclarationError(f"the declaration {file} cannot be read: {error.strerror}") from None
    except msgspec.MsgspecError as error:
        raise DeclarationError(f"the declaration {file}: {error}") from None
