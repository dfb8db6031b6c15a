"""The advisor's window as one frozen view: what the screens draw, and what a robot is told."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from counter import helping, moment, story, texts
from counter.desk import Desk
from counter.facts import Facts
from counter.interrupted import sentence
from counter.page_view import NOTHING_YET, bar_of
from counter.shown import Bar, DeskView, Quiet
from shared.domain.catalogue import Catalogue
from shared.lan.views import FiguresView


def desk_view(desk: Desk, at: datetime, tick: float) -> DeskView:
    """`at`: the hub's time. `tick`: the clock of the presses."""
    facts = desk.facts
    mode = "desk"
    if facts.catalogue is None or facts.counter is None:
        mode = "connecting"
    banner = desk.without_hub.banner(facts) if mode == "desk" and not facts.online else ""
    head = DeskView(mode, bar(facts, desk.number, at), banner, desk.notice)
    if mode == "connecting":
        return replace(head, quiet=NOTHING_YET)
    attention = facts.attention
    return replace(
        head,
        interrupted="" if banner or facts.catalogue is None else _meanwhile(facts, facts.catalogue),
        now=story.now_shown(facts, attention, desk.coded, at, desk.document) if attention else None,
        quiet=None
        if attention
        else story.quiet(facts, at)
        if facts.online
        else Quiet(texts.NO_TICKET, texts.AWAY_QUIET),
        primary=moment.primary(facts),
        ready=desk.ready(tick),
        actions=moment.actions(facts),
        waiting=desk.without_hub.rows(story.waiting_rows(facts, at)),
        held=story.held_rows(facts, at),
        figures=story.figures(facts.counter.figures if facts.counter else FiguresView()),
        panel=desk.panel,
    )


def _meanwhile(facts: Facts, catalogue: Catalogue) -> str:
    """What an advisor should know besides their citizen."""
    asked = helping.sentences(facts.help, catalogue.timezone)
    return " ".join(filter(None, [sentence(catalogue, facts.interruptions), *asked]))


def bar(facts: Facts, number: int, at: datetime) -> Bar:
    first = story.minutes_since(facts.waiting[0].since, at) if facts.waiting else None
    return bar_of(
        facts,
        at,
        title=texts.counter_name(number),
        place=place(facts.catalogue, number) if facts.catalogue else "",
        person=facts.person or facts.advisor,
        line=texts.waiting_line(len(facts.waiting), first) if facts.advisor else "",
        way_out=bool(facts.person or facts.advisor),
    )


def place(catalogue: Catalogue, number: int) -> str:
    """The entities of a counter."""
    entities = (catalogue.entity[catalogue.queue[q].entity] for q in catalogue.counter[number].queues)
    return texts.people(list(dict.fromkeys(entity.short for entity in entities)))
