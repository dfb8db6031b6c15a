"""Who is let in where: PINs, lockouts, sessions, and what a line may do before and after."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.domain.centre_file import load_centre
from shared.lan.client import HubClient, HubRefused
from shared.lan.messages import Answer, DeviceRole, Hello
from shared.lan.signing_in import ChangePin, SetPin, SignIn, SignOut
from shared.lan.views import CounterView, PersonView, QueueView
from tests.conftest import CENTRES
from tests.fakes.identities import connected
from tests.fakes.running_hub import MovedClock, RunningHub, begun

COUNTER = Hello((1, 1), DeviceRole.COUNTER, "counter-20", 20)
SUPERVISOR = Hello((1, 1), DeviceRole.SUPERVISOR, "supervisor-1")
REGION = load_centre(CENTRES / "region-sur.toml")
GOOD, OTHER = "270419", "905162"
pytestmark = pytest.mark.logs("a wrong PIN for")


def hall(tmp_path: Path, journey: Callable[[RunningHub], Awaitable[None]]) -> None:
    """A hub that asks for PINs; its supervisor and one advisor have theirs."""

    async def live() -> None:
        async with begun(tmp_path / "c.sqlite", REGION, ask_pins=True) as running:
            await running.desk.sign_ins.first_supervisor("s01", GOOD)
            await journey(running)

    asyncio.run(live())


async def say(client: HubClient, message: SignOut | ChangePin | SetPin | SignIn) -> object:
    return (await client._answer(message, message.request, Answer)).result


async def refused(awaitable: Awaitable[object]) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(HubRefused) as told:
        await awaitable
    return told.value.refused.code, told.value.refused.params


async def give_pin(running: RunningHub, person: str = "a020", pin: str = GOOD) -> None:
    """A PIN of the person's own, as it stands after the first morning."""
    async with connected([running.url], SUPERVISOR) as supervisor:
        await supervisor.sign_in("s01", GOOD)
        await say(supervisor, SetPin("r1", person, "135790" if pin != "135790" else "246802"))
    async with connected([running.url], COUNTER) as client:
        await client.sign_in(person, "135790" if pin != "135790" else "246802")
        await say(client, ChangePin("r2", "135790" if pin != "135790" else "246802", pin))
        await say(client, SignOut("r3"))


def test_a_counter_does_nothing_before_its_advisor_signed_in(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            assert await refused(client.ask(c.OpenCounter(20, "a020"))) == ("not_signed_in", {})
            assert not list(client.mirror.all(QueueView))
            await client.sign_in("a020", GOOD)
            assert list(client.mirror.all(QueueView))
            await client.ask(c.OpenCounter(20, "a020"))
            code, _ = await refused(client.ask(c.OpenCounter(20, "a021")))
            assert code == "not_your_place"
            await say(client, SignOut("r9"))
            assert await refused(client.ask(c.CallNext(20))) == ("not_signed_in", {})

    hall(tmp_path, journey)


@pytest.mark.parametrize(("role", "person"), [("counter", "s01"), ("counter", "o01"), ("supervisor", "a020")])
def test_people_sign_in_where_their_role_works_and_nowhere_else(tmp_path: Path, role: str, person: str) -> None:
    async def journey(running: RunningHub) -> None:
        place = Hello((1, 1), DeviceRole(role), "d", 20 if role == "counter" else 0)
        async with connected([running.url], place) as client:
            code, params = await refused(client.sign_in(person, GOOD))
            assert (code, params) == ("not_your_place", {"person": person, "role": role})

    hall(tmp_path, journey)


def test_an_advisor_gives_no_order_at_the_counter_of_another(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        await running.hub.order(c.OpenCounter(20, "a021"))
        await running.hub.order(c.IssueTicket("PJ01"))
        async with connected([running.url], COUNTER) as client:
            await client.sign_in("a020", GOOD)
            code, _ = await refused(client.ask(c.CallNext(20)))
            assert code == "counter_taken"

    hall(tmp_path, journey)


def test_tries_are_counted_and_lock_for_longer_each_time_until_a_supervisor_helps(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            told = [await refused(client.sign_in("a020", "111213")) for _ in range(5)]
            assert [params.get("left") for _, params in told] == [4, 3, 2, 1, None]
            assert told[4][0] == "pin_locked"
            assert await refused(client.sign_in("a020", GOOD)) == told[4], "the right PIN does not open a lock"
            running.clock.pass_(seconds=31)
            for _ in range(5):
                code, params = await refused(client.sign_in("a020", "111213"))
            assert (code, params["until"]) == ("pin_locked", "2026-11-23T14:15:31+00:00")
            running.clock.pass_(minutes=16)
            for _ in range(5):
                await refused(client.sign_in("a020", "111213"))
            running.clock.pass_(minutes=16)
            for _ in range(5):
                code, params = await refused(client.sign_in("a020", "111213"))
            assert (code, params["until"]) == ("pin_locked", "")
            running.clock.pass_(days=1)
            assert (await refused(client.sign_in("a020", GOOD)))[0] == "pin_locked"
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            await client.sign_in("a020", GOOD)

    hall(tmp_path, journey)


def test_twenty_guesses_at_once_are_twenty_tries_one_after_the_other(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            codes = await asyncio.gather(*(refused(client.sign_in("a020", "111213")) for _ in range(20)))
            assert sorted(code for code, _ in codes) == ["pin_locked"] * 16 + ["wrong_pin"] * 4

    hall(tmp_path, journey)


def test_the_count_of_tries_outlives_the_hub(tmp_path: Path) -> None:
    async def before(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            await refused(client.sign_in("a020", "111213"))

    async def after() -> None:
        async with (
            begun(tmp_path / "c.sqlite", REGION, ask_pins=True) as running,
            connected([running.url], COUNTER) as client,
        ):
            assert (await refused(client.sign_in("a020", "111213")))[1]["left"] == 3

    hall(tmp_path, before)
    asyncio.run(after())


def test_a_broken_line_and_a_new_hub_ask_for_no_pin_but_a_new_screen_does(tmp_path: Path) -> None:
    session = ""

    async def before(running: RunningHub) -> None:
        nonlocal session
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            session = (await client.sign_in("a020", GOOD)).session

    async def after() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", REGION, clock, ask_pins=True) as running:
            again = Hello((1, 1), DeviceRole.COUNTER, "counter-20", 20, session=session)
            elsewhere = Hello((1, 1), DeviceRole.COUNTER, "counter-21", 21, session=session)
            for hello, person in ((again, "a020"), (elsewhere, ""), (COUNTER, "")):
                async with connected([running.url], hello) as client:
                    assert client.welcome.person == person
        clock.pass_(hours=17)
        async with (
            begun(tmp_path / "c.sqlite", REGION, clock, ask_pins=True) as running,
            connected([running.url], again) as client,
        ):
            assert client.welcome.person == ""

    hall(tmp_path, before)
    asyncio.run(after())


def test_a_temporary_pin_opens_nothing_but_its_change(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        async with connected([running.url], SUPERVISOR) as supervisor, connected([running.url], COUNTER) as client:
            await supervisor.sign_in("s01", GOOD)
            assert await refused(client.sign_in("a020", GOOD)) == ("pin_not_set", {"person": "a020"})
            await say(supervisor, SetPin("r1", "a020", GOOD))
            assert (await client.sign_in("a020", GOOD)).change_pin
            assert await refused(client.ask(c.OpenCounter(20, "a020"))) == ("pin_must_change", {})
            for weak in ("000000", "123456", "654321", "121212", "123123", "000020", "12345", GOOD):
                assert (await refused(say(client, ChangePin("r2", GOOD, weak))))[0] == "pin_weak", weak
            await say(client, ChangePin("r3", GOOD, OTHER))
            await client.until(lambda _: not client.welcome.change_pin)
            await client.ask(c.OpenCounter(20, "a020"))

    hall(tmp_path, journey)


def test_a_new_pin_ends_the_sessions_of_its_person_at_once(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], SUPERVISOR) as supervisor, connected([running.url], COUNTER) as client:
            await supervisor.sign_in("s01", GOOD)
            await client.sign_in("a020", GOOD)
            await supervisor.until(lambda mirror: _person(mirror.all(PersonView), "a020").at == ("counter-20",))
            await say(supervisor, SetPin("r1", "a020", OTHER))
            await client.until(lambda _: client.welcome.person == "")
            assert await refused(client.ask(c.OpenCounter(20, "a020"))) == ("not_signed_in", {})
            await supervisor.until(lambda mirror: _person(mirror.all(PersonView), "a020").pin == "temporary")

    hall(tmp_path, journey)


def _person(views: Iterable[PersonView], person: str) -> PersonView:
    return next(view for view in views if view.person == person)


def test_only_a_supervisor_who_is_signed_in_gives_pins(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], SUPERVISOR) as supervisor, connected([running.url], COUNTER) as client:
            assert await refused(say(supervisor, SetPin("r1", "a021", GOOD))) == ("not_signed_in", {})
            await client.sign_in("a020", GOOD)
            assert (await refused(say(client, SetPin("r1", "a021", GOOD))))[0] == "not_allowed"

    hall(tmp_path, journey)


def test_no_pin_is_anywhere_in_the_store_and_every_try_is_in_the_audit(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            await refused(client.sign_in("a020", "111213"))
            await client.sign_in("a020", GOOD)

    hall(tmp_path, journey)
    for file in tmp_path.glob("c.*"):
        data = file.read_bytes()
        assert not [pin for pin in (GOOD, OTHER, "111213", "135790") if pin.encode() in data], file.name
    with closing(sqlite3.connect(tmp_path / "c.sqlite")) as store:
        what = store.execute("SELECT person, what, by FROM sign_in ORDER BY id").fetchall()
        (kept,) = store.execute("SELECT hash FROM pin WHERE person = 'a020'").fetchone()
    assert what[:2] == [("s01", "set_pin", "console"), ("s01", "signed_in", "")]
    assert [line for line in what if line[0] == "a020"][-2:] == [("a020", "wrong_pin", ""), ("a020", "signed_in", "")]
    assert kept.startswith("$argon2id$")
    assert (tmp_path / "c.pepper").stat().st_mode & 0o777 == 0o600


def audit(tmp_path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(tmp_path / "c.sqlite")) as store:
        return store.execute("SELECT person, device, what FROM sign_in ORDER BY id").fetchall()


def test_tries_at_which_no_pin_is_looked_at_are_in_the_audit_once_a_minute(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], COUNTER) as client:
            for pin in ("111213",) * 10 + (GOOD,) * 3:
                await refused(client.sign_in("a020", pin))
            for person in ("a021", "s01", "nobody here", "somebody else"):
                for _ in range(2):
                    await refused(client.sign_in(person, GOOD))
            running.clock.pass_(minutes=2)
            await refused(client.sign_in("a021", GOOD))

    hall(tmp_path, journey)
    tried = [line for line in audit(tmp_path) if line[2] in ("wrong_pin", "locked", "no_pin", "not_here")]
    assert tried == [
        *(("a020", "counter-20", "wrong_pin"),) * 5,
        ("a020", "counter-20", "locked"),
        ("a021", "counter-20", "no_pin"),
        ("s01", "counter-20", "not_here"),
        ("", "counter-20", "not_here"),
        ("a021", "counter-20", "no_pin"),
    ]


def test_a_wrong_try_against_the_pin_of_a_demonstration_is_in_the_audit(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        running.desk.sign_ins._demo_pin = "135790"
        async with connected([running.url], COUNTER) as client:
            for _ in range(2):
                await refused(client.sign_in("a020", GOOD))
            await client.sign_in("a020", "135790")

    hall(tmp_path, journey)
    assert audit(tmp_path)[-2:] == [("a020", "counter-20", "wrong_pin"), ("a020", "counter-20", "signed_in")]


def test_a_store_without_its_pepper_lets_nobody_in_until_new_pins_are_given(tmp_path: Path) -> None:
    async def before(running: RunningHub) -> None:
        await give_pin(running)

    async def after(running: RunningHub) -> None:
        async with connected([running.url], COUNTER) as client:
            assert await refused(client.sign_in("a020", GOOD)) == ("pin_not_set", {"person": "a020"})

    hall(tmp_path, before)
    (tmp_path / "c.pepper").unlink()
    hall(tmp_path, after)


def test_the_supervisor_sees_since_when_an_open_counter_has_no_screen(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        await give_pin(running)
        async with connected([running.url], SUPERVISOR) as supervisor:
            await supervisor.sign_in("s01", GOOD)
            async with connected([running.url], COUNTER) as client:
                await client.sign_in("a020", GOOD)
                await client.ask(c.OpenCounter(20, "a020"))
                running.clock.pass_(seconds=40)
            await supervisor.until(
                lambda mirror: (
                    (view := mirror.get("counter/20", CounterView)) is not None
                    and view.away_since == running.clock.now()
                )
            )
            async with connected([running.url], COUNTER):
                await supervisor.until(
                    lambda mirror: (view := mirror.get("counter/20", CounterView)) is not None and not view.away_since
                )

    hall(tmp_path, journey)


def test_no_message_shows_its_pin_when_it_is_printed() -> None:
    messages = (SignIn("r", "a020", GOOD), ChangePin("r", GOOD, OTHER), SetPin("r", "a020", GOOD))
    for message in messages:
        assert not [pin for pin in (GOOD, OTHER) if pin in f"{message!r} {message}"]


def test_the_console_gives_a_pin_to_supervisors_alone(tmp_path: Path) -> None:
    async def journey(running: RunningHub) -> None:
        console = Hello((1, 1), DeviceRole.CONSOLE, "console")
        async with connected([running.url], console) as client:
            await client.set_pin("s01", OTHER)
            assert (await refused(client.set_pin("a020", OTHER)))[0] == "not_your_place"
            assert (await refused(client.set_pin("s01", "123456")))[0] == "pin_weak"
        async with connected([running.url], SUPERVISOR) as supervisor:
            assert not (await supervisor.sign_in("s01", OTHER)).change_pin

    hall(tmp_path, journey)
