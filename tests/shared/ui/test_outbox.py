"""Orders that outlive the program that gave them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from shared.domain.commands import CallNext, IssueTicket, NoteAttended, TransferTicket
from shared.domain.personal import DocumentKind, PersonDocument
from shared.lan.messages import Answer, Ask, DeviceRole, Done, Hello, Refused
from shared.store.journal import Journal
from shared.ui.hub_link import HubLink
from shared.ui.outbox import Outbox, opened
from tests.fakes.identities import identity_for
from tests.fakes.scripted_hub import ScriptedHub

KIOSK = Hello((1, 1), DeviceRole.KIOSK, "kiosk-1")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite")
    yield journal
    journal.close()


def test_an_order_is_on_disk_before_it_is_sent_and_is_sent_again_by_the_next_life(
    journal: Journal, qtbot: QtBot
) -> None:
    first = HubLink(KIOSK, list, identity_for(KIOSK), outbox=Outbox(journal))
    request = first.send(IssueTicket("PJ01"))
    assert [kept.request for kept in journal.orders("open")] == [request]
    hub = ScriptedHub()
    second = HubLink(KIOSK, lambda: [hub.url], identity_for(KIOSK), outbox=Outbox(journal))
    with qtbot.waitSignal(hub.hears, check_params_cb=lambda message: isinstance(message, Ask)):
        second.start()
    assert hub.asks == [Ask(request, IssueTicket("PJ01"))]
    with qtbot.waitSignal(second.answered):
        hub.say(Answer(request, 7, Done()))
    assert [msgspec.json.decode(kept.answer, type=Answer).seq for kept in journal.orders("answered")] == [7]
    second.stop()
    hub.go()
    assert Outbox(journal).waiting() == []


def test_a_refusal_settles_an_order(journal: Journal) -> None:
    outbox = Outbox(journal)
    outbox.keep(Ask("r1", CallNext(20)))
    outbox.heard(Refused("r1", "nobody_waiting", {}))
    assert [kept.request for kept in journal.orders("settled")] == ["r1"]


def test_a_call_from_before_the_break_is_not_made_to_an_empty_chair(journal: Journal) -> None:
    long_ago = datetime.now(UTC) - timedelta(minutes=10)
    journal.keep("r1", long_ago, msgspec.json.encode(CallNext(20)))
    journal.keep("r2", long_ago, msgspec.json.encode(NoteAttended(20, "served", long_ago, 7)))
    assert [ask.request for ask in Outbox(journal).waiting()] == ["r2"]
    assert [ask.request for ask in Outbox(journal, timedelta(hours=48)).waiting()] == ["r2"]


def test_an_order_of_another_version_is_put_away(journal: Journal) -> None:
    journal.keep("r1", datetime.now(UTC), b'{"type": "bless_ticket"}')
    assert Outbox(journal).waiting() == []
    assert [kept.request for kept in journal.orders("settled")] == ["r1"]


def test_what_an_advisor_writes_about_a_citizen_stays_off_the_disk(journal: Journal) -> None:
    Outbox(journal).keep(Ask("r1", TransferTicket(20, "BN", note="no oye bien")))
    assert journal.orders("open") == []


@pytest.mark.logs("this device remembers nothing")
def test_a_journal_that_cannot_be_used_keeps_nobody_from_working(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    outbox = opened(tmp_path / "file" / "journal.sqlite")
    outbox.keep(Ask("r1", CallNext(20)))
    outbox.heard(Answer("r1", 1, Done()))
    assert outbox.waiting() == []


@pytest.mark.logs("cannot be written")
def test_an_order_is_sent_though_the_disk_is_full(journal: Journal) -> None:
    journal._db.execute("PRAGMA query_only = ON")
    link = HubLink(KIOSK, list, identity_for(KIOSK), outbox=Outbox(journal))
    assert link.send(IssueTicket("PJ01"))


def test_an_order_keeps_its_id_on_the_disk_but_not_the_number_of_a_document(journal: Journal, tmp_path: Path) -> None:
    document = PersonDocument(DocumentKind.DNI, "40318827")
    Outbox(journal).keep(Ask("r1", IssueTicket("PJ01", document=document)))
    assert Outbox(journal).waiting() == [Ask("r1", IssueTicket("PJ01"))]
    assert not any(b"40318827" in path.read_bytes() for path in tmp_path.iterdir())


def test_a_note_waits_until_somebody_has_signed_in(journal: Journal, qtbot: QtBot) -> None:
    hub = ScriptedHub()
    link = HubLink(KIOSK, lambda: [hub.url], identity_for(KIOSK), outbox=Outbox(journal))
    note = NoteAttended(20, "served", datetime.now(UTC), number="PJ 048")
    refused: list[Refused] = []
    link.refused.connect(refused.append)
    request = link.send(note)
    with qtbot.waitSignal(hub.hears, check_params_cb=lambda message: isinstance(message, Ask)):
        link.start()
    hub.say(Refused(request, "not_signed_in", {}))
    with qtbot.waitSignal(hub.hears, check_params_cb=lambda message: isinstance(message, Ask)):
        hub.say(msgspec.structs.replace(hub.welcome(), person="a020"))
    assert hub.asks == [Ask(request, note)] * 2
    assert refused == []
    assert [kept.request for kept in journal.orders("open")] == [request]
    link.stop()
    hub.go()
