"""People of the centre who want more than is theirs, and screens at which nobody has signed in."""

from __future__ import annotations

from collections.abc import AsyncIterator

from installers.demo.people import comes_in
from installers.faultlab.guarded_hall import Hall
from shared.domain import commands as c
from shared.domain.catalogue import Role
from shared.domain.roles import DeviceRole
from shared.hub.presence import WORKS_AT
from shared.lan.client import HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.views import QueueView, TicketView

Check = tuple[str, bool, int]
PLACES = {DeviceRole.COUNTER: 20, DeviceRole.ORIENTATOR: 0, DeviceRole.SUPERVISOR: 0}
OF_THE_QUEUE = (QueueView, TicketView)
REFUSED = ("not_allowed", "not_signed_in", "not_your_place", "wrong_pin", "pin_not_set", "request_reused")
OWN: dict[DeviceRole, tuple[c.Command, ...]] = {
    DeviceRole.COUNTER: (c.OpenCounter(20, "a020"), c.CallNext(20), c.PauseCounter(20, "lunch"), c.Undo(20)),
    DeviceRole.ORIENTATOR: (c.IssueTicket("PJ01"), c.FindTicket(number="PJ 001"), c.CheckIn("48213377")),
    DeviceRole.SUPERVISOR: (c.SuspendService("PJ01"), c.StartPairing(DeviceRole.KIOSK), c.RevokeDevice("kiosk-2")),
}
"""What each may order once somebody has signed in."""
TOO_MUCH: dict[DeviceRole, tuple[c.Command, ...]] = {
    DeviceRole.COUNTER: (
        c.OpenCounter(20, "a021"),
        c.OpenCounter(21, "a020"),
        c.CallNext(21),
        c.FinishAttention(21),
        c.ShowDocument(21),
        c.CorrectServices("PJ 001", ("PJ01",)),
        c.SuspendService("PJ01"),
        c.RevokeDevice("kiosk-2"),
    ),
    DeviceRole.ORIENTATOR: (
        c.CallNext(20),
        c.ShowDocument(20),
        c.SuspendService("PJ01"),
        c.StartPairing(DeviceRole.SUPERVISOR),
        c.RevokeDevice("kiosk-2"),
        c.CloseDay(),
    ),
    DeviceRole.SUPERVISOR: (
        c.AdmitDevice("kiosk-9", DeviceRole.SUPERVISOR, "ab" * 32),
        c.CallNext(20),
        c.ShowDocument(20),
        c.PassTime(),
        c.NoteClockStep(3600.0),
        c.TakeLetter(),
    ),
}
"""What each wants who has."""


async def insiders(hall: Hall, devices: dict[DeviceRole, Identity]) -> AsyncIterator[Check]:
    """`devices`: one of each of PLACES, which belong."""
    for role, identity in devices.items():
        said = Hello((PROTOCOL, PROTOCOL), role, identity.device, PLACES[role])
        async with connected([hall.url], said, identity) as line:
            shown = [key for key, view in line.mirror.views.items() if isinstance(view, OF_THE_QUEUE)]
            yield f"{role.value} without a person is shown the queue", bool(shown), 0
            for order in OWN[role]:
                yield f"{role.value} without a person orders {_name(order)}", await _done(line, order), 0
            for person in _others(hall, role):
                yield f"{person} sits down at the {role.value}", await _sits(line, person), 0
            await comes_in(line, _own(hall, role))
            for order in TOO_MUCH[role]:
                yield f"{role.value} with a person orders {_name(order)}", await _done(line, order), 0
            if role is DeviceRole.COUNTER:
                yield "an advisor gives somebody a PIN", await _gives_pin(line), 0


def _own(hall: Hall, role: DeviceRole) -> str:
    return "a020" if role is DeviceRole.COUNTER else _first(hall, Role(role.value))


def _others(hall: Hall, role: DeviceRole) -> list[str]:
    """One of each kind of people that this is no place for, and somebody whom nobody knows."""
    return [*(_first(hall, kind) for kind in Role if kind not in WORKS_AT[role]), "nobody"]


def _first(hall: Hall, kind: Role) -> str:
    return next((advisor.id for advisor in hall.catalogue.advisors if advisor.role is kind), "")


def _name(order: c.Command) -> str:
    return str(type(order).__struct_config__.tag)


async def _done(line: HubClient, order: c.Command) -> bool:
    """Anything but a no for want of the right would mean that the order was considered."""
    try:
        await line.ask(order)
    except HubRefused as refusal:
        return refusal.refused.code not in REFUSED
    return True


async def _sits(line: HubClient, person: str) -> bool:
    try:
        await comes_in(line, person)
    except HubRefused:
        return False
    return True


async def _gives_pin(line: HubClient) -> bool:
    try:
        await line.set_pin("a021", "918273")
    except HubRefused:
        return False
    return True
