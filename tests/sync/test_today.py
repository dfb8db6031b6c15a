"""What has ended today, in three numbers, as often as somebody asks."""

from __future__ import annotations

import pytest

from shared.domain import commands as c
from sync.live import EndedToday
from sync.today import Today
from tests.sync.conftest import Morning
from tests.sync.test_proving import hub_of

pytestmark = pytest.mark.anyio


async def test_it_is_counted_from_any_moment_of_the_day_on_and_begins_anew_with_the_next_one(morning: Morning) -> None:
    morning.served(3)
    morning.next_day()
    morning.served(2)
    morning.order(c.CancelTicket(morning.ticket("PJ02")))
    async with morning, hub_of(morning) as hub:
        today = Today()
        assert await today.look(hub) == EndedToday(2, 0, 1)
        morning.served(1)
        await hub.beyond(morning.last - 1)
        assert await today.look(hub) == await Today().look(hub) == EndedToday(3, 0, 1)
        morning.next_day()
        await hub.beyond(morning.last - 1)
        assert await today.look(hub) == EndedToday(0, 0, 0)


async def test_an_attention_that_goes_on_again_is_counted_once(morning: Morning) -> None:
    morning.ticket("PJ02")
    morning.serve(morning.court)
    async with morning, hub_of(morning) as hub:
        today = Today()
        assert await today.look(hub) == EndedToday(1, 0, 0)
        morning.order(c.Undo(morning.court))
        morning.order(c.FinishAttention(morning.court))
        await hub.beyond(morning.last - 1)
        assert await today.look(hub) == EndedToday(1, 0, 0)
