"""A screen's line to the hub, against a hub that is scripted, over real sockets on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWebSockets import QWebSocket
from pytestqt.qtbot import QtBot

from shared.domain.commands import CallNext, IssueTicket, Recall, ReportImpostor
from shared.hub.trust import Trust
from shared.lan.messages import Answer, Changes, DeviceRole, Done, Hello, Problem, Refused
from shared.lan.views import HallView
from shared.ui.hub_link import HubLink, Patience
from tests.fakes import identities
from tests.fakes.identities import identity_for
from tests.fakes.scripted_hub import ScriptedHub, Wire

KIOSK = Hello((1, 1), DeviceRole.KIOSK, "kiosk-1")
COUNTER = Hello((1, 1), DeviceRole.COUNTER, "counter-20", counter=20)
QUICK = Patience(ping_every=20, pong_within=200, welcome_within=500, first_pause=0.002, longest_pause=0.01)
CALM = Patience(ping_every=20, pong_within=5_000, welcome_within=5_000, first_pause=0.002, longest_pause=0.01)
NOBODY = "wss://127.0.0.1:1"
OPEN = HallView(None, open=True)
CLOSED = HallView(None, open=False)

Make = Callable[..., HubLink]


@pytest.fixture
def hub() -> Iterator[ScriptedHub]:
    hub = ScriptedHub()
    yield hub
    hub.go()


@pytest.fixture
def make(hub: ScriptedHub) -> Iterator[Make]:
    links = []

    def make(*places: str, patience: Patience = CALM) -> HubLink:
        link = HubLink(KIOSK, lambda: list(places or (hub.url,)), identity_for(KIOSK), patience=patience)
        links.append(link)
        return link

    yield make
    for link in links:
        link.stop()


@pytest.fixture
def link(make: Make, qtbot: QtBot) -> HubLink:
    """One that is online."""
    link = make()
    with qtbot.waitSignal(link.online):
        link.start()
    return link


def told(link: HubLink) -> list[object]:
    """Everything the link tells from now on: online, answered, refused."""
    heard: list[object] = []
    for signal in (link.online, link.answered, link.refused):
        signal.connect(heard.append)
    return heard


def settle(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    """Wait until all that was said before has been heard on both sides."""
    before = len(hub.asks)
    with qtbot.waitSignals([link.answered, hub.hears]):
        hub.hears.connect(lambda message: hub.say(Answer(message.request, 0, Done())))
        link.send(Recall(99))
    hub.hears.disconnect()
    assert len(hub.asks) == before + 1


def test_it_says_hello_and_shows_what_the_hub_shows(make: Make, hub: ScriptedHub, qtbot: QtBot) -> None:
    hub.snapshot = {"hall": OPEN}
    link = make()
    heard = told(link)
    link.changed.connect(heard.append)
    with qtbot.waitSignal(link.changed):
        link.start()
    assert heard == [True, frozenset({"hall"})]
    assert hub.hellos == [KIOSK]
    assert link.is_online
    assert link.mirror.get("hall", HallView) == OPEN


def test_changes_are_told_by_key(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.changed) as signal:
        hub.say(Changes(7, hub.now, {"hall": CLOSED}))
    assert signal.args == [frozenset({"hall"})]
    assert link.mirror.get("hall", HallView) == CLOSED
    assert link.mirror.seq == 7


def test_its_time_is_the_hubs(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    assert timedelta(0) <= link.now() - hub.now < timedelta(seconds=30)
    with qtbot.waitSignal(link.changed):
        hub.say(Changes(7, hub.now + timedelta(hours=3), {}))
    assert timedelta(hours=3) <= link.now() - hub.now < timedelta(hours=3, seconds=30)


@pytest.mark.logs("hub lost")
def test_it_comes_back_after_a_break_with_a_fresh_snapshot(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    heard = told(link)
    hub.snapshot = {"hall": CLOSED}
    hub.drop()
    qtbot.waitUntil(lambda: heard == [False, True])
    assert hub.hellos == [KIOSK, KIOSK]
    assert link.mirror.get("hall", HallView) == CLOSED


@pytest.mark.logs("hub lost")
def test_it_comes_back_when_the_hub_begins_again(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.online):
        hub.go()
    assert not link.is_online
    with qtbot.waitSignal(link.online):
        hub.come()
    assert link.is_online


@pytest.mark.logs("hub lost")
def test_an_order_without_an_answer_is_sent_again_under_its_id_and_told_once(
    link: HubLink, hub: ScriptedHub, qtbot: QtBot
) -> None:
    heard = told(link)
    with qtbot.waitSignal(hub.hears):
        request = link.send(IssueTicket("PJ01"))
    hub.drop()
    qtbot.waitUntil(lambda: len(hub.asks) == 2)
    assert hub.asks[0] == hub.asks[1]
    assert hub.asks[0].request == request
    answer = Answer(request, 9, Done())
    hub.say(answer)
    hub.say(answer)
    qtbot.waitUntil(lambda: answer in heard)
    settle(link, hub, qtbot)
    assert heard[:3] == [False, True, answer]
    assert heard.count(answer) == 1


@pytest.mark.logs("hub lost")
def test_an_order_that_was_answered_is_not_sent_again(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    settle(link, hub, qtbot)
    sent = len(hub.asks)
    with qtbot.waitSignals([link.online, link.online]):
        hub.drop()
    settle(link, hub, qtbot)
    assert len(hub.asks) == sent + 1


def test_orders_given_while_the_hub_is_away_are_sent_once_in_their_order(
    make: Make, hub: ScriptedHub, qtbot: QtBot
) -> None:
    link = make()
    requests = [link.send(IssueTicket("PJ01")), link.send(IssueTicket("BN01"))]
    link.online.connect(lambda _there: requests.append(link.send(IssueTicket("MT01"))))
    link.start()
    qtbot.waitUntil(lambda: len(hub.asks) >= 3)
    link.online.disconnect()
    settle(link, hub, qtbot)
    assert [ask.request for ask in hub.asks[:-1]] == requests


def test_a_refusal_is_told_with_its_code(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    refused = Refused(link.send(CallNext(20)), "nobody_waiting", {"counter": 20})
    with qtbot.waitSignal(link.refused) as signal:
        hub.say(refused)
    assert signal.args == [refused]


@pytest.mark.logs("could not take a message")
def test_an_order_that_the_hub_cannot_read_is_told_as_refused(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    request = link.send(CallNext(20))
    with qtbot.waitSignal(link.refused) as signal:
        hub.say(Problem("no such thing", request))
    assert signal.args == [Refused(request, "not_understood", {"problem": "no such thing"})]


@pytest.mark.logs("was not understood")
def test_a_frame_that_is_not_understood_does_not_end_the_line(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    hub.say_frame('{"type":"song"}')
    hub.say_frame("{")
    settle(link, hub, qtbot)
    assert link.is_online


def test_answers_to_somebody_else_are_not_told(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    heard = told(link)
    hub.say(Answer("somebody else's", 9, Done()))
    hub.say(Refused("somebody else's", "nobody_waiting", {"counter": 20}))
    settle(link, hub, qtbot)
    assert len(heard) == 1


@pytest.mark.logs("hub lost")
def test_a_hub_that_falls_silent_is_given_up_and_found_again(make: Make, hub: ScriptedHub, qtbot: QtBot) -> None:
    wire = Wire(hub.port)
    link = make(wire.url, patience=QUICK)
    with qtbot.waitSignal(link.online):
        link.start()
    wire.is_cut = True
    qtbot.waitUntil(lambda: not link.is_online)
    wire.is_cut = False
    qtbot.waitUntil(lambda: link.is_online)
    wire.close()


def test_a_hub_that_answers_pings_is_kept(make: Make, qtbot: QtBot) -> None:
    link = make(patience=Patience(ping_every=2, pong_within=2_000))
    with qtbot.waitSignal(link.online):
        link.start()
    with qtbot.waitSignals([link._socket.pong] * 5):
        pass
    assert link.is_online
    assert not link._silence.isActive() or link._silence.remainingTime() > 0


def test_a_place_where_nobody_listens_is_passed_over_at_once(make: Make, hub: ScriptedHub, qtbot: QtBot) -> None:
    link = make(NOBODY, "no address at all", "wss://", hub.url)
    with qtbot.waitSignal(link.online, timeout=2_000):
        link.start()
    assert link.is_online


def test_a_place_that_says_nothing_is_passed_over_after_the_patience(
    make: Make, hub: ScriptedHub, qtbot: QtBot
) -> None:
    silent = ScriptedHub()
    silent.welcomes = False
    dead = Wire(hub.port)
    dead.is_cut = True
    link = make(silent.url, dead.url, hub.url, patience=QUICK)
    with qtbot.waitSignal(link.online):
        link.start()
    assert silent.hellos[:1] == hub.hellos[:1] == [KIOSK]
    silent.go()
    dead.close()


def test_places_are_tried_at_once_so_that_silent_ones_hold_nobody_up(
    make: Make, hub: ScriptedHub, qtbot: QtBot
) -> None:
    dead = [Wire(hub.port), Wire(hub.port)]
    for wire in dead:
        wire.is_cut = True
    link = make(*(wire.url for wire in dead), hub.url)  # whose patience is longer than the test's
    with qtbot.waitSignal(link.online, timeout=4_000):
        link.start()
    for wire in dead:
        wire.close()


def test_a_place_that_is_heard_while_others_are_tried_is_tried_too(hub: ScriptedHub, qtbot: QtBot) -> None:
    dead = Wire(hub.port)
    dead.is_cut = True
    known = [dead.url]
    link = HubLink(KIOSK, lambda: list(known), identity_for(KIOSK), patience=CALM)
    link.start()
    known.append(hub.url)
    with qtbot.waitSignal(link.online, timeout=4_000):
        pass
    link.stop()
    dead.close()


def test_the_usual_case_is_one_try(make: Make, hub: ScriptedHub, qtbot: QtBot) -> None:
    other = ScriptedHub()
    link = make(hub.url, other.url)
    with qtbot.waitSignal(link.online):
        link.start()
    settle(link, hub, qtbot)
    assert not other.heard
    other.go()


@pytest.mark.logs("belongs to region-sur, and the hub is that of lima-norte")
def test_a_hub_with_the_right_key_and_another_centre_is_not_taken_for_ours(
    make: Make, hub: ScriptedHub, qtbot: QtBot
) -> None:
    hub.centre = "lima-norte"
    link = make()
    with qtbot.waitSignal(link.turned_away):
        link.start()
    assert not link.is_online
    assert not list(link.mirror.all(HallView))


def test_it_goes_on_looking_until_a_place_is_heard_of(hub: ScriptedHub, qtbot: QtBot) -> None:
    known: list[str] = []
    asked: list[int] = []

    def places() -> list[str]:
        asked.append(1)
        return list(known)

    link = HubLink(KIOSK, places, identity_for(KIOSK), patience=QUICK)
    link.start()
    qtbot.waitUntil(lambda: len(asked) > 3)
    known.append(hub.url)
    with qtbot.waitSignal(link.online):
        pass
    link.stop()


@pytest.mark.logs("turned this device away: counter 99")
def test_a_hub_that_does_not_welcome_is_tried_again(make: Make, hub: ScriptedHub, qtbot: QtBot) -> None:
    hub.welcomes = False
    link = make()
    link.start()
    with qtbot.waitSignal(hub.hears):
        pass
    hub.say(Problem("counter 99 is not in the catalogue"))
    hub.lines[-1].close()
    hub.welcomes = True
    with qtbot.waitSignal(link.online):
        pass
    assert len(hub.hellos) == 2


@pytest.mark.logs("turned this device away: counter 99")
def test_who_is_turned_away_is_told_at_every_try_and_the_log_once(
    make: Make, hub: ScriptedHub, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    why = "counter 99 is not in the catalogue"
    hub.welcomes = False
    hub.hears.connect(lambda _hello: hub.say(Problem(why)))
    link = make()
    heard = told(link)
    link.turned_away.connect(heard.append)
    link.turned_away.connect(lambda _why: hub.drop())
    link.start()
    qtbot.waitUntil(lambda: heard[:3] == [why] * 3)
    assert [record.message for record in caplog.records] == [f"the hub turned this device away: {why}"]
    assert not link.is_online


def test_presenting_itself_as_somebody_else_says_hello_anew_at_once(
    link: HubLink, hub: ScriptedHub, qtbot: QtBot
) -> None:
    heard = told(link)
    hub.snapshot = {"hall": OPEN}
    with qtbot.waitSignal(hub.hears):
        request = link.send(IssueTicket("PJ01"))
    link.present_as(COUNTER)
    assert not link.is_online
    qtbot.waitUntil(lambda: heard == [False, True])
    assert hub.hellos == [KIOSK, COUNTER]
    assert link.mirror.get("hall", HallView) == OPEN
    qtbot.waitUntil(lambda: [ask.request for ask in hub.asks] == [request, request])
    assert len(hub.lines) == 1


def test_it_may_present_itself_while_it_is_told_something(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    link.answered.connect(lambda _answer: link.present_as(COUNTER))
    request = link.send(CallNext(20))
    for _ in range(3):
        hub.say(Answer(request, 9, Done()))
    qtbot.waitUntil(lambda: hub.hellos == [KIOSK, COUNTER] and link.is_online)


def test_presenting_itself_before_the_hub_is_found_changes_the_first_hello(
    make: Make, hub: ScriptedHub, qtbot: QtBot
) -> None:
    link = make()
    link.present_as(COUNTER)
    with qtbot.waitSignal(link.online):
        link.start()
    assert hub.hellos == [COUNTER]


def test_a_stopped_link_leaves_no_socket_and_no_timer(link: HubLink, hub: ScriptedHub, qtbot: QtBot) -> None:
    heard = told(link)
    link.stop()
    assert heard == [False]
    assert not [timer for timer in link.findChildren(QTimer) if timer.isActive()]
    qtbot.waitUntil(lambda: not link.findChildren(QWebSocket) and not hub.lines)
    link.send(IssueTicket("PJ01"))
    link.present_as(COUNTER)
    link.stop()
    assert len(hub.hellos) == 1


def test_a_link_stopped_while_it_looks_looks_no_more(make: Make, hub: ScriptedHub) -> None:
    for places in ((NOBODY,), (hub.url,)):
        link = make(*places)
        link.start()
        link.stop()
        assert not [timer for timer in link.findChildren(QTimer) if timer.isActive()]
    assert not hub.hellos


def test_a_stopped_link_can_be_started_again(link: HubLink, qtbot: QtBot) -> None:
    link.stop()
    with qtbot.waitSignal(link.online):
        link.start()
    assert link.is_online


@pytest.mark.logs("cannot prove that it is the hub")
def test_an_impostor_hears_nothing_and_the_hub_is_told(make: Make, hub: ScriptedHub, qtbot: QtBot) -> None:
    impostor = ScriptedHub(Trust.open(identities.folder() / "impostor", "region-sur"))
    link = make(impostor.url, hub.url)
    with qtbot.waitSignal(link.online):
        link.start()
    qtbot.waitUntil(lambda: bool(hub.asks))
    assert impostor.heard == []
    assert hub.asks[0].command == ReportImpostor(impostor.url.removeprefix("wss://"))
    impostor.go()


@pytest.mark.logs("cannot prove that it is the hub")
def test_a_device_of_the_centre_cannot_act_as_its_hub(make: Make, hub: ScriptedHub, qtbot: QtBot) -> None:
    other = identities.identity(DeviceRole.COUNTER, "counter-21")
    folder = identities.folder() / "acting"
    folder.mkdir(exist_ok=True)
    for name, source in (("hub.pem", "certificate.pem"), ("hub-key.pem", "key.pem"), ("ca.pem", "ca.pem")):
        (folder / name).write_bytes((other.folder / source).read_bytes())
    acting = ScriptedHub(Trust(folder, identities.trust().authority))
    link = make(acting.url, hub.url)
    with qtbot.waitSignal(link.online):
        link.start()
    assert acting.heard == []
    acting.go()
