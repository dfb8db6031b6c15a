"""The last ticket of a queue: by hour, by number, by forecast, and as the supervisor decides."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import inf

import pytest
from msgspec.structs import replace

from shared.domain import commands as c
from shared.domain.catalogue import Advisor, Catalogue, Counter
from shared.domain.centre_file import CentreFileError, read_centre
from shared.domain.ending import Ending, LastTicket, Override
from shared.domain.last_served import _later, _middle, last_served
from shared.domain.last_ticket import opens_next
from shared.domain.lunch import lunch_on
from shared.domain.pace import Turn
from shared.domain.refusals import Code
from shared.domain.waiting.law import Law, Server
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL
from tests.fakes.small_page import SMALL_PAGE


def with_policy(queue: str, policy: LastTicket) -> Catalogue:
    """Each queue with a counter of its own; the entities close at 20:00, Migraciones at 21:00."""
    counters = (Counter(1, ("BN",)), Counter(2, ("PJ",)), Counter(3, ("MT",)))
    people = tuple(Advisor(f"a{n:03d}", "") for n in range(1, 4))
    queues = tuple(replace(q, last_ticket=policy) if q.prefix == queue else q for q in SMALL.queues)
    return replace(SMALL, queues=queues, counters=counters, advisors=people)


def scene_at(catalogue: Catalogue, hour: int, minute: int = 0) -> Scene:
    scene = Scene(catalogue)
    scene.pass_(hours=hour - 9, minutes=minute)
    scene.open(1, 2, 3)
    return scene


def refused(scene: Scene, service: str = "PJ01", *, pay_first: bool = False) -> str:
    """The queue whose numbers have ended, or ""."""
    before = scene.refusal(c.IssueTicket(service, pay_first=pay_first))
    if before is None:
        return ""
    code, params = before
    assert code is Code.LAST_TICKET_GIVEN
    return str(params["queue"])


def test_without_a_policy_numbers_are_given_until_the_entity_closes() -> None:
    scene = scene_at(with_policy("PJ", LastTicket()), 19, 59)
    for _ in range(40):
        assert refused(scene) == ""


def test_a_fixed_hour_ends_the_numbers_and_says_it_and_when_to_come_again() -> None:
    scene = scene_at(with_policy("PJ", LastTicket(Ending.FIXED, time(16, 40))), 16, 39)
    assert refused(scene) == ""
    scene.pass_(minutes=1)
    found = scene.refusal(c.IssueTicket("PJ01"))
    assert found
    code, params = found
    assert code is Code.LAST_TICKET_GIVEN
    assert datetime.fromisoformat(str(params["last"])).time() == time(16, 40)
    assert datetime.fromisoformat(str(params["again"])) == scene.at.astimezone(SMALL.timezone).replace(
        day=24, hour=8, minute=0
    )
    assert refused(scene, "MT01") == ""


def test_a_number_ends_the_numbers() -> None:
    scene = scene_at(with_policy("PJ", LastTicket(Ending.CAPPED, count=2)), 10)
    assert [refused(scene) for _ in range(3)] == ["", "", "PJ"]


def test_a_queue_on_the_way_that_has_ended_ends_the_visit() -> None:
    scene = scene_at(with_policy("BN", LastTicket(Ending.CAPPED, count=1)), 10)
    assert refused(scene, pay_first=True) == ""
    assert refused(scene, pay_first=True) == "BN"
    assert refused(scene) == ""


def test_a_forecast_ends_the_numbers_when_whoever_comes_would_not_be_done_at_closing() -> None:
    catalogue = with_policy("PJ", LastTicket(Ending.FORECAST))
    scene = scene_at(catalogue, 19)
    given = 0
    while not refused(scene):
        given += 1
    assert 7 <= given <= 13  # of 4 minutes and 45 seconds in an hour
    early = scene_at(catalogue, 12)
    assert [refused(early) for _ in range(20)] == [""] * 20


def test_a_forecast_counts_the_way_over_the_counter_where_it_is_paid() -> None:
    scene = scene_at(with_policy("PJ", LastTicket(Ending.FORECAST)), 19, 50)
    assert refused(scene) == ""
    assert refused(scene, pay_first=True) == "PJ"


def test_the_supervisor_ends_the_numbers_has_them_given_and_goes_back_to_the_policy() -> None:
    scene = scene_at(with_policy("PJ", LastTicket(Ending.FIXED, time(16, 40))), 10)
    scene.order(c.SetLastTicket("PJ", Override.STOPPED))
    assert refused(scene) == "PJ"
    assert scene.order(c.SetLastTicket("PJ", Override.STOPPED)) == []
    scene.order(c.SetLastTicket("PJ", Override.EXTENDED))
    scene.pass_(hours=8)
    assert refused(scene) == ""
    scene.order(c.SetLastTicket("PJ", Override.POLICY))
    assert refused(scene) == "PJ"


def test_what_the_supervisor_decided_ends_with_the_day() -> None:
    scene = scene_at(with_policy("PJ", LastTicket()), 10)
    scene.order(c.SetLastTicket("PJ", Override.STOPPED))
    scene.close_day()
    scene.pass_(hours=24)
    scene.open_day()
    assert refused(scene) == ""


def test_an_unknown_queue_has_no_last_ticket(scene: Scene) -> None:
    assert scene.refusal(c.SetLastTicket("XX", Override.STOPPED)) == (Code.UNKNOWN_QUEUE, {"queue": "XX"})


def test_the_forecast_of_the_last_one_grows_with_the_line_and_shrinks_with_counters() -> None:
    scene = scene_at(with_policy("PJ", LastTicket()), 15)
    assert last_served(scene.catalogue, scene.day, "PJ", scene.at) is None
    minutes: list[float] = []
    for _ in range(4):
        for _ in range(5):
            scene.issue("PJ01")
        done = last_served(scene.catalogue, scene.day, "PJ", scene.at)
        assert done
        minutes.append((done - scene.at).total_seconds() / 60)
    assert minutes == sorted(minutes)
    assert minutes[-1] == pytest.approx(20 * 4.75, rel=0.1)


def test_nobody_is_forgotten_who_is_still_on_the_way() -> None:
    scene = scene_at(with_policy("PJ", LastTicket()), 15)
    scene.issue("PJ01", pay_first=True)
    done = last_served(scene.catalogue, scene.day, "PJ", scene.at)
    assert done
    assert done > scene.at + timedelta(minutes=5)


def test_a_return_leg_two_stops_away_is_inside_and_its_minutes_count(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    scene.open(1, 22, 25)
    scene.issue("MT01", pay_first=True)
    assert [stop.queue for stop in scene.day.tickets[scene.day.next_ticket - 1].stops] == ["BN", "MT", "ME"]
    for served, least in ((None, 50), (1, 50), (22, 45)):
        if served:
            scene.call(served)
            scene.start(served)
            scene.pass_(minutes=3)
            scene.finish(served)
        done = last_served(scene.catalogue, scene.day, "ME", scene.at)
        assert done
        assert timedelta(minutes=least) < done - scene.at < timedelta(minutes=75)


def test_who_comes_late_is_forecast_from_then_on_and_not_helped_by_turns_before() -> None:
    """Ten who come over one after the other within the hour: a counter that was idle until then has not served them."""
    servers = [Server(1.0, Turn(300.0, 0.7), Turn(300.0, 0.7))]
    later = _later(servers, 3000.0)
    assert Law(later, 9).quantile(0.0) > 2400
    away = Server(1.0, Turn(300.0, 0.7), Turn(300.0, 0.7), away=(600.0, 4200.0))
    assert _later([away], 1200.0)[0].away == (0.0, 3000.0)
    assert _later([away], 4800.0)[0].away == (inf, inf)


def test_a_pending_ticket_is_inside() -> None:
    scene = scene_at(with_policy("PJ", LastTicket()), 15)
    scene.issue("PJ01")
    scene.serve(2)
    scene.hold(2)
    done = last_served(scene.catalogue, scene.day, "PJ", scene.at)
    assert done
    assert done > scene.at + timedelta(minutes=5)


def test_nobody_goes_for_lunch_once_all_is_closed(region_sur: Catalogue) -> None:
    counter, hour = region_sur.counter[1], (time(13), time(14))
    assert lunch_on(region_sur, counter, date(2026, 11, 28), hour) is None  # Saturday: closes at 13:00
    assert lunch_on(region_sur, counter, date(2026, 11, 27), hour)
    assert lunch_on(region_sur, counter, date(2026, 11, 27), None) is None


def test_what_is_told_is_in_the_middle_of_the_likeliest_twenty_minutes() -> None:
    sure = [0.0] * 60 + [1.0] * 60  # it ends in half an hour, for certain
    middle, chance = _middle(sure)
    assert middle == pytest.approx(60, abs=1)
    assert chance == 1.0


def test_without_a_counter_nothing_is_forecast() -> None:
    scene = scene_at(with_policy("PJ", LastTicket()), 15)
    scene.issue("PJ01")
    scene.close(2)
    assert last_served(scene.catalogue, scene.day, "PJ", scene.at) is None


def test_the_next_opening_is_later_today_or_on_the_next_day_with_hours(region_sur: Catalogue) -> None:
    friday = datetime(2026, 11, 27, 19, 0, tzinfo=region_sur.timezone)
    saturday = opens_next(region_sur, "pj", friday)
    assert saturday
    assert (saturday.day, saturday.time()) == (28, time(8, 30))
    monday = opens_next(region_sur, "pj", saturday + timedelta(hours=5))
    assert monday
    assert (monday.day, monday.time()) == (30, time(8, 30))


def ending(written: str) -> LastTicket:
    page = SMALL_PAGE.replace("mean_minutes = 4\n", f"mean_minutes = 4\n{written}\n")
    return read_centre(page, "small.toml").queue["PJ"].last_ticket


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('last_ticket = "none"', LastTicket()),
        ('last_ticket = "forecast"', LastTicket(Ending.FORECAST)),
        ('last_ticket = { at = "16:40" }', LastTicket(Ending.FIXED, time(16, 40))),
        ("last_ticket = { count = 120 }", LastTicket(Ending.CAPPED, count=120)),
        ('last_ticket = { rule = "capped", count = 7 }', LastTicket(Ending.CAPPED, count=7)),
    ],
)
def test_the_centre_file_says_it(written: str, read: LastTicket) -> None:
    assert ending(written) == read


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('last_ticket = "forecats"', "did you mean 'forecast'"),
        ('last_ticket = { at = "25:00" }', "expected an hour such as '16:40', found '25:00'"),
        ('last_ticket = { rule = "fixed" }', "'fixed' needs it, such as at = \"16:40\""),
        ('last_ticket = { rule = "forecast", count = 3 }', "only rule = 'capped' has it"),
        ("last_ticket = 3", "expected a table, found 3"),
    ],
)
def test_what_makes_no_sense_is_said_with_its_line(written: str, said: str) -> None:
    with pytest.raises(CentreFileError, match=r"queue\.last_ticket") as raised:
        ending(written)
    assert said in str(raised.value)


def test_lunches_are_taken_in_turns_by_counters_written_together() -> None:
    def lunches(written: str) -> list[tuple[time, time] | None]:
        page = SMALL_PAGE.replace('numbers = "1-6"\n', f'numbers = "1-6"\n{written}\n')
        return [counter.lunch for counter in read_centre(page, "small.toml").counters][:3]

    noon, later = (time(12), time(13)), (time(13), time(14))
    assert lunches("") == [None, None, None]
    assert lunches('lunch = "12:00-13:00"') == [noon, noon, noon]
    assert lunches('lunch = ["13:00-14:00", "12:00-13:00"]') == [later, noon, later]
    with pytest.raises(CentreFileError, match="lunch ends at 12:00"):
        lunches('lunch = "13:00-12:00"')
    with pytest.raises(CentreFileError, match="expected hours such as"):
        lunches('lunch = "noon"')
