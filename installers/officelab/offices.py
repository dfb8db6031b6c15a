"""The receivers of an office, as processes of their own, and the centres that push to them."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from installers.faultlab.served import Served
from installers.officelab.certificates import Certificates
from shared.domain.device import admit
from shared.domain.events import Event
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from sync.enrolment import Enrol, proof
from sync.membership import Office
from sync.office.store import OfficeStore
from sync.office.store.enrolled import Enrolments
from sync.office_link import OfficeLink
from sync.signing import Key

MORNING = "2024-11-27T05:00"  # of the hubs: before anything opens, after all that was lived
PLAIN = ("-m", "suyana")


class Offices:
    """Several receivers on one database, which keep nothing themselves."""

    def __init__(
        self,
        url: str,
        folder: Path,
        certificates: Certificates,
        count: int,
        program: Sequence[str] = PLAIN,
        more: Sequence[str] = (),
    ) -> None:
        """`more`: arguments of `suyana office`."""
        folder.mkdir()
        self.url = url
        self.key = Key.kept_in(folder / "office.key")
        tls = ["--certificate", str(certificates.chain), "--certificate-key", str(certificates.key)]
        office = ["office", "--database", url, "--key", str(folder / "office.key"), "--port", "PORT", *tls, *more]
        self.receivers = [
            Served(f"receiver {n}", [*program, *office], folder / f"receiver-{n}.log") for n in range(1, count + 1)
        ]

    @property
    def ports(self) -> list[int]:
        return [each.port for each in self.receivers]

    def start(self) -> None:
        """All at once."""
        with ThreadPoolExecutor(len(self.receivers)) as threads:
            list(threads.map(Served.start, self.receivers))

    def kill(self) -> None:
        for each in self.receivers:
            each.kill()

    def stop(self) -> None:
        for each in self.receivers:
            each.stop()


class Centre:
    """The store of a centre, its hub and its sync as processes, its key known to the office."""

    def __init__(self, name: str, folder: Path, catalogue: Path, program: Sequence[str] = PLAIN) -> None:
        folder.mkdir()
        self.id, self.folder = name, folder
        self.store = folder / "centre.sqlite"
        self.key = Key.kept_in(folder / "enrolment" / "centre.key")
        listen = ["--host", "127.0.0.1", "--port", "PORT", "--no-advertise", "--clock", MORNING]
        hub = ["hub", "--centre", str(catalogue), "--store", str(self.store), *listen]
        self.hub = Served(f"the hub of {name}", ["-m", "suyana", *hub], folder / "hub.log")
        self._program = program
        self._sync: Served | None = None

    def enrol(self, offices: Offices, url: str) -> None:
        self.enrol_at(offices.url, offices.key.public, url)

    def enrol_at(self, database: str, public: str, url: str) -> None:
        """As `suyana office enrol` and `suyana sync enrol` do, without the code being read out."""
        now = datetime.now(UTC)
        with OfficeStore(database) as store:
            enrolments = Enrolments(store)
            code = enrolments.new(self.id, now)
            assert enrolments.take(
                self.id, Enrol(self.key.public, proof(code, "centre", self.id, self.key.public)), now
            )
        (self.folder / "enrolment" / "office.json").write_bytes(msgspec.json.encode(Office(url, public)))

    def paired(self) -> list[Event]:
        """The device that sync is, made here: what the log says of that."""
        trust = Trust.of_store(self.store, self.id)
        trust.make_device(self.folder / "sync", DeviceRole.SYNC, "sync-1")
        events: list[Event] = []
        for path, order in trust.issued():
            events += admit({}, order)
            path.unlink()
        return events

    def start(self, authority: Path) -> None:
        self.hub.start()
        arguments = ["sync", "--hub", self.hub.url, "--identity", str(self.folder / "sync")]
        arguments += ["--enrolment", str(self.folder / "enrolment"), "--authority", str(authority)]
        self._sync = Pushing(f"the sync of {self.id}", [*self._program, *arguments], self.folder / "sync.log")
        self._sync.start()

    def stop(self) -> None:
        if self._sync:
            self._sync.stop()
        self.hub.stop()

    def link(self, offices: Offices, authority: Path) -> OfficeLink:
        """A clean line of this centre to a receiver."""
        return OfficeLink(f"https://127.0.0.1:{offices.ports[0]}", self.key, offices.key.public, authority=authority)


class Pushing(Served):
    """A program that listens nowhere."""

    def _listens(self) -> bool:
        return True
