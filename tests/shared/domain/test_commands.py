"""Orders as they come over the line."""

from __future__ import annotations

import msgspec
import pytest

from shared.domain import commands as c

read = msgspec.json.Decoder(c.Command).decode


def test_an_order_names_its_type_and_leaves_out_what_has_a_default() -> None:
    assert read(b'{"type": "issue_ticket", "service": "PJ01"}') == c.IssueTicket("PJ01")
    assert read(b'{"type": "call_next", "counter": 20}') == c.CallNext(20)


@pytest.mark.parametrize(
    "order",
    [
        b'{"type": "issue_ticket", "servicio": "PJ01"}',
        b'{"type": "issue_ticket", "service": 1}',
        b'{"type": "hold_ticket", "counter": 20}',
        b'{"type": "call_next", "counter": "20"}',
        b'{"type": "call_nxt", "counter": 20}',
        b'{"counter": 20}',
    ],
)
def test_an_order_with_an_unknown_missing_or_mistyped_part_is_not_read(order: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        read(order)


def test_every_order_survives_the_line() -> None:
    for kind in c.Order.__subclasses__():
        fields = {
            "counter": 20,
            "ticket": 7,
            "service": "PJ01",
            "queue": "PJ",
            "services": ("PJ01",),
            "advisor": "a020",
        }
        fields |= {"code": "48213377", "appointments": []}
        fields |= {"role": "kiosk", "device": "kiosk-1", "certificate": "ab", "address": "192.0.2.9:7171"}
        fields |= {"stops": [{"queue": "PJ"}], "reason": "other", "seconds": 5.0, "day": "2026-11-23", "how": "stopped"}
        fields |= {"interruption": 1, "call": 1, "since": "2026-11-23T15:10:00Z"}
        fields |= {
            "letter": "A",
            "number": 1 if kind is c.MergeSpare else "PJ 047",
            "first": 1,
            "last": 2,
            "outcome": "served",
        }
        fields |= {"document": {"kind": "dni", "number": "00471183"}}
        fields |= dict.fromkeys(("taken_at", "from_at", "to_at", "attended_at"), "2026-11-23T14:00:00Z")
        if kind is c.MergeSpare:
            fields["first"] = "r1"
        if kind is c.TakeTemplate:
            fields |= {"since": "2026-11-24", "version": 1, "digest": "ab", "part": 1, "parts": 1, "template": {}}
        if kind is c.TellOfficeLine:
            fields |= {"state": "online", "waiting": 0, "more": False, "oldest": None, "heard_at": None, "speed": 0}
        if kind is c.RateVisit:
            fields |= {"satisfaction": 4}
        if kind is c.TellPrinter:
            fields |= {"state": "ready"}
        if kind is c.ChangeCatalogue:
            continue  # comes from the hub's own centre file, never over the line
        told = {k: v for k, v in fields.items() if k in kind.__struct_fields__} | {"type": kind.__struct_config__.tag}
        order = read(msgspec.json.encode(told))
        assert type(order) is kind
        assert read(msgspec.json.encode(order)) == order
