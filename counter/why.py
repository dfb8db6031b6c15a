"""Why tickets are called in the order they are: sentences from what the hub shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from counter import order_texts, texts
from counter.story import minutes_since
from shared.domain.catalogue import Catalogue
from shared.domain.languages.tags import speaks
from shared.domain.order import SIGN_LANGUAGE
from shared.lan.views import CounterView, PassingView, WaitingView


def in_order(waiting: Iterable[WaitingView]) -> list[WaitingView]:
    """As the rules would call them."""
    return sorted(waiting, key=lambda w: (w.rank, w.ticket))


def ahead(one: WaitingView, waiting: Sequence[WaitingView]) -> str:
    """Who of those in `waiting`, in order, goes before this one."""
    before = waiting[: waiting.index(one)]
    preferred = 0 if one.preferential else sum(w.preferential for w in before)
    rest = [w for w in before if one.preferential or not w.preferential]
    earlier = sum(w.ticket < one.ticket for w in rest)
    return order_texts.ahead(preferred, earlier, len(rest) - earlier)


def stands(
    catalogue: Catalogue,
    one: WaitingView,
    waiting: Iterable[WaitingView],
    counters: Iterable[CounterView],
    at: datetime,
) -> str:
    """A ticket that waits: its class, its wait, who attends it, for whom it is kept, who of its queue goes before.

    And who goes first, and why.
    """
    open_here = [
        c for c in counters if c.status == "open" and catalogue.serves(c.counter, one.queue, one.service, c.advisor)
    ]
    numbers = [c.counter for c in open_here]
    sentences = [order_texts.stands(one.reason, minutes_since(one.since, at), one.queue, numbers)]
    if kept := _kept(catalogue, one, open_here, at):
        sentences.append(kept)
    line = in_order(w for w in waiting if w.queue == one.queue)
    sentences.append(ahead(one, line))
    if line[0] is not one:
        sentences.append(order_texts.first(line[0].number, line[0].reason))
    return " ".join(sentences)


def _kept(catalogue: Catalogue, one: WaitingView, counters: Sequence[CounterView], at: datetime) -> str:
    need = SIGN_LANGUAGE if one.sign else one.language
    until = one.since + timedelta(minutes=catalogue.language_minutes)
    here = [c for c in counters if c.advisor in catalogue.advisor]
    speak = [c.counter for c in here if speaks(catalogue.advisor[c.advisor].skills, need)]
    if one.preferential or need == "es" or not speak or at >= until:
        return ""
    return order_texts.kept_for(need, texts.clock(until, catalogue.timezone), speak)


def policy(catalogue: Catalogue, queue: str) -> str:
    """The policy of a queue, and who answers for it."""
    of = catalogue.queue[queue].policy
    return order_texts.policy(of, catalogue.names.get(of.acknowledged_by, ""))


def passing(catalogue: Catalogue, one: PassingView) -> str:
    return order_texts.passing(
        "" if one.fault else one.how,
        "" if one.fault else catalogue.names.get(one.who) or one.who,
        "" if one.fault else one.why,
        one.counter,
        one.passed,
    )
