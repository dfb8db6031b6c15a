"""`suyana slip preview`: pictures of a centre's slips, as the printer would make them, before anybody prints one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from shared.domain.catalogue import Catalogue, Service
from shared.domain.languages import Tag
from shared.lan.messages import Receipt, StopShown
from shared.languages.tongues import Tongues
from shared.printing.job import job
from shared.printing.logo import with_logo
from shared.printing.paper import render
from shared.printing.printable import Printable
from shared.printing.requirements import requirements
from shared.printing.ticket_slip import ticket_slip

WIDTHS = (576, 384)
NUMBER = "1888"
TOKEN = "Jx7QmW2sT9Zr3mX9q0b2kL"


def main(catalogue: Catalogue, folder: Path, out: Path, languages: tuple[Tag, ...], now: datetime) -> int:
    """folder: of the centre file. Raises LogoError, OSError."""
    out.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures(catalogue, folder, languages or ("es",), now):
        path = out / f"{name}.png"
        picture.save(path)
        print(path)
    return 0


def pictures(
    catalogue: Catalogue, folder: Path, languages: tuple[Tag, ...], now: datetime
) -> Iterator[tuple[str, Image.Image]]:
    """Name and picture of each, for both widths of paper, with the centre's own words of each language."""
    for dots in WIDTHS:
        own = with_logo(replace(catalogue, printer=replace(catalogue.printer, dots=dots)), folder)
        for tag in languages:
            for kind, slip in slips(own, tag, now):
                yield f"{kind}-{dots}-{tag}", render(job(slip.lines(dots), dots), dots)


def slips(catalogue: Catalogue, tag: Tag, now: datetime) -> Iterator[tuple[str, Printable]]:
    """With all that can be on them: the service with most to say, the widest number, a copy."""
    tongues = Tongues()
    tongues.centre_has(catalogue)
    speech = tongues.speech(tag)
    service = max(catalogue.services, key=lambda one: (bool(one.pay_first), len(one.requirements), len(one.name)))
    receipt = _receipt(catalogue, service, now)
    yield "ticket", ticket_slip(receipt, catalogue, speech=speech)
    yield "copy", ticket_slip(replace(receipt, copy=True, preferential=False, between=None), catalogue, speech=speech)
    yield "requirements", requirements(service.code, catalogue, now, speech)


def _receipt(catalogue: Catalogue, service: Service, now: datetime) -> Receipt:
    payment = catalogue.service.get(service.pay_first)
    stops = tuple(
        StopShown(one.queue, one.code, tuple(counter.number for counter in catalogue.counters_of[one.queue]))
        for one in (payment, service)
        if one
    )
    return Receipt(
        ticket=1,
        number=f"{service.queue} {NUMBER}",
        service=service.code,
        queue=service.queue,
        preferential=True,
        language="es",
        issued_at=now,
        ahead=12,
        between=(now + timedelta(minutes=11), now + timedelta(minutes=16)),
        stops=stops,
        token=TOKEN,
    )
