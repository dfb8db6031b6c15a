"""What may be ordered, by the role of the device and the person at it. What is not said here is not allowed."""

from __future__ import annotations

from shared.domain import commands as c
from shared.domain.refusals import Code, Refusal
from shared.hub.presence import Presence
from shared.lan.messages import DeviceRole

_MAY: dict[DeviceRole, frozenset[type]] = {
    DeviceRole.KIOSK: frozenset(
        {
            c.IssueTicket,
            c.CheckIn,
            c.FindTicket,
            c.ChangeService,
            c.CancelTicket,
            c.RateVisit,
            c.TakeLetter,
            c.AskHelp,
            c.TellPrinter,
            c.MergeSpare,
        }
    ),
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
            c.ShowDocument,
            c.FinishAttention,
            c.MarkAbsent,
            c.HoldTicket,
            c.ResumeTicket,
            c.TransferTicket,
            c.PlanStops,
            c.Undo,
            c.ReturnTicket,
            c.NoteAttended,
        }
    ),
    DeviceRole.ORIENTATOR: frozenset(
        {
            c.IssueTicket,
            c.CheckIn,
            c.FindTicket,
            c.ChangeService,
            c.CancelTicket,
            c.ReturnTicket,
            c.EnterPaper,
            c.AnswerHelp,
        }
    ),
    DeviceRole.SUPERVISOR: frozenset(
        {
            c.OpenCounter,
            c.PauseCounter,
            c.CloseCounter,
            c.SuspendService,
            c.RestoreService,
            c.SetLastTicket,
            c.BeginInterruption,
            c.EndInterruption,
            c.NoteInterruption,
            c.WithdrawInterruption,
            c.CorrectServices,
            c.AnswerHelp,
            c.ReleaseTicket,
            c.CancelTicket,
            c.FindTicket,
            c.ChangeService,
            c.ReturnTicket,
            c.EnterPaper,
            c.NoteAttended,
            c.LoadAppointments,
            c.OpenDay,
            c.CloseDay,
            c.StartPairing,
            c.CancelPairing,
            c.RevokeDevice,
        }
    ),
    DeviceRole.BOARD: frozenset({c.NoteSpoken}),
    DeviceRole.SYNC: frozenset({c.LoadAppointments, c.TakeTemplate, c.TellOfficeLine}),
    DeviceRole.PAGES: frozenset(),
    DeviceRole.CONSOLE: frozenset(
        {
            c.LoadAppointments,
            c.StartPairing,
            c.CancelPairing,
            c.AdmitDevice,
            c.RevokeDevice,
            c.AskPersonal,
            c.ErasePersonal,
        }
    ),
}
MAY = {role: may | {c.ReportImpostor} for role, may in _MAY.items()}
"""Whoever looks for the hub may meet something that says it is one."""


def check(presence: Presence, command: c.Command, advisor: str = "") -> None:
    """Raises Refusal. A kiosk names a ticket by the token of its slip only, and excuses nobody from a document.

    A counter gives orders for itself only, by the advisor who sits at it: `advisor`, as the day has it.
    """
    hello = presence.hello
    own = getattr(command, "counter", hello.counter) == hello.counter
    if hello.role is DeviceRole.KIOSK:
        fields = ("ticket", "together_with", "excused", *(() if isinstance(command, c.MergeSpare) else ("number",)))
        own = not any(getattr(command, field, "") for field in fields)
    elif hello.role is not DeviceRole.COUNTER:
        own = True
    if type(command) not in MAY[hello.role] or not own:
        tag = str(type(command).__struct_config__.tag)
        raise Refusal(Code.NOT_ALLOWED, command=tag, role=hello.role.value)
    if not isinstance(command, c.ReportImpostor):
        presence.must_be_complete()
    if hello.role is DeviceRole.COUNTER:
        _must_be_own(presence, command, advisor)


def _must_be_own(presence: Presence, command: c.Command, advisor: str) -> None:
    """Nobody acts in the name of another advisor."""
    if isinstance(command, c.OpenCounter):
        if not presence.is_person(command.advisor):
            raise Refusal(Code.NOT_YOUR_PLACE, person=command.advisor[:64], role=presence.hello.role.value)
    elif advisor and not presence.is_person(advisor):
        raise Refusal(Code.COUNTER_TAKEN, counter=presence.hello.counter, advisor=advisor)
