"""A plain asyncio client of the LAN protocol, for programs without a screen: sync, doctor, tests."""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from datetime import datetime, timedelta
from typing import TypeVar

import msgspec
from websockets.asyncio.client import ClientConnection, connect as open_socket
from websockets.exceptions import InvalidURI, WebSocketException

from shared.domain.commands import Command, ReportImpostor
from shared.domain.refusals import Code
from shared.lan.identity import Identity
from shared.lan.messages import (
    Answer,
    Ask,
    Changes,
    FromHub,
    Hello,
    Log,
    Message,
    Problem,
    ReadLog,
    Refused,
    Welcome,
    encode,
    from_hub,
)
from shared.lan.mirror import Mirror
from shared.lan.race import raced
from shared.lan.signing_in import SetPin, SignedIn, SignIn

log = logging.getLogger(__name__)

MOST_REPORTED = 5  # impostors told of when the hub is found
CONNECT_WITHIN = 3.0  # seconds, for the WebSocket and again for the hub's welcome
PING_EVERY = 5.0  # seconds, and as long without a pong is the end of the line
LARGEST_FRAME = 32 * 1024 * 1024  # bytes: a catalogue, or a page of the log; the hub is trusted, endless memory is not

OnChange = Callable[[frozenset[str]], object]
A = TypeVar("A", Answer, Log)


class HubAway(ConnectionError):
    """There is no hub at the other end, or not any more. An order without an answer may have been carried out."""


class HubRefused(Exception):
    """The hub said no: `refused` has the code of `shared/domain/refusals.py` and its parameters."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(f"the hub refused: {refused.code} {refused.params or ''}".rstrip())
        self.refused = refused


@asynccontextmanager
async def connected(
    urls: Sequence[str], hello: Hello, identity: Identity, on_change: OnChange | None = None
) -> AsyncIterator[HubClient]:
    """The first hub that answers at one of the URLs, until the block ends. Raises HubAway or HubRefused."""
    client = await connect(urls, hello, identity, on_change)
    try:
        yield client
    finally:
        await client.close()


async def connect(
    urls: Sequence[str], hello: Hello, identity: Identity, on_change: OnChange | None = None
) -> HubClient:
    """Try all URLs at once, and say hello to the first that proves that it is the hub of our centre.

    `on_change` is told the keys of each change of the mirror. Raises HubAway, HubRefused.
    """
    tried: list[str] = []
    impostors: list[str] = []
    async with aclosing(raced(urls, lambda url: _opened(url, identity))) as race:
        async for url, socket in race:
            if isinstance(socket, ssl.SSLCertVerificationError):
                log.warning("what listens at %s cannot prove that it is the hub of this centre", url)
                impostors.append(url.removeprefix("wss://"))
            if isinstance(socket, Exception):
                tried.append(f"{url}: {socket}")
                continue
            try:
                client = HubClient(socket, await _welcome(socket, hello, identity), on_change)
            except HubAway as error:
                tried.append(f"{url}: {error}")
                continue
            break
        else:
            raise HubAway("; ".join(tried) or "no address of a hub is known")
    identity.found_hub(url)
    for address in impostors[:MOST_REPORTED]:
        await client.ask(ReportImpostor(address))
    return client


async def _opened(url: str, identity: Identity) -> ClientConnection:
    """A line to whoever proves at that URL that it is the hub. Raises OSError of many kinds, told in `tried`."""
    try:
        return await open_socket(
            url,
            ssl=identity.tls,
            server_hostname=identity.hub_name,
            open_timeout=CONNECT_WITHIN,
            ping_interval=PING_EVERY,
            ping_timeout=PING_EVERY,
            close_timeout=1,
            max_size=LARGEST_FRAME,
            compression=None,
            proxy=None,  # the hub is on the LAN, whatever the environment says of proxies
        )
    except (WebSocketException, InvalidURI, TypeError) as error:  # TypeError: a URL that is not wss
        raise ConnectionError(str(error)) from error


async def _welcome(socket: ClientConnection, hello: Hello, identity: Identity) -> Welcome:
    try:
        async with asyncio.timeout(CONNECT_WITHIN):
            await socket.send(encode(hello))
            message = from_hub(await socket.recv())
        if isinstance(message, Welcome) and message.centre == identity.centre:
            return message
    except (OSError, WebSocketException, msgspec.DecodeError) as error:
        await socket.close()
        raise HubAway(f"no welcome from the hub: {error or 'it says nothing'}") from error
    except asyncio.CancelledError:
        await socket.close()
        raise
    await socket.close()
    if isinstance(message, Refused):
        raise HubRefused(message)
    if isinstance(message, Welcome):
        problem = f"this device belongs to {identity.centre}, and the hub is that of {message.centre}"
    else:
        problem = message.problem if isinstance(message, Problem) else "its first message is no welcome"
    raise HubRefused(Refused("", Code.NOT_UNDERSTOOD, {"problem": problem}))


class HubClient:
    """One line to a hub: a mirror of what it shows, and one answer per question. Ended lines are not mended here."""

    def __init__(self, socket: ClientConnection, welcome: Welcome, on_change: OnChange | None = None) -> None:
        self.welcome = welcome
        self.mirror = Mirror()
        self.mirror.welcome(welcome)
        self._on_change = on_change
        self._socket = socket
        self._open: dict[str, asyncio.Future[FromHub]] = {}
        self._news = asyncio.Event()
        self._ended = False
        self._heard(welcome)
        self._hearing = asyncio.create_task(self._hear())

    @property
    def is_online(self) -> bool:
        return not self._ended

    @property
    def now(self) -> datetime:
        """The hub's time, as of what it said last."""
        return self._told + timedelta(seconds=time.monotonic() - self._told_at)

    async def ask(self, command: Command, request: str = "") -> Answer:
        """Give an order and wait until it is on disk. Raises HubRefused, HubAway.

        After HubAway, ask again on a new line with the same request id: it is carried out once.
        """
        request = request or uuid.uuid4().hex
        return await self._answer(Ask(request, command), request, Answer)

    async def sign_in(self, person: str, pin: str) -> SignedIn:
        """Sit down at this screen, and wait until its views are there. Raises HubRefused, HubAway."""
        request = uuid.uuid4().hex
        answer = await self._answer(SignIn(request, person, pin), request, Answer)
        assert isinstance(answer.result, SignedIn)
        await self.until(lambda _: self.welcome.person == person)
        return answer.result

    async def set_pin(self, person: str, pin: str) -> None:
        """Give somebody a PIN, as a supervisor or the console. Raises HubRefused, HubAway."""
        request = uuid.uuid4().hex
        await self._answer(SetPin(request, person, pin), request, Answer)

    async def read_log(self, after: int, limit: int = 500, *, whole_day: bool = False) -> Log:
        """Recorded events after a sequence number. Raises HubRefused, HubAway."""
        request = uuid.uuid4().hex
        return await self._answer(ReadLog(request, after, limit, whole_day), request, Log)

    async def until(self, condition: Callable[[Mirror], bool]) -> None:
        """Wait until the mirror satisfies a condition. Raises HubAway when the line ends before."""
        while not condition(self.mirror):
            self._must_be_online()
            await self._news.wait()

    async def beyond(self, seq: int) -> None:
        """Wait until the hub has committed an event after `seq`. Raises HubAway when the line ends before."""
        await self.until(lambda mirror: mirror.seq > seq)

    async def ended(self) -> None:
        """Wait until the line ends, which raises HubAway."""
        await self.until(lambda _: False)

    async def close(self) -> None:
        """Leave the hub."""
        await self._socket.close()
        await self._hearing

    async def _answer(self, message: Message, request: str, kind: type[A]) -> A:
        self._must_be_online()
        answer = self._open[request] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(_seen)
        try:
            await self._socket.send(encode(message))
            heard = await answer
        except WebSocketException as error:
            raise HubAway(f"the line to the hub broke: {error}") from error
        finally:
            self._open.pop(request, None)
        if isinstance(heard, kind):
            return heard
        if isinstance(heard, Refused):
            raise HubRefused(heard)
        problem = heard.problem if isinstance(heard, Problem) else f"answered with {type(heard).__name__}"
        raise HubRefused(Refused(request, Code.NOT_UNDERSTOOD, {"problem": problem}))

    async def _hear(self) -> None:
        reason = "the hub closed the line"
        try:
            async for frame in self._socket:
                self._take(frame)
        except WebSocketException as error:
            reason = f"the line to the hub broke: {error}"
        finally:
            self._ended = True
            for answer in self._open.values():
                if not answer.done():
                    answer.set_exception(HubAway(reason))
            self._tell()

    def _take(self, frame: str | bytes) -> None:
        try:
            message = from_hub(frame)
        except msgspec.DecodeError as error:
            log.error("a message of the hub was not understood: %s", error)
            return
        if isinstance(message, Welcome | Changes):
            self._heard(message)
        if isinstance(message, Changes):
            self._changed(self.mirror.change(message))
            return
        if isinstance(message, Welcome):  # a fresh snapshot on the same line
            self.welcome = message
            self._changed(self.mirror.welcome(message))
            return
        answer = self._open.get(message.request)
        if answer and not answer.done():
            answer.set_result(message)
        elif isinstance(message, Problem):
            log.error("the hub could not take a message: %s", message.problem)

    def _heard(self, message: Welcome | Changes) -> None:
        self._told, self._told_at = message.now, time.monotonic()

    def _changed(self, keys: frozenset[str]) -> None:
        if self._on_change and keys:
            self._on_change(keys)
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    def _must_be_online(self) -> None:
        if self._ended:
            raise HubAway("the line to the hub is closed")


def _seen(answer: asyncio.Future[FromHub]) -> None:
    """Where sending failed already nobody waits for the answer, whose error is then nobody's to hear."""
    if not answer.cancelled():
        answer.exception()
