"""One command at a time: decide, commit, then tell.

Orders are decided on `ahead`, the state in memory; the writer puts what they led to on disk, several in one flush;
only then is it applied to `committed`, from which every answer, view and snapshot is made. If a commit fails the hub
stops, and begins again from the log: there is nothing to undo.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import TypeVar

import msgspec

from shared.domain import commands as c, events as e, merging
from shared.domain.catalogue import Catalogue
from shared.domain.hall import Hall
from shared.domain.passing import pass_time
from shared.domain.personal import without_document
from shared.domain.refusals import Code, Refusal
from shared.domain.template import under
from shared.hub import answers
from shared.hub.clock import Clock, Doubt
from shared.hub.confidant import Confidant
from shared.hub.keeping import Keeper, Safety
from shared.lan.messages import Answer, DocumentShown, Receipt, Result
from shared.store import projections
from shared.store.day_figures import corrects, figures_written
from shared.store.day_key import DayKeyFile
from shared.store.event_log import ANSWERS_KEPT, Batch, EventLog, GivenAnswer, Identity
from shared.store.writer import Writer

log = logging.getLogger(__name__)

T = TypeVar("T")

HUB = c.Actor("hub")
CLOSES_AFTER = timedelta(hours=1)  # after the last closing hour: those inside are served first

GIVES_A_NUMBER = (c.IssueTicket, c.CheckIn, c.MergeSpare, c.EnterPaper)

Told = Callable[[list[e.Recorded]], None]
"""Is given the events of each group once it is committed and applied; called in the loop's thread."""


class Hub:
    """The gate of a centre: `handle` is the only way in which anything changes."""

    def __init__(
        self, event_log: EventLog, identity: Identity, clock: Clock, told: Told, safety: Safety | None = None
    ) -> None:
        """Begins from the log. Must be made inside a running event loop."""
        self.identity = identity
        self.clock = clock
        self.committed = Hall()
        self.seq = event_log.last_seq  # of the last committed event
        self.failed: asyncio.Future[Exception] = asyncio.get_running_loop().create_future()
        self._loop = asyncio.get_running_loop()
        self._told = told
        self._ahead = Hall()
        self._last_seq = event_log.last_seq  # of the last decided event
        self._last_at = event_log.last_time()
        self._doubted = Doubt.NONE
        self._file: Catalogue | None = None  # the centre file
        self._given = {given.request: given for given in event_log.answers()}
        self._open: dict[str, tuple[str, list[asyncio.Future[None]]]] = {}  # request: digest, who waits for the disk
        self._giving: dict[str, int] = {}  # request: the ticket that it gives, until it is on disk
        for recorded in event_log.for_start():
            self._ahead.apply(recorded.event, recorded.at)
            self.committed.apply(recorded.event, recorded.at)
        day = self.committed.day
        self._tokens: dict[str, int] = {}
        self._slip_keys: dict[int, str] = {}
        self._confidant = Confidant(DayKeyFile(event_log.store.path), day, event_log.sealed())
        self._writer = Writer(event_log, self._in_loop(self._on_disk), self._in_loop(self._give_up))
        self._writer.start()
        self.keeper = Keeper(event_log.store, identity, self._writer, safety or Safety(), self._give_up)
        self.keeper.start()
        if day is not None and not day.is_open:
            self.keeper.make_up_for(day.day, self.seq)

    def stop(self) -> None:
        """Put on disk what is decided, ship it, then end the writer."""
        self.keeper.ship_the_rest()
        self._writer.stop()
        self.keeper.stop()

    async def handle(self, request: str, command: c.Command, by: c.Actor, at: datetime | None = None) -> Answer:
        """Carry out an order, once however often it is sent. Returns when it is on disk. Raises Refusal."""
        digest = hashlib.sha256(msgspec.json.encode((by.device, without_document(command)))).hexdigest()
        if request not in self._given and request not in self._open:
            self._decide(request, digest, command, by, at or self.clock.now())
        if request in self._open:
            waits = self._loop.create_future()
            self._open[request][1].append(waits)
            await waits
        given = self._given[request]
        result: Result = msgspec.json.decode(given.answer, type=Result)
        if given.digest != digest or self._of_another(command, result):
            raise Refusal(Code.REQUEST_REUSED, request=request)
        return Answer(request, given.seq, self._told_in_full(result))

    def note(self, ticket: int, stop: int) -> str:
        """What one counter told the next of a ticket, or ""."""
        return self._confidant.note(ticket, stop)

    def slips(self, ticket: int) -> tuple[str, ...]:
        """By what the phone page knows a ticket: its own slip, and the one that a kiosk gave without the hub."""
        day, key = self.committed.day, self._confidant.key
        if not day or not key:
            return ()
        if ticket not in self._slip_keys:
            self._slip_keys[ticket] = answers.slip_key(answers.token_of(ticket, key))
        given = day.spares.tokens.items() if day.tickets[ticket].spare else ()
        return self._slip_keys[ticket], *(digest[: answers.SLIP_KEY] for digest, of in given if of == ticket)

    def _of_another(self, command: c.Command, result: Result) -> bool:
        """Whether this order has another person's document than the one that was answered: no digest knows it."""
        document = command.document if isinstance(command, c.IssueTicket) else None
        if document is None or not isinstance(result, Receipt):
            return False
        kept = self._confidant.document(result.ticket)
        return kept not in (("", ""), (document.kind.value, document.number))

    def _told_in_full(self, result: Result) -> Result:
        """An answer with what is never stored in it."""
        if isinstance(result, DocumentShown):
            return answers.with_document(result, self.committed.day, self._confidant.document)
        return answers.with_token(result, self._confidant.key)

    async def read_log(self, after: int, limit: int, *, whole_day: bool) -> list[tuple[e.Recorded, str]]:
        """Recorded events above `after`, each with its hash; with `whole_day`, all that a fold needs: see `ReadLog`."""

        def read(event_log: EventLog) -> list[tuple[e.Recorded, str]]:
            if whole_day:
                start = event_log.day_start(after)
                found = [*event_log.catalogue_before(start), *event_log.read(max(start - 1, 0), limit)]
            else:
                found = event_log.read(after, limit)
            return list(zip(found, event_log.hashes(recorded.seq for recorded in found), strict=True))

        return await asyncio.wrap_future(self._writer.call(read))

    async def name_advisors(self, names: dict[str, str]) -> None:
        """Keep the names of those who work here where people read the store: beside the log, which has none."""
        await asyncio.wrap_future(self._writer.call(lambda event_log: event_log.name_advisors(names)))

    def in_store(self, work: Callable[[EventLog], T]) -> Future[T]:
        """Have something done in the store's thread, after what is in line: for tables that are not the log's."""
        return self._writer.call(work)

    async def tick(self) -> None:
        """What time brings by itself: the day opens and closes, a step of the machine's clock is noted."""
        if step := self.clock.step():
            log.warning("the machine's clock stepped by %.0f s", step)
            await self.order(c.NoteClockStep(round(step, 3)))
        day = self.committed.day
        if day is None or not day.is_open:
            self.clock.follow(self._last_at)
        self._tell_doubt()
        if self.committed.centre.has_catalogue:
            if self._something_is_due(self.clock.now()):
                await self.order(c.PassTime())
            await self._open_and_close()
        if gone := self._confidant.ended(self._ahead, self.clock.now()):
            self._writer.call(lambda event_log: event_log.forget_sealed(gone))

    async def _open_and_close(self) -> None:
        """Each on its own time: a day that a dead hub left open ends when it should have, not when the hub is back."""
        day = self.committed.day
        if day is not None and day.is_open and (ends := self._ends(day.day)) <= self.clock.now():
            with suppress(Refusal):  # somebody closed the day in this same moment
                await self.order(c.CloseDay(), max(ends, self._last_at) if self._last_at else ends)
            self.clock.follow(self._last_at)
        await self._take_up_template()
        day = self.committed.day
        if (day is None or not day.is_open) and self.doubt in (Doubt.NONE, Doubt.DIFFERS):
            for command in self._due(self.clock.now()):
                with suppress(Refusal):
                    await self.order(command)

    async def use_centre_file(self, catalogue: Catalogue) -> bool:
        """Put the centre file in force, with what of the office's catalogue is. Returns whether it was another one.

        Raises Refusal when the open day depends on what it lacks.
        """
        self._file = catalogue
        known = self.committed.centre.templates
        whole = under(catalogue, known.in_force) if known.in_force else catalogue
        if self.committed.centre.has_catalogue and self.committed.centre.catalogue.fingerprint == whole.fingerprint:
            return False
        version, digest = (known.version, known.digest) if known.in_force else (0, "")
        await self.order(c.ChangeCatalogue(whole, version, digest))
        return True

    async def _take_up_template(self) -> None:
        """What the office's catalogue changes is changed between two days, not among those who wait."""
        centre, day = self.committed.centre, self.committed.day
        waiting = centre.templates.waiting
        today = self.clock.now().astimezone(centre.catalogue.timezone).date()
        if waiting is None or self._file is None or (day and day.is_open) or (waiting.since and today < waiting.since):
            return
        whole = under(self._file, waiting.template)
        await self.order(c.ChangeCatalogue(whole, waiting.version, waiting.digest))
        log.info("the office's catalogue %d is in force", waiting.version)

    def look_after_the_store(self) -> None:
        """To be called every second or so: room on its disk, whether it is there, the copy of the night."""
        day = self.committed.day
        today = self.clock.now().astimezone(self.committed.centre.catalogue.timezone).date() if day else None
        self.keeper.look(today if day and not day.is_open else None)

    @property
    def doubt(self) -> Doubt:
        """What is wrong with the machine's clock."""
        return self.clock.doubt(self._last_at)

    def _tell_doubt(self) -> None:
        doubt = self.doubt
        if doubt is not self._doubted and doubt is not Doubt.NONE:
            now = f"{self.clock.now():%Y-%m-%d %H:%M} UTC"
            log.warning("the machine's clock is wrong (%s), set it; the centre's time is %s", doubt.value, now)
        self._doubted = doubt

    def _ends(self, day: date) -> datetime:
        """When a day closes by itself: an hour after its last entity, at midnight where none attends."""
        catalogue = self.committed.centre.catalogue
        span = catalogue.day_span(day)
        midnight = datetime.combine(day + timedelta(days=1), time.min, catalogue.timezone)
        return span[1] + CLOSES_AFTER if span else midnight

    def _something_is_due(self, now: datetime) -> bool:
        day = self.committed.day
        return day is not None and day.is_open and bool(pass_time(self.committed.centre.catalogue, day, now))

    def _due(self, now: datetime) -> list[c.Command]:
        """The opening of a day, while its hours last."""
        catalogue = self.committed.centre.catalogue
        today = now.astimezone(catalogue.timezone).date()
        span, last = catalogue.day_span(today), self.committed.centre.last_day
        if span and span[0] <= now < span[1] and (last is None or today > last):
            return [c.OpenDay(today)]
        return []

    async def order(self, command: c.Command, at: datetime | None = None) -> None:
        """An order of the hub itself, now or at a time since the last event. Raises Refusal."""
        await self.handle(f"hub-{secrets.token_hex(8)}", command, HUB, at)

    def _decide(self, request: str, digest: str, command: c.Command, by: c.Actor, at: datetime) -> None:
        """Decide on the state in memory and hand it to the writer. Raises Refusal, with nothing changed."""
        command = self._named(command, request, by)
        same_person = self._confidant.same_person(command)
        if self.keeper.room.is_full and isinstance(command, GIVES_A_NUMBER):
            raise Refusal(Code.DISK_FULL)
        facts = self._ahead.decide(command, at, same_person)
        try:
            batch = self._batch(request, digest, command, facts, at, by)
        except Exception as error:  # memory is ahead of the log now, as after a failed commit
            self._give_up(error)
            raise
        self._open[request] = digest, []
        self._writer.write(batch)

    def _named(self, command: c.Command, request: str, by: c.Actor) -> c.Command:
        """The order with what only the hub knows: the ticket of a token or of a request, the device. Raises Refusal."""
        if isinstance(command, c.TakeLetter):
            return c.TakeLetter(command.letter, by.device)
        if isinstance(command, c.AskHelp):
            return c.AskHelp(by.device)
        if isinstance(command, c.MergeSpare):
            merging.own_letter(self._ahead.centre, by.device, command)
            return merging.with_ticket(command, self._given_for(command.first))
        if self._ahead.day and request in self._ahead.day.spares.first:  # it comes late: its citizen has a spare number
            raise Refusal(Code.SPARE_GIVEN, number=self._ahead.day.spares.first[request])
        token = getattr(command, "token", "")
        if not token:
            return command
        day = self._ahead.day
        key = self._confidant.key
        for ticket in list(day.tickets)[len(self._tokens) :] if day and key else ():
            self._tokens[answers.token_of(ticket, key)] = ticket
        ticket = self._tokens.get(token, 0)
        if day and not ticket:  # the slip of a spare number has a token that the kiosk made
            ticket = day.spares.tokens.get(hashlib.sha256(token.encode()).hexdigest(), 0)
        if not ticket:
            raise Refusal(Code.UNKNOWN_CODE)
        return msgspec.structs.replace(command, token="", ticket=ticket)

    def _given_for(self, request: str) -> int:
        """The ticket that a request was answered with, or will be; 0 for none."""
        if request in self._giving:
            return self._giving[request]
        given = self._given.get(request)
        answer = msgspec.json.decode(given.answer, type=Result) if given else None
        return answer.ticket if isinstance(answer, Receipt) else 0

    def _batch(
        self, request: str, digest: str, command: c.Command, facts: list[e.Event], at: datetime, by: c.Actor
    ) -> Batch:
        """Apply what was decided, and gather all that is written of it."""
        recorded: list[e.Recorded] = []
        statements: list[projections.Statement] = []
        for fact in facts:
            self._ahead.apply(fact, at)
            statements += projections.rows(fact, self._ahead.day, at)
            self._day_turns(fact)
            statements += self._confidant.rows(fact, command)
            statements += figures_written(fact, self._ahead)
            self._last_seq += 1
            recorded.append(self._recorded(fact, at, by))
        result = answers.result(self._ahead, command, facts)
        if isinstance(result, Receipt):
            self._giving[request] = result.ticket
        given = GivenAnswer(request, at, digest, self._last_seq, msgspec.json.encode(result))
        return Batch(tuple(recorded), tuple(statements), given)

    def _recorded(self, fact: e.Event, at: datetime, by: c.Actor) -> e.Recorded:
        self._last_at = at
        day = self._ahead.day
        of: date | None = None if isinstance(fact, e.CentreEvent) or day is None else day.day
        return e.Recorded(self._last_seq, at, of, self.identity.epoch, by.device, by.person, fact)

    def _day_turns(self, fact: e.Event) -> None:
        """The secret of a day lives as long as the day is open."""
        if isinstance(fact, e.DayOpened):
            self._confidant.opens(fact.day)
        if isinstance(fact, e.DayClosed):
            self._confidant.closes()
        if isinstance(fact, e.DayOpened | e.DayClosed):
            self._tokens, self._slip_keys = {}, {}

    def _on_disk(self, group: list[Batch]) -> None:
        events = [recorded for batch in group for recorded in batch.events]
        for recorded in events:
            self.committed.apply(recorded.event, recorded.at)
            self.seq = recorded.seq
        for batch in group:
            if batch.answer:
                self._answered(batch.answer)
        self._loop.call_soon(self._afterwards, events)  # after the answers: whoever waits for one goes first

    def _answered(self, given: GivenAnswer) -> None:
        self._given[given.request] = given
        self._giving.pop(given.request, None)
        for waits in self._open.pop(given.request)[1]:
            if not waits.done():  # whoever gave the order may be gone
                waits.set_result(None)

    def _afterwards(self, events: list[e.Recorded]) -> None:
        """What follows a commit and no answer waits for."""
        for recorded in events:
            self._log(recorded)
            if isinstance(recorded.event, e.DayOpened):
                self._forget_answers()
            elif isinstance(recorded.event, e.DayClosed):
                self._confidant.closed()
                self.keeper.copy(recorded.event.day)
            elif recorded.day and corrects(recorded.event, self.committed):
                self.keeper.copy(recorded.day)
        self.keeper.committed()
        self._told(events)

    def _log(self, recorded: e.Recorded) -> None:
        """One line an event: what happened, to which number, at which counter, by which device."""
        event, day = recorded.event, self.committed.day
        ticket = day.tickets.get(getattr(event, "ticket", 0)) if day else None
        counter = getattr(event, "counter", None)
        what = " ".join(
            [e.event_type(event), *([ticket.text] if ticket else []), *([f"at {counter}"] if counter else [])]
        )
        log.info("event %d: %s, by %s", recorded.seq, what, recorded.device)

    def _forget_answers(self) -> None:
        now = self.clock.now()
        self._given = {r: given for r, given in self._given.items() if given.at >= now - ANSWERS_KEPT}
        self._writer.call(lambda event_log: event_log.forget_answers(now))

    def _give_up(self, error: Exception) -> None:
        if not self.failed.done():
            self.failed.set_result(error)

    def _in_loop(self, function: Callable[[T], None]) -> Callable[[T], None]:
        def call(given: T) -> None:
            self._loop.call_soon_threadsafe(function, given)

        return call
