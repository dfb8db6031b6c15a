"""What can be asked: each kind of query with its parameters, which the OpenAPI page is made of too."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

Word = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Month = Annotated[str, msgspec.Meta(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", examples=["2026-11"])]


def _by(*words: str) -> msgspec.Meta:
    one = "|".join(words)
    return msgspec.Meta(
        pattern=f"^({one})(,({one})){{0,{len(words) - 1}}}$",
        description=f"What a row is of, one or more of these: {', '.join(words)}.",
    )


class Form(StrEnum):
    JSON = "json"
    CSV = "csv"


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every query may say."""

    format: Annotated[Form, msgspec.Meta(description="json, or csv for a spreadsheet.")] = Form.JSON


class AskedCentres(Asked, frozen=True):
    pass


class AskedWaiting(Asked, frozen=True):
    centre: Annotated[Word | None, msgspec.Meta(description="Of this centre only.")] = None
    service: Annotated[Word | None, msgspec.Meta(description="Of this service only.")] = None


class AskedCatalogue(Asked, frozen=True):
    centre: Annotated[Word | None, msgspec.Meta(description="Of this centre only.")] = None


class AskedAppointments(Asked, frozen=True, kw_only=True):
    day: Annotated[date, msgspec.Meta(description="Of this day.")]
    centre: Annotated[Word | None, msgspec.Meta(description="Of this centre only.")] = None
    service: Annotated[Word | None, msgspec.Meta(description="Of this service only.")] = None


class AskedFigures(Asked, frozen=True, kw_only=True):
    centre: Annotated[Word | None, msgspec.Meta(description="Of this centre only.")] = None
    entity: Annotated[Word | None, msgspec.Meta(description="Of this entity only.")] = None
    service: Annotated[Word | None, msgspec.Meta(description="Of this service only.")] = None


class AskedDays(AskedFigures, frozen=True, kw_only=True):
    since: Annotated[date, msgspec.Meta(description="The first day.")] = msgspec.field(name="from")
    to: Annotated[date, msgspec.Meta(description="The last day, at most a year later.")]
    by: Annotated[str, _by("centre", "day", "entity", "queue", "service", "hour")] = "centre,day"


class AskedMonths(AskedFigures, frozen=True, kw_only=True):
    since: Annotated[Month, msgspec.Meta(description="The first month.")] = msgspec.field(name="from")
    to: Annotated[Month, msgspec.Meta(description="The last month, at most five years later.")]
    by: Annotated[str, _by("centre", "month", "entity", "queue", "service")] = "centre,month"
