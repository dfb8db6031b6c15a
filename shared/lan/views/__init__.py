"""What each role is shown: the values under the keys of a mirror. Computed by the hub (`shared/hub/views.py`).

key                 value           who gets it
catalogue           CatalogueView   all (without advisors for kiosk, board and pages)
hall                HallView        all
service/PJ01        ServiceView     kiosk, orientator, supervisor
counter             CounterView     counter (its own)
counter/20          CounterView     supervisor
waiting/2026112300047  WaitingView  counter (of its queues), supervisor
held/2026112300047  HeldView        counter (of its queues), supervisor
absent/2026112300047  AbsentView    counter (of its queues), supervisor, orientator
returning/2026112300047  ReturningView  supervisor
proof               ProofView       supervisor
passing/fault-3     PassingView     supervisor, the last RECENT_PASSINGS of the day
outlook/PJ          OutlookView     supervisor
interruption/2      InterruptionView  supervisor; counter, those that go on and touch it
queue/PJ            QueueView       board (of its zone), counter (its own queues), supervisor, orientator
person/a020         PersonView      supervisor, console
call/12             CallView        board (of its zone), the last RECENT_CALLS of the day
phone/9f86d0...     PhoneView       pages, by the first 32 hexadecimal digits of the SHA-256 of the slip's token
voice               VoiceView       board
help/kiosk-1        HelpView        kiosk, counter, orientator, supervisor
spare/3             SpareView       supervisor, the last RECENT_SPARES of the day
printer/kiosk-1     PrinterView     orientator, supervisor, console; those that need somebody
device/kiosk-1      DeviceView      supervisor, console
pairing             PairingView     supervisor, console; while there is one, and a while after
impostor/192.0.2.9:7171  ImpostorView  supervisor, console
alert/disk_full     AlertView       supervisor, console
from_office         FromOfficeView  supervisor, sync
office_line         OfficeLineView  supervisor, console; once sync has told of it
clock               ClockView       supervisor, console; while the clock of the hub's machine is wrong
"""

from __future__ import annotations

from shared.lan.views.call import (
    RECENT_CALLS as RECENT_CALLS,
    CallView as CallView,
    VoiceView as VoiceView,
)
from shared.lan.views.centre import (
    AlertView as AlertView,
    CatalogueView as CatalogueView,
    ClockView as ClockView,
    HallView as HallView,
    PersonView as PersonView,
)
from shared.lan.views.counter import (
    AttentionView as AttentionView,
    CounterView as CounterView,
    FiguresView as FiguresView,
    StopView as StopView,
    UndoView as UndoView,
)
from shared.lan.views.device import (
    DeviceView as DeviceView,
    ImpostorView as ImpostorView,
    PairingView as PairingView,
)
from shared.lan.views.help import HelpView as HelpView
from shared.lan.views.office import (
    FromOfficeView as FromOfficeView,
    OfficeLineView as OfficeLineView,
)
from shared.lan.views.phone import (
    PhoneView as PhoneView,
)
from shared.lan.views.printer import (
    PrinterView as PrinterView,
)
from shared.lan.views.proof import (
    RECENT_PASSINGS as RECENT_PASSINGS,
    PassingView as PassingView,
    ProofView as ProofView,
)
from shared.lan.views.queue import (
    InterruptionView as InterruptionView,
    OutlookView as OutlookView,
    QueueView as QueueView,
    ServiceView as ServiceView,
)
from shared.lan.views.shown import (
    Shown as Shown,
)
from shared.lan.views.ticket import (
    RECENT_SPARES as RECENT_SPARES,
    AbsentView as AbsentView,
    HeldView as HeldView,
    ReturningView as ReturningView,
    SpareView as SpareView,
    TicketView as TicketView,
    WaitingView as WaitingView,
)

View = (
    CatalogueView
    | HallView
    | ServiceView
    | AttentionView
    | CounterView
    | WaitingView
    | HeldView
    | AbsentView
    | ReturningView
    | QueueView
    | CallView
    | VoiceView
    | ProofView
    | PassingView
    | OutlookView
    | PersonView
    | InterruptionView
    | SpareView
    | HelpView
    | PhoneView
    | PrinterView
    | DeviceView
    | PairingView
    | ImpostorView
    | AlertView
    | ClockView
    | FromOfficeView
    | OfficeLineView
)
