from __future__ import annotations

from datetime import UTC, datetime

from kiosk.offer import Offer
from kiosk.views import Crowd
from shared.domain.catalogue import Catalogue, Purpose
from shared.lan.views import ServiceView
from tests.fakes.morning import service_views


def offer(catalogue: Catalogue, **other: ServiceView) -> Offer:
    return Offer(catalogue, service_views(catalogue, **other))


def crowd_of(catalogue: Catalogue, entity: str, purpose: Purpose, **other: ServiceView) -> Crowd:
    entities = offer(catalogue, **other).entities(purpose)
    return next(choice.crowd for choice in entities if choice.id == entity)


def test_people_of_one_queue_are_counted_once(catalogue: Catalogue) -> None:
    assert crowd_of(catalogue, "bn", Purpose.PROCEDURE).waiting == 12


def test_people_of_the_queues_of_the_purpose_are_added(catalogue: Catalogue) -> None:
    assert crowd_of(catalogue, "reniec", Purpose.PROCEDURE).waiting == 21 + 4
    assert crowd_of(catalogue, "reniec", Purpose.PICKUP).waiting == 3


def test_wait_of_an_entity_covers_that_of_its_services(catalogue: Catalogue) -> None:
    assert crowd_of(catalogue, "reniec", Purpose.PROCEDURE).wait == (5, 35)


def test_entity_is_open_while_one_of_its_services_is(catalogue: Catalogue) -> None:
    closed = ServiceView("PJ02", "closed", 0, None)
    assert crowd_of(catalogue, "pj", Purpose.PROCEDURE, PJ02=closed).is_open


def test_entity_whose_services_are_all_suspended_is_suspended(catalogue: Catalogue) -> None:
    assert crowd_of(catalogue, "pnp", Purpose.PROCEDURE, PA01=ServiceView("PA01", "suspended", 0, None)) == Crowd(
        "suspended"
    )


def test_closed_entity_opens_when_the_first_of_its_services_does(catalogue: Catalogue) -> None:
    later = datetime(2026, 11, 23, 20, tzinfo=UTC)
    crowd = crowd_of(catalogue, "sunat", Purpose.PROCEDURE, ST01=ServiceView("ST01", "closed", 0, None, later))
    assert crowd.opens_at == datetime(2026, 11, 23, 19, tzinfo=UTC)


def test_service_the_hub_says_nothing_about_is_closed(catalogue: Catalogue) -> None:
    assert Offer(catalogue, {}).service("PJ01").crowd == Crowd("closed")


def test_card_of_an_entity_with_one_service_says_which(catalogue: Catalogue) -> None:
    pickup = {choice.id: choice.does for choice in offer(catalogue).entities(Purpose.PICKUP)}
    assert pickup["reniec"] == "Recoger DNI"


def test_service_tells_its_fee_where_it_is_paid_and_what_to_bring(catalogue: Catalogue) -> None:
    choice = offer(catalogue).service("PJ01")
    assert (choice.fee_cents, choice.pays_at, choice.entity) == (5280, "Banco de la Nación", "Poder Judicial")
    assert choice.requirements == ("Su DNI", "El comprobante de pago de la tasa")
    assert offer(catalogue).service("PJ02").pays_at == ""


def test_entity_whose_numbers_have_all_ended_says_the_last_one_and_the_next_day(catalogue: Catalogue) -> None:
    last, again = datetime(2026, 11, 23, 21, 40, tzinfo=UTC), datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
    over = ServiceView("PA01", "last_ticket", 4, None, again, last_at=last)
    crowd = crowd_of(catalogue, "pnp", Purpose.PROCEDURE, PA01=over)
    assert (crowd.state, crowd.last_at, crowd.opens_at) == ("last_ticket", last, again)
    assert crowd.last_at
    assert crowd.last_at.hour == 16  # in Lima


def test_entity_that_nobody_attends_says_from_when_somebody_does(catalogue: Catalogue) -> None:
    later = datetime(2026, 11, 23, 19, tzinfo=UTC)
    crowd = crowd_of(catalogue, "pnp", Purpose.PROCEDURE, PA01=ServiceView("PA01", "open", 4, None, serves_from=later))
    assert (crowd.wait, crowd.serves_from) == (None, later)
    served = ServiceView("PA01", "open", 4, (5, 10))
    assert crowd_of(catalogue, "pnp", Purpose.PROCEDURE, PA01=served).serves_from is None
