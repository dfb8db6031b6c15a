"""The policy of a queue as people write it: one word, or a table with its numbers and who answers for it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from shared.domain.catalogue import Catalogue, Queue
from shared.domain.centre_file.endings import read_ending
from shared.domain.centre_file.keys import POLICY, RULES
from shared.domain.centre_file.kinds import found
from shared.domain.centre_file.mistakes import Mistakes, did_you_mean
from shared.domain.centre_file.places import Place
from shared.domain.centre_file.tables import read_queue, read_table
from shared.domain.policy import Policy, Rule

OWN_KEYS = {"ratio": Rule.RATIO} | dict.fromkeys(("preferential", "appointment", "ordinary"), Rule.ACCUMULATING)
"""Numbers that only one rule knows."""


def read_queue_whole(raw: object, place: Place, mistakes: Mistakes) -> Queue:
    """A queue with its policy, plain *legal* where none is written, and its last ticket."""
    queue = read_queue(raw, place, mistakes)
    if isinstance(raw, dict) and "last_ticket" in raw:
        queue = replace(queue, last_ticket=read_ending(raw["last_ticket"], (*place, "last_ticket"), mistakes))
    if not isinstance(raw, dict) or "policy" not in raw:
        return queue
    return replace(queue, policy=read_policy(raw["policy"], (*place, "policy"), mistakes))


def read_policy(raw: object, place: Place, mistakes: Mistakes) -> Policy:
    """A policy that is right in itself, or plain *legal* with what is wrong noted."""
    if isinstance(raw, str):
        raw = {"rule": raw}
        if raw["rule"] not in RULES:
            near = did_you_mean(raw["rule"], RULES)
            mistakes.note(place, f"expected {POLICY['rule'].kind.what}, found {found(raw['rule'])}{near}")
            return Policy()
    values = read_table(raw, POLICY, place, mistakes)
    policy = Policy(**values | {"rule": Rule(values["rule"])})
    if not isinstance(raw, dict) or any(mistakes.noted((*place, key)) for key in POLICY):
        return Policy()
    _check_numbers(raw, policy, place, mistakes)
    if policy.yields and not (policy.acknowledged_by and policy.reason):
        lacking = "acknowledged_by" if not policy.acknowledged_by else "reason"
        mistakes.note(
            place,
            f"'{policy.text}' may put an ordinary ticket before a preferential one, so somebody has to answer for it: "
            f'{lacking} is missing, expected acknowledged_by = "ID OF A PERSON" and reason = "WHY"',
        )
    return policy


def check_policies(centre: Catalogue, places: list[Place], mistakes: Mistakes) -> None:
    """Who answers for a policy works in the centre."""
    people = centre.advisor
    for queue, place in zip(centre.queues, places, strict=True):
        who = queue.policy.acknowledged_by
        if who and who not in people:
            sentence = f"there is no advisor '{who}'{did_you_mean(who, people)}"
            mistakes.note((*place, "policy", "acknowledged_by"), sentence)


def _check_numbers(raw: dict[str, Any], policy: Policy, place: Place, mistakes: Mistakes) -> None:
    for key, rule in OWN_KEYS.items():
        if key in raw and policy.rule is not rule:
            mistakes.note((*place, key), f"only rule = '{rule.value}' has it, and this one is '{policy.rule.value}'")
    if policy.rule is Rule.RATIO and not policy.ratio:
        mistakes.note(place, "'ratio' needs how many preferential tickets go before one other, such as ratio = 3")
    if policy.rule is not Rule.ACCUMULATING:
        return
    if not policy.preferential:
        mistakes.note(place, "'accumulating' needs the rate of preferential tickets, such as preferential = 3")
    elif policy.preferential < max(policy.ordinary, policy.appointment):
        mistakes.note((*place, "preferential"), "is lower than another rate: preferential tickets would wait longest")
