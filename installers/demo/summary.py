"""`summary.md`: what happened in the morning, and where everything is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installers.demo.evidence import Found
from installers.demo.morning import CITIZENS, Citizen, Visit
from installers.demo.stage import Seen
from shared.domain.catalogue import Catalogue


@dataclass(frozen=True)
class Facts:
    """What was found once the programs had ended."""

    store: Found
    office: Found
    board: list[tuple[str, int]]
    kills: int
    seed: int
    events: int
    shown: int  # attentions on the office's page
    seconds: float
    wrongs: list[str]


def write(out: Path, catalogue: Catalogue, seen: Seen, facts: Facts) -> None:
    (out / "summary.md").write_text("\n".join(lines(out, catalogue, seen, facts)) + "\n", encoding="utf-8")


def lines(out: Path, catalogue: Catalogue, seen: Seen, facts: Facts) -> Iterator[str]:
    verdict = "Everybody ended as the script says" if not facts.wrongs else f"{len(facts.wrongs)} things went wrong"
    yield from ("# A morning at " + catalogue.name, "", f"**{verdict}**: at the counter, on the board, in the store")
    yield f"and at the office. {len(seen.tickets)} citizens, {len(facts.board)} calls, {facts.events} events in the"
    yield f"log, {facts.seconds:.0f} seconds. The office's page shows {facts.shown} attentions."
    if facts.kills:
        yield f"The hub was killed without goodbye {facts.kills} times (seed {facts.seed}) and started again."
    yield ""
    for wrong in facts.wrongs:
        yield f"- {wrong}"
    yield from (
        "",
        "| citizen | number | service | visits | in the store | at the office |",
        "|---|---|---|---|---|---|",
    )
    for citizen in CITIZENS.values():
        yield row(catalogue, citizen, facts)
    yield from ("", "The board announced, in order:", "")
    yield ", ".join(f"{number} at {counter}" for number, counter in facts.board) + "."
    yield from where(out)


def row(catalogue: Catalogue, citizen: Citizen, facts: Facts) -> str:
    number = citizen.number
    service = catalogue.service[citizen.service].name + (" (preferential)" if citizen.preferential else "")
    cells = (
        citizen.who,
        number,
        service,
        visits(facts.store.visits.get(number, ())),
        facts.store.states.get(number, "missing"),
        visits(facts.office.visits.get(number, ())),
    )
    return f"| {' | '.join(cells)} |"


def visits(those: tuple[Visit, ...]) -> str:
    return "; ".join(f"{visit.counter} {visit.outcome} {' '.join(visit.services)}".strip() for visit in those) or "none"


WHERE = (
    ("kiosk-*.png", "the kiosk's screens, 1080x1920"),
    ("counter-*.png", "the advisors' desks, 1366x768"),
    ("orientator-*.png", "the orientator's desk, 1366x768"),
    ("board-*.png", "the hall board, 1920x1080"),
    ("ticket-*.escpos", "the exact bytes the printer received for each ticket"),
    ("ticket-*.png", "the same as paper"),
    ("centre.sqlite", "the store of the centre: open it with sqlite3 or Datasette"),
    ("office.sqlite", "the store of the office"),
    ("office.html", "the office's page of the country, as a browser gets it"),
    ("logs/*.log", "what each program logged"),
)


def where(out: Path) -> Iterator[str]:
    yield from ("", "| here | what it is | files |", "|---|---|---:|")
    for pattern, what in WHERE:
        yield f"| `{pattern}` | {what} | {len(list(out.glob(pattern)))} |"
