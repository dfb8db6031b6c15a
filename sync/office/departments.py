"""The departments of Peru, each with its capital's degrees: where a centre is when nobody says it more exactly."""

from __future__ import annotations

from sync.office.standing import in_order
from sync.office.store.places import Place

CAPITALS = (
    Place("Amazonas", -6.23, -77.87),
    Place("Áncash", -9.53, -77.53),
    Place("Apurímac", -13.63, -72.88),
    Place("Arequipa", -16.40, -71.54),
    Place("Ayacucho", -13.16, -74.22),
    Place("Cajamarca", -7.16, -78.51),
    Place("Callao", -12.05, -77.12),
    Place("Cusco", -13.53, -71.97),
    Place("Huancavelica", -12.79, -74.97),
    Place("Huánuco", -9.93, -76.24),
    Place("Ica", -14.07, -75.73),
    Place("Junín", -12.07, -75.21),
    Place("La Libertad", -8.11, -79.03),
    Place("Lambayeque", -6.77, -79.84),
    Place("Lima", -12.05, -77.04),
    Place("Loreto", -3.75, -73.25),
    Place("Madre de Dios", -12.60, -69.19),
    Place("Moquegua", -17.19, -70.93),
    Place("Pasco", -10.68, -76.26),
    Place("Piura", -5.19, -80.63),
    Place("Puno", -15.84, -70.02),
    Place("San Martín", -6.03, -76.97),
    Place("Tacna", -18.01, -70.25),
    Place("Tumbes", -3.57, -80.45),
    Place("Ucayali", -8.38, -74.55),
)
BY_NAME = {in_order(capital.department): capital for capital in CAPITALS}


def place_of(department: str, at: tuple[float, float] | None = None) -> Place | None:
    """`department` with or without its accents; None where there is none of that name."""
    capital = BY_NAME.get(in_order(department.strip()))
    return capital._replace(latitude=at[0], longitude=at[1]) if capital and at else capital
