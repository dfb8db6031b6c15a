"""Document numbers at a real hub: who sees them, where they are, and that nothing is left of them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.personal import AskedFor, Asking, DocumentKind, Keeping, Personal, PersonDocument
from shared.domain.refusals import Code, Refusal
from shared.lan.client import HubRefused
from shared.lan.messages import DeviceRole, DocumentShown, Receipt
from shared.lan.mirror import Mirror
from shared.lan.views import CounterView
from tests.fakes.identities import connected
from tests.fakes.running_hub import RunningHub, begun, hello

NUMBER, OTHER = "00471183", "44120099"
BY = c.Actor("kiosk-1")
REQUESTS = count()


def run(journey: Coroutine[object, object, None]) -> None:
    asyncio.run(journey)


@pytest.fixture
def asking(region_sur: Catalogue) -> Catalogue:
    told = Personal("PCM", "RNPDP 1", "Orientación", "2026-11")
    return replace(region_sur, document=AskedFor(Asking.OPTIONAL, "Para ubicar su expediente"), personal=told)


def issue(number: str = NUMBER, service: str = "PJ02") -> c.IssueTicket:
    return c.IssueTicket(service, document=PersonDocument(DocumentKind.DNI, number, "2026-11"))


async def order(running: RunningHub, *commands: c.Command) -> object:
    for command in commands:
        running.clock.pass_(seconds=20)
        answer = await running.hub.handle(f"r-{next(REQUESTS)}", command, BY)
    return answer.result


async def time_passes(running: RunningHub, minutes: float) -> None:
    running.clock.pass_(minutes=minutes)
    await running.hub.tick()


async def sealed(running: RunningHub) -> list[tuple[int, int, str, bytes]]:
    return await asyncio.wrap_future(running.hub.in_store(lambda event_log: event_log.sealed()))


async def number_at_counter(running: RunningHub) -> str:
    shown = await order(running, c.ShowDocument(20))
    assert isinstance(shown, DocumentShown)
    return shown.number


def attends_somebody_with_a_document(mirror: Mirror) -> bool:
    view = mirror.get("counter", CounterView)
    return view is not None and view.attention is not None and view.attention.document


def absent() -> list[c.Command]:
    """Called as often as this centre wants, and not there."""
    return [c.Recall(20), c.MarkAbsent(20)]


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_only_the_advisor_who_attends_sees_it_and_each_look_is_noted(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", asking) as running,
            connected([running.url], hello(DeviceRole.COUNTER, counter=20)) as counter,
            connected([running.url], hello(DeviceRole.COUNTER, counter=21)) as neighbour,
            connected([running.url], hello(DeviceRole.SUPERVISOR)) as supervisor,
        ):
            await order(running, issue(), c.OpenCounter(20, "a020"), c.OpenCounter(21, "a021"), c.CallNext(20))
            await order(running, c.StartAttention(20))
            await counter.until(attends_somebody_with_a_document)
            shown = await counter.ask(c.ShowDocument(20), "look-1")
            assert isinstance(shown.result, DocumentShown)
            assert (shown.result.kind, shown.result.number) == ("dni", NUMBER)
            for other, command in ((neighbour, c.ShowDocument(21)), (neighbour, c.ShowDocument(20))):
                with pytest.raises(HubRefused):
                    await other.ask(command)
            with pytest.raises(HubRefused):
                await supervisor.ask(c.ShowDocument(20))
            for client in (counter, neighbour, supervisor):
                assert NUMBER not in str(client.mirror.views)
            await order(running, c.FinishAttention(20))
            again = await counter.ask(c.ShowDocument(20), "look-1")
            assert again.result == DocumentShown(shown.result.ticket)
            log = await running.hub.read_log(0, 100, whole_day=False)
            looks = [recorded for recorded, _ in log if isinstance(recorded.event, e.DocumentSeen)]
            assert [(r.event.counter, r.event.advisor) for r in looks if isinstance(r.event, e.DocumentSeen)] == [
                (20, "a020")
            ]

    run(journey())


@pytest.mark.parametrize("kept", list(Keeping))
def test_it_is_nowhere_in_clear_and_gone_at_the_end(tmp_path: Path, asking: Catalogue, kept: Keeping) -> None:
    async def journey() -> None:
        centre = replace(asking, personal=replace(asking.personal, keep_document=kept))
        async with begun(tmp_path / "c.sqlite", centre) as running:
            await order(running, issue(), c.OpenCounter(20, "a020"), c.CallNext(20), c.StartAttention(20))
            await order(running, c.ShowDocument(20))
            assert NUMBER.encode() not in on_disk(tmp_path)
            await order(running, c.FinishAttention(20))
            (ticket,) = running.hub.committed.day.tickets if running.hub.committed.day else ()
            await time_passes(running, minutes=2)
            number = running.hub._confidant.document(ticket)[1]
            assert len(await sealed(running)) == (1 if kept is Keeping.DAY else 0)
            assert number == (NUMBER if kept is Keeping.DAY else "")
            key = running.hub._confidant.key
            assert key.hex().encode() in on_disk(tmp_path)
            await order(running, c.CloseDay())
            assert running.hub._confidant.document(ticket) == ("", "")
        assert key.hex().encode() not in on_disk(tmp_path)
        assert key not in on_disk(tmp_path)
        assert NUMBER.encode() not in on_disk(tmp_path)

    run(journey())


def test_a_finish_that_is_undone_has_the_number_still_and_one_that_stands_has_not(
    tmp_path: Path, asking: Catalogue
) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", asking) as running:
            await order(running, issue(), c.OpenCounter(20, "a020"), c.CallNext(20), c.StartAttention(20))
            await order(running, c.FinishAttention(20))
            await running.hub.tick()
            await order(running, c.Undo(20))
            await time_passes(running, minutes=5)
            assert await number_at_counter(running) == NUMBER
            await order(running, c.FinishAttention(20))
            await time_passes(running, minutes=2)
            assert await sealed(running) == []

    run(journey())


def test_who_was_absent_and_comes_back_in_time_has_the_number_still(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        centre = replace(asking, calls=replace(asking.calls, grace_minutes=15, grace_tickets=0))
        async with begun(tmp_path / "c.sqlite", centre) as running:
            await order(running, issue(), c.OpenCounter(20, "a020"), c.CallNext(20))
            (ticket,) = running.hub.committed.day.tickets if running.hub.committed.day else ()
            await order(running, *absent())
            await time_passes(running, minutes=10)
            await order(running, c.ReturnTicket(ticket), c.CallNext(20), c.StartAttention(20))
            assert await number_at_counter(running) == NUMBER
        async with begun(tmp_path / "c.sqlite", centre) as running:
            await order(running, c.FinishAttention(20))
            await time_passes(running, minutes=2)
            assert await sealed(running) == []

    run(journey())


def test_who_was_absent_and_does_not_come_back_is_forgotten_when_the_grace_is_over(
    tmp_path: Path, asking: Catalogue
) -> None:
    async def journey() -> None:
        centre = replace(asking, calls=replace(asking.calls, grace_minutes=15, grace_tickets=0))
        async with begun(tmp_path / "c.sqlite", centre) as running:
            await order(running, issue(), c.OpenCounter(20, "a020"), c.CallNext(20), *absent())
            await time_passes(running, minutes=10)
            assert len(await sealed(running)) == 1
        running_clock = running.clock
        async with begun(tmp_path / "c.sqlite", centre, running_clock) as running:
            await time_passes(running, minutes=10)
            assert await sealed(running) == []

    run(journey())


def test_one_person_has_one_open_ticket_for_a_service_also_after_a_restart(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", asking) as running:
            first = await order(running, issue())
            assert isinstance(first, Receipt)
            await order(running, issue(OTHER), issue(service="PJ03"))
        async with begun(tmp_path / "c.sqlite", asking) as running:
            with pytest.raises(Refusal) as no:
                await order(running, issue())
            assert no.value.code is Code.ALREADY_HAS_TICKET
            await order(running, c.CancelTicket(first.ticket), issue())

    run(journey())


def test_one_open_ticket_also_where_a_service_is_changed_or_somebody_comes_back(
    tmp_path: Path, asking: Catalogue
) -> None:
    async def journey() -> None:
        centre = replace(asking, personal=replace(asking.personal, keep_document=Keeping.DAY))
        async with begun(tmp_path / "c.sqlite", centre) as running:
            first = await order(running, issue())
            assert isinstance(first, Receipt)
            await order(running, c.OpenCounter(20, "a020"), c.CallNext(20))
            running.clock.pass_(seconds=300)
            await order(running, c.Recall(20))
            running.clock.pass_(seconds=300)
            await order(running, c.Recall(20))
            running.clock.pass_(seconds=120)
            await order(running, c.MarkAbsent(20), c.PauseCounter(20, "break"))
            again = await order(running, issue())
            other = await order(running, issue(service="PJ03"))
            stranger = await order(running, issue(OTHER, "PJ03"))
            assert isinstance(again, Receipt)
            assert isinstance(other, Receipt)
            assert isinstance(stranger, Receipt)
            for refused in (c.ReturnTicket(first.ticket), c.ChangeService("PJ02", ticket=other.ticket)):
                with pytest.raises(Refusal) as no:
                    await order(running, refused)
                assert no.value.code is Code.ALREADY_HAS_TICKET
            await order(running, c.ChangeService("PJ02", ticket=stranger.ticket), c.CancelTicket(again.ticket))
            await order(running, c.ReturnTicket(first.ticket))

    run(journey())


def test_the_same_request_with_another_persons_document_is_refused(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", asking) as running:
            first = await running.hub.handle("r1", issue(), BY)
            assert await running.hub.handle("r1", issue(), BY) == first
            assert await running.hub.handle("r1", c.IssueTicket("PJ02"), BY) == first, "as a device kept it on its disk"
            for other in (issue(OTHER), c.IssueTicket("PJ03")):
                with pytest.raises(Refusal) as no:
                    await running.hub.handle("r1", other, BY)
                assert no.value.code is Code.REQUEST_REUSED

    run(journey())


def test_the_key_of_a_day_that_is_not_open_does_not_outlive_a_crash(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", asking) as running:
            await order(running, issue())
            kept = running.hub._confidant._file.path.read_bytes()
            await order(running, c.CloseDay())
            running.hub._confidant._file.path.write_bytes(kept)  # as if the power had gone right after the commit
        async with begun(tmp_path / "c.sqlite", asking) as running:
            assert not running.hub._confidant._file.path.exists()

    run(journey())


def test_a_store_without_its_key_goes_on_and_shows_nothing(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", asking) as running:
            await order(running, issue())
            running.hub._confidant._file.destroy()
        async with begun(tmp_path / "c.sqlite", asking) as running:
            await order(running, c.OpenCounter(20, "a020"), c.CallNext(20), c.StartAttention(20))
            shown = await order(running, c.ShowDocument(20))
            assert isinstance(shown, DocumentShown)
            assert (shown.kind, shown.number) == ("", "")
            await order(running, issue())

    run(journey())


def test_a_kiosk_excuses_nobody(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        required = replace(asking, document=AskedFor(Asking.REQUIRED, "Para su expediente", "TUPA 12"))
        async with (
            begun(tmp_path / "c.sqlite", required) as running,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
            connected([running.url], hello(DeviceRole.ORIENTATOR)) as orientator,
        ):
            for command, code in (
                (c.IssueTicket("PJ02", excused=True), "not_allowed"),
                (c.IssueTicket("PJ02"), "document_required"),
            ):
                with pytest.raises(HubRefused) as no:
                    await kiosk.ask(command)
                assert no.value.refused.code == code
            await orientator.ask(c.IssueTicket("PJ02", excused=True))

    run(journey())
