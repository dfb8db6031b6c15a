"""Who may sit down where: PINs, sessions, lockouts. Everything is on disk before it is answered.

A session outlives a broken line and a killed hub: whoever has its token, which a screen keeps in memory alone, needs no
PIN again. A screen that was started anew has none: its person signs in again, and is back at the same citizen.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import secrets
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from shared.domain.catalogue import Catalogue, Role
from shared.domain.pin import is_pin, is_weak
from shared.domain.refusals import Code, Refusal
from shared.hub.pins import Pins
from shared.hub.presence import WORKS_AT, Presence
from shared.lan.messages import DeviceRole, Done, Hello
from shared.lan.signing_in import ChangePin, PinMessage, SetPin, SignedIn, SignIn, SignOut
from shared.lan.views import PersonView
from shared.store.people import LAST_TRY, PeopleTables, SignInRecord, StoredPin, StoredSession

log = logging.getLogger(__name__)

T = TypeVar("T")

NOTED_AGAIN_AFTER = timedelta(minutes=1)


class InStore(Protocol):
    """Has something done in the thread that owns the store, after what waits there already."""

    def __call__(self, work: Callable[[PeopleTables], T], /) -> Future[T]: ...


class SignIns:
    """The people of a running hub. `changed` is called when what the supervisor is shown of them changed."""

    def __init__(
        self,
        tables: PeopleTables,
        in_store: InStore,
        pins: Pins,
        now: Callable[[], datetime],
        catalogue: Callable[[], Catalogue],
        demo_pin: str = "",
    ) -> None:
        """Called before the store's thread begins. `demo_pin`: lets everybody in who has no PIN; never in a centre."""
        self._in_store = in_store
        self._pins = pins
        self._now = now
        self._catalogue = catalogue
        self._demo_pin = demo_pin
        self._known = tables.pins()
        self._sessions = {session.token: session for session in tables.sessions(now())}
        self._one_by_one: dict[str, asyncio.Lock] = {}
        self._noted: dict[tuple[str, str, str], datetime] = {}

    # ---- lines

    def enter(self, hello: Hello) -> Presence:
        """A line begins: with a session that stands its person is there at once."""
        presence = Presence(hello)
        session = self._sessions.get(_digest(hello.session)) if hello.session else None
        if session and session.device == hello.device and self._works_at(session.person, hello.role):
            presence.person, presence.token = session.person, session.token
            presence.change_pin = self._must_change(session.person)
        return presence

    def still_there(self, presence: Presence) -> bool:
        """Whether the session of a line still stands; if not, nobody is there any more."""
        if not presence.person or presence.token in self._sessions:
            return True
        presence.person, presence.token, presence.change_pin = "", "", False
        return False

    async def hear(self, presence: Presence, message: PinMessage) -> SignedIn | Done:
        """Carry out what a person wants. Raises Refusal."""
        match message:
            case SignIn():
                return await self._sign_in(presence, message)
            case SignOut():
                await self._sign_out(presence)
            case ChangePin():
                await self._change(presence, message)
            case SetPin():
                await self._set(presence, message)
        return Done()

    # ---- signing in and out

    async def _sign_in(self, presence: Presence, message: SignIn) -> SignedIn:
        person, hello = message.person, presence.hello
        if not self._works_at(person, hello.role):
            await self._note_try(person, hello.device, "not_here")
            raise Refusal(Code.NOT_YOUR_PLACE, person=person[:64], role=hello.role.value)
        await self._must_be_right(person, message.pin, hello.device)
        token = secrets.token_urlsafe(32)
        session = StoredSession(_digest(token), person, hello.device, self._now())
        await self._stored(lambda tables: tables.right(self._record(presence, "signed_in", person), session))
        self._sessions = {t: s for t, s in self._sessions.items() if s.device != hello.device}
        self._sessions[session.token] = session
        self._forget_tries(person)
        presence.person, presence.token = person, session.token
        presence.change_pin = self._must_change(person)
        log.info("%s signed in at %s", person, hello.device)
        return SignedIn(person, token, presence.change_pin)

    async def _sign_out(self, presence: Presence) -> None:
        if not presence.person:
            return
        person, token = presence.person, presence.token
        record = self._record(presence, "signed_out", person)
        presence.person, presence.token, presence.change_pin = "", "", False
        self._sessions.pop(token, None)
        await self._stored(lambda tables: tables.end_sessions([token], [record]))
        log.info("%s signed out at %s", person, presence.hello.device)

    def forget_device(self, device: str) -> None:
        """It belongs to the centre no more: nobody is signed in at it."""
        tokens = [token for token, session in self._sessions.items() if session.device == device]
        for token in tokens:
            self._sessions.pop(token)
        if tokens:
            self._in_store(lambda tables: tables.end_sessions(tokens, []))

    # ---- PINs

    async def _change(self, presence: Presence, message: ChangePin) -> None:
        person = presence.person
        if not person:
            raise Refusal(Code.NOT_SIGNED_IN)
        _must_be_strong(message.new, person)
        if message.new == message.pin:
            raise Refusal(Code.PIN_WEAK)
        await self._must_be_right(person, message.pin, presence.hello.device)
        await self._keep(self._record(presence, "changed_pin", person), message.new, temporary=False)
        presence.change_pin = False

    async def _set(self, presence: Presence, message: SetPin) -> None:
        if presence.hello.role is DeviceRole.CONSOLE:
            await self.first_supervisor(message.person, message.pin, presence.hello.device)
            return
        if presence.hello.role is not DeviceRole.SUPERVISOR:
            raise Refusal(Code.NOT_ALLOWED, command="set_pin", role=presence.hello.role.value)
        presence.must_be_complete()
        if message.person not in self._catalogue().advisor:
            raise Refusal(Code.UNKNOWN_ADVISOR, advisor=message.person[:64])
        _must_be_strong(message.pin, message.person)
        await self._keep(
            self._record(presence, "set_pin", message.person, presence.person), message.pin, temporary=True
        )
        log.info("%s gave %s a temporary PIN", presence.person, message.person)

    async def first_supervisor(self, person: str, pin: str, device: str = "console") -> None:
        """Give a supervisor of the centre file a PIN at the hub's own console: lasting, at once. Raises Refusal.

        This is also the way back in when every supervisor is locked out.
        """
        known = self._catalogue().advisor.get(person)
        if known is None:
            raise Refusal(Code.UNKNOWN_ADVISOR, advisor=person[:64])
        if known.role is not Role.SUPERVISOR:
            raise Refusal(Code.NOT_YOUR_PLACE, person=person, role=DeviceRole.SUPERVISOR.value)
        _must_be_strong(pin, person)
        await self._keep(SignInRecord(self._now(), person, device, "set_pin", "console"), pin, temporary=False)
        log.info("%s has a PIN, given at the console", person)

    async def _keep(self, record: SignInRecord, pin: str, *, temporary: bool) -> None:
        made, person = await self._pins.make(record.person, pin), record.person
        await self._stored(lambda tables: tables.set_pin(record, made, self._pins.fingerprint, temporary=temporary))
        self._known[person] = StoredPin(person, made, self._pins.fingerprint, temporary, 0, None, record.at)
        keep = "" if record.by else record.device
        self._sessions = {t: s for t, s in self._sessions.items() if s.person != person or s.device == keep}

    async def _must_be_right(self, person: str, pin: str, device: str) -> None:
        """One try. Raises Refusal, with all that the person may know about it."""
        async with self._one_by_one.setdefault(person, asyncio.Lock()):
            if self._is_demo(person):
                if not hmac.compare_digest(pin.encode(), self._demo_pin.encode()):
                    await self._note_try(person, device, "wrong_pin")
                    raise Refusal(Code.WRONG_PIN, person=person, left=LAST_TRY)
                return
            now = self._now()
            before = await self._stored(lambda tables: tables.count_try(person, now))
            if before is None or before.pepper != self._pins.fingerprint:
                await self._note_try(person, device, "no_pin")
                raise Refusal(Code.PIN_NOT_SET, person=person)
            if before.is_locked(now):
                await self._note_try(person, device, "locked")
                raise _locked(before)
            if is_pin(pin) and await self._pins.is_right(before.hash, person, pin):
                await self._stored(lambda tables: tables.right(SignInRecord(now, person, device, "right")))
                self._forget_tries(person)
                return
            await self._stored(lambda tables: tables.record(SignInRecord(now, person, device, "wrong_pin")))
            after = await self._stored(lambda tables: tables.pin(person))
        if after is None:
            raise Refusal(Code.PIN_NOT_SET, person=person)
        self._known[person] = after
        log.warning("a wrong PIN for %s at %s, try %d", person, device, after.tries)
        raise _locked(after) if after.is_locked(now) else Refusal(Code.WRONG_PIN, person=person, left=after.left())

    async def _note_try(self, person: str, device: str, what: str) -> None:
        """A try at which no PIN was looked at is in the audit too: one line a minute, for nothing else limits these."""
        now = self._now()
        known = person if person in self._catalogue().advisor else ""
        key = known, device, what
        if key in self._noted and now - self._noted[key] < NOTED_AGAIN_AFTER:
            return
        self._noted = {k: at for k, at in self._noted.items() if now - at < NOTED_AGAIN_AFTER} | {key: now}
        await self._stored(lambda tables: tables.record(SignInRecord(now, known, device, what)))
        log.info("a try to sign in as %s at %s: %s", known or "nobody", device, what)

    # ---- what is shown

    def views(self) -> Mapping[str, PersonView]:
        """The people of the centre file, by key, for the supervisor."""
        at: dict[str, list[str]] = {}
        for session in self._sessions.values():
            at.setdefault(session.person, []).append(session.device)
        return {
            f"person/{person.id}": self._view(person.id, tuple(sorted(at.get(person.id, ()))))
            for person in self._catalogue().advisors
        }

    def _view(self, person: str, at: tuple[str, ...]) -> PersonView:
        found = self._known.get(person)
        if found is None or found.pepper != self._pins.fingerprint:
            return PersonView(person, "ready" if self._demo_pin else "none", at=at)
        if found.is_locked(self._now()):
            return PersonView(person, "locked", None if found.tries >= LAST_TRY else found.locked_until, at)
        return PersonView(person, "temporary" if found.temporary else "ready", at=at)

    # ---- the small things

    def _works_at(self, person: str, role: DeviceRole) -> bool:
        known = self._catalogue().advisor.get(person)
        return known is not None and known.role in WORKS_AT.get(role, ())

    def _is_demo(self, person: str) -> bool:
        return bool(self._demo_pin) and person not in self._known

    def _must_change(self, person: str) -> bool:
        return person in self._known and self._known[person].temporary

    def _forget_tries(self, person: str) -> None:
        if found := self._known.get(person):
            self._known[person] = StoredPin(person, found.hash, found.pepper, found.temporary, 0, None, found.set_at)

    def _record(self, presence: Presence, what: str, person: str, by: str = "") -> SignInRecord:
        return SignInRecord(self._now(), person, presence.hello.device, what, by)

    async def _stored(self, work: Callable[[PeopleTables], T]) -> T:
        return await asyncio.wrap_future(self._in_store(work))

    def close(self) -> None:
        self._pins.close()


def _must_be_strong(pin: str, person: str) -> None:
    if not is_pin(pin) or is_weak(pin, person):
        raise Refusal(Code.PIN_WEAK)


def _locked(pin: StoredPin) -> Refusal:
    until = "" if pin.tries >= LAST_TRY or pin.locked_until is None else pin.locked_until.isoformat()
    return Refusal(Code.PIN_LOCKED, person=pin.person, until=until)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
