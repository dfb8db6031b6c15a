"""Asks an application without a socket, one question at a time."""

from __future__ import annotations

from collections.abc import Mapping

import anyio
import httpx
from starlette.applications import Starlette


class Asking:
    """`headers` go with every question."""

    def __init__(self, application: Starlette) -> None:
        self._application = application
        self.headers: dict[str, str] = {}

    def get(
        self, path: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str | bytes] | None = None
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self._application)
            async with httpx.AsyncClient(transport=transport, base_url="http://office") as client:
                return await client.get(path, params=params, headers={**self.headers, **(headers or {})})  # type: ignore[dict-item]

        return anyio.run(ask)
