"""Policies as people write them on the command line: `legal`, `ratio 3:1`, `accumulating 3/1/1`, `legal, guard 30`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from shared.domain.catalogue import Catalogue
from shared.domain.policy import Policy, Rule

HOW = "legal, fcfs, strict, 'ratio 3:1', 'accumulating 3/1/1', each perhaps with ', guard 30'"


def read_policy(text: str) -> Policy:
    """The policy that a text names, as `Policy.text` writes it. Raises ValueError."""
    match = re.fullmatch(r"\s*([a-z]+)(?:[ =]([0-9:/.]+))?(?:\s*,\s*guard[ =]([0-9]+))?\s*", text.lower())
    try:
        if match is None:
            raise ValueError
        name, numbers, guard = match.groups()
        policy = _numbered(Rule(name), numbers or "")
    except ValueError:
        raise ValueError(f"no policy is written {text!r}: write {HOW}") from None
    return replace(policy, guard=int(guard or 0))


def _numbered(rule: Rule, numbers: str) -> Policy:
    if rule is Rule.RATIO:
        first, _, second = numbers.partition(":")
        if (second or "1") != "1" or int(first) < 1:
            raise ValueError
        return Policy(rule, ratio=int(first))
    if rule is Rule.ACCUMULATING:
        rates = [float(rate) for rate in numbers.split("/")]
        if not 1 <= len(rates) <= 3 or min(rates) <= 0:
            raise ValueError
        rates += [1.0] * (3 - len(rates))
        return Policy(rule, preferential=rates[0], appointment=rates[1], ordinary=rates[2])
    if numbers:
        raise ValueError
    return Policy(rule)


def under(catalogue: Catalogue, policy: Policy) -> Catalogue:
    """The centre with this policy at all its queues."""
    return replace(catalogue, queues=tuple(replace(queue, policy=policy) for queue in catalogue.queues))


def ruled_by(catalogue: Catalogue, text: str) -> tuple[str, Catalogue]:
    """The name and the centre of policies as they are typed: `fcfs` for all its queues, `PJ=fcfs` for one, several
    with `;` between them, of which the later ones hold. Raises ValueError."""
    names: list[str] = []
    for part in text.split(";"):
        prefix, _, written = part.partition("=")
        queue = prefix.strip().upper()
        if queue in catalogue.queue:
            policy = read_policy(written)
            names.append(f"{queue}={policy.text}")
            queues = tuple(replace(one, policy=policy) if one.prefix == queue else one for one in catalogue.queues)
            catalogue = replace(catalogue, queues=queues)
        elif prefix.strip().isupper() and written:
            raise ValueError(f"there is no queue {queue!r}: there are {', '.join(catalogue.queue)}")
        else:
            policy = read_policy(part)
            names.append(policy.text)
            catalogue = under(catalogue, policy)
    return "; ".join(names), catalogue
