"""A slip in each language: the right letters on paper, and the Spanish with what nobody has signed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES, Certainty, Entry, Speech
from shared.languages.packs import Languages
from shared.printing.job import job
from shared.printing.lines import CELL, Pair, Text
from shared.printing.slip import Slip, layout
from shared.printing.ticket_slip import ticket_slip
from tests.fakes.morning import receipt
from tests.tools.foreign import decode

Make = Callable[..., Slip]

ANDEAN = {
    "quz": "Kunan p’unchaw, ch’usaq: Añay, ñuqa",
    "quy": "Kunan punchaw: añay, ñuqa",
    "ayr": "Jichhüru, pä tunka, llätunka, Ïyaw Ä Ü: suyt’ma, k’ata",
    "en": "Valid only today: naïve façade",
    "es": "Á É Í Ó Ú Ñ ü ¿dónde? ¡mañana!",
}


def signed(tag: str, text: str) -> Speech:
    return Speech(tag, {("Este número vale solo por hoy.", ""): Entry(text, Certainty.PROPOSED, reviewed_by="Ana")})


@pytest.mark.parametrize(("profile", "page"), [("default", "cp858"), ("POS-5890", "cp858"), ("ZJ-5870", "cp850")])
@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_another_decoder_reads_the_letters_of_each_language(
    make_slip: Make, tag: str, dots: int, profile: str, page: str
) -> None:
    slip = make_slip(speech=signed(tag, ANDEAN[tag]))
    read = " ".join(decode(job(layout(slip, dots), dots, profile), page)["text"].split())
    assert ANDEAN[tag].replace("’", "'") in read  # paper has one sign for the apostrophe


@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_line_fits_the_paper_in_every_language(region_sur: Catalogue, tag: str, dots: int) -> None:
    speech = Languages().speech(tag)
    for provisional in (False, True):
        slip = ticket_slip(receipt(preferential=True, copy=True), region_sur, provisional=provisional, speech=speech)
        for line in layout(slip, dots):
            match line:
                case Text(text, _, size):
                    assert CELL * size[0] * len(text) <= dots, text
                case Pair(left, right, size):
                    assert CELL * (len(left) + 1 + len(right) * size[0]) <= dots, left


def test_what_nobody_signed_is_printed_with_the_spanish(region_sur: Catalogue) -> None:
    slip = ticket_slip(receipt(preferential=True), region_sur, speech=Languages().speech("en"))
    read = [line.strip() for line in decode(job(layout(slip, 576), 576), "cp858")["text"].splitlines()]
    assert read[read.index("Priority attention") + 1] == "Atención preferente"
    assert read[read.index("This number is valid only today.") + 1] == "Este número vale solo por hoy."
    assert "Personas antes 12" in read
    assert "Le llamaremos entre 10:35 y 10:40" in read
    assert "Monday 23 November" not in " ".join(read)
    assert "23/11/2026 · 10:24" in read


def test_a_spanish_slip_is_as_it_was(region_sur: Catalogue) -> None:
    plain = ticket_slip(receipt(), region_sur)
    assert layout(plain, 576) == layout(ticket_slip(receipt(), region_sur, speech=Speech()), 576)


def test_paper_in_a_thread_of_its_own_has_the_language_of_its_ticket(region_sur: Catalogue) -> None:
    from concurrent.futures import ThreadPoolExecutor

    slips = [ticket_slip(receipt(), region_sur, speech=Languages().speech(tag)) for tag in ("en", "es") * 4]
    with ThreadPoolExecutor(4) as pool:
        printed = list(pool.map(lambda slip: str(layout(slip, 576)), slips))
    assert ["People before you" in text for text in printed] == [True, False] * 4
