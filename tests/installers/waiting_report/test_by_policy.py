"""The chapter on promises under other policies, on a day or two of its own."""

from __future__ import annotations

import pytest

from installers.waiting_report import by_policy


def test_each_policy_has_its_row_and_days_are_told_as_they_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_policy, "POLICIES", ("ratio 3:1",))
    monkeypatch.setattr(by_policy, "LEARNING", 0)
    monkeypatch.setattr(by_policy, "SHOWN", 1)
    passed: list[int] = []
    text, good = by_policy.by_policy(passed.append)
    assert "ratio 3:1" in text
    assert passed == [1]
    assert good is (0.08 <= over(text) <= 0.12)


def over(text: str) -> float:
    """The share over P90 that the row tells."""
    row = next(line for line in text.splitlines() if line.startswith("ratio 3:1"))
    return float(row.split()[3]) / 100
