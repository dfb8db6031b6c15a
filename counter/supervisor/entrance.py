"""Who and what may come in: the questions about devices and people, and the orders that their answers mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter import panels, texts as said
from counter.shown import Panel, Row
from counter.supervisor import entrance_texts as texts
from counter.supervisor.hall_facts import HallFacts
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.roles import PAIRED_ROLES, DeviceRole
from shared.domain.searching import matches
from shared.lan.views import DeviceView, PairingView, PersonView

ASKS = frozenset({"devices", "device", "revoke", "pair", "pair_counter", "pair_zone", "pairing", "people", "person"})


@dataclass(frozen=True)
class Step:
    """What an answer leads to: an order, another question, or both."""

    order: c.Command | None = None
    ask: str = ""
    about: str = ""


def answer(asked: str, about: str, name: str, catalogue: Catalogue) -> Step | None:
    """None where the answer is not about this."""
    kind, _, rest = name.partition("-")
    match asked, kind:
        case "pair", "role" if rest == DeviceRole.COUNTER:
            return Step(ask="pair_counter")
        case "pair", "role" if rest == DeviceRole.BOARD and len(_zones(catalogue)) > 1:
            return Step(ask="pair_zone")
        case "pair", "role":
            return Step(c.StartPairing(DeviceRole(rest)), "pairing")
        case "pair_counter", "place":
            return Step(c.StartPairing(DeviceRole.COUNTER, counter=int(rest)), "pairing")
        case "pair_zone", "zone":
            return Step(c.StartPairing(DeviceRole.BOARD, zone=rest), "pairing")
        case "pairing", "stop":
            return Step(c.CancelPairing(), "devices")
        case "revoke", "panel":
            return Step(c.RevokeDevice(about), "devices")
    return None


def panel(asked: str, about: str, query: str, facts: HallFacts, catalogue: Catalogue, at: datetime) -> Panel | None:
    match asked:
        case "devices":
            return _devices(facts, catalogue)
        case "device" if about in facts.devices:
            return _device(facts.devices[about], catalogue)
        case "revoke":
            return panels.confirm("revoke", texts.revoke_ask(about), texts.REVOKE_HINT, texts.REVOKE_YES)
        case "pair":
            rows = tuple(Row(f"role-{role.value}", texts.ROLES[role.value]) for role in PAIRED_ROLES)
            return Panel("pair", texts.PAIR_ASK, texts.PAIR_HINT, rows, columns=2)
        case "pair_counter":
            found = [k for k in catalogue.counters if matches(query, str(k.number))]
            rows = tuple(Row(f"place-{k.number}", said.counter_name(k.number)) for k in found)
            return Panel("pair_counter", texts.PAIR_COUNTER, "", rows, search=True, columns=3)
        case "pair_zone":
            rows = tuple(Row(f"zone-{zone}", zone) for zone in _zones(catalogue))
            return Panel("pair_zone", texts.PAIR_ZONE, "", (Row("zone-", texts.WHOLE_HALL), *rows), columns=2)
        case "pairing":
            return _pairing(facts.pairing, at) if facts.pairing else None
        case "people":
            return _people(facts, catalogue, query)
        case "person" if about in catalogue.advisor:
            return _person(facts, catalogue, about)
    return None


def _zones(catalogue: Catalogue) -> list[str]:
    return sorted({counter.zone for counter in catalogue.counters})


def _devices(facts: HallFacts, catalogue: Catalogue) -> Panel:
    known = sorted(facts.devices.values(), key=lambda d: (d.state != "paired", d.role.value, d.counter, d.device))
    rows = [
        Row(
            f"device-{d.device}",
            d.device,
            texts.where(d.role.value, d.counter, d.zone),
            _standing(d, catalogue),
            tone="over" if d.state == "paired" and not d.online else "",
        )
        for d in known
    ]
    text = texts.DEVICES_HINT if rows else texts.NO_DEVICES
    return Panel("devices", texts.DEVICES, text, (Row("pair", texts.PAIR, texts.PAIR_HINT), *rows))


def _standing(device: DeviceView, catalogue: Catalogue) -> str:
    if device.state != "paired":
        return texts.REVOKED
    if device.online:
        return texts.CONNECTED
    return texts.seen(said.clock(device.seen, catalogue.timezone)) if device.seen else texts.NEVER_SEEN


def _device(device: DeviceView, catalogue: Catalogue) -> Panel:
    text = f"{texts.where(device.role.value, device.counter, device.zone)}: {_standing(device, catalogue)}."
    rows = (Row(f"revoke-{device.device}", texts.REVOKE),) if device.state == "paired" else ()
    return Panel("device", device.device, text, (*rows, Row("devices", said.BACK)))


def _pairing(pairing: PairingView, at: datetime) -> Panel:
    if pairing.state == "waiting":
        left = max(0, round((pairing.until - at).total_seconds()))
        code = f"{pairing.code[:4]} {pairing.code[4:]}"
        stop = Row("stop", texts.CANCEL_PAIRING)
        return Panel("pairing", texts.PAIR, texts.code_for(pairing.device, left), (stop,), code=code)
    text = texts.ENDED.get(pairing.state) or texts.burnt(pairing.by)
    rows = (Row("pair", texts.PAIR_ANOTHER), Row("devices", said.BACK))
    return Panel("pairing", pairing.device, text, rows)


def _people(facts: HallFacts, catalogue: Catalogue, query: str) -> Panel:
    found = sorted((a for a in catalogue.advisors if matches(query, a.id, a.name)), key=lambda a: a.name)
    rows = tuple(Row(f"person-{a.id}", a.name, _state(facts.people.get(a.id), catalogue), a.id) for a in found)
    return Panel("people", texts.PEOPLE, texts.PEOPLE_HINT if rows else texts.NOBODY, rows, search=True)


def _state(person: PersonView | None, catalogue: Catalogue) -> str:
    if person is None:
        return ""
    if person.pin == "locked":
        until = person.locked_until
        return texts.locked(said.clock(until, catalogue.timezone) if until else "")
    where = [texts.signed_in(", ".join(person.at))] if person.at else []
    return " · ".join((texts.PIN.get(person.pin, person.pin), *where))


def _person(facts: HallFacts, catalogue: Catalogue, person: str) -> Panel:
    state = _state(facts.people.get(person), catalogue)
    text = f"{state[:1].upper()}{state[1:]}. {texts.GIVE_PIN_HINT}"
    rows = (Row(f"give-{person}", texts.GIVE_PIN), Row("people", said.BACK))
    return Panel("person", catalogue.advisor[person].name, text, rows)
