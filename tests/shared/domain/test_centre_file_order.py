"""What a centre file says about the order of calls: policies, who answers for them, own limits, languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain.catalogue import Limits
from shared.domain.centre_file import CentreFileError, read_centre
from shared.domain.policy import LEGAL, Policy, Rule

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "centre-file.md").read_text(encoding="utf-8")
SMALL, IN_THE_PAGE = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[:2]
SIGNED = 'acknowledged_by = "s01", reason = "Oficio 114-2026"'


def centre(policy: str) -> str:
    """The small centre of the page with this policy in its queue PJ."""
    before = "mean_minutes = 4\n"
    assert SMALL.count(before) == 1
    return SMALL.replace(before, f"{before}{policy}\n" if policy else before)


def policy_of(policy: str) -> Policy:
    return read_centre(centre(policy), "small.toml").queue["PJ"].policy


def mistakes(policy: str) -> list[str]:
    """Without the place, which is always the line of the policy."""
    text = centre(policy)
    line = text[: text.index("policy =")].count("\n") + 1
    with pytest.raises(CentreFileError) as raised:
        read_centre(text, "small.toml")
    place = rf"small\.toml, line {line}, queue\.policy(\.\w+)?: "
    assert all(re.match(place, told) for told in raised.value.mistakes)
    return [re.sub(place, "", told, count=1) for told in raised.value.mistakes]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", LEGAL),
        ('policy = "legal"', LEGAL),
        ('policy = "strict"', Policy(Rule.STRICT)),
        (f'policy = {{ rule = "fcfs", {SIGNED} }}', Policy(Rule.FCFS)),
        (f"policy = {{ guard = 45, {SIGNED} }}", Policy(guard=45)),
        (f'policy = {{ rule = "ratio", ratio = 3, guard = 60, {SIGNED} }}', Policy(Rule.RATIO, 60, 3)),
        (IN_THE_PAGE.strip(), Policy(Rule.ACCUMULATING, preferential=3.0)),
    ],
)
def test_a_policy_is_read(written: str, read: Policy) -> None:
    found = policy_of(written)
    assert (found.rule, found.guard, found.ratio) == (read.rule, read.guard, read.ratio)
    assert (found.preferential, found.appointment, found.ordinary) == (read.preferential, 1.0, 1.0)
    assert bool(found.acknowledged_by and found.reason) == read.yields


NOBODY_ANSWERS = [
    'policy = "fcfs"',
    "policy = { guard = 30 }",
    'policy = { rule = "strict", guard = 30 }',
    'policy = { rule = "ratio", ratio = 3 }',
    'policy = { rule = "accumulating", preferential = 3 }',
    'policy = { rule = "fcfs", reason = "Oficio" }',
    'policy = { rule = "fcfs", acknowledged_by = "s01" }',
]


@pytest.mark.parametrize("written", NOBODY_ANSWERS)
def test_what_may_pass_a_preferential_ticket_needs_somebody_who_answers_for_it(written: str) -> None:
    [told] = mistakes(written)
    assert "may put an ordinary ticket before a preferential one, so somebody has to answer for it" in told
    assert ("reason is missing" in told) == ("acknowledged_by" in written)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('policy = "fifo"', "expected 'legal' or 'fcfs' or 'strict' or 'accumulating' or 'ratio', found 'fifo'"),
        ('policy = "stric"', "found 'stric', did you mean 'strict'?"),
        ("policy = 3", "expected a table, found 3"),
        ('policy = { rule = "strict", guards = 3 }', "unknown key, did you mean 'guard'?"),
        ("policy = { guard = 0 }", "expected a whole number from 1 to 480, found 0"),
        (f'policy = {{ rule = "fcfs", ratio = 3, {SIGNED} }}', "only rule = 'ratio' has it, and this one is 'fcfs'"),
        (f"policy = {{ guard = 9, preferential = 3, {SIGNED} }}", "only rule = 'accumulating' has it"),
        (f'policy = {{ rule = "ratio", {SIGNED} }}', "'ratio' needs how many preferential tickets go before one other"),
        (f'policy = {{ rule = "accumulating", {SIGNED} }}', "needs the rate of preferential tickets"),
        (
            f'policy = {{ rule = "accumulating", preferential = 1, ordinary = 2, {SIGNED} }}',
            "is lower than another rate: preferential tickets would wait longest",
        ),
        (
            'policy = { rule = "fcfs", acknowledged_by = "s02", reason = "Oficio" }',
            "there is no advisor 's02', did you mean 's01'?",
        ),
    ],
)
def test_a_mistake_in_a_policy_is_told_with_its_line(written: str, told: str) -> None:
    [found] = mistakes(written)
    assert told in found


def test_a_service_may_have_limits_of_its_own() -> None:
    text = SMALL.replace('purpose = "guidance"\n', 'purpose = "guidance"\nans = { wait = 40, service = 25 }\n')
    read = read_centre(text, "small.toml")
    assert read.service["PJ02"].limits == (Limits(40, 25),)
    day = Limits(1, 1, since=read.queue["PJ"].limits[1].since).since
    assert [read.limits_of("PJ", day, code).wait for code in ("", "PJ01", "PJ02")] == [15, 15, 40]


def test_how_long_a_ticket_is_kept_for_its_language_is_ten_minutes_unless_said_otherwise() -> None:
    assert read_centre(SMALL, "small.toml").language_minutes == 10
    assert read_centre(SMALL + "\n[order]\nlanguage_minutes = 5\n", "small.toml").language_minutes == 5
