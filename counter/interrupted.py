"""Logged interruptions in words: what cannot be attended, why, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from counter import texts
from shared.domain.catalogue import Catalogue
from shared.lan.views import InterruptionView


def what(catalogue: Catalogue, one: InterruptionView) -> str:
    """What is interrupted, by name; the code of what the catalogue has no more."""
    if one.service:
        return catalogue.service[one.service].name if one.service in catalogue.service else one.service
    if one.queue:
        return catalogue.queue[one.queue].name if one.queue in catalogue.queue else one.queue
    if one.entity:
        return catalogue.entity[one.entity].short if one.entity in catalogue.entity else one.entity
    return texts.WHOLE_CENTRE


def sentence(catalogue: Catalogue, going_on: Sequence[InterruptionView]) -> str:
    """What an advisor reads while something of theirs cannot be attended; "" where nothing is."""
    if not going_on:
        return ""
    clocks = [texts.clock(one.since, catalogue.timezone) for one in going_on]
    said = [
        texts.interrupted(what(catalogue, one), one.reason, since) for one, since in zip(going_on, clocks, strict=True)
    ]
    return " ".join([*said, texts.WHILE_INTERRUPTED])
