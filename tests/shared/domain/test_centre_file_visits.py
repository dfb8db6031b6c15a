"""Itineraries, calls and moves as people write them in the centre file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain.catalogue import Calls, Catalogue, Itinerary, Leg, Visits
from shared.domain.centre_file import CentreFileError, read_centre

ROOT = Path(__file__).resolve().parents[3]
SMALL: str = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "centre-file.md").read_text("utf-8"), re.DOTALL)[0]

PJ = """
[[itinerary]]
id = "penales"
service = "PJ01"
stops = ["BN01", { service = "PJ01", free = true }, { service = "PJ02", gap_minutes = 45, expires_minutes = 240 }]
"""


def mistake(text: str) -> str:
    with pytest.raises(CentreFileError) as raised:
        read_centre(SMALL + text, "small.toml")
    (only,) = raised.value.mistakes
    return only.partition(": ")[2]


def test_an_itinerary_is_read_whole() -> None:
    centre = read_centre(SMALL + PJ, "small.toml")
    stops = (Leg("BN01"), Leg("PJ01", free=True), Leg("PJ02", 45, 240))
    assert centre.itinerary == {"PJ01": Itinerary("penales", "PJ01", stops)}


def test_a_centre_without_any_of_it_has_none_of_it() -> None:
    centre = read_centre(SMALL, "small.toml")
    assert (centre.itineraries, centre.calls, centre.visits) == ((), Calls(), Visits())


def test_calls_visits_and_caps_are_read() -> None:
    text = (
        SMALL
        + """
[calls]
before_absent = 2
grace_minutes = 15
returns_to = "tail"
[visits]
transfer_to = "first"
hold_minutes = 20
"""
    )
    centre = read_centre(text.replace('code = "PJ01"', 'code = "PJ01"\ncap = 20\ncap_minutes = 30'), "small.toml")
    assert centre.calls == Calls(before_absent=2, grace_minutes=15, returns_to="tail")
    assert centre.visits == Visits(transfer_to="first", hold_minutes=20)
    assert (centre.service["PJ01"].cap, centre.service["PJ01"].cap_minutes) == (20, 30)


def test_region_sur_has_the_five_itineraries(region_sur: Catalogue) -> None:
    assert {i.id: [leg.service for leg in i.stops] for i in region_sur.itineraries} == {
        "penales": ["BN01", "PJ01"],
        "judiciales": ["BN01", "IN01"],
        "pasaporte": ["BN01", "MT01", "ME01"],
        "dni-duplicado": ["BN01", "RT01"],
        "policiales": ["BN01", "PA01"],
    }
    assert region_sur.itinerary["MT01"].stops[2].gap == 45


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PJ + PJ.replace("penales", "otro"), "'PJ01' has the itinerary 'penales' already"),
        (PJ.replace('"BN01"', '"BN09"'), "there is no service 'BN09', did you mean 'BN01'?"),
        (PJ.replace('["BN01",', '["PJ02",'), "a service stands in it twice"),
        (PJ.replace('service = "PJ01"\n', 'service = "BN02"\n'), "there is no service 'BN02', did you mean 'BN01'?"),
        (PJ.replace('["BN01",', '[{ service = "BN01", gap_minutes = 5 },'), "the first stop has no `gap_minutes`"),
        (PJ.replace("gap_minutes = 45", "free = true"), "`expires_minutes` is for a stop with `gap_minutes`"),
        (PJ.replace("gap_minutes = 45,", "gap_minutes = 45, free = true,"), "a stop is either `free` or comes after"),
        (PJ.replace("free", "fre"), "unknown key, did you mean 'free'?"),
        ('[[itinerary]]\nid = "x"\nservice = "PJ01"\nstops = []\n', "expected a list of services"),
        ('[calls]\nreturns_to = "last"\n', "expected 'arrival' or 'first' or 'tail', found 'last'"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(text: str, said: str) -> None:
    assert said in mistake(text)
