"""How often may be asked, when a whole hall comes through one address; and what guessing comes to."""

from __future__ import annotations

import secrets

import httpx
import pytest

from installers.demo.phone_gallery import TOKEN, WAITING, Showcase
from shared.domain.catalogue import Catalogue
from shared.pages.known import slip_key
from shared.pages.rate import ADDRESS, REMEMBERED, Rate, Rates, place
from shared.pages.server import application

pytestmark = pytest.mark.anyio
POLLS = 15  # of a phone in a minute
HALL = [secrets.token_urlsafe(16) for _ in range(500)]


@pytest.fixture
def now() -> list[float]:
    """Seconds of the clock of the rates."""
    return [0.0]


@pytest.fixture
def everybody(region_sur: Catalogue, now: list[float]) -> httpx.AsyncClient:
    """Through the one address of the hall's Wi-Fi: five hundred tickets wait, and one that is TOKEN's."""
    case = Showcase(region_sur)
    case.show("waiting")
    case.mirror.views.update({f"phone/{slip_key(token)}": WAITING for token in HALL})
    pages = application(case, Rates(lambda: now[0]))
    return httpx.AsyncClient(transport=httpx.ASGITransport(pages, client=("10.0.40.7", 1)), base_url="http://pages")


async def test_five_hundred_phones_behind_one_address_all_see_their_ticket(
    everybody: httpx.AsyncClient, now: list[float]
) -> None:
    """The control: the same pace of an address that has only its own bucket is turned away."""
    answers = set()
    alone = Rate(*ADDRESS, lambda: now[0])
    turned_away = 0
    for _ in range(2):
        for token in HALL:
            now[0] += 60 / POLLS / len(HALL)
            answers.add((await everybody.get(f"/t/{token}/now")).status_code)
            turned_away += not alone.allows("10.0.40.7")
    assert answers == {200}
    assert turned_away > 500


async def test_a_guesser_finds_nothing_is_turned_away_and_is_in_nobodys_way(
    everybody: httpx.AsyncClient, now: list[float]
) -> None:
    """Of 2 to the 128 tokens. The control: a token that there is, is found among the guesses."""
    guesses = [secrets.token_urlsafe(16) for _ in range(1_500)]
    found, seen = [], []
    for made, guess in enumerate(guesses):
        now[0] += 0.001
        found.append((await everybody.get(f"/t/{guess}/now")).status_code)
        if made % 100 == 0:
            seen.append((await everybody.get(f"/t/{TOKEN}/now")).status_code)
    assert set(found) == {404, 429}
    assert found.count(404) <= ADDRESS[1] + 2 * ADDRESS[0]
    assert set(seen) == {200}


async def test_what_a_guesser_sees_is_the_same_for_a_ticket_that_ended_and_one_that_never_was(
    region_sur: Catalogue,
) -> None:
    case = Showcase(region_sur)
    path = case.show("gone")
    pages = application(case, Rates(lambda: 0.0))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(pages), base_url="http://pages") as phone:
        for end in ("", "/now"):
            ended, never = await phone.get(path + end), await phone.get(f"/t/{'A' * 22}{end}")
            assert (ended.status_code, ended.content) == (never.status_code, never.content)
            assert dict(ended.headers) == dict(never.headers)


async def test_one_ticket_cannot_be_asked_for_without_end(everybody: httpx.AsyncClient, now: list[float]) -> None:
    answers = [(await everybody.get(f"/t/{TOKEN}/now")).status_code for _ in range(40)]
    assert answers == [200] * 30 + [429] * 10
    again = await everybody.get(f"/t/{HALL[0]}/now")
    assert again.status_code == 200
    now[0] += 1
    assert (await everybody.get(f"/t/{TOKEN}/now")).status_code == 200


async def test_whoever_is_turned_away_is_told_when_to_come_again(everybody: httpx.AsyncClient) -> None:
    for _ in range(35):
        answer = await everybody.get(f"/t/{TOKEN}")
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "5"
    assert "Espere unos segundos" in answer.text


def test_a_phone_has_one_bucket_however_many_addresses_it_makes_up() -> None:
    assert place("2001:db8:1:2::1") == place("2001:db8:1:2:ffff::9")
    assert place("2001:db8:1:2::1") != place("2001:db8:1:3::1")
    assert place("fe80::1%wlan0") == place("fe80::2")
    assert place("::ffff:10.0.40.7") == place("10.0.40.7") == "10.0.40.7"


def test_what_is_remembered_has_an_end() -> None:
    rate = Rate(1, 1, lambda: 0.0)
    for number in range(REMEMBERED + 100):
        assert rate.allows(str(number))
    assert len(rate._left) == REMEMBERED
