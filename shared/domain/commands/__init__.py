"""Every order a person or a device can give. A command is decided by `Centre` or `Day`; what follows are events.

These declarations are the wire format too: `{"type": "issue_ticket", "service": "PJ01"}`.
"""

from __future__ import annotations

from shared.domain.commands.attention import (
    HOLD_REASONS as HOLD_REASONS,
    LONGEST_NOTE as LONGEST_NOTE,
    MOST_STOPS as MOST_STOPS,
    CallNext as CallNext,
    CallTicket as CallTicket,
    CodeServices as CodeServices,
    FinishAttention as FinishAttention,
    HoldTicket as HoldTicket,
    MarkAbsent as MarkAbsent,
    PlanStops as PlanStops,
    Recall as Recall,
    ResumeTicket as ResumeTicket,
    ShowDocument as ShowDocument,
    StartAttention as StartAttention,
    TransferTicket as TransferTicket,
    Undo as Undo,
)
from shared.domain.commands.call import NoteSpoken as NoteSpoken
from shared.domain.commands.centre import (
    ChangeCatalogue as ChangeCatalogue,
    LoadAppointments as LoadAppointments,
    NoteClockStep as NoteClockStep,
)
from shared.domain.commands.correction import CorrectServices as CorrectServices
from shared.domain.commands.counter import (
    PAUSE_REASONS as PAUSE_REASONS,
    CloseCounter as CloseCounter,
    OpenCounter as OpenCounter,
    PauseCounter as PauseCounter,
)
from shared.domain.commands.day import (
    CloseDay as CloseDay,
    OpenDay as OpenDay,
    PassTime as PassTime,
    RestoreService as RestoreService,
    SetLastTicket as SetLastTicket,
    SuspendService as SuspendService,
)
from shared.domain.commands.device import (
    AdmitDevice as AdmitDevice,
    CancelPairing as CancelPairing,
    ReportImpostor as ReportImpostor,
    RevokeDevice as RevokeDevice,
    StartPairing as StartPairing,
)
from shared.domain.commands.help import (
    AnswerHelp as AnswerHelp,
    AskHelp as AskHelp,
)
from shared.domain.commands.interruption import (
    INTERRUPTION_REASONS as INTERRUPTION_REASONS,
    BeginInterruption as BeginInterruption,
    EndInterruption as EndInterruption,
    NoteInterruption as NoteInterruption,
    WithdrawInterruption as WithdrawInterruption,
)
from shared.domain.commands.office import (
    PutAside as PutAside,
    TakeTemplate as TakeTemplate,
    TellOfficeLine as TellOfficeLine,
)
from shared.domain.commands.opinion import RateVisit as RateVisit
from shared.domain.commands.order import (
    Actor as Actor,
    Order as Order,
)
from shared.domain.commands.personal import AskPersonal as AskPersonal, ErasePersonal as ErasePersonal
from shared.domain.commands.printer import TellPrinter as TellPrinter
from shared.domain.commands.spare import (
    MOST_PAPER as MOST_PAPER,
    EnterPaper as EnterPaper,
    MergeSpare as MergeSpare,
    NoteAttended as NoteAttended,
    TakeLetter as TakeLetter,
)
from shared.domain.commands.ticket import (
    CancelTicket as CancelTicket,
    ChangeService as ChangeService,
    CheckIn as CheckIn,
    FindTicket as FindTicket,
    IssueTicket as IssueTicket,
    ReleaseTicket as ReleaseTicket,
    ReturnTicket as ReturnTicket,
)

Command = (
    IssueTicket
    | CheckIn
    | LoadAppointments
    | TakeTemplate
    | TellOfficeLine
    | CallNext
    | CallTicket
    | Recall
    | NoteSpoken
    | StartAttention
    | CodeServices
    | ShowDocument
    | AskPersonal
    | ErasePersonal
    | FinishAttention
    | MarkAbsent
    | HoldTicket
    | ResumeTicket
    | TransferTicket
    | PlanStops
    | Undo
    | ReturnTicket
    | ChangeService
    | FindTicket
    | RateVisit
    | PassTime
    | CancelTicket
    | ReleaseTicket
    | OpenCounter
    | PauseCounter
    | CloseCounter
    | SuspendService
    | RestoreService
    | SetLastTicket
    | BeginInterruption
    | EndInterruption
    | NoteInterruption
    | WithdrawInterruption
    | OpenDay
    | CloseDay
    | ChangeCatalogue
    | NoteClockStep
    | StartPairing
    | CancelPairing
    | AdmitDevice
    | RevokeDevice
    | ReportImpostor
    | TakeLetter
    | MergeSpare
    | EnterPaper
    | NoteAttended
    | CorrectServices
    | AskHelp
    | TellPrinter
    | AnswerHelp
)
