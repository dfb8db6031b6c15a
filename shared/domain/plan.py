"""Who attends where and when: the staffing of a day, as a replay needs it.

Without a recorded day: every counter from the opening on, with lunch as the centre file says, or else as in the seed
centre. Within each queue the 2nd,
4th, ... counter has lunch from 12:00, the 1st, 3rd, ... from 13:00. Advisors beyond the counters relieve those of the
later lunch, one each, where most work waits for fewest counters.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from shared.domain.catalogue import Advisor, Catalogue, Counter, Role
from shared.domain.day import Day
from shared.domain.lunch import lunch_on
from shared.domain.spells import Span, joined, without

LATER = timedelta(hours=1)  # after the last closing those inside are still attended
LUNCHES = ((time(13), time(14)), (time(12), time(13)))  # of the 1st, 3rd ... and of the 2nd, 4th ... counter
EMPTY = 3.0  # how much more the work of a queue weighs that lunch leaves without anybody


class Post(NamedTuple):
    """One counter that day: who attends, and when."""

    counter: int
    advisor: str
    spans: tuple[Span, ...]


Plan = tuple[Post, ...]


def ordinary_plan(catalogue: Catalogue, day: date) -> Plan:
    """Every counter, each by its advisor, with lunch and relief."""
    advisors = [advisor.id for advisor in catalogue.advisors if advisor.role is Role.ADVISOR]
    written = {counter.number: counter.lunch for counter in catalogue.counters if counter.lunch}
    lunch = written or _lunches(catalogue)
    for relieved in () if written else _relieved(catalogue, lunch, len(advisors) - len(catalogue.counters)):
        del lunch[relieved]
    posts: list[Post] = []
    for counter, advisor in zip(catalogue.counters, advisors, strict=False):
        hours = joined(s for q in counter.queues for s in catalogue.openings(catalogue.queue[q].entity, day))
        if hours:
            hours[-1] = (hours[-1][0], hours[-1][1] + LATER)
            away = lunch_on(catalogue, counter, day, lunch.get(counter.number))
            posts.append(Post(counter.number, advisor, without(hours, away)))
    return tuple(posts)


def recorded_plan(day: Day) -> Plan:
    """The staffing that a day had: each counter with the one advisor who was there longest, when it called."""
    posts: list[Post] = []
    for counter, spells in sorted(day.spells.items()):
        there: dict[str, timedelta] = {}
        for spell in spells:
            there[spell.advisor] = there.get(spell.advisor, timedelta()) + ((spell.until or spell.since) - spell.since)
        taken = {post.advisor for post in posts}
        free = [one for one in sorted(there, key=lambda one: -there[one]) if one not in taken]
        spans = joined((s.since, s.until) for s in spells if s.until and s.until > s.since and not s.paused)
        if spans and free:
            posts.append(Post(counter, free[0], tuple(spans)))
    return tuple(posts)


def resized(catalogue: Catalogue, plan: Plan, wanted: Mapping[str, int]) -> tuple[Catalogue, Plan]:
    """The centre and its plan with so many counters for these queues. Raises ValueError for what cannot be.

    Fewer: its last counters stop serving the queue. More: counters are added, staffed as its first ones.
    """
    for queue, number in wanted.items():
        if queue not in catalogue.queue:
            raise ValueError(f"there is no queue {queue!r}: there are {', '.join(catalogue.queue)}")
        if number < 1:
            raise ValueError(f"{queue} needs a counter: {number} are none")
        at = catalogue.counters_of[queue]
        if number < len(at):
            catalogue = _fewer(catalogue, queue, {counter.number for counter in at[number:]})
        elif number > len(at):
            catalogue, plan = _more(catalogue, plan, queue, number - len(at))
    left = catalogue.counter
    return catalogue, tuple(post for post in plan if post.counter in left)


def _fewer(catalogue: Catalogue, queue: str, without: set[int]) -> Catalogue:
    counters: list[Counter] = []
    for counter in catalogue.counters:
        if counter.number not in without:
            counters.append(counter)
        elif others := tuple(q for q in counter.queues if q != queue):
            services = tuple(s for s in counter.services if catalogue.service[s].queue != queue)
            counters.append(replace(counter, queues=others, services=services))
    return replace(catalogue, counters=tuple(counters))


def _more(catalogue: Catalogue, plan: Plan, queue: str, number: int) -> tuple[Catalogue, Plan]:
    like = [post for post in plan if post.counter in {counter.number for counter in catalogue.counters_of[queue]}]
    first = max(counter.number for counter in catalogue.counters) + 1
    added = tuple(Counter(first + i, (queue,)) for i in range(number))
    people = tuple(Advisor(f"extra-{counter.number}", "") for counter in added)
    posts = tuple(
        Post(counter.number, who.id, like[i % len(like)].spans)
        for i, (counter, who) in enumerate(zip(added, people, strict=True))
        if like
    )
    wider = replace(catalogue, counters=catalogue.counters + added, advisors=catalogue.advisors + people)
    return wider, plan + posts


def _lunches(catalogue: Catalogue) -> dict[int, tuple[time, time]]:
    """By counter; one that serves several queues goes with the first of them."""
    lunches: dict[int, tuple[time, time]] = {}
    for queue in catalogue.queues:
        own = [counter for counter in catalogue.counters_of[queue.prefix] if counter.queues[0] == queue.prefix]
        lunches |= {counter.number: LUNCHES[position % 2] for position, counter in enumerate(own)}
    return lunches


def _relieved(catalogue: Catalogue, lunch: Mapping[int, tuple[time, time]], relief: int) -> list[int]:
    """A counter of each queue that the later lunch leaves with most work for a counter."""
    weights: list[tuple[float, int]] = []
    for queue in catalogue.queues:
        at = [counter.number for counter in catalogue.counters_of[queue.prefix]]
        away = [number for number in at if lunch.get(number) == LUNCHES[0]]
        work = queue.demand * queue.mean_minutes
        if away:
            weights.append((work / (len(at) - len(away)) if len(at) > len(away) else work * EMPTY, away[0]))
    return [counter for _, counter in sorted(weights, reverse=True)[: max(0, relief)]]
