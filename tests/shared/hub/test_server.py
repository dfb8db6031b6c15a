"""Who is connected, and what is said to whom, over real sockets."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec
import pytest
from websockets.asyncio.client import ClientConnection

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.lan.client import HubRefused
from shared.lan.messages import MAX_FRAME, DeviceRole, FromHub, Problem, Receipt, Refused, Welcome, encode, from_hub
from shared.lan.mirror import Mirror
from shared.lan.views import CallView, CounterView, QueueView, ServiceView, Shown, WaitingView
from tests.fakes.identities import connected, line
from tests.fakes.running_hub import begun, hello


async def said(socket: ClientConnection, *frames: str) -> FromHub:
    for frame in frames:
        await socket.send(frame)
    return from_hub(await socket.recv())


@pytest.mark.parametrize(
    ("first", "problem"),
    [
        ("{", "the first message must be a hello: Input data was truncated"),
        ('{"type":"read_log","request":"r","after":0}', "the first message must be a hello"),
        (
            '{"type":"hello","protocol":[2,3],"role":"kiosk","device":"k"}',
            "this hub speaks protocol 1; the client speaks 2 to 3",
        ),
        (
            '{"type":"hello","protocol":[1,1],"role":"counter","device":"c","counter":99}',
            "counter 99 is not in the catalogue of region-sur",
        ),
        (
            '{"type":"hello","protocol":[1,1],"role":"mayor","device":"c"}',
            "the first message must be a hello: Invalid enum value 'mayor' - at `$.role`",
        ),
    ],
)
def test_a_client_that_is_not_welcome_is_told_why(
    first: str, problem: str, tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, line(running.url) as socket:
            assert await said(socket, first) == Problem(problem)
            await asyncio.wait_for(socket.wait_closed(), 2)

    asyncio.run(journey())


@pytest.mark.parametrize(
    "frame",
    [
        "{",
        "[]",
        '{"type":"dance"}',
        '{"type":"command","request":"r1","command":{"type":"issue_ticket","service":5}}',
        '{"type":"command","request":"r1","command":{"type":"issue_ticket","servce":"PJ01"}}',
        '{"type":"command","request":"","command":{"type":"issue_ticket","service":"PJ01"}}',
    ],
)
def test_a_message_that_is_none_is_answered_and_the_link_goes_on(
    frame: str, tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, line(running.url) as socket:
            assert isinstance(await said(socket, encode(hello(DeviceRole.KIOSK))), Welcome)
            problem = await said(socket, frame)
            assert isinstance(problem, Problem)
            assert problem.request == ("r1" if '"r1"' in frame else "")
            ask = '{"type":"command","request":"r2","command":{"type":"issue_ticket","service":"PJ01"}}'
            await socket.send(ask)
            while not isinstance(answer := from_hub(await socket.recv()), Problem) and not hasattr(answer, "result"):
                pass
            assert isinstance(answer.result, Receipt)  # type: ignore[union-attr]

    asyncio.run(journey())


def test_a_frame_too_large_ends_the_link(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, line(running.url) as socket:
            assert isinstance(await said(socket, encode(hello(DeviceRole.KIOSK))), Welcome)
            await socket.send("x" * (MAX_FRAME + 1))
            await asyncio.wait_for(socket.wait_closed(), 2)
            assert socket.close_code == 1009

    asyncio.run(journey())


ORDERS: dict[type, c.Command] = {
    type(command): command
    for command in (
        c.IssueTicket("PJ01"),
        c.CallNext(20),
        c.CallTicket(20, 1),
        c.Recall(20),
        c.StartAttention(20),
        c.CodeServices(20, ()),
        c.FinishAttention(20),
        c.MarkAbsent(20),
        c.HoldTicket(20, "form"),
        c.ResumeTicket(20, 1),
        c.TransferTicket(20, "BN"),
        c.PlanStops(20, ()),
        c.Undo(20),
        c.ReturnTicket(1),
        c.ChangeService("PJ01", ticket=1),
        c.FindTicket("PJ 001"),
        c.CheckIn("C1234"),
        c.LoadAppointments(()),
        c.PassTime(),
        c.CancelTicket(1),
        c.ReleaseTicket(1),
        c.OpenCounter(20, "nobody"),
        c.PauseCounter(20, "lunch"),
        c.CloseCounter(20),
        c.SuspendService("PJ01"),
        c.RestoreService("PJ01"),
        c.CloseDay(),
        c.NoteClockStep(1.0),
    )
}
ALLOWED = {
    DeviceRole.BOARD: set(),
    DeviceRole.SYNC: {c.LoadAppointments},
    DeviceRole.KIOSK: {c.IssueTicket, c.CheckIn},
    DeviceRole.ORIENTATOR: {c.IssueTicket, c.CheckIn, c.FindTicket, c.ChangeService, c.CancelTicket, c.ReturnTicket},
}


@pytest.mark.parametrize("role", ALLOWED)
def test_a_role_gives_its_own_orders_and_no_other(role: DeviceRole, tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, connected([running.url], hello(role)) as client:
            refused = set()
            for kind, command in ORDERS.items():
                try:
                    await client.ask(command)
                except HubRefused as no:
                    if no.refused.code == "not_allowed":
                        refused.add(kind)
            assert set(ORDERS) - refused == ALLOWED[role]

    asyncio.run(journey())


def test_a_counter_gives_orders_for_itself_only(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.COUNTER, counter=20)) as client,
        ):
            with pytest.raises(HubRefused) as no:
                await client.ask(c.OpenCounter(21, region_sur.advisors[0].id))
            assert no.value.refused.code == "not_allowed"

    asyncio.run(journey())


def test_only_sync_reads_the_log(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            async with connected([running.url], hello(DeviceRole.SYNC)) as sync:
                assert (await sync.read_log(0)).last == running.hub.seq
            async with connected([running.url], hello(DeviceRole.BOARD)) as board:
                with pytest.raises(HubRefused):
                    await board.read_log(0)

    asyncio.run(journey())


def test_a_board_hears_every_call_of_its_zone_and_no_other(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.BOARD, zone="1")) as near,
            connected([running.url], hello(DeviceRole.BOARD, "board-2", zone="2")) as far,
        ):
            await staffed(running.hub, 20)
            await running.hub.handle("i", c.IssueTicket("PJ01"), c.Actor("kiosk-1"))
            await running.hub.handle("n", c.CallNext(20), c.Actor("counter-20"))
            running.clock.pass_(seconds=10)
            await running.hub.handle("r", c.Recall(20), c.Actor("counter-20"))
            await near.until(lambda mirror: len(list(mirror.all(CallView))) == 2)
            calls = sorted(near.mirror.all(CallView), key=lambda call: call.call)
            assert [(call.call, call.number, call.counter, call.recall) for call in calls] == [
                (1, "PJ 001", 20, False),
                (2, "PJ 001", 20, True),
            ]
            await far.beyond(0)
            assert not list(far.mirror.all(CallView))

    asyncio.run(journey())


async def staffed(hub: object, *counters: int) -> None:
    for counter in counters:
        await hub.handle(f"open-{counter}", c.OpenCounter(counter, f"a{counter:03d}"), c.Actor("x"))  # type: ignore[attr-defined]


KEPT_FROM_A_BOARD = ("service/", "waiting/", "held/", "counter/")


def test_a_board_is_never_sent_services_tickets_or_tokens(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, line(running.url) as socket:
            await socket.send(encode(hello(DeviceRole.BOARD)))
            frames = [await socket.recv()]
            await staffed(running.hub, 20)
            answer = await running.hub.handle("i", c.IssueTicket("PJ01"), c.Actor("kiosk-1"))
            await running.hub.handle("n", c.CallNext(20), c.Actor("counter-20"))
            while '"call/1"' not in frames[-1]:
                frames.append(await socket.recv())
            assert isinstance(answer.result, Receipt)
            for frame in frames:
                views = msgspec.json.decode(frame)
                keys = views.get("snapshot", views.get("set", {}))
                assert not [key for key in keys if key.startswith(KEPT_FROM_A_BOARD)]
                assert answer.result.token not in frame
                assert str(answer.result.ticket) not in frame
            assert '"advisors":[]' in frames[0]

    asyncio.run(journey())


def test_changes_add_up_to_what_a_fresh_snapshot_shows(tmp_path: Path, region_sur: Catalogue) -> None:
    """For every role, after a busy quarter of an hour: nothing was forgotten when views were carried over."""

    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            roles = [
                hello(DeviceRole.KIOSK),
                hello(DeviceRole.COUNTER, counter=20),
                hello(DeviceRole.COUNTER, counter=3),
                hello(DeviceRole.BOARD, zone="1"),
                hello(DeviceRole.SUPERVISOR),
                hello(DeviceRole.ORIENTATOR),
            ]
            clients = [await _connected(running.url, role) for role in roles]
            await busy(running)
            running.desk.time_passed()
            for role, client in zip(roles, clients, strict=True):
                await client.until(lambda mirror: mirror.seq == running.hub.seq)
                await asyncio.sleep(0)
                async with connected([running.url], role) as fresh:
                    await client.until(_shows(fresh.mirror.views))
                await client.close()

    asyncio.run(journey())


def _shows(views: dict[str, Shown]) -> object:
    def condition(mirror: Mirror) -> bool:
        return mirror.views == views

    return condition


async def _connected(url: str, role: object) -> object:
    from tests.fakes.identities import connect as connect_client

    return await connect_client([url], role)  # type: ignore[arg-type]


async def busy(running: object) -> None:
    hub, clock = running.hub, running.clock  # type: ignore[attr-defined]
    by = c.Actor("test")
    await staffed(hub, 3, 20, 21)
    for i in range(12):
        clock.pass_(seconds=40)
        order = c.IssueTicket("PJ01", pay_first=i % 3 == 0, preferential=i % 4 == 0)
        await hub.handle(f"i{i}", order, by)
    script: list[c.Command] = [
        c.CallNext(3),
        c.StartAttention(3),
        c.CallNext(20),
        c.Recall(20),
        c.StartAttention(20),
        c.CodeServices(20, ("PJ01", "PJ02")),
        c.CallNext(20, finish=True),
        c.Recall(20),
        c.MarkAbsent(20),
        c.CallNext(20),
        c.StartAttention(20),
        c.HoldTicket(20, "form"),
        c.FinishAttention(3),
        c.CallNext(21),
        c.StartAttention(21),
        c.TransferTicket(21, "BN", "BN01"),
        c.SuspendService("PJ02"),
        c.PauseCounter(21, "lunch"),
    ]
    for i, command in enumerate(script):
        clock.pass_(seconds=30)
        await hub.handle(f"s{i}", command, by)


def test_a_counter_sees_its_own_lines_and_its_own_day(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            await busy(running)
            async with connected([running.url], hello(DeviceRole.COUNTER, counter=20)) as client:
                assert {view.queue for view in client.mirror.all(WaitingView)} == {"PJ"}
                assert [view.prefix for view in client.mirror.all(QueueView)] == ["PJ"]
                own = client.mirror.get("counter", CounterView)
                assert own is not None
                assert (own.figures.finished, own.figures.absent) == (1, 1)
            async with connected([running.url], hello(DeviceRole.KIOSK)) as kiosk:
                suspended = kiosk.mirror.get("service/PJ02", ServiceView)
                assert suspended is not None
                assert suspended.state == "suspended"

    asyncio.run(journey())


def test_a_refusal_names_its_code_and_parameters(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            with pytest.raises(HubRefused) as no:
                await kiosk.ask(c.IssueTicket("XX99"), "r9")
            assert no.value.refused == Refused("r9", "unknown_service", {"service": "XX99"})

    asyncio.run(journey())
