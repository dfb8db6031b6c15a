"""What the centre offers at this moment: purposes, entities and services, with who waits behind each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from kiosk.views import Crowd, EntityChoice, PurposeChoice, ServiceChoice, StopLine
from shared.domain.catalogue import Catalogue, Purpose, Service
from shared.lan.messages import Receipt
from shared.lan.views import ServiceView

ORDER = (Purpose.PROCEDURE, Purpose.GUIDANCE, Purpose.COMPANY, Purpose.PICKUP)


class Offer:
    """A catalogue seen with the hub's views of its services. Changes only by being made anew."""

    def __init__(self, catalogue: Catalogue, services: Mapping[str, ServiceView], *, alone: bool = False) -> None:
        """`alone`: the hub is away, nobody knows who waits, and appointments cannot be looked up."""
        self.catalogue = catalogue
        self._views = services
        self._alone = alone

    @property
    def has_appointments(self) -> bool:
        """Whether anything here is attended by appointment."""
        return not self._alone and any(service.appointment for service in self.catalogue.services)

    def purposes(self) -> tuple[PurposeChoice, ...]:
        """Those that the catalogue has services for, in the order of the first question."""
        offered = ((purpose, self.services(purpose)) for purpose in ORDER)
        return tuple(PurposeChoice(purpose, self.crowd(services)) for purpose, services in offered if services)

    def services(self, purpose: Purpose, entity: str = "") -> tuple[Service, ...]:
        """Services of a purpose, of one entity or of all, in the order of the centre file."""
        return tuple(
            service
            for service in self.catalogue.services
            if service.purpose == purpose and (not entity or self.entity_of(service) == entity)
        )

    def entities(self, purpose: Purpose) -> tuple[EntityChoice, ...]:
        """Who attends a purpose, those with most demand first."""
        by_entity: dict[str, list[Service]] = {}
        for service in self.services(purpose):
            by_entity.setdefault(self.entity_of(service), []).append(service)
        ranked = sorted(by_entity, key=lambda id: -self._demand(by_entity[id]))
        return tuple(self._entity(id, by_entity[id]) for id in ranked)

    def knows(self, code: str) -> bool:
        return code in self.catalogue.service

    def service(self, code: str) -> ServiceChoice:
        service = self.catalogue.service[code]
        entity = self.catalogue.entity[self.entity_of(service)]
        return ServiceChoice(
            code=service.code,
            name=service.name,
            entity=entity.short,
            icon=entity.icon,
            fee_cents=service.fee_cents,
            pays_at=self._pays_at(service),
            requirements=service.requirements,
            crowd=self.crowd([service]),
        )

    def entity_of(self, service: Service) -> str:
        return self.catalogue.queue[service.queue].entity

    def stops(self, receipt: Receipt) -> tuple[StopLine, ...]:
        """The stops of a ticket in order; a payment tells how much of whose service."""
        goal = self.catalogue.service.get(receipt.service)
        return tuple(
            StopLine(
                entity=self._short_of_queue(stop.queue),
                counters=stop.counters,
                service=self.name_of(stop.service),
                is_payment=goal is not None and goal.is_paid_at(stop.service),
                pays_cents=goal.fee_cents if goal and goal.is_paid_at(stop.service) else 0,
                gap=stop.gap,
                returns_at=self.local(stop.returns_at),
            )
            for stop in receipt.stops
        )

    def name_of(self, code: str) -> str:
        service = self.catalogue.service.get(code)
        return service.name if service else ""

    def local(self, at: datetime | None) -> datetime | None:
        """A moment in the centre's own time."""
        return at.astimezone(self.catalogue.timezone) if at else None

    def crowd(self, services: Iterable[Service]) -> Crowd:
        """Services seen as one: open when one of them is, the people of their queues, the widest wait."""
        views = [self._views[s.code] for s in services if s.code in self._views]
        opened = [view for view in views if view.state == "open"]
        if not opened:
            return self._shut(views)
        if self._alone:
            return Crowd(known=False)
        waits = [view.wait for view in opened if view.wait]
        wait = (min(low for low, _ in waits), max(high for _, high in waits)) if waits else None
        serves = [view.serves_from for view in opened if view.serves_from]
        serves_from = self.local(min(serves)) if serves and not wait else None
        interrupted = "" if wait else next((view.interrupted for view in opened if view.interrupted), "")
        return Crowd("open", self._people(opened), wait, serves_from=serves_from, interrupted=interrupted)

    def _people(self, views: list[ServiceView]) -> int:
        """Services of one queue tell the same people: they are counted once."""
        by_queue: dict[str, int] = {}
        for view in views:
            queue = self.catalogue.service[view.code].queue
            by_queue[queue] = max(by_queue.get(queue, 0), view.waiting)
        return sum(by_queue.values())

    def _shut(self, views: list[ServiceView]) -> Crowd:
        opens = [view.opens_at for view in views if view.opens_at]
        states = [view.state for view in views]
        state = next(
            (one for one in ("full", "last_ticket", "closed") if one in states), "suspended" if states else "closed"
        )
        last = [view.last_at for view in views if view.last_at]
        return Crowd(
            state,
            opens_at=self.local(min(opens)) if opens else None,
            last_at=self.local(max(last)) if last else None,
        )

    def _entity(self, id: str, services: list[Service]) -> EntityChoice:
        entity = self.catalogue.entity[id]
        does = (services[0].short or services[0].name) if len(services) == 1 else entity.does
        return EntityChoice(id, entity.icon, entity.short, does, self.crowd(services))

    def _pays_at(self, service: Service) -> str:
        paid = self.catalogue.service.get(service.pay_first)
        return self.catalogue.entity[self.entity_of(paid)].short if paid else ""

    def _short_of_queue(self, prefix: str) -> str:
        queue = self.catalogue.queue.get(prefix)
        return self.catalogue.entity[queue.entity].short if queue else prefix

    def _demand(self, services: list[Service]) -> int:
        return sum(self.catalogue.queue[prefix].demand for prefix in {s.queue for s in services})
