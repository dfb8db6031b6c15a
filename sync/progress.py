"""How the way to the office stands: what waits, since when, how fast the line is, what the office put aside."""

from __future__ import annotations

from collections import deque
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from shared.domain.commands import PutAside, TellOfficeLine
from sync.exchange import Cursor, Parked
from sync.outbox import Outbox

MOST_TOLD = 20  # of those that the office put aside
PUSHES = 8  # batches of which the speed is told
LONGEST_REASON = 200  # characters


class Progress:
    """Told by whoever carries, asked by whoever shows. Nothing is decided by it."""

    def __init__(self, running: str = "") -> None:
        self.state = "offline"
        self.problem = ""
        self.notices = 0
        self.wanted = ""
        self._running = running
        self._outbox: Outbox | None = None
        self._heard_at: datetime | None = None
        self._parked: tuple[Parked, ...] | None = None  # None before the office has said
        self._put_aside: tuple[PutAside, ...] = ()
        self._put_aside_count = 0
        self.kept: Cursor | None = None
        self._pushes: deque[tuple[float, float, int]] = deque(maxlen=PUSHES)
        self._proved: date | None = None
        self._unlike: date | None = None
        self.proved_seq = 0  # the event up to which days were compared

    def follows(self, outbox: Outbox) -> None:
        """From now on it is told of this one."""
        self._outbox = outbox

    def heard(self, kept: Cursor | None = None) -> None:
        """The office answered. kept: where its cursor stands, with everything that it put aside."""
        self.state, self.problem, self._heard_at = "online", "", datetime.now(UTC)
        if kept is not None:
            if self.known_of(kept.incarnation) is None:
                self.proved_seq = 0
            self._parked, self.kept = kept.parked, kept

    def remembers(self, status: Status) -> None:
        """What was left by the run before, until the office answers: what it put aside, and how far it was."""
        self._heard_at, self.notices, self.wanted = status.line.heard_at, status.line.notices, status.line.wanted
        self._put_aside, self._put_aside_count = status.line.parked, status.line.parked_count
        self._proved, self._unlike = status.line.proved, status.line.unlike
        if status.incarnation:
            self.kept = Cursor(status.centre, status.incarnation, status.cursor, status.chain)
            self.proved_seq = status.proved_seq

    def known_of(self, incarnation: str) -> Cursor | None:
        """How far the office had a store when it answered last."""
        return self.kept if self.kept and self.kept.incarnation == incarnation else None

    def put_aside(self, parked: tuple[Parked, ...]) -> None:
        """More that the office put aside."""
        before = self._parked or ()
        known = {each.seq for each in before}
        self._parked = (*before, *(each for each in parked if each.seq not in known))

    def has(self, kept: Cursor) -> None:
        """How far the office has everything now."""
        if self.kept is None or self.kept.incarnation != kept.incarnation or self.kept.cursor <= kept.cursor:
            self.kept = kept

    def pushed(self, begun: float, ended: float, sent: int) -> None:
        """A batch was on its way between two moments of a clock. sent: bytes of bodies until then, of all batches."""
        self._pushes.append((begun, ended, sent))

    def proved(self, day: date, seq: int, *, same: bool) -> None:
        """Both ends were compared of a day, entity by entity, as it was after event `seq`."""
        self.proved_seq = max(seq, self.proved_seq)
        if same:
            self._proved = max(day, self._proved or day)
            self._unlike = None if self._unlike == day else self._unlike
        else:
            self._unlike = day

    def away(self, problem: str) -> None:
        self.state, self.problem = "offline", problem

    def stopped(self, problem: str) -> None:
        self.state, self.problem = "stopped", problem

    @property
    def put_aside_seqs(self) -> list[int]:
        """The events of what the office put aside, as far as it has said."""
        return sorted({each.seq for each in self._parked or ()})

    @property
    def speed(self) -> int:
        """Bytes a second while anything was on its way; 0 where nothing was yet."""
        if len(self._pushes) < 2:
            return 0
        (_, until, first), *rest = self._pushes
        busy = 0.0
        for begun, ended, _ in rest:
            busy += max(0.0, ended - max(begun, until))
            until = max(until, ended)
        return round((rest[-1][2] - first) / busy) if busy > 0 else 0

    @property
    def told(self) -> TellOfficeLine:
        """As the hub shows it."""
        outbox, parked = self._outbox, self._parked
        return TellOfficeLine(
            state=self.state,
            waiting=outbox.waiting if outbox else 0,
            more=outbox.is_behind if outbox else True,
            oldest=outbox.oldest if outbox else None,
            heard_at=self._heard_at,
            speed=self.speed,
            parked=self._put_aside if parked is None else tuple(_put_aside(each) for each in parked[:MOST_TOLD]),
            parked_count=self._put_aside_count if parked is None else len(parked),
            notices=self.notices,
            wanted=self.wanted,
            running=self._running,
            problem=self.problem[:LONGEST_REASON],
            proved=self._proved,
            unlike=self._unlike,
        )


def _put_aside(parked: Parked) -> PutAside:
    """By its ticket: 2026112300047 is ticket 47 of the 23rd."""
    digits = str(parked.ticket)
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 13 else ""
    return PutAside(parked.seq, digits[8:].lstrip("0") if day else digits, day, parked.reason[:LONGEST_REASON])


class Status(msgspec.Struct, frozen=True):
    """What `suyana sync` leaves for `suyana sync status`: when it was written, and by which process.

    cursor, chain: how far the office has the store of that incarnation, as it said last. proved_seq: up to which event
    of it days were compared.
    """

    written_at: datetime
    process: int
    centre: str
    office: str
    line: TellOfficeLine
    template: int = 0
    template_waits: int = 0
    appointments: int = 0
    incarnation: str = ""
    cursor: int = 0
    chain: str = ""
    proved_seq: int = 0


STATUS_FILE = "status.json"


def write_status(folder: Path, status: Status) -> None:
    """Whole or not at all. Raises OSError."""
    written = folder / f"{STATUS_FILE}.new"
    written.write_bytes(msgspec.json.encode(status))
    written.replace(folder / STATUS_FILE)


def read_status(folder: Path) -> Status | None:
    """What was left last, or None. Raises OSError, msgspec.DecodeError."""
    try:
        return msgspec.json.decode((folder / STATUS_FILE).read_bytes(), type=Status)
    except FileNotFoundError:
        return None
