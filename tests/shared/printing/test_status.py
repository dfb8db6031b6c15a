from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from shared.printing.outcome import Outcome, Verdict
from shared.printing.status import (
    ASK_CAUSE,
    ASK_ONLINE,
    ASK_PAPER,
    is_done,
    is_realtime,
    judge,
    judge_done,
    standing,
)

BYTE = st.integers(0, 255)


@pytest.mark.parametrize(
    ("online", "cause", "paper", "verdict"),
    [
        (0x12, 0x12, 0x12, Verdict.READY),
        (0x1A, 0x12, 0x12, Verdict.OFFLINE),
        (0x1A, 0x16, 0x12, Verdict.OFFLINE),
        (0x1A, 0x52, 0x12, Verdict.OFFLINE),
        (0x1A, 0x32, 0x7E, Verdict.PAPER_OUT),
        (0x12, 0x12, 0x72, Verdict.PAPER_OUT),
        (0x1A, 0x36, 0x7E, Verdict.OFFLINE),  # open, so its paper is not where the sensor looks
    ],
)
def test_status_bytes_become_one_verdict(online: int, cause: int, paper: int, verdict: Verdict) -> None:
    assert judge(online, cause, paper).verdict is verdict


def test_a_roll_near_its_end_still_prints() -> None:
    assert judge(0x12, 0x12, 0x1E) == Outcome(Verdict.READY, "the printer is ready", paper_low=True)
    assert judge_done(0x03) == Outcome(Verdict.PRINTED, "printed", paper_low=True)


def test_after_one_silence_no_more_is_asked() -> None:
    asked = []
    assert standing(lambda question: asked.append(question)) is None
    assert asked == [ASK_ONLINE]


def test_a_printer_that_answers_only_the_first_question_is_judged_by_it() -> None:
    answers = {ASK_ONLINE: 0x12, ASK_CAUSE: None, ASK_PAPER: None}
    found = standing(answers.__getitem__)
    assert found is not None
    assert found.verdict is Verdict.READY


@given(BYTE)
def test_no_byte_answers_two_questions(byte: int) -> None:
    assert not (is_realtime(byte) and is_done(byte))


@given(BYTE, BYTE, BYTE)
def test_every_combination_of_bytes_has_a_verdict(online: int, cause: int, paper: int) -> None:
    assert judge(online, cause, paper).detail
    assert judge_done(paper).detail
