"""The line to the office: asks where its cursor stands, hands it batches, and believes only its own words."""

from __future__ import annotations

from types import TracebackType
from urllib.parse import quote

import httpx
import msgspec

from sync.exchange import LARGEST_BODY, Batch, Cursor, NotTaken

# No limit on the whole of an exchange, only on silence: a slow line that goes on is a good line.
SILENCE = httpx.Timeout(30.0, connect=10.0)


class OfficeAway(Exception):
    """The office did not answer, or what answered was not the office."""


class OfficeLink:
    """One connection to the office, kept open between batches."""

    def __init__(self, url: str, timeout: httpx.Timeout = SILENCE) -> None:
        """Raises ValueError in one sentence when the URL is none."""
        try:
            parsed = httpx.URL(url)
        except httpx.InvalidURL as error:
            raise ValueError(f"office {url!r}: {error}") from error
        if parsed.scheme not in ("http", "https") or not parsed.host:
            raise ValueError(f"office {url!r}: expected an address such as https://oficina.example:7272")
        self.url = url.rstrip("/")
        self._client = httpx.AsyncClient(timeout=timeout, follow_redirects=False)

    async def __aenter__(self) -> OfficeLink:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def cursor(self, centre: str, incarnation: str) -> int:
        """The last event of which the office has everything. Raises OfficeAway."""
        return await self._ask("GET", centre, incarnation, "cursor")

    async def push(self, centre: str, incarnation: str, batch: Batch) -> int:
        """Hand over a batch; a second time does no harm. Returns the office's cursor, whatever it is now.

        Raises OfficeAway: then the batch may be stored or not, and pushing it again tells.
        """
        return await self._ask("POST", centre, incarnation, "records", msgspec.json.encode(batch))

    async def _ask(self, method: str, centre: str, incarnation: str, what: str, body: bytes | None = None) -> int:
        url = f"{self.url}/v1/centres/{quote(centre, safe='')}/{quote(incarnation, safe='')}/{what}"
        headers = {"content-type": "application/json"} if body else {}
        try:
            async with self._client.stream(method, url, content=body, headers=headers) as response:
                answer = await _whole(response)
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise OfficeAway(f"the office at {self.url} does not answer: {error or type(error).__name__}") from error
        return _read(answer, response.status_code, centre, incarnation)


async def _whole(response: httpx.Response) -> bytes:
    body = b""
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > LARGEST_BODY:
            raise OfficeAway(f"what answered as the office sent more than {LARGEST_BODY} bytes")
    return body


def _read(body: bytes, status: int, centre: str, incarnation: str) -> int:
    """The cursor in an acknowledgement. A portal that answers 200 with a page of its own is not the office."""
    try:
        answer = msgspec.json.decode(body, type=Cursor | NotTaken)
    except msgspec.DecodeError as error:
        raise OfficeAway(f"what answered as the office (HTTP {status}) is not it: {error}") from error
    if isinstance(answer, NotTaken):
        raise OfficeAway(f"the office took nothing (HTTP {status}): {answer.problem}")
    if (answer.centre, answer.incarnation) != (centre, incarnation):
        raise OfficeAway(f"the office answered for store {answer.centre}/{answer.incarnation}, not for this one")
    return answer.cursor
