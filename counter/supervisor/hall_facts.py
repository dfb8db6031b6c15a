"""What the hub shows a supervisor at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter.facts import Shows
from shared.domain.catalogue import Advisor, Catalogue, Counter, Role
from shared.domain.roles import DeviceRole
from shared.lan import views as v


@dataclass(frozen=True)
class HallFacts:
    """`waiting`: those who wait longest first. interruptions: those that go on first."""

    online: bool = False
    catalogue: Catalogue | None = None
    hall: v.HallView | None = None
    counters: dict[int, v.CounterView] = field(default_factory=dict)
    queues: dict[str, v.QueueView] = field(default_factory=dict)
    services: dict[str, v.ServiceView] = field(default_factory=dict)
    waiting: tuple[v.WaitingView, ...] = ()
    held: tuple[v.HeldView, ...] = ()
    absent: tuple[v.AbsentView, ...] = ()
    returning: tuple[v.ReturningView, ...] = ()
    proof: v.ProofView | None = None
    clock: v.ClockView | None = None
    outlooks: dict[str, v.OutlookView] = field(default_factory=dict)
    passings: tuple[v.PassingView, ...] = ()
    store: tuple[v.AlertView, ...] = ()
    spares: tuple[v.SpareView, ...] = ()
    kiosks: tuple[v.DeviceView, ...] = ()
    interruptions: tuple[v.InterruptionView, ...] = ()
    help: tuple[v.HelpView, ...] = ()
    printers: tuple[v.PrinterView, ...] = ()
    office_line: v.OfficeLineView | None = None
    from_office: v.FromOfficeView | None = None

    devices: dict[str, v.DeviceView] = field(default_factory=dict)
    pairing: v.PairingView | None = None
    impostors: tuple[v.ImpostorView, ...] = ()
    people: dict[str, v.PersonView] = field(default_factory=dict)

    @classmethod
    def of(cls, link: Shows) -> HallFacts:
        mirror = link.mirror
        shown = mirror.get("catalogue", v.CatalogueView)
        return cls(
            online=link.is_online,
            catalogue=shown.catalogue if shown else None,
            hall=mirror.get("hall", v.HallView),
            counters={c.counter: c for c in mirror.all(v.CounterView)},
            queues={q.prefix: q for q in mirror.all(v.QueueView)},
            services={s.code: s for s in mirror.all(v.ServiceView)},
            waiting=tuple(sorted(mirror.all(v.WaitingView), key=lambda w: (w.since, w.ticket))),
            held=tuple(sorted(mirror.all(v.HeldView), key=lambda h: (h.since, h.ticket))),
            outlooks={o.prefix: o for o in mirror.all(v.OutlookView)},
            absent=tuple(sorted(mirror.all(v.AbsentView), key=lambda a: (a.since, a.ticket))),
            returning=tuple(sorted(mirror.all(v.ReturningView), key=lambda r: (r.returns_at, r.ticket))),
            interruptions=tuple(sorted(mirror.all(v.InterruptionView), key=lambda i: (i.until is not None, i.since))),
            help=tuple(sorted(mirror.all(v.HelpView), key=lambda h: h.since)),
            printers=tuple(sorted(mirror.all(v.PrinterView), key=lambda p: p.device)),
            spares=tuple(sorted(mirror.all(v.SpareView), key=lambda s: (s.at, s.number))),
            kiosks=tuple(
                sorted((d for d in mirror.all(v.DeviceView) if d.role is DeviceRole.KIOSK), key=lambda d: d.device)
            ),
            proof=mirror.get("proof", v.ProofView),
            store=tuple(mirror.all(v.AlertView)),
            devices={d.device: d for d in mirror.all(v.DeviceView)},
            pairing=mirror.get("pairing", v.PairingView),
            impostors=tuple(mirror.all(v.ImpostorView)),
            people={p.person: p for p in mirror.all(v.PersonView)},
            clock=mirror.get("clock", v.ClockView),
            office_line=mirror.get("office_line", v.OfficeLineView),
            from_office=mirror.get("from_office", v.FromOfficeView),
            passings=tuple(sorted(mirror.all(v.PassingView), key=lambda p: (not p.fault, -p.at.timestamp()))),
        )

    @property
    def day_open(self) -> bool:
        return self.hall is not None and self.hall.open

    def counter(self, number: int) -> v.CounterView:
        return self.counters.get(number) or v.CounterView(number, "closed")

    def waits(self, ticket: int) -> v.WaitingView | None:
        return next((w for w in self.waiting if w.ticket == ticket), None)

    def holds(self, ticket: int) -> v.HeldView | None:
        return next((h for h in self.held if h.ticket == ticket), None)

    def was_absent(self, ticket: int) -> v.AbsentView | None:
        return next((a for a in self.absent if a.ticket == ticket), None)

    def returns(self, ticket: int) -> v.ReturningView | None:
        return next((r for r in self.returning if r.ticket == ticket), None)

    def free_advisors(self) -> list[Advisor]:
        """Those who are at no counter, by name."""
        if self.catalogue is None:
            return []
        busy = {c.advisor for c in self.counters.values() if c.status != "closed"}
        advisors = (a for a in self.catalogue.advisors if a.role is Role.ADVISOR and a.id not in busy)
        return sorted(advisors, key=lambda a: a.name)

    def not_open(self, queue: str) -> list[Counter]:
        """The counters of a queue where nobody attends now."""
        if self.catalogue is None:
            return []
        return [c for c in self.catalogue.counters_of[queue] if self.counter(c.number).status != "open"]
