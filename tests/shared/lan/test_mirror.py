from __future__ import annotations

from shared.lan.messages import Changes, Welcome
from shared.lan.mirror import Mirror
from shared.lan.views import HallView, ServiceView, View
from tests.fakes.hub import FIRST_MOMENT

CLOSED, OPEN = HallView(None, open=False), HallView(FIRST_MOMENT.date(), open=True)
MANY, FEW = ServiceView("PJ01", "open", 20, (15, 25)), ServiceView("PJ01", "open", 2, (0, 5))


def welcome(seq: int, **snapshot: View) -> Welcome:
    return Welcome(1, "region-sur", "0123456789abcdef", 1, FIRST_MOMENT, seq, snapshot)


def changes(seq: int, *gone: str, **views: View) -> Changes:
    return Changes(seq, FIRST_MOMENT, views, gone)


def test_a_snapshot_is_taken_whole() -> None:
    mirror = Mirror()
    assert mirror.welcome(welcome(7, hall=OPEN, service=MANY)) == {"hall", "service"}
    assert (mirror.seq, mirror.views) == (7, {"hall": OPEN, "service": MANY})


def test_a_fresh_snapshot_tells_what_is_new_other_or_gone_and_nothing_else() -> None:
    mirror = Mirror()
    mirror.welcome(welcome(7, hall=OPEN, service=MANY, call=FEW))
    assert mirror.welcome(welcome(9, hall=OPEN, service=FEW, queue=FEW)) == {"service", "call", "queue"}
    assert mirror.views.keys() == {"hall", "service", "queue"}


def test_a_snapshot_of_another_store_may_be_younger() -> None:
    mirror = Mirror()
    mirror.welcome(welcome(900, hall=OPEN))
    mirror.welcome(welcome(1, hall=CLOSED))
    assert mirror.seq == 1


def test_changes_set_and_take_away() -> None:
    mirror = Mirror()
    mirror.welcome(welcome(7, hall=OPEN, service=MANY))
    assert mirror.change(changes(8, "hall", "never there", service=FEW)) == {"hall", "service", "never there"}
    assert (mirror.seq, mirror.views) == (8, {"service": FEW})


def test_changes_that_time_alone_made_keep_the_sequence_number() -> None:
    mirror = Mirror()
    mirror.welcome(welcome(7))
    assert mirror.change(changes(7)) == frozenset()
    assert mirror.seq == 7


def test_a_view_is_given_by_key_and_kind() -> None:
    mirror = Mirror()
    mirror.welcome(welcome(7, hall=OPEN, service=MANY))
    assert mirror.get("hall", HallView) == OPEN
    assert mirror.get("service", HallView) is None
    assert mirror.get("queue", HallView) is None
    assert list(mirror.all(ServiceView)) == [MANY]


def test_a_mirror_never_changes_the_message_it_was_given() -> None:
    mirror, first = Mirror(), welcome(7, hall=OPEN)
    mirror.welcome(first)
    mirror.change(changes(8, "hall", service=FEW))
    assert first.snapshot == {"hall": OPEN}
