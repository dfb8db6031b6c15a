"""The line to the office: asks where its cursor stands, hands it batches, and believes only what it signed."""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TypeVar, cast
from urllib.parse import quote, urlsplit

import httpx
import msgspec

from sync.down import AppointmentsSaid, Down
from sync.enrolment import Enrol, Enrolled, proof, proves
from sync.exchange import (
    LARGEST_BODY,
    MEDIA_TYPE,
    Batch,
    Cursor,
    DayTally,
    Diverging,
    Heard,
    Lineage,
    NotTaken,
    write_batch,
)
from sync.live import Live, Offered
from sync.packing import compressed
from sync.signing import NONCE, SIGNATURE, Key, answer_parts, new_nonce, request_parts, signed_by

# No limit on the whole of an exchange, only on silence: a slow line that goes on is a good line.
SILENCE = httpx.Timeout(30.0, connect=10.0)
KEPT_OPEN = httpx.Limits(keepalive_expiry=60.0)  # a handshake costs more bytes than a batch
A = TypeVar("A", Cursor, DayTally, Heard, Down, AppointmentsSaid)

NO_MORE: Mapping[str, str] = {}
HEADERS = {"user-agent": "suyana", "accept": "*/*", "accept-encoding": "identity"}  # every byte is paid for


class OfficeAway(Exception):
    """The office did not answer, or what answered was not the office. wait: seconds, where it said how long."""

    def __init__(self, problem: str, wait: float = 0.0) -> None:
        super().__init__(problem)
        self.wait = wait


class OfficeStopped(Exception):
    """The office takes nothing of this store until a person has looked; one sentence."""


class OfficeLink:
    """A few connections to the office, kept open between batches."""

    def __init__(
        self, url: str, key: Key, office: str, timeout: httpx.Timeout = SILENCE, authority: Path | None = None
    ) -> None:
        """`key`: the centre's. `office`: the office's public key. `authority`: PEM of who vouches for its certificate.

        Raises ValueError in one sentence when the URL is none.
        """
        self.url = checked(url)
        self._key, self.office = key, office
        self.sent = 0  # bytes of bodies that were answered
        self._path = urlsplit(self.url).path
        self._client = httpx.AsyncClient(
            timeout=timeout,
            limits=KEPT_OPEN,
            follow_redirects=False,
            headers=HEADERS,
            verify=_trust(authority),
            trust_env=False,
        )

    async def __aenter__(self) -> OfficeLink:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def cursor(self, centre: str, incarnation: str) -> Cursor:
        """How far the office has everything, and what it has put aside. Raises OfficeAway, OfficeStopped."""
        return await self._ask("GET", f"{store_path(centre, incarnation)}/cursor", Cursor)

    async def push(self, centre: str, incarnation: str, batch: Batch) -> Cursor:
        """Hand over a batch; a second time does no harm. Returns where the office's cursor is now.

        Raises OfficeAway: then the batch may be stored or not, and pushing it again tells. Raises OfficeStopped.
        """
        return await self._ask("POST", records_path(centre, incarnation), Cursor, write_batch(batch, incarnation))

    async def continues(self, centre: str, incarnation: str, lineage: Lineage) -> Cursor:
        """Say which stores a restored one continues. Returns how far the office has everything of it by that.

        Raises OfficeAway, OfficeStopped.
        """
        body = msgspec.json.encode(lineage)
        return await self._ask("POST", f"{store_path(centre, incarnation)}/lineage", Cursor, body)

    async def tally(self, centre: str, incarnation: str, day: date) -> DayTally:
        """What the office has of a day, by entity. Raises OfficeAway, OfficeStopped."""
        return await self._ask("GET", f"{store_path(centre, incarnation)}/tally/{day}", DayTally)

    async def say(self, centre: str, incarnation: str, said: Live | Offered) -> None:
        """Tell how the centre stands, or what it offers. Raises OfficeAway, OfficeStopped."""
        place = f"{store_path(centre, incarnation)}/{'live' if isinstance(said, Live) else 'offered'}"
        await self._ask("POST", place, Heard, compressed(msgspec.json.encode(said)), {"content-encoding": "zstd"})

    async def down(self, centre: str, known: str = "") -> tuple[Down, str] | None:
        """What the office has for a centre, and the mark of that; None where it is as it was at the mark `known`.

        Raises OfficeAway, OfficeStopped.
        """
        place = f"/v1/centres/{quote(centre, safe='')}/down"
        url, headers = self._request("GET", place, b"")
        if known:
            headers["if-none-match"] = known
        try:
            async with self._client.stream("GET", url, headers=headers) as response:
                answer = await _whole(response)
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise self._away(error) from error
        parts = answer_parts(headers[SIGNATURE], response.status_code, answer)
        signed = signed_by(self.office, response.headers.get(SIGNATURE, ""), *parts)
        if response.status_code == 304 and signed and known and not answer:
            return None
        return _read(answer, response.status_code, Down, signed), response.headers.get("etag", "")

    async def appointments(self, centre: str, after: int) -> AppointmentsSaid:
        """Some changes of its appointments after that one. Raises OfficeAway, OfficeStopped."""
        return await self._ask(
            "GET", f"/v1/centres/{quote(centre, safe='')}/appointments?after={after}", AppointmentsSaid
        )

    async def fetch(self, centre: str, place: str, digest: str, size: int, file: Path) -> None:
        """Bring the bytes of a digest that the office signed, `place` being `editions/KIND` or `media`.

        What came before a cut is kept beside the file, and the next call goes on from there. Raises OfficeAway.
        """
        part = file.with_name(f"{file.name}.part")
        held = part.stat().st_size if part.exists() else 0
        if held > size:
            part.unlink()
            held = 0
        if held < size:
            await self._fetch_rest(f"/v1/centres/{quote(centre, safe='')}/{place}/{digest}", digest, size, part, held)
        if hashlib.sha256(part.read_bytes()).hexdigest() != digest:
            part.unlink()
            raise OfficeAway(f"what came as {place} {digest[:12]} is not what the office signed")
        part.replace(file)

    async def _fetch_rest(self, path: str, digest: str, size: int, part: Path, held: int) -> None:
        url, headers = self._request("GET", path, b"")
        if held:
            headers["range"] = f"bytes={held}-"
        wanted = {"etag": f'"{digest}"'} | ({"content-range": f"bytes {held}-{size - 1}/{size}"} if held else {})
        try:
            async with self._client.stream("GET", url, headers=headers) as response:
                said = {name: response.headers.get(name, "") for name in wanted}
                if response.status_code != (206 if held else 200) or said != wanted:
                    raise OfficeAway(f"what answered as the office (HTTP {response.status_code}) did not send {path}")
                with part.open("ab") as out:
                    async for piece in response.aiter_bytes():
                        out.write(piece[: size - held])
                        held = min(size, held + len(piece))
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise self._away(error) from error
        if held < size:
            raise OfficeAway(f"{path} was cut off at byte {held} of {size}")

    def _request(self, method: str, place: str, body: bytes) -> tuple[str, dict[str, str]]:
        """The URL of a place, and the headers by which the centre signs."""
        path, nonce = self._path + place, new_nonce()
        signature = self._key.sign(*request_parts(method, path, nonce, body))
        headers = {SIGNATURE: signature, NONCE: nonce} | ({"content-type": MEDIA_TYPE} if body else {})
        return self.url.removesuffix(self._path) + path, headers

    def _away(self, error: Exception) -> OfficeAway:
        return OfficeAway(f"the office at {self.url} does not answer: {error or type(error).__name__}")

    async def _ask(
        self, method: str, place: str, kind: type[A], body: bytes = b"", more: Mapping[str, str] = NO_MORE
    ) -> A:
        url, headers = self._request(method, place, body)
        headers.update(more)
        signature = headers[SIGNATURE]
        try:
            async with self._client.stream(method, url, content=body or None, headers=headers) as response:
                answer = await _whole(response)
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise self._away(error) from error
        self.sent += len(body)
        status, said = response.status_code, response.headers.get(SIGNATURE, "")
        return _read(answer, status, kind, signed_by(self.office, said, *answer_parts(signature, status, answer)))


def _read(body: bytes, status: int, kind: type[A], signed: bool) -> A:
    """A portal that answers 200 with a page of its own is not the office, nor is who does not sign as it."""
    try:
        answer = msgspec.json.decode(body, type=kind | NotTaken | Diverging)
    except msgspec.DecodeError as error:
        raise OfficeAway(f"what answered as the office (HTTP {status}) is not it: {error}") from error
    if isinstance(answer, NotTaken):
        raise OfficeAway(f"the office took nothing (HTTP {status}): {answer.problem}", answer.wait)
    if not signed:
        raise OfficeAway(f"what answered as the office (HTTP {status}) did not sign as it")
    if isinstance(answer, Diverging):
        raise OfficeStopped(answer.problem)
    return cast(A, answer)


def enrol(url: str, centre: str, code: str, key: Key, authority: Path | None = None) -> str:
    """Make the centre's key known to the office by a code. Returns the office's public key.

    Raises ValueError for an address or a code that is none, OfficeAway.
    """
    asked = Enrol(key.public, proof(code, "centre", centre, key.public))
    place = f"{checked(url)}/v1/centres/{quote(centre, safe='')}/enrol"
    try:
        with httpx.Client(timeout=SILENCE, headers=HEADERS, verify=_trust(authority), trust_env=False) as client:
            response = client.post(place, content=msgspec.json.encode(asked))
        answer = msgspec.json.decode(response.content, type=Enrolled | NotTaken)
    except httpx.HTTPError as error:
        raise OfficeAway(f"the office at {url} does not answer: {error or type(error).__name__}") from error
    except msgspec.DecodeError as error:
        raise OfficeAway(f"what answered as the office (HTTP {response.status_code}) is not it: {error}") from error
    if isinstance(answer, NotTaken):
        raise OfficeAway(f"the office does not enrol centre {centre}: {answer.problem}", answer.wait)
    if not proves(answer.proof, code, "office", centre, answer.public, key.public):
        raise OfficeAway("what answered as the office does not know the code")
    return answer.public


def store_path(centre: str, incarnation: str) -> str:
    return f"/v1/centres/{quote(centre, safe='')}/{quote(incarnation, safe='')}"


def records_path(centre: str, incarnation: str) -> str:
    return f"{store_path(centre, incarnation)}/records"


def checked(url: str) -> str:
    """An office's address without the slash at its end. Raises ValueError in one sentence."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ValueError(f"office {url!r}: {error}") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ValueError(f"office {url!r}: expected an address such as https://oficina.example:7272")
    return url.rstrip("/")


def _trust(authority: Path | None) -> ssl.SSLContext | bool:
    """Raises ValueError when the file holds no certificate."""
    if authority is None:
        return True
    try:
        return ssl.create_default_context(cafile=authority)
    except (OSError, ssl.SSLError) as error:
        raise ValueError(f"{authority} holds no certificate: {error}") from error


async def _whole(response: httpx.Response) -> bytes:
    body = b""
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > LARGEST_BODY:
            raise OfficeAway(f"what answered as the office sent more than {LARGEST_BODY} bytes")
    return body
