"""The pictograms of what people come for."""

from __future__ import annotations

from shared.domain.catalogue import Purpose

ICONS = {
    Purpose.PROCEDURE: "file-certificate",
    Purpose.GUIDANCE: "info-circle",
    Purpose.COMPANY: "building-store",
    Purpose.PICKUP: "id-badge-2",
}
