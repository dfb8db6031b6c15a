"""The pages on the protocol say what the hub does: every word, every field, and examples that were heard."""

from __future__ import annotations

import ast
import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from msgspec import inspect

from shared.domain import catalogue as catalogues, commands as c
from shared.domain.commands import Command, PutAside
from shared.domain.events import EVENT_TYPES, Appointment, Because, Corrected, Learnt, PlannedStop, decode_event
from shared.domain.personal import AskedFor, Personal, PersonDocument
from shared.domain.refusals import Code
from shared.domain.slip_design import Picture
from shared.domain.template import EntityTemplate, QueueTemplate, ServiceTemplate, Template
from shared.domain.ticket import LAST_NUMBER
from shared.domain.voice import Loudness
from shared.hub import audiences, conversation, server
from shared.hub.__main__ import TICK
from shared.hub.permissions import MAY
from shared.lan import messages
from shared.lan.discovery import SERVICE
from shared.lan.messages import (
    DeviceRole,
    FromClient,
    FromHub,
    LogEntry,
    Result,
    StopShown,
    encode,
    from_client,
    from_hub,
)
from shared.lan.reconnect import FIRST, LONGEST
from shared.lan.views import RECENT_CALLS, FiguresView, StopView, UndoView, View
from shared.store.event_log import ANSWERS_KEPT
from shared.ui.hub_link import Patience
from tests.fakes.identities import connected
from tests.fakes.running_hub import FIRST_MOMENT, hello
from tests.tools.protocol_sessions import PAGES, SECRETS, Player, blocks, player, shown, steps

ROOT = Path(__file__).parent.parent
TEXT, MORNING = (page.read_text(encoding="utf-8") for page in PAGES)
SESSIONS = [session for page in (TEXT, MORNING) for session in blocks(page, "session")]


def tag(kind: type) -> str:
    return str(kind.__struct_config__.tag)  # type: ignore[attr-defined]


COMMANDS = {tag(kind): kind for kind in get_args(Command)}
EVENTS = EVENT_TYPES
VIEWS = {tag(kind): kind for kind in get_args(View)}
MESSAGES = {tag(kind): kind for union in (FromClient, FromHub, Result) for kind in get_args(union)}
OBJECTS = {
    kind.__name__: kind
    for kind in (
        *(kind for kind in vars(catalogues).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)),
        *(Appointment, Because, Corrected, Learnt, PlannedStop, StopShown, FiguresView, LogEntry, StopView, UndoView),
        *(PutAside, Template, EntityTemplate, QueueTemplate, ServiceTemplate),
        messages.Ancestor,
        *(AskedFor, Loudness, Personal, PersonDocument, Picture),
    )
}
WORDS = {"message": MESSAGES, "view": VIEWS, "command": COMMANDS, "event": EVENTS, "object": OBJECTS}
PARTS = [(word, name, kind) for word, kinds in WORDS.items() for name, kind in kinds.items()]
ANEW = "the hub says something else (python -m tests.tools.protocol_sessions writes all sessions anew):"
FROM_CLIENT = {"hello", "command", "read_log", "sign_in", "sign_out", "change_pin", "set_pin"}
IDS = [f"{word} {name}" for word, name, _ in PARTS]


def section(word: str, name: str) -> str:
    """What the page says below the heading of one word of the protocol, up to the next heading."""
    found = re.search(rf"^#+ {word} `{name}`\n(.*?)(?=^#|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found, f"the page has no heading '{word} `{name}`'"
    return found[1]


def table(text: str) -> list[list[str]]:
    """The rows of the first table in a text, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def type_text(kind: inspect.Type) -> str:
    """How the page writes a type."""
    match kind:
        case inspect.UnionType():
            if all(isinstance(part, inspect.StructType) for part in kind.types):
                return "object"
            return " or ".join(type_text(part) for part in kind.types)
        case inspect.TupleType():
            return "[" + ", ".join(type_text(part) for part in kind.item_types) + "]"
        case inspect.VarTupleType():
            return f"list of {type_text(kind.item_type)}"
        case inspect.DictType():
            return "object"
        case inspect.StructType():
            return f"`{kind.cls.__name__}`" if kind.tag is None else f"`{kind.tag}`"
        case inspect.RawType():
            return "object"
        case inspect.EnumType():
            return "string"
    plain = {"Int": "integer", "Float": "number", "Str": "string", "Bool": "boolean", "None": "null"}
    times = {"DateTime": "time", "Date": "date", "Time": "hour"}
    return {**plain, **times}[type(kind).__name__.removesuffix("Type")]


def fields(kind: type, *, with_default: bool) -> list[list[str]]:
    """What the first cells of a field's row must say: its name, its type and, for what clients send, its default."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    rows = []
    for part in info.fields:
        row = [f"`{part.encode_name}`", type_text(part.type)]
        if with_default:
            row.append("must be there" if part.required else f"`{encode(part.default)}`")
        rows.append(row)
    return rows


@pytest.mark.parametrize(("word", "name", "kind"), PARTS, ids=IDS)
def test_every_word_of_the_protocol_is_told_with_all_its_fields(word: str, name: str, kind: type) -> None:
    with_default = word == "command" or name in FROM_CLIENT
    expected = fields(kind, with_default=with_default)
    rows = table(section(word, name))
    assert [row[: 3 if with_default else 2] for row in rows] == expected
    assert all(row[-1] for row in rows), "a field without a meaning"


def test_the_page_tells_of_no_word_that_is_none() -> None:
    told = re.findall(r"^#+ (message|view|command|event|object) `(\w+)`$", TEXT, re.MULTILINE)
    assert sorted(told) == sorted((word, name) for word, name, _ in PARTS)


def refusals_in_the_code() -> dict[str, set[str]]:
    """The parameters of every code, as the rules give them."""
    found: dict[str, set[str]] = {code.value: set() for code in Code}
    for path in (ROOT / "shared").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
                code = Code[getattr(node.args[0], "attr", "")]
                found[code.value] |= {keyword.arg for keyword in node.keywords if keyword.arg}
    found["not_understood"] = {"problem"}  # never sent by a hub
    return found


def test_every_refusal_is_told_with_its_parameters() -> None:
    (text,) = re.findall(r"^## Refusals\n(.*?)^## ", TEXT, re.MULTILINE | re.DOTALL)
    rows = table(text)
    told = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[1])) for row in rows}
    assert told == refusals_in_the_code()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_who_may_give_it(name: str) -> None:
    given = re.search(r"^Given by: (.+?)\. Answer: ", section("command", name), re.MULTILINE)
    assert given
    roles = [role.value for role, may in MAY.items() if COMMANDS[name] in may]
    assert given[1] == (", ".join(roles) or "nobody, the hub gives it to itself")


def test_every_refusal_that_a_command_names_exists() -> None:
    codes = {code.value for code in Code}
    for name in COMMANDS:
        refused = re.search(r"^Refused with: (.+)$", section("command", name), re.MULTILINE)
        named = set(re.findall(r"`(\w+)`", refused[1])) if refused else set()
        assert named <= codes, name


def test_the_numbers_of_the_protocol_are_those_of_the_code() -> None:
    pace = Patience()
    text = " ".join(TEXT.split())
    for sentence in (
        f"Protocol {messages.PROTOCOL}",
        f"port {messages.DEFAULT_PORT}",
        f"`{SERVICE.removesuffix('.local.')}`",
        f"{messages.MAX_FRAME // 1024} KiB",
        f"within {server.HELLO_WITHIN:.0f} seconds",
        f"ping every {server.PING_EVERY:.0f} seconds",
        f"no pong comes within {server.PONG_WITHIN:.0f}.",
        f"Once in {TICK:.0f} seconds",
        f"the last {RECENT_CALLS} of the day",
        f"all its {LAST_NUMBER} numbers",
        f"not come within {pace.welcome_within / 1000:.0f} seconds",
        f"Ping the hub every {pace.ping_every / 1000:.0f} seconds, and give it up when no pong comes within "
        f"{pace.pong_within / 1000:.0f} more",
        f"wait {FIRST} seconds",
        f"{LONGEST:.0f} seconds, each time multiplied",
        f"1 to {conversation.LONGEST_ID} characters",
        f"at most {conversation.LOG_LIMIT} events",
        f"{audiences.TOO_SLOW // 1024**2} MiB",
        f"{ANSWERS_KEPT.total_seconds() / 3600:.0f} hours",
    ):
        assert sentence in text, sentence


ORDERS = [
    c.BeginInterruption("other", queue="PJ"),
    c.OpenCounter(20, "a020"),
    *[c.IssueTicket("PJ01")] * 3,
    c.CallNext(20),
    c.StartAttention(20),
    c.HoldTicket(20, "form"),
    c.IssueTicket("PJ01", preferential=True),
    c.CallTicket(20, 2026112300002),
    c.StartAttention(20),
    c.PlanStops(20, (PlannedStop("PJ", "PJ01", 45),)),
    c.FinishAttention(20),
    c.CallNext(20),
    c.MarkAbsent(20),
    c.IssueTicket("PJ01", preferential=True),
    c.CallTicket(20, 2026112300003),
    c.AskHelp("kiosk-1"),
    c.AdmitDevice("kiosk-1", DeviceRole.KIOSK, "ab" * 32),
]
"""One is pending, one called by hand before a preferential one, one comes back later, one was absent."""


@pytest.mark.logs("cannot prove it to kiosk-1")
def test_every_role_is_shown_what_the_page_says(tmp_path: Path) -> None:
    (text,) = re.findall(r"^### Roles\n(.*?)^### ", TEXT, re.MULTILINE | re.DOTALL)
    told = {row[0].strip("`"): set(re.findall(r"`([a-z_/.]+)`", row[3])) for row in table(text)}

    async def shown_to(role: DeviceRole, playing: Player) -> set[str]:
        counter = 20 if role is DeviceRole.COUNTER else 0
        async with connected([playing.running.url], hello(role, counter=counter)) as client:
            return {re.sub(r"/.*", "/...", key) for key in client.mirror.views}

    async def journey() -> None:
        async with player(TEXT, tmp_path) as playing:
            playing.running.hub.keeper.room.is_low = True
            for order in ORDERS:
                await playing.running.hub.order(order)
            playing.running.desk.entrance.pairing.start(c.StartPairing(DeviceRole.BOARD), "board-1", FIRST_MOMENT)
            playing.running.desk.office_line.told(
                c.TellOfficeLine("online", 0, False, None, None, 0), "sync-1", FIRST_MOMENT
            )
            playing.running.desk.printers.told(c.TellPrinter("paper_out"), "kiosk-1", FIRST_MOMENT)
            report = c.ReportImpostor("192.0.2.9:7171")
            playing.running.desk.entrance.order(report, "kiosk-1", playing.running.hub.committed.centre, FIRST_MOMENT)
            async with connected([playing.running.url], hello(DeviceRole.KIOSK)):  # whose printer has no paper
                assert {role.value: await shown_to(role, playing) for role in DeviceRole} == told

    asyncio.run(journey())


def parts_of(value: Any) -> Iterator[Any]:
    """A JSON value and everything in it."""
    yield value
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from parts_of(part)


def unsecret(value: Any) -> Any:
    """A copy in which secrets are only as long as they are."""
    if isinstance(value, list):
        return [unsecret(part) for part in value]
    if isinstance(value, dict):
        parts = ((re.sub(r"^phone/.*", "phone", key), part) for key, part in value.items())
        return {key: len(part) if key in SECRETS else unsecret(part) for key, part in parts}
    return value


def secrets(value: Any) -> list[str]:
    return [part[key] for part in parts_of(value) if isinstance(part, dict) for key in SECRETS if key in part]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """Plays all sessions of the page; every frame heard at a real hub, each equal to the page's."""
    same: dict[str, str] = {}  # secrets of the page, and what the hub said in their place

    async def session(text: str, playing: Player) -> None:
        for step in steps(text):
            if step.way == ">":
                await playing.say(step)
            elif not step.way:
                await playing.happen(step.value)
            else:
                frame = await playing.hear(step.line, step.value["type"])
                assert unsecret(frame) == unsecret(step.value), f"{ANEW}\n{step.line} < {shown(frame)}"
                for told, found in zip(secrets(step.value), secrets(frame), strict=True):
                    assert same.setdefault(told, found) == found
        assert await playing.unheard() == []

    async def morning() -> list[Any]:
        async with player(TEXT, tmp_path_factory.mktemp("protocol")) as playing:
            for text in SESSIONS:
                await session(text, playing)
            await playing.end()
            return playing.heard

    return asyncio.run(morning())


def test_the_sessions_of_the_page_happen_as_it_tells(heard: list[Any]) -> None:
    assert len(heard) > 30


@pytest.mark.parametrize("example", [json.loads(text) for text in blocks(TEXT, "json")], ids=lambda e: str(e["type"]))
def test_every_example_was_heard_and_is_decoded_and_encoded_as_it_is(example: Any, heard: list[Any]) -> None:
    name = example["type"]
    assert again(example) == example
    said_by_client = name in FROM_CLIENT or name in COMMANDS
    traffic = said() if said_by_client else heard
    assert unsecret(example) in [unsecret(part) for frame in traffic for part in parts_of(frame)]


def said() -> list[Any]:
    """Everything that clients say in the sessions."""
    return [step.value for text in SESSIONS for step in steps(text) if step.way == ">"]


def again(value: Any) -> Any:
    """A value of the protocol decoded and encoded; what a client left out stays left out."""
    name, frame = value["type"], json.dumps(value)
    if name in FROM_CLIENT:
        return only(json.loads(encode(from_client(frame))), value)
    if name in COMMANDS:
        return only(json.loads(msgspec.json.encode(msgspec.json.decode(frame, type=Command))), value)
    if name in EVENTS:
        return json.loads(msgspec.json.encode(decode_event(frame.encode())))
    if name in VIEWS:
        return json.loads(msgspec.json.encode(msgspec.json.decode(frame, type=View)))
    if name in ("receipt", "called", "done"):
        return json.loads(msgspec.json.encode(msgspec.json.decode(frame, type=Result)))
    return json.loads(encode(from_hub(frame)))


def only(whole: Any, part: Any) -> Any:
    """What `part` names of `whole`."""
    if isinstance(part, dict):
        return {key: only(whole[key], part[key]) for key in part}
    return whole


def test_all_that_is_said_in_the_sessions_is_encoded_as_it_is(heard: list[Any]) -> None:
    for frame in heard:
        assert again(frame) == frame
        for entry in frame.get("entries", ()):
            assert again(entry["body"]) == entry["body"]


def test_every_kind_of_message_view_and_event_is_seen_in_a_session(heard: list[Any]) -> None:
    seen = {
        part["type"]
        for frame in [*heard, *said()]
        for part in parts_of(frame)
        if isinstance(part, dict) and "type" in part
    }
    assert (MESSAGES.keys() | VIEWS.keys() | EVENTS.keys() | COMMANDS.keys()) - seen == RARE


RARE = {
    "spare_number_voided",
    "clock_stepped",
    "store_restored",
    "note_clock_step",
    "change_catalogue",
    *("take_template", "template_received", "tell_office_line", "office_line", "tell_printer", "printer"),
    *("rate_visit", "visit_rated"),
    "pass_time",
    "passing",
    "stop_freed",
} | {
    *("start_pairing", "cancel_pairing", "admit_device", "revoke_device", "report_impostor"),
    *("device", "pairing", "impostor", "device_paired", "device_revoked", "alert"),
    *("sign_in", "sign_out", "change_pin", "set_pin", "signed_in"),
    *("show_document", "document", "document_given", "document_seen", "clock"),
    *("ask_personal", "erase_personal", "personal_held", "personal_asked", "personal_erased"),
}
"""The hub alone gives these orders, no ordinary ticket goes before a preferential one on an ordinary morning, all
devices were paired the day before, the office said nothing, and the hub's disk and clock are well."""


def test_a_command_is_answered_with_what_the_page_says(heard: list[Any]) -> None:
    answers = {frame["request"]: frame["result"]["type"] for frame in heard if frame["type"] == "answer"}
    for frame in said():
        if frame["type"] == "command" and frame.get("request") in answers:
            name = frame["command"]["type"]
            assert f" Answer: `{answers[frame['request']]}`." in section("command", name), name
