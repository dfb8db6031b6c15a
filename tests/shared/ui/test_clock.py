from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from shared.ui.clock import Clock
from shared.ui.tokens import COUNTER_TEXT


def test_the_clock_shows_the_hubs_time_in_the_centres_zone(qtbot: QtBot) -> None:
    clock = Clock()
    qtbot.addWidget(clock)
    clock.follow(lambda: datetime(2026, 11, 24, 3, 24, tzinfo=UTC), "America/Lima")
    assert clock.accessibleName() == "22:24, lunes 23 de noviembre"
    clock.stop()


def test_a_clock_without_a_day_says_only_the_hour(qtbot: QtBot) -> None:
    clock = Clock(COUNTER_TEXT, None)
    qtbot.addWidget(clock)
    clock.show_moment(datetime(2026, 11, 23, 8, 5))
    assert clock.accessibleName() == "08:05"


def test_an_unknown_zone_is_an_error(qtbot: QtBot) -> None:
    clock = Clock()
    qtbot.addWidget(clock)
    with pytest.raises(KeyError):
        clock.follow(lambda: datetime.now(UTC), "America/Nowhere")
