from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from shared.domain.commands import IssueTicket
from shared.domain.events import Because
from shared.lan.messages import (
    Answer,
    Ask,
    Called,
    Changes,
    DeviceRole,
    Done,
    FromHub,
    Hello,
    Log,
    LogEntry,
    Message,
    Problem,
    ReadLog,
    Receipt,
    Refused,
    StopShown,
    Welcome,
    encode,
    from_client,
    from_hub,
)
from shared.lan.views import HallView

NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
RECEIPT = Receipt(
    2026112300001, "PJ 001", "PJ01", "PJ", True, "es", NOON, 0, (NOON, NOON), (StopShown("PJ", "PJ01", (20, 21)),), "t"
)


@pytest.mark.parametrize(
    "message",
    [
        Hello((1, 3), DeviceRole.COUNTER, "counter-20", counter=20, person="a001"),
        Ask("r1", IssueTicket("PJ01", preferential=True)),
        ReadLog("r2", 7, 100, whole_day=True),
    ],
)
def test_what_a_client_says_is_heard_as_it_was_meant(message: Message) -> None:
    assert from_client(encode(message)) == message
    assert from_client(encode(message).encode()) == message


@pytest.mark.parametrize(
    "message",
    [
        Welcome(1, "region-sur", "0123456789abcdef", 4, NOON, 7, {"hall": HallView(NOON.date(), open=True)}),
        Changes(8, NOON, {"hall": HallView(None, open=False)}, ("service/PJ01",)),
        Answer("r1", 8, RECEIPT),
        Answer("r1", 8, Called(2026112300001, "PJ 001", 20, Because("arrival", 60, 3))),
        Answer("r1", 8, Done()),
        Refused("r1", "counter_busy", {"counter": 20, "ticket": 2026112300001}),
        Log("r2", (LogEntry(1, NOON, "", 1, "hub", "", msgspec.Raw(b'{"type":"new"}')),), 9),
        Problem("no such thing", "r1"),
    ],
)
def test_what_the_hub_says_is_heard_as_it_was_meant(message: FromHub) -> None:
    assert from_hub(encode(message)) == message


def test_a_message_may_leave_out_what_has_a_default() -> None:
    assert from_client('{"type":"hello","protocol":[1,1],"role":"kiosk","device":"kiosk-1"}') == Hello(
        (1, 1), DeviceRole.KIOSK, "kiosk-1"
    )


def test_unknown_fields_are_ignored_so_that_a_newer_hub_can_say_more() -> None:
    assert from_hub('{"type":"problem","problem":"p","request":"","colour":"red"}') == Problem("p")
    assert from_client('{"type":"read_log","request":"r","after":0,"colour":"red"}') == ReadLog("r", 0)


def test_an_order_with_an_unknown_field_is_not_understood() -> None:
    """A misspelt field would otherwise be an order for something else."""
    frame = '{"type":"command","request":"r","command":{"type":"call_next","counter":20,"finnish":true}}'
    with pytest.raises(msgspec.ValidationError, match="unknown field `finnish` - at `"):
        from_client(frame)


@pytest.mark.parametrize(
    ("frame", "where"),
    [
        ('{"type":"hello","protocol":[1],"role":"kiosk","device":"k"}', "$.protocol"),
        ('{"type":"command","request":"r","command":{"type":"call_next","counter":"20"}}', "$.command.counter"),
        ('{"type":"read_log","request":"r"}', "missing required field `after`"),
        ('{"type":"welcome"}', "$.type"),
    ],
)
def test_what_is_wrong_with_a_message_is_named_with_its_place(frame: str, where: str) -> None:
    with pytest.raises(msgspec.DecodeError) as error:
        from_client(frame)
    assert where in str(error.value)


def test_times_are_told_in_utc_with_a_z() -> None:
    assert '"now":"2026-11-23T17:00:00Z"' in encode(Changes(1, NOON, {}))
