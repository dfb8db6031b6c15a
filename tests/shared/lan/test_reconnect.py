from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from shared.lan.reconnect import FIRST, LONGEST, pauses


@pytest.mark.parametrize("seed", range(20))
def test_pauses_double_up_to_the_longest_each_with_noise(seed: int) -> None:
    full = [min(FIRST * 2**i, LONGEST) for i in range(12)]
    for pause, most in zip(pauses(Random(seed)), full, strict=False):
        assert most / 2 <= pause <= most


def test_a_hall_does_not_come_in_step() -> None:
    assert len({next(pauses(Random(seed))) for seed in range(100)}) == 100


def test_pauses_never_end() -> None:
    assert max(islice(pauses(Random(1), first=1.0, longest=2.0), 10_000)) <= 2.0
