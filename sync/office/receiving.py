"""What centres ask of the office: to be enrolled, where the cursor stands, and to take a batch."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from datetime import date, datetime

import msgspec
from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from sync.enrolment import Enrol, Enrolled, proof
from sync.exchange import LARGEST_BODY, BatchMistake, Cursor, DayTally, Diverging, Lineage, NotTaken, read_batch
from sync.office.answers import as_json
from sync.office.handing_down import HandingDown
from sync.office.hearing import Hearing
from sync.office.store import Diverged, OfficeStore, StoreFailed
from sync.office.store.enrolled import Enrolments
from sync.signing import NONCE, SIGNATURE, Key, answer_parts, request_parts, signed_by
from sync.tally import tally

log = logging.getLogger(__name__)

IN_WORK = 2  # batches: one while the database has the other
AT_ONCE = 8  # batches here; whoever comes then is told to wait, which is quicker than to stand in line
KNOWN_FOR = 5.0  # seconds that a centre's key is remembered: so long a revoked one may still bring something
WAIT = 2.0  # seconds
TRIES_A_MINUTE = 30  # of enrolments, from everywhere

MANY = NotTaken("many centres are sending just now", wait=WAIT)

Answer = tuple[msgspec.Struct, int]


class Receiving:
    """The centres' side of the office's HTTP interface. Keeps no state of its own that another receiver would need."""

    def __init__(self, store: OfficeStore, key: Key, now: Callable[[], datetime]) -> None:
        self._store, self._key, self._now = store, key, now
        self._enrolments = Enrolments(store)
        self._hearing = Hearing(store, now)
        self._handing = HandingDown(store, key, now)
        self._keys: dict[str, tuple[str, float]] = {}  # by centre, and until when it is believed
        self._at_work, self._workers = 0, CapacityLimiter(IN_WORK)
        self._tries: list[float] = []

    @property
    def routes(self) -> list[Route]:
        here = "/v1/centres/{centre}"
        return [
            Route(f"{here}/enrol", self.enrol, methods=["POST"]),
            Route(f"{here}/{{incarnation}}/cursor", self._signed(self.cursor)),
            Route(f"{here}/{{incarnation}}/tally/{{day}}", self._signed(self.tally)),
            Route(f"{here}/{{incarnation}}/lineage", self._signed(self.lineage), methods=["POST"]),
            Route(f"{here}/{{incarnation}}/records", self._when_free(self._signed(self.records)), methods=["POST"]),
            Route(f"{here}/down", self._signed(self._handing.down)),
            Route(f"{here}/appointments", self._signed(self._handing.appointments)),
            Route(f"{here}/editions/{{kind}}/{{digest}}", self._proved_only(self._handing.edition)),
            Route(f"{here}/media/{{digest}}", self._proved_only(self._handing.media)),
            Route(f"{here}/{{incarnation}}/live", self._signed(self._hearing.live), methods=["POST"]),
            Route(f"{here}/{{incarnation}}/offered", self._signed(self._hearing.offered), methods=["POST"]),
        ]

    async def enrol(self, request: Request) -> Response:
        centre = request.path_params["centre"]
        now = asyncio.get_running_loop().time()
        self._tries = [at for at in self._tries if at > now - 60]
        if len(self._tries) >= TRIES_A_MINUTE:
            return as_json(NotTaken("too many centres were enrolled just now", wait=60.0), 429)
        self._tries.append(now)
        try:
            asked = msgspec.json.decode(await _body(request) or b"", type=Enrol)
        except (msgspec.DecodeError, ClientDisconnect) as error:
            return as_json(NotTaken(f"the enrolment cannot be read: {error}"), 422)
        code = await run_in_threadpool(self._enrolments.take, centre, asked, self._now())
        if not code:
            log.warning("centre %s: an enrolment without a code that holds", centre)
            return as_json(NotTaken(f"no code that holds was given for centre {centre}"), 403)
        log.info("centre %s is enrolled", centre)
        return as_json(Enrolled(self._key.public, proof(code, "office", centre, self._key.public, asked.public)), 200)

    def _signed(self, ask: Callable[[Request, bytes], Awaitable[Answer]]) -> Callable[[Request], Awaitable[Response]]:
        """Only what the centre of the path signed, and the answer signed by the office; 304 for one that it has."""

        async def answer(request: Request) -> Response:
            body = await self._proved(request)
            if isinstance(body, Response):
                return body
            said, status = await ask(request, body)
            response = as_json(said, status)
            if request.method == "GET" and status == 200:
                mark = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:32]}"'
                if request.headers.get("if-none-match") == mark:
                    response, status = Response(status_code=304), 304
                response.headers["etag"] = mark
            signature = request.headers[SIGNATURE]
            response.headers[SIGNATURE] = self._key.sign(*answer_parts(signature, status, bytes(response.body)))
            return response

        return answer

    def _when_free(self, ask: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        """Whoever comes too many is told so before anything is read, which costs least: it says nothing of anybody."""

        async def answer(request: Request) -> Response:
            return await ask(request) if self._at_work < AT_ONCE else as_json(MANY, 503)

        return answer

    def _proved_only(self, ask: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        """Only what the centre of the path signed; the answer is believed by a digest that was signed before."""

        async def answer(request: Request) -> Response:
            body = await self._proved(request)
            return body if isinstance(body, Response) else await ask(request)

        return answer

    async def _proved(self, request: Request) -> bytes | Response:
        """The body of a request that the centre of its path signed; or what is said to any other."""
        centre = request.path_params["centre"]
        try:
            body = await _body(request)
        except ClientDisconnect:
            log.info("centre %s: a request was cut off on its way", centre)
            return Response(status_code=400)  # nobody is there to read it
        if body is None:
            return as_json(NotTaken(f"the batch is larger than {LARGEST_BODY} bytes"), 413)
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        parts = request_parts(request.method, path, request.headers.get(NONCE, ""), body)
        if not await self._is_signed(request, parts):
            log.warning("centre %s: a request that is not signed by it", centre)
            return as_json(NotTaken(f"this request is not signed by an enrolled centre {centre}"), 403)
        return body

    async def _is_signed(self, request: Request, parts: tuple[bytes, ...]) -> bool:
        """By what the database says of its centre; what is brought here, also by what it said just now."""
        centre, signature = request.path_params["centre"], request.headers.get(SIGNATURE, "")
        now = asyncio.get_running_loop().time()
        public, until = self._keys.get(centre, ("", 0.0))
        if request.method == "POST" and now < until and signed_by(public, signature, *parts):
            return True
        public = await run_in_threadpool(self._enrolments.public_of, centre)
        if not (public and signed_by(public, signature, *parts)):
            return False
        self._keys[centre] = public, now + KNOWN_FOR
        return True

    async def cursor(self, request: Request, _body: bytes) -> Answer:
        centre, incarnation = request.path_params["centre"], request.path_params["incarnation"]
        kept = await run_in_threadpool(self._store.cursor, centre, incarnation)
        parked = await run_in_threadpool(self._store.parked, centre, incarnation)
        return Cursor(centre, incarnation, kept.cursor, kept.chain, tuple(parked)), 200

    async def tally(self, request: Request, _body: bytes) -> Answer:
        centre, incarnation = request.path_params["centre"], request.path_params["incarnation"]
        try:
            day = date.fromisoformat(request.path_params["day"])
        except ValueError:
            return NotTaken("a day is written as 2026-11-24"), 422
        return DayTally(day, tally(await run_in_threadpool(self._store.records_of, centre, incarnation, day))), 200

    async def lineage(self, request: Request, body: bytes) -> Answer:
        return await run_in_threadpool(self._continues, request, body)

    def _continues(self, request: Request, body: bytes) -> Answer:
        centre, incarnation = request.path_params["centre"], request.path_params["incarnation"]
        try:
            said = msgspec.json.decode(body, type=Lineage)
            kept = self._store.continues(centre, incarnation, said.ancestors, self._now())
        except msgspec.DecodeError as error:
            return NotTaken(f"the lineage cannot be read: {error}"), 422
        except Diverged as error:
            log.error("centre %s: %s; nothing is taken of it", centre, error)
            self._store.stop(centre, incarnation, str(error))
            return Diverging(str(error)), 409
        log.warning("centre %s was restored: store %s goes on at event %d", centre, incarnation, kept.cursor)
        return Cursor(centre, incarnation, kept.cursor, kept.chain, tuple(self._store.parked(centre, incarnation))), 200

    async def records(self, request: Request, body: bytes) -> Answer:
        if self._at_work >= AT_ONCE:
            return MANY, 503
        self._at_work += 1
        try:
            return await to_thread.run_sync(self._take, request, body, limiter=self._workers)
        finally:
            self._at_work -= 1

    def _take(self, request: Request, body: bytes) -> Answer:
        centre, incarnation = request.path_params["centre"], request.path_params["incarnation"]
        try:
            batch = read_batch(body, centre, incarnation)
            taken = self._store.take(centre, incarnation, batch, self._now())
        except BatchMistake as mistake:
            log.warning("centre %s: a batch was not taken: %s", centre, mistake)
            return NotTaken(str(mistake)), 422
        except Diverged as error:
            log.error("centre %s: %s; nothing more is taken of it", centre, error)
            self._store.stop(centre, incarnation, str(error))
            return Diverging(str(error)), 409
        except StoreFailed as error:
            log.error("the store failed: %s", error)
            return NotTaken(f"the office's store failed: {error}", wait=WAIT), 503
        kept = taken.kept
        log.info("centre %s: %d of %d records stored, cursor %d", centre, taken.stored, len(batch.records), kept.cursor)
        for parked in taken.parked:
            log.warning("centre %s: record of event %d put aside: %s", centre, parked.seq, parked.reason)
        return Cursor(centre, incarnation, kept.cursor, kept.chain, taken.parked), 200


async def _body(request: Request) -> bytes | None:
    """The whole body, or None when it is larger than anybody honest sends. Raises ClientDisconnect."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            return None
    return body
