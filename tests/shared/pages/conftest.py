from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from installers.demo.phone_gallery import Showcase
from shared.domain.catalogue import Catalogue
from shared.pages.known import Known
from shared.pages.rate import Rates
from shared.pages.server import application


@pytest.fixture
def case(region_sur: Catalogue) -> Showcase:
    return Showcase(region_sur)


@asynccontextmanager
async def phones_at(known: Known, rates: Rates, address: str = "10.0.40.7") -> AsyncIterator[httpx.AsyncClient]:
    """Whoever asks from one address."""
    transport = httpx.ASGITransport(application(known, rates), client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://pages") as phones:
        yield phones
