"""Each fault of a printer, over a real socket, becomes one clear outcome."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.printing.job import job
from shared.printing.links import Patience
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import Printer, open_printer
from shared.printing.slip import Slip, layout
from tests.fakes.printer import FakePrinter, Faults, printing, refused_url

Make = Callable[..., Slip]
SHORT = Patience(connect=2.0, status=0.15, finish=0.3)
ENOUGH = Patience(connect=2.0, status=5.0, finish=10.0)
CLOGGED = Patience(connect=2.0, status=0.5, finish=0.3)  # answers at first, then no more on that line


def at(fake: FakePrinter, patience: Patience = ENOUGH) -> Printer:
    return open_printer(fake.url, patience=patience)


def test_a_good_printer_prints_the_exact_bytes_and_says_so(make_slip: Make) -> None:
    with printing(FakePrinter()) as fake:
        outcome = at(fake).print(make_slip())
    assert outcome == Outcome(Verdict.PRINTED, "printed")
    assert fake.slips == [job(layout(make_slip(), 576), 576)]


def test_questions_are_asked_before_and_after_and_are_no_part_of_the_slip(make_slip: Make) -> None:
    with printing(FakePrinter()) as fake:
        at(fake).print(make_slip())
    assert fake.questions == [b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04", b"\x1dr\x01"]


def test_slips_from_many_threads_come_out_one_by_one(make_slip: Make) -> None:
    slips = [make_slip(number=f"PJ {number:03}") for number in range(1, 13)]
    with printing(FakePrinter()) as fake, ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(at(fake).print, slips))
    assert {outcome.verdict for outcome in outcomes} == {Verdict.PRINTED}
    assert sorted(fake.slips) == sorted(job(layout(slip, 576), 576) for slip in slips)


def test_a_printer_that_refuses_is_offline(make_slip: Make) -> None:
    printer = open_printer(refused_url())
    for outcome in (printer.status(), printer.print(make_slip())):
        assert outcome.verdict is Verdict.OFFLINE
        assert outcome.detail.startswith("the printer cannot be reached: ")
        assert "refused" in outcome.detail


def test_a_name_that_nobody_has_is_offline(make_slip: Make) -> None:
    outcome = open_printer("tcp://printer.invalid:9100", patience=SHORT).print(make_slip())
    assert outcome.verdict is Verdict.OFFLINE


@pytest.mark.parametrize(
    ("faults", "verdict", "detail"),
    [
        (Faults(offline=True), Verdict.OFFLINE, "the printer is off line"),
        (Faults(cover_open=True), Verdict.OFFLINE, "the printer's cover is open"),
        (Faults(error=True), Verdict.OFFLINE, "the printer reports an error (knife, head or mechanism)"),
        (Faults(no_paper=True), Verdict.PAPER_OUT, "the printer has no paper"),
    ],
)
def test_what_is_wrong_before_printing_is_said_and_nothing_is_sent(
    make_slip: Make, faults: Faults, verdict: Verdict, detail: str
) -> None:
    with printing(FakePrinter(faults)) as fake:
        assert at(fake).status() == at(fake).print(make_slip()) == Outcome(verdict, detail)
    assert (fake.slips, fake.unfinished) == ([], b"")


def test_a_printer_prints_again_when_the_fault_is_over(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(no_paper=True))) as fake:
        printer = at(fake)
        printer.print(make_slip())
        fake.faults.no_paper = False
        assert printer.print(make_slip()).verdict is Verdict.PRINTED


def test_a_roll_near_its_end_prints_and_says_so(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(paper_low=True))) as fake:
        assert at(fake).status().paper_low
        assert at(fake).print(make_slip()) == Outcome(Verdict.PRINTED, "printed", paper_low=True)


def test_paper_that_ends_in_the_middle_is_half_a_slip(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(paper_ends_after=900))) as fake:
        outcome = at(fake, CLOGGED).print(make_slip())
    assert outcome == Outcome(Verdict.HALF, "the paper ended while printing; the slip may be cut short")
    assert fake.slips == []


def test_a_line_reset_in_the_middle_is_half_a_slip(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(resets_after=900))) as fake:
        outcome = at(fake).print(make_slip())
    assert outcome.verdict is Verdict.HALF
    assert outcome.detail.startswith("the line broke while printing: ")
    assert fake.slips == []


def test_a_slow_printer_is_waited_for(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(pause=0.02))) as fake:
        assert at(fake).print(make_slip()).verdict is Verdict.PRINTED
    assert len(fake.slips) == 1


def test_a_printer_that_is_slower_than_our_patience_is_unknown(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(pause=60.0))) as fake:
        outcome = at(fake, CLOGGED).print(make_slip())
    assert outcome == Outcome(Verdict.UNKNOWN, "the printer took the slip and did not say that it is out: it is ready")


def test_a_printer_that_never_answers_gets_its_slip_and_is_unknown(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(silent=True))) as fake:
        printer = at(fake, SHORT)
        assert printer.status() == Outcome(Verdict.UNKNOWN, "the printer tells no status")
        outcome = printer.print(make_slip())
    assert outcome == Outcome(Verdict.UNKNOWN, "the printer took the slip and tells no status")
    assert len(fake.slips) == 1


@pytest.mark.parametrize("garbage", [b"\xff", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x00\x80\xfe" * 40])
def test_a_printer_that_answers_nonsense_is_one_that_tells_no_status(make_slip: Make, garbage: bytes) -> None:
    with printing(FakePrinter(Faults(garbage=garbage))) as fake:
        outcome = at(fake, SHORT).print(make_slip())
    assert outcome == Outcome(Verdict.UNKNOWN, "the printer took the slip and tells no status")
    assert len(fake.slips) == 1


def test_a_printer_that_does_not_confirm_but_stays_well_has_printed(make_slip: Make) -> None:
    with printing(FakePrinter(Faults(unconfirming=True))) as fake:
        outcome = at(fake, Patience(connect=2.0, status=5.0, finish=0.3)).print(make_slip())
    assert outcome == Outcome(Verdict.PRINTED, "printed, as far as the printer tells")
