"""What a device may order, by its role. What is not said here is not allowed."""

from __future__ import annotations

from shared.domain import commands as c
from shared.domain.refusals import Code, Refusal
from shared.lan.messages import DeviceRole, Hello

MAY: dict[DeviceRole, frozenset[type]] = {
    DeviceRole.KIOSK: frozenset({c.IssueTicket}),
    DeviceRole.COUNTER: frozenset(
        {
            c.OpenCounter,
            c.PauseCounter,
            c.CloseCounter,
            c.CallNext,
            c.CallTicket,
            c.Recall,
            c.StartAttention,
            c.CodeServices,
            c.FinishAttention,
            c.MarkAbsent,
            c.HoldTicket,
            c.ResumeTicket,
            c.TransferTicket,
        }
    ),
    DeviceRole.ORIENTATOR: frozenset({c.IssueTicket, c.CancelTicket}),
    DeviceRole.SUPERVISOR: frozenset(
        {
            c.OpenCounter,
            c.PauseCounter,
            c.CloseCounter,
            c.SuspendService,
            c.RestoreService,
            c.SetLastTicket,
            c.ReleaseTicket,
            c.CancelTicket,
            c.OpenDay,
            c.CloseDay,
        }
    ),
    DeviceRole.BOARD: frozenset(),
    DeviceRole.SYNC: frozenset(),
}


def check(hello: Hello, command: c.Command) -> None:
    """Raises Refusal. A counter gives orders for itself only."""
    own = getattr(command, "counter", hello.counter) == hello.counter
    if type(command) not in MAY[hello.role] or (hello.role is DeviceRole.COUNTER and not own):
        tag = str(type(command).__struct_config__.tag)
        raise Refusal(Code.NOT_ALLOWED, command=tag, role=hello.role.value)
