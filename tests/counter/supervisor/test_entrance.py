"""Devices and people on the supervisor's page: pairing, revoking, PINs, and screens that are gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from counter.supervisor import entrance_texts as texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.watch import Watch
from shared.domain import commands as c
from shared.domain.device import DeviceState
from shared.domain.roles import DeviceRole
from shared.lan import views as v
from tests.counter.supervisor.test_watch import facts_of

ANY = Any


@pytest.fixture
def facts(busy_hall: ANY) -> HallFacts:
    now = busy_hall.now
    kiosk = v.DeviceView("kiosk-1", DeviceRole.KIOSK, 0, "", DeviceState.PAIRED, now, online=True)
    desk = v.DeviceView(
        "counter-20", DeviceRole.COUNTER, 20, "", DeviceState.PAIRED, now, online=False, seen=now - timedelta(minutes=5)
    )
    gone = v.DeviceView("kiosk-9", DeviceRole.KIOSK, 0, "", DeviceState.REVOKED, now, online=False)
    people = {
        "a020": v.PersonView("a020", "locked", now + timedelta(minutes=2)),
        "a021": v.PersonView("a021", "ready", at=("counter-21",)),
        "a022": v.PersonView("a022", "none"),
    }
    return facts_of(busy_hall, devices={d.device: d for d in (kiosk, desk, gone)}, people=people)


@pytest.fixture
def watch(facts: HallFacts) -> Watch:
    watch = Watch("s01")
    watch.see(facts)
    return watch


def shown(watch: Watch, at: ANY) -> dict[str, tuple[str, str]]:
    panel = watch.panel(at)
    assert panel
    return {row.name: (row.text, row.detail) for row in panel.rows}


def test_devices_are_listed_with_where_they_stand_and_when_they_were_seen(watch: Watch, busy_hall: ANY) -> None:
    watch.press("devices", busy_hall.now)
    rows = shown(watch, busy_hall.now)
    assert list(rows) == ["pair", "device-counter-20", "device-kiosk-1", "device-kiosk-9"]
    assert rows["device-counter-20"] == ("Módulo 20", "visto a las 09:25")
    assert rows["device-kiosk-1"] == ("Kiosco", texts.CONNECTED)
    assert rows["device-kiosk-9"] == ("Kiosco", texts.REVOKED)


def test_a_device_is_revoked_only_after_a_question(watch: Watch, busy_hall: ANY) -> None:
    presses = ("devices", "device-kiosk-1", "revoke-kiosk-1", "panel-yes")
    assert [watch.press(name, busy_hall.now) for name in presses] == [None, None, None, c.RevokeDevice("kiosk-1")]


@pytest.mark.parametrize(
    ("presses", "order"),
    [
        (("role-kiosk",), c.StartPairing(DeviceRole.KIOSK)),
        (("role-counter", "place-20"), c.StartPairing(DeviceRole.COUNTER, counter=20)),
        (("role-sync",), c.StartPairing(DeviceRole.SYNC)),
    ],
)
def test_pairing_asks_what_it_is_and_where(watch: Watch, busy_hall: ANY, presses: tuple[str, ...], order: ANY) -> None:
    watch.press("devices", busy_hall.now)
    watch.press("pair", busy_hall.now)
    assert [watch.press(name, busy_hall.now) for name in presses][-1] == order


def test_the_code_stands_large_with_what_is_left_of_its_time_and_how_it_ended(
    watch: Watch, facts: HallFacts, busy_hall: ANY
) -> None:
    now = busy_hall.now
    watch.press("pair", now)
    watch.press("role-kiosk", now)
    waiting = v.PairingView("waiting", "kiosk-2", DeviceRole.KIOSK, 0, "", now + timedelta(seconds=97), "27340915")
    for pairing, code, words in (
        (waiting, "2734 0915", "97 s"),
        (replace(waiting, state="burnt", code="", by="192.0.2.7"), "", "192.0.2.7"),
        (replace(waiting, state="paired", code=""), "", "Listo"),
        (replace(waiting, state="expired", code=""), "", "venció"),
    ):
        watch.see(HallFacts(**{**vars(facts), "pairing": pairing}))
        panel = watch.panel(now)
        assert panel
        assert panel.code == code
        assert words in panel.text
    watch.see(HallFacts(**{**vars(facts), "pairing": waiting}))
    assert watch.press("stop", now) == c.CancelPairing()


def test_people_are_shown_with_their_pin_and_where_they_are(watch: Watch, busy_hall: ANY) -> None:
    watch.press("people", busy_hall.now)
    rows = shown(watch, busy_hall.now)
    assert rows["person-a020"] == ("bloqueado hasta las 09:32", "a020")
    assert rows["person-a021"] == ("con PIN · en counter-21", "a021")
    assert rows["person-a022"][0] == "sin PIN"


@pytest.mark.parametrize(("minutes", "told"), [(2, False), (3, True)])
def test_a_citizen_before_a_dead_screen_is_told_after_three_minutes(
    watch: Watch, facts: HallFacts, busy_hall: ANY, minutes: int, told: bool
) -> None:
    now = busy_hall.now
    away = replace(facts.counters[8], away_since=now - timedelta(minutes=minutes))
    watch.see(HallFacts(**{**vars(facts), "counters": {**facts.counters, 8: away}}))
    assert any("sin conexión" in alert.sentence for alert in watch.view(now).alerts) is told
    watch.press("counter-8", now)
    panel = watch.panel(now)
    assert panel
    assert "Sin conexión desde las" in panel.text
    assert panel.rows[0].name.startswith("release-")


def test_an_impostor_is_the_first_alert(watch: Watch, facts: HallFacts, busy_hall: ANY) -> None:
    met = v.ImpostorView("192.0.2.9:7171", "kiosk-1", busy_hall.now)
    watch.see(HallFacts(**{**vars(facts), "impostors": (met,)}))
    assert "192.0.2.9" in watch.view(busy_hall.now).alerts[0].sentence
